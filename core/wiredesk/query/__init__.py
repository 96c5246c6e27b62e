"""The query language, the selection it makes, and the views that panes and commands show."""
