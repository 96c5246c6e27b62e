"""A briefing desk's library: who acts, what happened when, which figures are claimed, in a pile of news.

    import wiredesk

    index = wiredesk.index("clippings", store="clippings.index")
    storm = wiredesk.select(index, "storm place:Lund after:2020")
    wiredesk.actors_view(index, storm)

Every frame has a schema of `wiredesk.schema`; every row with a span says what `text[start:end]` of its
article says (`index.text(article_id)`). Names are loaded when they are first used, so that importing
the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from wiredesk._version import __version__

if TYPE_CHECKING:
    from wiredesk import errors, schema
    from wiredesk.api import index
    from wiredesk.brief import cite, export, make_brief, plain
    from wiredesk.errors import ConfigError, QueryError, ReadError, StoreError, WiredeskError
    from wiredesk.query import (
        Address,
        Query,
        Selection,
        actor_view,
        actors_view,
        ambiguous_view,
        articles_view,
        copies_view,
        differences_view,
        facet,
        figures_view,
        highlights,
        histogram,
        hits_view,
        keywords_view,
        neighbours_view,
        roles_over_time,
        roles_view,
        select,
        timeline_view,
    )
    from wiredesk.seeds import seeds_dir
    from wiredesk.store import Index, open_store

__all__ = [
    "Address",
    "ConfigError",
    "Index",
    "Query",
    "QueryError",
    "ReadError",
    "Selection",
    "StoreError",
    "WiredeskError",
    "__version__",
    "actor_view",
    "actors_view",
    "ambiguous_view",
    "articles_view",
    "cite",
    "copies_view",
    "differences_view",
    "errors",
    "export",
    "facet",
    "figures_view",
    "highlights",
    "histogram",
    "hits_view",
    "index",
    "keywords_view",
    "make_brief",
    "neighbours_view",
    "open_store",
    "plain",
    "roles_over_time",
    "roles_view",
    "schema",
    "seeds_dir",
    "select",
    "timeline_view",
]

_HOMES: Final = {
    **dict.fromkeys(
        ("ConfigError", "QueryError", "ReadError", "StoreError", "WiredeskError"), "wiredesk.errors"
    ),
    **dict.fromkeys(("Index", "open_store"), "wiredesk.store"),
    **dict.fromkeys(
        (
            "Address",
            "Query",
            "Selection",
            "actor_view",
            "actors_view",
            "ambiguous_view",
            "articles_view",
            "copies_view",
            "differences_view",
            "facet",
            "figures_view",
            "highlights",
            "histogram",
            "hits_view",
            "keywords_view",
            "neighbours_view",
            "roles_over_time",
            "roles_view",
            "select",
            "timeline_view",
        ),
        "wiredesk.query",
    ),
    **dict.fromkeys(("cite", "export", "make_brief", "plain"), "wiredesk.brief"),
    "index": "wiredesk.api",
    "seeds_dir": "wiredesk.seeds",
}
_MODULES: Final = ("errors", "schema")


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"wiredesk.{name}")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
