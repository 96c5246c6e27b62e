"""The meeting place of the two wings: an index on disk and in memory."""

from wiredesk.store.index import EMPTY_INDEX, Index

__all__ = ["EMPTY_INDEX", "Index"]
