"""What to mark in an article that is shown: hits, actors, dates and figures."""

import re
from dataclasses import dataclass
from typing import Literal

import polars as pl

from wiredesk.query.match import word_pattern
from wiredesk.query.select import Selection
from wiredesk.store import Index
from wiredesk.text import fold_with_offsets

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
    marks = [
        Highlight(start, end, kind)
        for kind, frame in facts.items()
        for start, end in frame.filter(pl.col("article_id") == article_id).select("start", "end").iter_rows()
    ]
    marks += _hits(index.text(article_id), selection)
    return sorted(set(marks))


def _hits(text: str, selection: Selection) -> list[Highlight]:
    if not selection.words:
        return []
    folded, offsets = fold_with_offsets(text)
    return [
        Highlight(offsets[match.start(1)], offsets[match.end(1) - 1] + 1, "hit")
        for words in selection.words
        for match in re.finditer(word_pattern(words), folded)
    ]
