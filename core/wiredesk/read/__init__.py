"""Bytes to documents: one module a format, and nothing that a bad file could stop."""
