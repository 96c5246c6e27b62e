"""The order in which articles are best: what their words weigh, and how new they are.

The weight of an article is the sum of what the query's words weigh in it by BM25, in the text and once more
in the title, and of how often the actors asked for are named; times a factor for how new it is, compared
with the newest article of the index and never with the clock. Equal weights: the newest first, then by
identifier.
"""

from collections.abc import Callable
from datetime import date
from heapq import nsmallest
from typing import Final

import polars as pl

from wiredesk.query.clauses import Actor, AllOf, AnyOf, Node
from wiredesk.query.facts import mentions_of
from wiredesk.store import Index
from wiredesk.store.fulltext import NO_DAY, Ranked

RECENT: Final = 0.15
"""How much more the newest article weighs than one of long ago: enough to put the newer of two about as
good ones first, too little to put a passing mention of today before yesterday's report."""

HALF_LIFE: Final = 90
"""Days in which half of that is lost: news of a season is about as new."""

_NAMED: Final = 1.2
"""Mentions of an actor at which it weighs half of the most it can: BM25's k1."""

_MARGIN: Final = 1 + 1e-6
_FIRST_LOOK: Final = 10
"""How many times more articles than are wanted are weighed first: enough for three queries of four."""

_NEXT_LOOK: Final = 6
"""How many times more then, until it is enough: another question costs more than longer answers."""

FURTHEST_LOOK: Final = 20_000
"""Articles after which no better ones are looked for: so many of the same weight tell nothing apart."""


def newness(published: pl.Expr, newest: date | None) -> pl.Expr:
    """The factor by which an article weighs more for being new: 1 to 1 + `RECENT`, 1 for an unknown day."""
    if newest is None:
        return pl.lit(1.0)
    age = (pl.lit(newest) - published).dt.total_days()
    return (1 + RECENT * (-age / HALF_LIFE * pl.lit(2.0).log()).exp()).fill_null(1.0)


def newest_of(index: Index) -> date | None:
    """The latest day of publication in an index."""
    newest: date | None = index.articles["published"].max()  # pyright: ignore[reportAssignmentType]
    return newest


def best_first(found: pl.DataFrame) -> pl.DataFrame:
    """Put articles in order.

    Args:
        found: Columns article_id, score, published.
    """
    return found.sort(
        "score",
        "published",
        "article_id",
        descending=[True, True, False],
        nulls_last=True,
        maintain_order=True,
    )


def named_weights(index: Index, nodes: "tuple[Node, ...]") -> pl.DataFrame:
    """What the actors asked for weigh in the articles that name them: columns article_id and named."""
    empty = pl.DataFrame(schema={"article_id": pl.Int64, "named": pl.Float64})
    parts = [empty]
    for node in nodes:
        match node:
            case Actor():
                times = mentions_of(index, node).group_by("article_id").len()
                weight = pl.col("len") / (pl.col("len") + _NAMED)
                parts.append(times.select("article_id", weight.alias("named")))
            case AllOf(inner) | AnyOf(inner):
                parts.append(named_weights(index, inner))
            case _:
                pass
    return pl.concat(parts).group_by("article_id").agg(pl.col("named").sum())


def best_of(
    ask: Callable[[int], Ranked], ask_newest: Callable[[int], Ranked], newest: date | None, limit: int
) -> Ranked:
    """The best articles of a full-text query, by looking at no more than it takes.

    The library orders by the words' weight alone. An article it has not shown weighs at most 1 + `RECENT`
    times the last one it has: once that is less than the last one wanted, no better one is left.

    Args:
        ask: Gives so many articles by the words' weight.
        ask_newest: Gives so many articles, the newest first.
        newest: The latest day of the index.
        limit: How many are wanted.
    """
    look = max(1, limit * _FIRST_LOOK)
    while True:
        ranked = ask(look)
        if len(ranked.scores) == look and ranked.scores and ranked.scores[0] == ranked.scores[-1]:
            newest_ones = ask_newest(limit)  # nothing but their day tells them apart
            scores = [ranked.scores[0]] * len(newest_ones.articles)
            return _ordered(Ranked(newest_ones.articles, newest_ones.days, scores), newest, limit)
        found = _ordered(ranked, newest, limit)
        whole = len(ranked.articles) < look or look >= FURTHEST_LOOK
        if whole or ranked.scores[-1] * (1 + RECENT) * _MARGIN < found.scores[-1]:
            return found
        look = min(FURTHEST_LOOK, look * _NEXT_LOOK)


def _ordered(ranked: Ranked, newest: date | None, limit: int) -> Ranked:
    last = newest.toordinal() if newest is not None else NO_DAY
    rows = nsmallest(
        limit,
        (
            (-score * _newness(day, last), -day, article)
            for article, day, score in zip(ranked.articles, ranked.days, ranked.scores, strict=True)
        ),
    )
    return Ranked([row[2] for row in rows], [-row[1] for row in rows], [-row[0] for row in rows])


def _newness(day: int, newest: int) -> float:
    return 1.0 if day == NO_DAY else 1 + RECENT * 2.0 ** ((day - newest) / HALF_LIFE)
