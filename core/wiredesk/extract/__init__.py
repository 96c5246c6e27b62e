"""Articles to facts: each extractor is a pure function from frames to a frame, and knows no other."""

from typing import TYPE_CHECKING

from wiredesk.handing import handing_on

if TYPE_CHECKING:
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

__getattr__ = handing_on(
    __name__,
    {
        "dates": (
            "extract_dates",
            "extract_events",
        ),
        "figures": ("extract_figures",),
        "keywords": ("extract_keywords",),
        "names": ("extract_names",),
        "sentences": (
            "sentence_spans",
            "split_sentences",
        ),
    },
)
