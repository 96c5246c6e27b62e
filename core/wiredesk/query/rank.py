"""The order in which articles are best: what their words weigh, and how new they are.

The weight of an article is the sum of what the query's words weigh in it by BM25, in the text and once more
in the title, and of how often the actors asked for are named; times a factor for how new it is, compared
with the newest article of the index and never with the clock. Equal weights: the newest first, then by
identifier.
"""

from bisect import bisect_left, bisect_right
from datetime import date
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

import polars as pl

from wiredesk.query.clauses import Actor, AllOf, AnyOf, Node
from wiredesk.query.facts import mentions_of
from wiredesk.store import Index
from wiredesk.store.fulltext import NO_DAY, FullText, FullTextError, Look, Ranked, asking

if TYPE_CHECKING:
    from tantivy import Query as Wanted

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

FURTHEST_LOOK: Final = 3_000
"""Articles after which no better ones are looked for. Where so many are about as good (a common word), the
newer of those that were not looked at would stand a little higher; looking costs a microsecond each."""


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


def first_look(limit: int) -> int:
    """At how many articles to look first, where so many are wanted."""
    return max(1, limit * _FIRST_LOOK)


def best_of(fulltext: FullText, query: "Wanted", looked: Look, newest: date | None, limit: int) -> Ranked:
    """The best articles of a full-text query, by looking at no more than it takes.

    The library orders by the words' weight alone. An article weighs at most 1 + `RECENT` times as much as
    its words do: whose words weigh that much less than those of the last article wanted cannot be among
    the best, and nobody behind it.

    Args:
        fulltext: The index.
        query: What is asked.
        looked: What a first look at `first_look` articles has shown.
        newest: The latest day of the index.
        limit: How many are wanted, at least 1.

    Raises:
        FullTextError: the index failed.
    """
    while True:
        scores = looked.scores
        if len(scores) <= limit:
            return _ordered(fulltext.ranked(looked), newest, limit)
        floor = scores[limit - 1] / (1 + RECENT) / _MARGIN
        kept = bisect_right(scores, -floor, key=lambda score: -score)
        if kept < len(scores) or len(scores) == looked.found or len(scores) >= FURTHEST_LOOK:
            return _ordered(fulltext.ranked(looked, kept), newest, limit)
        better = bisect_left(scores, -scores[-1], key=lambda score: -score)
        if len(scores) - better >= limit:  # nothing but their day tells the rest apart
            known = fulltext.ranked(looked, better)
            others = _even(fulltext, query, known, limit)
            if sum(score >= scores[-1] for score in others.scores) >= limit:
                return _ordered(_joined(known, others), newest, limit)
        looked = fulltext.look(query, min(FURTHEST_LOOK, len(scores) * _NEXT_LOOK))


def _even(fulltext: FullText, query: "Wanted", known: Ranked, limit: int) -> Ranked:
    """The newest articles with what their words weigh, without those known."""
    newest = fulltext.newest(query, limit + len(known.articles))
    others = sorted(set(newest.articles).difference(known.articles))
    return fulltext.best(asking.among(fulltext, query, others), len(others))


def _joined(some: Ranked, others: Ranked) -> Ranked:
    return Ranked(some.articles + others.articles, some.days + others.days, some.scores + others.scores)


def _ordered(ranked: Ranked, newest: date | None, limit: int) -> Ranked:
    last = newest.toordinal() if newest is not None else NO_DAY
    if any(day > last for day in ranked.days):
        raise FullTextError("the full-text index tells of days after the latest article's: it is damaged")
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
