"""An article, ready to be read: its paragraphs, its marks, and how they break into lines."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from wiredesk.query import Address
from wiredesk_tui.cells import clean, width_of

if TYPE_CHECKING:
    from wiredesk.query import Highlight, Selection
    from wiredesk.store import Index

LONGEST_LINE: Final = 92
"""Cells of text in a line at most: the eye loses longer lines."""
LABELS: Final = {"caption": "[caption] ", "summary": "[summary] "}


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence stands, and what kind of text it is."""

    number: int
    start: int
    end: int
    kind: str


@dataclass(frozen=True, eq=False)
class Page:
    """An article with all that the reader needs to show it.

    Attributes:
        article: Its row of the articles frame.
        text: Its text, in which all offsets count.
        sentences: In order.
        marks: Hits, actors, dates and figures, in order.
    """

    article: dict[str, Any]
    text: str
    sentences: tuple[Sentence, ...]
    marks: "tuple[Highlight, ...]"

    @property
    def article_id(self) -> int:
        """The article's identifier."""
        return self.article["article_id"]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that begins last at or before an offset."""
        at = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[at] if at >= 0 else None

    def address_of(self, start: int, end: int) -> Address:
        """The address of a stretch of the text."""
        sentence = self.sentence_at(start)
        return Address(self.article_id, sentence.number if sentence else 0, start, end)


def carried(before: Page, after: Page, start: int, end: int) -> int | None:
    """How far a stretch of an article's text has moved in a later make of it; None where it is gone.

    Args:
        before: What was shown.
        after: The same article, changed.
        start: Of the stretch, in the text before.
        end: Behind its last character.

    Returns:
        Characters to add to an offset; of several equal stretches, the nearest is meant.
    """
    piece, text = before.text[start:end], after.text
    places: list[int] = []
    at = text.find(piece)
    while at >= 0:
        places.append(at - start)
        at = text.find(piece, at + 1)
    return min(places, key=abs, default=None)


def carried_place(before: Page, after: Page, place: Address) -> Address | None:
    """The address of the same sentence in a later make of its article; None where it is gone."""
    sentence = before.sentence_at(place.start)
    if sentence is None or before.article_id != after.article_id or before.text == after.text:
        return place
    by = carried(before, after, sentence.start, sentence.end)
    return after.address_of(place.start + by, place.end + by) if by is not None else None


def make_page(index: "Index", selection: "Selection", article_id: int) -> Page | None:
    """Look an article up; None where the index does not hold it."""
    from wiredesk.query import highlights

    try:
        row = index.row_of(article_id)
    except KeyError:
        return None
    sentences = index.of_article("sentences", row)
    return Page(
        index.stretch("articles", row, 1).row(0, named=True),
        index.text_at(row),
        tuple(Sentence(*row) for row in sentences.select("sentence", "start", "end", "kind").iter_rows()),
        tuple(highlights(index, selection, article_id)),
    )


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of the wrapped article.

    Attributes:
        start: Where it begins in the text.
        end: Behind its last character.
        kind: Of its paragraph.
        label: What stands before it, on the first line of a caption or summary.
    """

    start: int
    end: int
    kind: str
    label: str = ""


def wrap(page: Page, width: int) -> list[TextLine]:
    """Break an article into lines of at most `width` cells, an empty one between paragraphs.

    Lines break at spaces, and inside a word only where it is longer than a line.
    """
    width = max(1, min(width, LONGEST_LINE))
    lines: list[TextLine] = []
    start = 0
    for paragraph in page.text.split("\n"):
        end = start + len(paragraph)
        if paragraph.strip():
            sentence = page.sentence_at(start)
            kind = sentence.kind if sentence else "body"
            if lines:
                lines.append(TextLine(start, start, kind))
            label = LABELS.get(kind, "")
            label = label if len(label) < width // 2 else ""
            for at, (low, high) in enumerate(breaks(paragraph, width, len(label))):
                lines.append(TextLine(start + low, start + high, kind, "" if at else label))
        start = end + 1
    return lines


def breaks(text: str, width: int, indent: int) -> list[tuple[int, int]]:
    """Where the lines of a paragraph begin and end."""
    found: list[tuple[int, int]] = []
    at, room = 0, width - indent
    while at < len(text):
        end = _fill(text, at, room)
        if end < len(text):
            space = text.rfind(" ", at, end + 1)
            if space > at:
                end = space
        found.append((at, end))
        at = end
        while at < len(text) and text[at] == " ":
            at += 1
        room = width
    return found


def _fill(text: str, start: int, width: int) -> int:
    """How far the text from `start` reaches in so many cells; at least one character."""
    end = min(len(text), start + width)
    part = text[start:end]
    if part.isascii():
        return end
    part = clean(part)
    if len(part) == end - start and width_of(part) == len(part):
        return end
    cells, at = 0, start
    while at < len(text):
        cells += width_of(clean(text[at]))
        if cells > width and at > start:
            break
        at += 1
    return at
