"""Keywords: the words and phrases that tell what an article is about."""

from wiredesk.extract.keywords.extract import extract_keywords, keywords_of

__all__ = ["extract_keywords", "keywords_of"]
