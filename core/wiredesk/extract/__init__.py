"""Articles to facts: each extractor is a pure function from frames to a frame, and knows no other."""

from wiredesk.extract.dates import extract_dates, extract_events
from wiredesk.extract.figures import extract_figures
from wiredesk.extract.keywords import extract_keywords
from wiredesk.extract.names import extract_names
from wiredesk.extract.sentences import sentence_spans, split_sentences

__all__ = [
    "extract_dates",
    "extract_events",
    "extract_figures",
    "extract_keywords",
    "extract_names",
    "sentence_spans",
    "split_sentences",
]
