"""What to mark in an article that is shown: hits, actors, dates and figures."""

from dataclasses import dataclass
from typing import Literal

import polars as pl

from wiredesk.query.select import Selection
from wiredesk.query.spoken import marks
from wiredesk.store import Index

HighlightKind = Literal["hit", "actor", "date", "figure"]


@dataclass(frozen=True, order=True, slots=True)
class Highlight:
    """Characters of an article's text to mark; different kinds may overlap."""

    start: int
    end: int
    kind: HighlightKind


def highlights(index: Index, selection: Selection, article_id: int) -> list[Highlight]:
    """The marks of one article, in the order of the text.

    Raises:
        KeyError: no such article.
    """
    facts: dict[HighlightKind, pl.DataFrame] = {
        "actor": index.mentions,
        "date": index.events,
        "figure": index.figures,
    }
    found = [
        Highlight(start, end, kind)
        for kind, frame in facts.items()
        for start, end in frame.filter(pl.col("article_id") == article_id).select("start", "end").iter_rows()
    ]
    return sorted({*found, *_hits(index, selection, article_id)})


def _hits(index: Index, selection: Selection, article_id: int) -> list[Highlight]:
    text = index.text(article_id)
    if not selection.words:
        return []
    sentences = index.sentences.filter(pl.col("article_id") == article_id).select("start", "end")
    return [
        Highlight(begin + start, begin + end, "hit")
        for begin, behind in sentences.iter_rows()
        for start, end in marks(text[begin:behind], selection.words)
    ]
