"""Keywords: the words and phrases that tell what an article is about."""

from wiredesk.extract.keywords.engine import KEYWORD_ENGINES, keyword_engine
from wiredesk.extract.keywords.extract import extract_keywords

__all__ = ["KEYWORD_ENGINES", "extract_keywords", "keyword_engine"]
