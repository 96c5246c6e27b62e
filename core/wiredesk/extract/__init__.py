"""Articles to facts: each extractor is a pure function from frames to a frame, and knows no other."""
