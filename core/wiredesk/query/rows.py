"""Rows of tables by number: those of some articles, and where the facts of an article stand."""

from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.store import Index

_SORTED: WeakKeyDictionary[Index, pl.DataFrame] = WeakKeyDictionary()


def article_rows(index: Index, ids: pl.Series) -> pl.Series:
    """For identifiers of articles their rows in `ARTICLES`, as UInt32; null for one that is not there.

    The identifiers are sorted once for an index, so that a few are found without looking at a million.
    """
    known = _SORTED.get(index)
    if known is None:
        known = index.articles.select("article_id").with_row_index("row").sort("article_id")
        _SORTED[index] = known
    if not known.height:
        return pl.Series("article", [None] * ids.len(), dtype=pl.UInt32)
    at = known["article_id"].search_sorted(ids).clip(0, known.height - 1)
    found = known[at]
    same = found["article_id"] == ids
    return found.select(pl.when(same).then("row").cast(pl.UInt32).alias("article"))["article"]


def stretches(first: pl.Series, behind: pl.Series) -> pl.Series:
    """All whole numbers from each `first` to before its `behind`, as UInt32."""
    ranges = pl.select(pl.int_ranges(first, behind, dtype=pl.UInt32).alias("row")).to_series()
    return ranges.explode().drop_nulls()
