"""Documents to articles: split, headline, captions, furniture, date and source of publication."""

from wiredesk.clean.article import CleanArticle, Paragraph
from wiredesk.clean.documents import Cleaned, clean_documents
from wiredesk.clean.frames import frames_of

__all__ = ["CleanArticle", "Cleaned", "Paragraph", "clean_documents", "frames_of"]
