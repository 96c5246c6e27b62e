"""What cleaning hands on: an article's text as paragraphs of a known kind, and what is known of it."""

from dataclasses import dataclass
from datetime import date

from wiredesk.schema import PublishedFrom, SentenceKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of an article's text."""

    kind: SentenceKind
    text: str


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """One article, without furniture.

    Attributes:
        path: Of the document it came from.
        item: Of the document it came from.
        part: 0-based among the articles of the whole path.
        paragraphs: Title first (where there is one), then in reading order; a caption once.
        title: The headline, as it stands in the text.
        source: The outlet, or None where nothing shows it.
        source_from: metadata, dateline, header, copyright or user; None with `source`.
        published: Day of publication, or None.
        published_from: What shows it; None with `published`.
        not_before: Where `published` is None: the latest past date that the text itself proves.
    """

    path: str
    item: str | None
    part: int
    paragraphs: tuple[Paragraph, ...]
    title: str | None
    source: str | None
    source_from: str | None
    byline: str | None
    place: str | None
    agency: str | None
    url: str | None
    published: date | None
    published_from: PublishedFrom | None
    not_before: date | None
    language: str | None

    @property
    def text(self) -> str:
        """The article's text: a paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)
