"""A briefing desk's library: who acts, what happened when, which figures are claimed, in a pile of news.

    import wiredesk

    index = wiredesk.index("clippings", store="clippings.index")
    index.events.filter(index.events["date_from"].is_not_null())

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
    from wiredesk.errors import ConfigError, QueryError, ReadError, StoreError, WiredeskError
    from wiredesk.seeds import seeds_dir
    from wiredesk.store import Index, open_store

__all__ = [
    "ConfigError",
    "Index",
    "QueryError",
    "ReadError",
    "StoreError",
    "WiredeskError",
    "__version__",
    "errors",
    "index",
    "open_store",
    "schema",
    "seeds_dir",
]

_HOMES: Final = {
    "ConfigError": "wiredesk.errors",
    "Index": "wiredesk.store",
    "QueryError": "wiredesk.errors",
    "ReadError": "wiredesk.errors",
    "StoreError": "wiredesk.errors",
    "WiredeskError": "wiredesk.errors",
    "index": "wiredesk.api",
    "open_store": "wiredesk.store",
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
