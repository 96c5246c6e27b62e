"""Articles to facts: each extractor is a pure function from frames to a frame, and knows no other."""

from wiredesk.extract.names import extract_names

__all__ = ["extract_names"]
