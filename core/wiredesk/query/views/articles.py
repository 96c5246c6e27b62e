"""The articles and the files behind them."""

from typing import Final
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.query.listing import Listing
from wiredesk.query.rows import marked
from wiredesk.query.selection import Selection
from wiredesk.schema import ARTICLES
from wiredesk.store import Index

ARTICLES_VIEW: Final = pl.Schema(
    {
        **{
            name: ARTICLES[name]
            for name in (
                "article_id",
                "published",
                "published_from",
                "not_before",
                "source",
                "title",
                "words",
                "language",
                "path",
                "part",
                "duplicate_of",
            )
        },
        "hits": pl.Int32,  # sentences that match directly
        "score": pl.Float64,  # how good it is for the query (`wiredesk.query.rank`)
        "copies": pl.Int32,  # near-copies of this article, wherever they stand
    }
)
_RANKED: WeakKeyDictionary[Index, pl.Series] = WeakKeyDictionary()
"""The rows of `ARTICLES` in the order of a list of all."""


def articles_list(index: Index, selection: Selection) -> Listing:
    """`articles_view`, of which only those rows are made that are looked at; each column can be had alone."""
    places = index.derived("places")
    ordered = _in_order(index, selection)
    rows, scores = (None, None) if selection.everything else (selection.rows, selection.scores)

    def show(wanted: pl.Series) -> pl.DataFrame:
        weighed = pl.repeat(0.0, wanted.len(), dtype=pl.Float64, eager=True)
        if rows is not None and scores is not None:
            weighed = scores.gather(rows.search_sorted(wanted))
        shown = index.articles[wanted].with_columns(weighed.alias("score"), places["copies"].gather(wanted))
        return (
            shown.join(selection.hits_in(shown), on="article_id", how="left", maintain_order="left")
            .with_columns(pl.col("hits").fill_null(0))
            .select(list(ARTICLES_VIEW))
        )

    def column(name: str, wanted: pl.Series) -> pl.Series:
        return index.articles[name].gather(wanted) if name in ARTICLES else show(wanted)[name]

    return Listing(ARTICLES_VIEW, ordered, show, column)


def articles_view(index: Index, selection: Selection) -> pl.DataFrame:
    """The selected articles.

    Returns:
        Frame with schema `ARTICLES_VIEW`: the best first where words or actors were asked for, then the
        newest, then those without a date by the day they cannot be older than; copies behind all others.
    """
    return articles_list(index, selection).frame()


def _in_order(index: Index, selection: Selection) -> pl.Series:
    """The rows of the selected articles in `ARTICLES`, in the order of the list."""
    ranked = _RANKED.get(index)
    if ranked is None:
        ranks = index.derived("places")["rank"].head(index.height("articles"))
        ranked = _RANKED[index] = ranks.arg_sort().cast(pl.UInt32).alias("row")
    if selection.everything:
        return ranked
    found = ranked.filter(marked(selection.mask, ranked))
    if selection.scores is None:
        return found
    weights = pl.zeros(ranked.len(), pl.Float64, eager=True).scatter(selection.rows, selection.scores)
    copies = marked(index.articles["duplicate_of"].is_not_null(), found)
    parts: list[pl.Series] = []
    for rows in (found.filter(~copies), found.filter(copies)):  # one column is sorted in a tenth of the time
        by = weights.gather(rows).to_frame("score")
        order = by.select(pl.arg_sort_by("score", descending=True, maintain_order=True))["score"]
        parts.append(rows.gather(order))
    return pl.concat(parts)
