"""The meeting place of the two wings: an index on disk and in memory."""

from typing import TYPE_CHECKING

from wiredesk.handing import handing_on

if TYPE_CHECKING:
    from wiredesk.store.beside import current_generation, kept_text
    from wiredesk.store.index import EMPTY_INDEX, Index
    from wiredesk.store.manifest import Inputs, Manifest
    from wiredesk.store.places import STANDARD_INPUT, resolved, root_name, store_directory
    from wiredesk.store.store import Store, open_store
    from wiredesk.store.writer import Writer

__all__ = [
    "EMPTY_INDEX",
    "STANDARD_INPUT",
    "Index",
    "Inputs",
    "Manifest",
    "Store",
    "Writer",
    "current_generation",
    "kept_text",
    "open_store",
    "resolved",
    "root_name",
    "store_directory",
]

__getattr__ = handing_on(
    __name__,
    {
        "beside": ("current_generation", "kept_text"),
        "index": (
            "EMPTY_INDEX",
            "Index",
        ),
        "manifest": (
            "Inputs",
            "Manifest",
        ),
        "places": (
            "STANDARD_INPUT",
            "resolved",
            "root_name",
            "store_directory",
        ),
        "store": (
            "Store",
            "open_store",
        ),
        "writer": ("Writer",),
    },
)
