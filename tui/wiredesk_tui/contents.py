"""What the panes show: each a function of the index, the selection and how the reader wants to see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import polars as pl

from wiredesk.brief import Brief, make_brief
from wiredesk.query import (
    ZOOMS,
    Selection,
    Zoom,
    actor_view,
    actors_view,
    ambiguous_view,
    articles_view,
    figures_view,
    fitting_zoom,
    histogram,
    hits_view,
    keywords_view,
    neighbours_view,
    roles_view,
    timeline_view,
)
from wiredesk.store import Index

PaneName = Literal["brief", "articles", "actors", "timeline", "figures", "search", "refused"]

PANES: Final[dict[PaneName, tuple[str, str]]] = {
    "brief": ("1", "Brief"),
    "articles": ("2", "Articles"),
    "actors": ("3", "Actors"),
    "timeline": ("4", "Timeline"),
    "figures": ("5", "Figures"),
    "search": ("7", "Search"),
    "refused": ("r", "Refused"),
}
"""Pane -> its key and its name."""

SORTS: Final[dict[PaneName, tuple[tuple[str, str | None, bool], ...]]] = {
    "articles": (
        ("best and newest first", None, False),
        ("oldest first", "published", False),
        ("by source", "source", False),
        ("by title", "title", False),
        ("longest first", "words", True),
    ),
    "actors": (("most named first", None, False), ("by name", "name", False), ("by kind", "kind", False)),
    "timeline": (
        ("by date", None, False),
        ("by source", "source", False),
        ("latest first", "date_from", True),
    ),
    "figures": (
        ("by kind and thing", None, False),
        ("largest first", "value", True),
        ("by counted thing", "noun", False),
        ("by source", "source", False),
        ("newest article first", "published", True),
    ),
    "search": (
        ("best first", None, False),
        ("newest first", "published", True),
        ("by source", "source", False),
    ),
}
"""Pane -> its orders: words, column (None: as the view gives it), downwards."""

EVENTS_WIDTH: Final = 40
"""Buckets that the first look at a timeline may need: they fit beside the others in a wide window."""

STRAY: Final = 0.1
"""Share of the dates at either end that a first look at a timeline may leave out."""


@dataclass(frozen=True)
class Options:
    """How the reader wants to see the panes.

    Attributes:
        only_matching: Only facts of sentences that match the query themselves.
        zoom: Of the timeline; None is the closest at which all of it fits.
        sorts: Pane -> number of its order in `SORTS`.
    """

    only_matching: bool = False
    zoom: Zoom | None = None
    sorts: Mapping[PaneName, int] = field(default_factory=dict[PaneName, int])


@dataclass(frozen=True, eq=False)
class Content:
    """What one pane shows.

    Attributes:
        frame: Its view.
        selection: What it was made from.
        sort: The order, in words.
        only_matching: Only facts of sentences that match themselves.
    """

    frame: pl.DataFrame
    selection: Selection
    sort: str = ""
    only_matching: bool = False


@dataclass(frozen=True, eq=False)
class TimelineContent(Content):
    """The timeline, and its histogram (schema `wiredesk.query.views.timeline.HISTOGRAM`)."""

    zoom: Zoom = "year"
    buckets: pl.DataFrame = field(default_factory=pl.DataFrame)
    begin: int = 0
    """The row to begin with."""


@dataclass(frozen=True, eq=False)
class SearchContent(Content):
    """The sentences that match, and the keywords."""

    keywords: pl.DataFrame = field(default_factory=pl.DataFrame)


@dataclass(frozen=True, eq=False)
class BriefContent(Content):
    """The brief."""

    brief: Brief | None = None


@dataclass(frozen=True, eq=False)
class ActorContent:
    """What is known of one actor: a row of the actors view, and the views about it."""

    actor: dict[str, Any]
    sentences: pl.DataFrame
    roles: pl.DataFrame
    neighbours: pl.DataFrame
    ambiguous: pl.DataFrame
    """Names that may mean this actor or another."""


def content(name: PaneName, index: Index, selection: Selection, options: Options) -> Content:
    """Make what a pane shows. May take long for a large index: call it in a thread."""
    only = options.only_matching and selection.sentences is not None
    sort, column, downwards = _order(name, options)
    match name:
        case "brief":
            return BriefContent(pl.DataFrame(), selection, brief=make_brief(index, selection))
        case "refused":
            return Content(index.refused, selection)
        case "articles":
            frame = articles_view(index, selection)
        case "actors":
            frame = actors_view(index, selection, direct_only=only)
        case "timeline":
            frame = timeline_view(index, selection, direct_only=only)
            zoom, buckets, begin = _over_time(frame, options.zoom)
            begin = begin if column is None else 0
            frame = _sorted(frame, column, downwards)
            return TimelineContent(frame, selection, sort, only, zoom, buckets, begin)
        case "figures":
            frame = figures_view(index, selection, direct_only=only)
        case "search":
            frame = _sorted(hits_view(index, selection, direct_only=only), column, downwards)
            return SearchContent(frame, selection, sort, only, keywords_view(index, selection))
    return Content(_sorted(frame, column, downwards), selection, sort, only)


def actor_content(index: Index, selection: Selection, actor_id: int) -> ActorContent | None:
    """What is known of one actor; None where the selection does not name it."""
    found = actors_view(index, selection).filter(pl.col("actor_id") == actor_id)
    if found.is_empty():
        return None
    return ActorContent(
        found.row(0, named=True),
        actor_view(index, selection, actor_id),
        roles_view(index, selection, actor_id),
        neighbours_view(index, selection, actor_id),
        ambiguous_view(index, selection).filter(pl.col("candidate_ids").list.contains(actor_id)),
    )


def _over_time(timeline: pl.DataFrame, zoom: Zoom | None) -> tuple[Zoom, pl.DataFrame, int]:
    """A timeline's zoom, its histogram, and the row that a first look begins with.

    A few dates of other centuries would have all others in one bucket, and fill the first page. The first
    look is at the others, then; the few stand before them.
    """
    shown = zoom or fitting_zoom(timeline, EVENTS_WIDTH)
    buckets = histogram(timeline, shown)
    if 0 < buckets.height <= EVENTS_WIDTH:
        return shown, buckets, 0
    dated = timeline.height - timeline["date_from"].null_count()
    few = int(dated * STRAY)
    most = timeline.slice(few, dated - 2 * few).with_columns(date_to="date_from")
    at = ZOOMS.index(zoom or fitting_zoom(most, EVENTS_WIDTH))
    while not (buckets := histogram(timeline, ZOOMS[at])).height and at > 0:
        at -= 1  # so many buckets are not made
    return ZOOMS[at], buckets, few


def _order(name: PaneName, options: Options) -> tuple[str, str | None, bool]:
    orders = SORTS.get(name)
    return orders[options.sorts.get(name, 0) % len(orders)] if orders else ("", None, False)


def _sorted(frame: pl.DataFrame, column: str | None, downwards: bool) -> pl.DataFrame:
    if column is None:
        return frame
    return frame.sort(column, descending=downwards, nulls_last=True, maintain_order=True)
