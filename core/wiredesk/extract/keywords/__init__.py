"""Keywords: the words and phrases that tell what an article is about."""

from typing import TYPE_CHECKING

from wiredesk.handing import handing_on

if TYPE_CHECKING:
    from wiredesk.extract.keywords.engine import KEYWORD_ENGINES, keyword_engine
    from wiredesk.extract.keywords.extract import extract_keywords

__all__ = ["KEYWORD_ENGINES", "extract_keywords", "keyword_engine"]

__getattr__ = handing_on(
    __name__,
    {
        "engine": (
            "KEYWORD_ENGINES",
            "keyword_engine",
        ),
        "extract": ("extract_keywords",),
    },
)
