"""What to mark in an article that is shown: hits, actors, dates and figures."""

from dataclasses import dataclass
from typing import Final, Literal

from wiredesk.query.selection import Selection
from wiredesk.query.spoken import marks
from wiredesk.store import Index

HighlightKind = Literal["hit", "actor", "date", "figure"]


@dataclass(frozen=True, order=True, slots=True)
class Highlight:
    """Characters of an article's text to mark; different kinds may overlap."""

    start: int
    end: int
    kind: HighlightKind


_FACTS: Final[dict[HighlightKind, str]] = {"actor": "mentions", "date": "events", "figure": "figures"}
"""What a fact is marked as -> the table that has it."""


def highlights(index: Index, selection: Selection, article_id: int) -> list[Highlight]:
    """The marks of one article, in the order of the text.

    Raises:
        KeyError: no such article.
    """
    row = index.row_of(article_id)
    found = [
        Highlight(start, end, kind)
        for kind, table in _FACTS.items()
        for start, end in index.of_article(table, row).select("start", "end").iter_rows()
    ]
    return sorted({*found, *_hits(index, selection, row)})


def _hits(index: Index, selection: Selection, row: int) -> list[Highlight]:
    if not selection.words:
        return []
    text = index.text_at(row)
    sentences = index.of_article("sentences", row).select("start", "end")
    return [
        Highlight(begin + start, begin + end, "hit")
        for begin, behind in sentences.iter_rows()
        for start, end in marks(text[begin:behind], selection.words)
    ]
