"""What the panes show, as values; `wiredesk_tui.making` makes them. Loads no frames."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from wiredesk.brief import Brief
from wiredesk.query import Zoom

if TYPE_CHECKING:
    import polars as pl

    from wiredesk.query import Listing, Selection

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

LOOKED_THROUGH: Final = 100
"""The best articles whose sentences the search pane shows: more than anybody reads, found in 20 ms."""


def _nothing() -> "pl.DataFrame":
    import polars as pl

    return pl.DataFrame()


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
        listing: Its view; the first rows are made.
        selection: What it was made from.
        sort: The order, in words.
        only_matching: Only facts of sentences that match themselves.
        sample: Some columns of its rows (of the first and last ones where there are very many), by which
            to tell how wide a column is.
        most: The most mentions that one of the actors has.
    """

    listing: "Listing"
    selection: "Selection"
    sort: str = ""
    only_matching: bool = False
    sample: "pl.DataFrame" = field(default_factory=_nothing)
    most: int = 0


def emptied(content: Content | None, otherwise: str) -> str:
    """What a list without rows says: which part of the query left nothing, or what there is none of."""
    clause = content.selection.emptied_by if content else None
    return f"no article: nothing is left after  {clause.text}" if clause else otherwise


@dataclass(frozen=True, eq=False)
class TimelineContent(Content):
    """The timeline, and its histogram (schema `wiredesk.query.views.histogram.HISTOGRAM`)."""

    zoom: Zoom = "year"
    buckets: "pl.DataFrame" = field(default_factory=_nothing)
    begin: int = 0
    """The row to begin with."""


@dataclass(frozen=True, eq=False)
class SearchContent(Content):
    """The sentences that match, and the keywords."""

    keywords: "pl.DataFrame" = field(default_factory=_nothing)


@dataclass(frozen=True, eq=False)
class BriefContent(Content):
    """The brief."""

    brief: Brief | None = None


@dataclass(frozen=True, eq=False)
class ActorContent:
    """What is known of one actor: a row of the actors view, and the views about it."""

    actor: dict[str, Any]
    sentences: "pl.DataFrame"
    roles: "pl.DataFrame"
    neighbours: "pl.DataFrame"
    ambiguous: "pl.DataFrame"
    """Names that may mean this actor or another."""
