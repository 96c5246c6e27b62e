"""The command line: the headless twins of the panes, and what sets the program up."""
