"""Rows of tables by number: those of some articles, and where the facts of an article stand."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.store import Index
from wiredesk.store.derived import by_day

Placed = Literal["sentences", "mentions", "events", "figures", "keywords", "pairs"]
"""Frames in the order of the articles, of which `PLACES` tells where an article's rows stand."""

_SORTED: WeakKeyDictionary[Index, tuple[pl.Series, pl.Series]] = WeakKeyDictionary()
"""Identifiers of all articles, ascending, and their rows."""


_DAYS: "WeakKeyDictionary[Index, Days]" = WeakKeyDictionary()


def article_rows(index: Index, ids: pl.Series) -> pl.Series:
    """For identifiers of articles their rows in `ARTICLES`, as UInt32; null for one that is not there.

    The identifiers are sorted once for an index, so that a few are found without looking at a million.
    """
    identifiers, rows = _sorted(index)
    if not rows.len():
        return pl.Series("article", [None] * ids.len(), dtype=pl.UInt32)
    at = identifiers.search_sorted(ids)
    at = at.set(at == rows.len(), 0)
    same = identifiers.gather(at) == ids
    return rows.gather(at).set(~same, None).alias("article")


def row_of(index: Index, article: int) -> int | None:
    """The row of one article in `ARTICLES`; None where it is not there."""
    identifiers, rows = _sorted(index)
    at = bisect_left(identifiers, article)
    return rows[at] if at < rows.len() and identifiers[at] == article else None


def _sorted(index: Index) -> tuple[pl.Series, pl.Series]:
    known = _SORTED.get(index)
    if known is None:
        ordered = index.articles.select("article_id").with_row_index("row").sort("article_id")
        known = _SORTED[index] = (ordered["article_id"], ordered["row"].cast(pl.UInt32))
    return known


def articles_of(index: Index, name: Placed, rows: pl.Series) -> pl.Series:
    """For rows of a table the rows of their articles in `ARTICLES`, as UInt32."""
    return index.derived("places")[name].search_sorted(rows, "right") - 1


def rows_in(index: Index, name: Placed, articles: pl.Series) -> pl.Series:
    """The rows of a table that belong to articles, by their rows in `ARTICLES`: in that order, as UInt32."""
    first = index.derived("places")[name]
    return stretches(first.gather(articles), first.gather(articles + 1))


def stretches(first: pl.Series, behind: pl.Series) -> pl.Series:
    """All whole numbers from each `first` to before its `behind`, as UInt32."""
    ranges = pl.select(pl.int_ranges(first, behind, dtype=pl.UInt32).alias("row")).to_series()
    return ranges.explode().drop_nulls()


def mask_at(index: Index, articles: pl.Series) -> pl.Series:
    """For each row of `ARTICLES` whether it is among some, as Boolean.

    Args:
        index: The index.
        articles: Rows of `ARTICLES`, in any order, also more than once; null: none.
    """
    mask = pl.repeat(value=False, n=index.height("articles"), dtype=pl.Boolean, eager=True)
    known = articles.drop_nulls()
    return mask.scatter(known, values=True) if known.len() else mask


@dataclass(frozen=True, eq=False, slots=True)
class Days:
    """The articles of an index by their days of publication, unknown ones last.

    Attributes:
        rows: Place -> row of `ARTICLES`.
        published: Place -> day.
        dated: At how many places the day is known.
    """

    rows: pl.Series
    published: pl.Series
    dated: int


def days_of(index: Index) -> Days:
    """The articles of an index by day; put in order once."""
    known = _DAYS.get(index)
    if known is None:
        rows = by_day(index.articles)
        published = index.articles["published"].gather(rows)
        known = _DAYS[index] = Days(rows, published, published.len() - published.null_count())
    return known


def marked(mask: pl.Series, places: pl.Series) -> pl.Series:
    """What a mask says at each of many places, as Boolean.

    Whole bytes are gathered in three quarters of the time that bits take.
    """
    return mask.cast(pl.UInt8).gather(places) == 1
