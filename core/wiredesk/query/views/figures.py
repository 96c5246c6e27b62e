"""Which figures are claimed, by whom, in which sentence."""

from typing import Final

import polars as pl

from wiredesk.query.listing import Listing
from wiredesk.query.selection import Selection
from wiredesk.query.views.facts import fact_column, ordered_rows, rows_near, told
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


def figures_list(index: Index, selection: Selection, *, direct_only: bool = False) -> Listing:
    """`figures_view`, of which only those rows are made that are looked at.

    Its columns of FIGURES, and the article's, are to be had alone.
    """
    amounts = ordered_rows(index, selection, index.derived("amounts"), "figures", direct_only=direct_only)
    return Listing(
        FIGURES_VIEW,
        amounts["row"],
        lambda rows: (
            told(index, selection, "figures", rows, ("source", "title", "published"))
            .rename({"written": "figure"})
            .select(list(FIGURES_VIEW))
        ),
        lambda name, rows: fact_column(index, "figures", {"figure": "text"}.get(name, name), rows),
        lambda article_id: rows_near(index, "figures", article_id),
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
    return figures_list(index, selection, direct_only=direct_only).frame()
