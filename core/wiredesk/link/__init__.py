"""Facts of all articles brought together: actors under one name, near-copies under one article."""
