"""Views: each is a function of an index and a selection, and gives a frame that its module declares."""
