"""The articles and the files behind them."""

from typing import Final

import polars as pl

from wiredesk.query.chosen import chosen
from wiredesk.query.listing import Listing
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


def articles_list(index: Index, selection: Selection) -> Listing:
    """`articles_view`, of which only those rows are made that are looked at; each column can be had alone."""
    some = chosen(index, selection).articles
    rows = pl.int_range(index.height("articles"), eager=True, dtype=pl.UInt32) if some is None else some
    scores = pl.repeat(0.0, rows.len(), dtype=pl.Float64, eager=True)
    if not selection.everything:
        scores = selection.articles["score"]
    places = index.derived("places")
    order = pl.DataFrame({"row": rows, "score": scores, "rank": places["rank"].gather(rows)}).with_columns(
        index.articles["duplicate_of"].gather(rows).is_not_null().alias("copy")
    )
    ordered = order.sort("copy", "score", "rank", descending=[False, True, False])["row"]

    def show(wanted: pl.Series) -> pl.DataFrame:
        shown = index.articles[wanted].with_columns(
            scores.gather(rows.search_sorted(wanted)).alias("score"), places["copies"].gather(wanted)
        )
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
        newest, then those without a date; copies behind all others.
    """
    return articles_list(index, selection).frame()
