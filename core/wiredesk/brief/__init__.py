"""The one-page brief, citations, exports."""
