"""Which figures are claimed, by whom, in which sentence."""

from typing import Final

import polars as pl

from wiredesk.query.select import Selection, narrow
from wiredesk.query.sentences import with_text
from wiredesk.schema import FIGURES
from wiredesk.store import Index

FIGURES_VIEW: Final = pl.Schema(
    {
        **{name: dtype for name, dtype in FIGURES.items() if name != "text"},
        "figure": pl.String,  # as written
        "direct": pl.Boolean,
        "text": pl.String,  # of the sentence
        "sentence_kind": pl.String,
        "source": pl.String,
        "title": pl.String,
        "published": pl.Date,
    }
)


def figures_view(index: Index, selection: Selection, *, direct_only: bool = False) -> pl.DataFrame:
    """The figures of the selected articles with their sentences.

    Args:
        index: The index.
        selection: What to show.
        direct_only: Only sentences that match the query directly.

    Returns:
        Frame with schema `FIGURES_VIEW`: by kind, unit and counted thing (plain numbers last), the
        largest first, then in the order of the index, so that what may be compared stands together.
    """
    figures = narrow(selection, index.figures.rename({"text": "figure"}))
    if direct_only:
        figures = figures.filter("direct")
    about = index.articles.select("article_id", "source", "title", "published")
    head = pl.col("noun").str.to_lowercase().str.split(" ").list.last()
    return (
        with_text(index, figures)
        .join(about, on="article_id", how="left", maintain_order="left")
        .sort(
            pl.col("kind") == "count",
            "kind",
            "unit",
            head,
            "value",
            descending=[False, False, False, False, True],
            nulls_last=True,
            maintain_order=True,
        )
        .select(list(FIGURES_VIEW))
    )
