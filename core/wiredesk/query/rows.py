"""Rows of tables by number: those of some articles, and where the facts of an article stand."""

from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.store import Index

_SORTED: WeakKeyDictionary[Index, tuple[pl.Series, pl.Series]] = WeakKeyDictionary()
"""Identifiers of all articles, ascending, and their rows."""


def article_rows(index: Index, ids: pl.Series) -> pl.Series:
    """For identifiers of articles their rows in `ARTICLES`, as UInt32; null for one that is not there.

    The identifiers are sorted once for an index, so that a few are found without looking at a million.
    """
    known = _SORTED.get(index)
    if known is None:
        ordered = index.articles.select("article_id").with_row_index("row").sort("article_id")
        known = _SORTED[index] = (ordered["article_id"], ordered["row"].cast(pl.UInt32))
    identifiers, rows = known
    if not rows.len():
        return pl.Series("article", [None] * ids.len(), dtype=pl.UInt32)
    at = identifiers.search_sorted(ids)
    at = at.set(at == rows.len(), 0)
    same = identifiers.gather(at) == ids
    return rows.gather(at).set(~same, None).alias("article")


def stretches(first: pl.Series, behind: pl.Series) -> pl.Series:
    """All whole numbers from each `first` to before its `behind`, as UInt32."""
    ranges = pl.select(pl.int_ranges(first, behind, dtype=pl.UInt32).alias("row")).to_series()
    return ranges.explode().drop_nulls()
