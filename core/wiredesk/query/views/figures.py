"""Which figures are claimed, by whom, in which sentence."""

from typing import Final

import polars as pl

from wiredesk.query.listing import Listing
from wiredesk.query.selection import Selection
from wiredesk.query.views.facts import Facts, facts_in_order, facts_listing
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
_FIGURES: Final = Facts("figures", FIGURES_VIEW, "figure", ("source", "title", "published"))


def figures_list(index: Index, selection: Selection, *, direct_only: bool = False) -> Listing:
    """`figures_view`, of which only those rows are made that are looked at.

    Its columns of FIGURES, and the article's, are to be had alone.
    """
    amounts = facts_in_order(
        index, selection, "figures", index.derived("amounts").drop("opening"), direct_only=direct_only
    )
    return facts_listing(index, selection, _FIGURES, amounts["row"])


def figures_view(index: Index, selection: Selection, *, direct_only: bool = False) -> pl.DataFrame:
    """The figures of the selected articles with their sentences.

    Args:
        index: The index.
        selection: What to show.
        direct_only: Only sentences that match the query directly.

    Returns:
        Frame with schema `FIGURES_VIEW`: by kind (money, shares, measures, counted things, durations,
        ages, plain numbers), unit and counted thing, the largest first, then in the order of the index,
        so that what may be compared stands together.
    """
    return figures_list(index, selection, direct_only=direct_only).frame()
