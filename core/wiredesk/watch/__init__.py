"""Noticing that files or an index have changed, and bringing the index up to date while it is in use."""

from wiredesk.watch.changes import Changes, changes_between
from wiredesk.watch.follow import Update, follow
from wiredesk.watch.lookout import Lookout, Stir
from wiredesk.watch.network import POLL, on_network

__all__ = [
    "POLL",
    "Changes",
    "Lookout",
    "Stir",
    "Update",
    "changes_between",
    "follow",
    "on_network",
]
