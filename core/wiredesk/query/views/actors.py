"""Who acts: the actors of a selection, how often each is named, and from when to when."""

from typing import Final

import polars as pl

from wiredesk.query.listing import Listing
from wiredesk.query.selection import Selection
from wiredesk.query.views.named import named_in
from wiredesk.schema import ACTORS
from wiredesk.store import Index

ACTORS_VIEW: Final = pl.Schema(
    {
        **ACTORS,
        "first": pl.Date,  # earliest and latest day of publication among the dated articles that name
        "last": pl.Date,  # the actor; null where none is dated
    }
)


def actors_list(index: Index, selection: Selection, *, direct_only: bool = False) -> Listing:
    """`actors_view`, of which only those rows are made that are looked at.

    Its columns of ACTORS, and the counts, are to be had alone.
    """
    named = named_in(index, selection, direct_only=direct_only)
    counts = named.counts()
    by_name = index.derived("cast")["by_name"].gather(counts["actor"]).alias("by_name")
    named_most = ["mentions", "articles", "by_name"]
    order = counts.with_columns(by_name).sort(named_most, descending=[True, True, False])

    def show(wanted: pl.Series) -> pl.DataFrame:
        about = index.actors[wanted].drop("mentions", "articles")
        counted = counts[counts["actor"].search_sorted(wanted)].drop("actor")
        return about.hstack(counted).hstack(named.seen(wanted)).select(list(ACTORS_VIEW))

    def column(name: str, wanted: pl.Series) -> pl.Series:
        if name in counts.columns:
            return counts[name].gather(counts["actor"].search_sorted(wanted))
        return index.actors[name].gather(wanted)

    return Listing(ACTORS_VIEW, order["actor"], show, column)


def actors_view(index: Index, selection: Selection, *, direct_only: bool = False) -> pl.DataFrame:
    """The actors named in the selected articles.

    Args:
        index: The index.
        selection: What to show.
        direct_only: Count only mentions in sentences that match the query directly.

    Returns:
        Frame with schema `ACTORS_VIEW`, counts within the selection, most mentions first. Ambiguous
        mentions count for nobody.
    """
    return actors_list(index, selection, direct_only=direct_only).frame()
