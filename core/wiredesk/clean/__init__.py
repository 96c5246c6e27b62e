"""Documents to articles: split, headline, captions, furniture, date and source of publication."""

from typing import TYPE_CHECKING

from wiredesk.handing import handing_on

if TYPE_CHECKING:
    from wiredesk.clean.article import CleanArticle, Paragraph
    from wiredesk.clean.documents import Cleaned, clean_documents
    from wiredesk.clean.frames import frames_of

__all__ = ["CleanArticle", "Cleaned", "Paragraph", "clean_documents", "frames_of"]

__getattr__ = handing_on(
    __name__,
    {
        "article": (
            "CleanArticle",
            "Paragraph",
        ),
        "documents": (
            "Cleaned",
            "clean_documents",
        ),
        "frames": ("frames_of",),
    },
)
