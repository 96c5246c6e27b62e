"""The meeting place of the two wings: an index on disk and in memory."""

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
    "open_store",
    "resolved",
    "root_name",
    "store_directory",
]
