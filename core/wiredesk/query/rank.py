"""The order in which articles are best: what their words weigh, and how new they are.

The weight of an article is the sum of what the query's words weigh in it by BM25, in the text and once more
in the title, and of how often the actors asked for are named; times a factor for how new it is, compared
with the newest article of the index and never with the clock. Equal weights: the newest first, then by
identifier.
"""

from bisect import bisect_left, bisect_right
from datetime import date
from functools import lru_cache
from math import floor, inf, log2
from operator import neg
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.query.called import actors_named, articles_naming
from wiredesk.query.clauses import Actor, AllOf, AnyOf, Node
from wiredesk.query.plan import SAME_FOR_ALL, Even
from wiredesk.store import Index
from wiredesk.store.fulltext import NO_DAY, FullText, FullTextError, Look, Newest, Ranked, asking

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
_FIRST_LOOK: Final = 5
"""How many times more articles than are wanted are weighed first: enough for three queries of four."""

FURTHEST_LOOK: Final = 1_000
"""Articles after which no better ones are looked for among the newest. Where so many are about as good (a
common word), the newer of those that were not looked at would stand a little higher; looking costs a
microsecond each."""

_NEWEST: WeakKeyDictionary[Index, date | None] = WeakKeyDictionary()


def newness(published: pl.Expr, newest: date | None) -> pl.Expr:
    """The factor by which an article weighs more for being new: 1 to 1 + `RECENT`, 1 for an unknown day."""
    if newest is None:
        return pl.lit(1.0)
    age = (pl.lit(newest) - published).dt.total_days()
    return (1 + RECENT * (-age / HALF_LIFE * pl.lit(2.0).log()).exp()).fill_null(1.0)


def newest_of(index: Index) -> date | None:
    """The latest day of publication in an index; looked for once."""
    if index not in _NEWEST:
        newest: date | None = index.articles["published"].max()  # pyright: ignore[reportAssignmentType]
        _NEWEST[index] = newest
    return _NEWEST[index]


def best_first(found: pl.DataFrame, limit: int) -> pl.DataFrame:
    """The best articles, in order.

    Only those are put in order that may be among them: all that weigh more than the last one wanted and, of
    those that weigh the same, the newest.

    Args:
        found: Columns article_id, score, published.
        limit: How many are wanted, at least 1.
    """
    if found.height > limit:
        least = found["score"].top_k(limit).min()
        better, even = found.filter(pl.col("score") > least), found.filter(pl.col("score") == least)
        days = even["published"].top_k(min(limit, even.height))
        if even.height > limit and not days.null_count():
            even = even.filter(pl.col("published") >= days.min())
        found = pl.concat([better, even])
    return found.sort(
        "score",
        "published",
        "article_id",
        descending=[True, True, False],
        nulls_last=True,
        maintain_order=True,
    ).head(limit)


def named_weights(index: Index, nodes: "tuple[Node, ...]") -> pl.Series | None:
    """What the actors asked for weigh in each row of `ARTICLES`, as Float64; None where none is asked for."""
    weights: pl.Series | None = None
    for node in nodes:
        match node:
            case Actor():
                actors = actors_named(index, node)
                named = articles_naming(index, actors)
                if actors.len() > 1:
                    named = named.group_by("article").agg(pl.col("mentions").sum())
                weight = named.select(pl.col("mentions") / (pl.col("mentions") + _NAMED))["mentions"]
                more = pl.zeros(index.height("articles"), pl.Float64, eager=True)
                more = more.scatter(named["article"], weight) if named.height else more
            case AllOf(inner) | AnyOf(inner):
                more = named_weights(index, inner)
            case _:
                more = None
        if more is not None:
            weights = more if weights is None else weights + more
    return weights


def first_look(limit: int) -> int:
    """At how many articles to look first, where so many are wanted."""
    return max(1, limit * _FIRST_LOOK)


def best_of(
    fulltext: FullText,
    query: "Wanted",
    looked: Look,
    newest: date | None,
    limit: int,
    *,
    plus: float = 0.0,
) -> Ranked:
    """The best articles of a full-text query, by looking at no more than it takes.

    The library orders by the words' weight alone. Behind those it gave first none weighs more than the
    last of them, so only those can be among the best that are new enough to make up for it: these are
    asked for once more, by their day. An article weighs at most 1 + `RECENT` times as much as its words.

    Args:
        fulltext: The index.
        query: What is asked.
        looked: What a first look at `first_look` articles has shown.
        newest: The latest day of the index.
        limit: How many are wanted, at least 1.
        plus: What every article weighs besides; it is in `looked` already.

    Raises:
        FullTextError: the index failed.
    """
    scores = looked.scores
    if len(scores) <= limit:
        return _ordered(fulltext.ranked(looked), newest, limit)
    likely = _likely(scores, scores[limit - 1])
    best = _ordered(fulltext.ranked(looked, likely), newest, limit)
    if likely < len(scores) or len(scores) == looked.found or newest is None:
        return best
    last, needed = scores[-1], best.scores[-1]
    if last * (1 + RECENT) * _MARGIN < needed:
        return best
    recent = query if needed <= last * _MARGIN else asking.since(fulltext, query, _day(needed / last, newest))
    more = fulltext.look(recent, FURTHEST_LOOK, plus=plus)
    likely = _likely(more.scores, needed)
    best = _merged(best, _ordered(fulltext.ranked(more, likely), newest, limit), limit)
    if likely < len(more.scores) or len(more.scores) == more.found:
        return best
    better = bisect_left(more.scores, -more.scores[-1], key=neg)
    if len(more.scores) - better < limit:
        return best
    # Nothing but their day tells the rest apart.
    others = _even(fulltext, recent, more, better, limit)
    others = others._replace(scores=[score + plus for score in others.scores])
    return _merged(best, _ordered(others, newest, limit), limit)


def best_of_even(fulltext: FullText, even: Even, found: Newest, newest: date | None, limit: int) -> Ranked:
    """The best of articles that weigh the same, but for some.

    Args:
        fulltext: The index.
        even: What is asked.
        found: The newest of them all: `limit`, or all there are.
        newest: The latest day of the index.
        limit: How many are wanted, at least 1.

    Raises:
        FullTextError: the index failed.
    """
    new = _ordered(Ranked(found.articles, found.days, [SAME_FOR_ALL] * len(found.articles)), newest, limit)
    if even.more is None:
        return new
    # Whoever weighs more and is not among the best of those may pass for one that does not: so many are
    # better, and those that an older one of its day would have to pass are no worse than it seems.
    looked = fulltext.look(even.more, first_look(limit), plus=SAME_FOR_ALL, counted=False)
    more = best_of(fulltext, even.more, looked, newest, limit, plus=SAME_FOR_ALL)
    return _merged(more, new, limit)


def _likely(scores: list[float], wanted: float) -> int:
    """How many of these weights, the heaviest first, come to as much as is wanted if they are new."""
    return bisect_right(scores, -wanted / (1 + RECENT) / _MARGIN, key=neg)


def _day(needed: float, newest: date) -> int:
    """The first day that is new enough for a factor; it is more than 1."""
    return newest.toordinal() + floor(HALF_LIFE * log2((needed / _MARGIN - 1) / RECENT))


def _even(fulltext: FullText, query: "Wanted", looked: Look, better: int, limit: int) -> Ranked:
    """The newest articles with what their words weigh, without those that weigh more."""
    known = fulltext.ranked(looked, better).articles
    others = sorted(set(fulltext.newest(query, limit + better).articles).difference(known))
    return fulltext.best(asking.among(fulltext, query, others), len(others))


def _merged(some: Ranked, others: Ranked, limit: int) -> Ranked:
    """The best of two lists that are in order; an article in both weighs what the first says."""
    rows = dict(zip(others.articles, zip(others.scores, others.days, strict=True), strict=True))
    rows |= dict(zip(some.articles, zip(some.scores, some.days, strict=True), strict=True))
    best = sorted((-score, -day, article) for article, (score, day) in rows.items())[:limit]
    return Ranked([row[2] for row in best], [-row[1] for row in best], [-row[0] for row in best])


def _ordered(ranked: Ranked, newest: date | None, limit: int) -> Ranked:
    last = newest.toordinal() if newest is not None else NO_DAY
    if any(day > last for day in ranked.days):
        raise FullTextError("the full-text index tells of days after the latest article's: it is damaged")
    scores = [score * _newness(day, last) for day, score in zip(ranked.days, ranked.scores, strict=True)]
    enough = sorted(scores, reverse=True)[limit - 1] if len(scores) > limit else -inf
    best = sorted(
        (-score, -day, article)
        for article, day, score in zip(ranked.articles, ranked.days, scores, strict=True)
        if score >= enough
    )[:limit]
    return Ranked([row[2] for row in best], [-row[1] for row in best], [-row[0] for row in best])


@lru_cache(maxsize=16_384)
def _newness(day: int, newest: int) -> float:
    return 1.0 if day == NO_DAY else 1 + RECENT * 2.0 ** ((day - newest) / HALF_LIFE)
