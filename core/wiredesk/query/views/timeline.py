"""What happened when: dated sentences in their order."""

from typing import Final
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.query.listing import Listing
from wiredesk.query.selection import Selection
from wiredesk.query.views.facts import Facts, facts_in_order, facts_listing
from wiredesk.schema import EVENTS
from wiredesk.store import Index

TIMELINE_VIEW: Final = pl.Schema(
    {
        **{name: dtype for name, dtype in EVENTS.items() if name != "text"},
        "expression": pl.String,
        "direct": pl.Boolean,
        "text": pl.String,  # of the sentence
        "sentence_kind": pl.String,
        "source": pl.String,
        "title": pl.String,
    }
)

_EVENTS: Final = Facts("events", TIMELINE_VIEW, "expression", ("source", "title"))
_DAYS: WeakKeyDictionary[Index, tuple[pl.DataFrame, pl.DataFrame]] = WeakKeyDictionary()
"""Some bytes an event, kept for the next query."""


def timeline_list(index: Index, selection: Selection, *, direct_only: bool = False) -> Listing:
    """`timeline_view`, of which only those rows are made that are looked at.

    Its columns of EVENTS, and the article's, are to be had alone.
    """
    return timeline_over_time(index, selection, direct_only=direct_only)[0]


def timeline_over_time(
    index: Index, selection: Selection, *, direct_only: bool = False
) -> tuple[Listing, pl.DataFrame]:
    """`timeline_list`, and what `count_days` says of its rows: found together, from the same numbers."""
    pairs, ordered = _pairs_of_days(index)
    moments = facts_in_order(index, selection, "events", ordered, direct_only=direct_only)
    runs = moments["days"].rle().struct.unnest()  # equal days stand together
    dated = runs.filter(pl.col("value") < pairs.height)
    counted = pairs[dated["value"]].with_columns(dated["len"])
    return facts_listing(index, selection, _EVENTS, moments["row"]), counted


def timeline_view(index: Index, selection: Selection, *, direct_only: bool = False) -> pl.DataFrame:
    """The date expressions of the selected articles with their sentences.

    Args:
        index: The index.
        selection: What to show.
        direct_only: Only sentences that match the query directly.

    Returns:
        Frame with schema `TIMELINE_VIEW`: by `date_from`, the more precise first, then in the order
        of the index; what cannot be dated at the end.
    """
    return timeline_list(index, selection, direct_only=direct_only).frame()


def _pairs_of_days(index: Index) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The days of events by number.

    Returns:
        Each pair of days once, columns date_from and date_to, in their order; and the rows of `MOMENTS` in
        theirs, columns row, article and `days`: the number of the pair, for what cannot be dated how many
        pairs there are.
    """
    known = _DAYS.get(index)
    if known is None:
        moments = index.derived("moments")
        dated = moments.select("date_from", "date_to").head(
            moments.height - moments["date_from"].null_count()
        )
        first = dated.select(pl.any_horizontal(pl.all().ne_missing(pl.all().shift()))).to_series()
        pairs = dated.filter(first)
        numbers = (first.cum_sum().cast(pl.Int64) - 1).cast(pl.UInt32)
        days = numbers.extend_constant(pairs.height, moments.height - dated.height).alias("days")
        known = _DAYS[index] = (pairs, moments.select("row", "article").with_columns(days))
    return known
