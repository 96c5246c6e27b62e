"""The reader's own work on a pile, apart from its index, which many may share."""

from wiredesk.desk.desk import Desk, desk_file
from wiredesk.desk.seen import keys_of, unseen

__all__ = ["Desk", "desk_file", "keys_of", "unseen"]
