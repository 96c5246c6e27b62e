"""The derived frames of an index: each a pure function of its tables."""

from wiredesk.store.derived.derive import Frames, derive
from wiredesk.store.derived.grown import derive_from
from wiredesk.store.derived.openings import seal
from wiredesk.store.derived.rows import by_day, first_rows

__all__ = ["Frames", "by_day", "derive", "derive_from", "first_rows", "seal"]
