"""The meeting place of the two wings: an index on disk and in memory."""

from wiredesk.store.index import EMPTY_INDEX, Index
from wiredesk.store.manifest import Inputs, Manifest
from wiredesk.store.places import resolved, root_name, store_directory
from wiredesk.store.store import Store
from wiredesk.store.writer import Writer

__all__ = [
    "EMPTY_INDEX",
    "Index",
    "Inputs",
    "Manifest",
    "Store",
    "Writer",
    "resolved",
    "root_name",
    "store_directory",
]
