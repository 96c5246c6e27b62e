"""Names of persons, organisations, places and groups: a CRF tagger, votes within the article, wording."""

from wiredesk.extract.names.extract import extract_names, tag_tokens
from wiredesk.extract.names.tagger import Tagger

__all__ = ["Tagger", "extract_names", "tag_tokens"]
