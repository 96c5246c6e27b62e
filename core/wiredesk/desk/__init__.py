"""The reader's own work on a pile, apart from its index, which many may share."""

from typing import TYPE_CHECKING

from wiredesk.handing import handing_on

if TYPE_CHECKING:
    from wiredesk.desk.desk import Desk, desk_file
    from wiredesk.desk.seen import keys_of, unseen

__all__ = ["Desk", "desk_file", "keys_of", "unseen"]

__getattr__ = handing_on(__name__, {"desk": ("Desk", "desk_file"), "seen": ("keys_of", "unseen")})
