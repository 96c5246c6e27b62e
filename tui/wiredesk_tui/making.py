"""Making what the panes show: each a function of the index, the selection and what the reader set."""

from typing import Final

import polars as pl

from wiredesk.brief import make_brief
from wiredesk.query import (
    ZOOMS,
    Listing,
    Selection,
    Zoom,
    actor_view,
    actors_list,
    ambiguous_view,
    articles_list,
    figures_list,
    fitting_zoom,
    histogram,
    hits_view,
    keywords_view,
    neighbours_view,
    roles_view,
    timeline_over_time,
)
from wiredesk.store import Index
from wiredesk_tui.contents import (
    LOOKED_THROUGH,
    SORTS,
    ActorContent,
    BriefContent,
    Content,
    Options,
    PaneName,
    SearchContent,
    TimelineContent,
)

A_SCREEN: Final = 32
"""Rows that are made beforehand: as many as most windows show."""
SAMPLE: Final = 2_000
"""Rows of a list that are looked at to tell how wide its columns are."""
SAMPLED: Final[dict[PaneName, tuple[str, ...]]] = {
    "articles": ("source", "published", "not_before"),
    "timeline": ("source", "value", "precision", "date_from", "date_to", "expression"),
    "figures": ("source", "published"),
    "search": ("source", "published"),
    "refused": ("path", "item"),
}
"""Pane -> the columns of its view that are as wide as what stands in them."""

EVENTS_WIDTH: Final = 40
"""Buckets that the first look at a timeline may need: they fit beside the others in a wide window."""

STRAY: Final = 0.1
"""Share of the dates at either end that a first look at a timeline may leave out."""


def content(name: PaneName, index: Index, selection: Selection, options: Options) -> Content:
    """Make what a pane shows. May take long for a large index: call it in a thread."""
    only = options.only_matching and selection.testable > 0
    sort, column, downwards = _order(name, options)
    match name:
        case "brief":
            return BriefContent(Listing.of(pl.DataFrame()), selection, brief=make_brief(index, selection))
        case "refused":
            listing = Listing.of(index.refused)
            return Content(listing, selection, sample=_sample(name, listing))
        case "articles":
            listing = articles_list(index, selection)
        case "actors":
            actors = actors_list(index, selection, direct_only=only)
            most = int(actors.column("mentions", actors.rows.head(1)).sum())
            listing = _sorted(actors, column, downwards)
            return Content(listing, selection, sort, only, listing.slice(0, listing.ready), most)
        case "timeline":
            listing, days = timeline_over_time(index, selection, direct_only=only)
            zoom, buckets, begin = _over_time(days, options.zoom)
            begin = begin if column is None else 0
            listing, sample = _sorted(listing, column, downwards, begin), _sample(name, listing)
            return TimelineContent(
                listing, selection, sort, only, sample, zoom=zoom, buckets=buckets, begin=begin
            )
        case "figures":
            listing = figures_list(index, selection, direct_only=only)
        case "search":
            found = hits_view(index, selection, direct_only=only, articles=LOOKED_THROUGH)
            hits = _sorted(Listing.of(found), column, downwards)
            keywords = keywords_view(index, selection)
            return SearchContent(hits, selection, sort, only, _sample(name, hits), keywords=keywords)
    return Content(_sorted(listing, column, downwards), selection, sort, only, _sample(name, listing))


def actor_content(index: Index, selection: Selection, actor_id: int) -> ActorContent | None:
    """What is known of one actor; None where the selection does not name it."""
    actors = actors_list(index, selection)
    place = actors.find(actor_id=actor_id)
    if place is None:
        return None
    return ActorContent(
        actors.slice(place, 1).row(0, named=True),
        actor_view(index, selection, actor_id),
        roles_view(index, selection, actor_id),
        neighbours_view(index, selection, actor_id),
        ambiguous_view(index, selection).filter(pl.col("candidate_ids").list.contains(actor_id)),
    )


def _over_time(counted: pl.DataFrame, zoom: Zoom | None) -> tuple[Zoom, pl.DataFrame, int]:
    """The zoom of a timeline's days, their histogram, and the row that a first look begins with.

    A few dates of other centuries would have all others in one bucket, and fill the first page. The first
    look is at the others, then; the few stand before them.

    Args:
        counted: How often which days stand in it (`wiredesk.query.count_days`).
        zoom: What the reader set.
    """
    shown = zoom or fitting_zoom(counted, EVENTS_WIDTH)
    buckets = histogram(counted, shown)
    if 0 < buckets.height <= EVENTS_WIDTH:
        return shown, buckets, 0
    behind = counted["len"].cast(pl.Int64).cum_sum()
    dated = int(behind.tail(1).sum())
    few = int(dated * STRAY)
    inner = (behind > few) & (behind - counted["len"] < dated - few)
    most = counted.filter(inner).with_columns(date_to="date_from")
    at = ZOOMS.index(zoom or fitting_zoom(most, EVENTS_WIDTH))
    while not (buckets := histogram(counted, ZOOMS[at])).height and at > 0:
        at -= 1  # so many buckets are not made
    return ZOOMS[at], buckets, few


def _order(name: PaneName, options: Options) -> tuple[str, str | None, bool]:
    orders = SORTS.get(name)
    return orders[options.sorts.get(name, 0) % len(orders)] if orders else ("", None, False)


def _sorted(listing: Listing, column: str | None, downwards: bool, begin: int = 0) -> Listing:
    ordered = listing if column is None else listing.sorted(column, descending=downwards)
    return ordered.with_ready(begin, A_SCREEN)


def _sample(name: PaneName, listing: Listing) -> pl.DataFrame:
    rows = listing.rows
    if rows.len() > SAMPLE:
        rows = rows.head(SAMPLE // 2).append(rows.tail(SAMPLE // 2))
    return pl.DataFrame({column: listing.column(column, rows) for column in SAMPLED.get(name, ())})
