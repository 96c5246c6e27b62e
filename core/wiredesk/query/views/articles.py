"""The articles and the files behind them."""

from typing import Final

import polars as pl

from wiredesk.query.select import Selection
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
        "copies": pl.Int32,  # near-copies of this article, wherever they stand
    }
)


def articles_view(index: Index, selection: Selection) -> pl.DataFrame:
    """The selected articles.

    Returns:
        Frame with schema `ARTICLES_VIEW`: most direct hits first where words, actors or the like were
        asked for, then the newest, then those without a date; copies behind what they copy.
    """
    copies = (
        index.articles.filter(pl.col("duplicate_of").is_not_null())
        .group_by(pl.col("duplicate_of").alias("article_id"))
        .agg(pl.len().cast(pl.Int32).alias("copies"))
    )
    return (
        selection.articles.join(index.articles, on="article_id", how="left", maintain_order="left")
        .join(copies, on="article_id", how="left", maintain_order="left")
        .with_columns(pl.col("copies").fill_null(0))
        .sort(
            pl.col("duplicate_of").is_not_null(),
            "hits",
            "published",
            descending=[False, True, True],
            nulls_last=True,
            maintain_order=True,
        )
        .select(list(ARTICLES_VIEW))
    )
