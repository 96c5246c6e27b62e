"""Finding rows that only moved, so that the terminal can move them itself."""

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeVar

Row = TypeVar("Row")
Cell = TypeVar("Cell")

FEWEST: Final = 2
"""Rows that must have moved together: to move one costs about as much as to write it."""


class Shift(NamedTuple):
    """Rows that move.

    Attributes:
        top: First row of the part that scrolls.
        bottom: Its last row.
        by: How many rows its content moves up; below 0 down.
    """

    top: int
    bottom: int
    by: int


def find_shift(old: Sequence[Sequence[Cell]], new: Sequence[Sequence[Cell]]) -> Shift | None:
    """The shift after which most rows need not be written; None where too few would gain.

    Args:
        old: The rows that the terminal shows.
        new: As many rows, as they should be.
    """
    best: tuple[int, Shift] | None = None
    moved = [y for y, row in enumerate(new) if row != old[y] and any(cell != row[0] for cell in row)]
    for by in range(-(len(new) - FEWEST), len(new) - FEWEST + 1):
        if by == 0:
            continue
        found = [y for y in moved if 0 <= y + by < len(old) and new[y] == old[y + by]]
        if len(found) >= FEWEST and (best is None or len(found) > best[0]):
            shift = Shift(found[0] + min(by, 0), found[-1] + max(by, 0), by)
            best = len(found), shift
    return best[1] if best else None


def shifted(rows: Sequence[Row], shift: Shift, blank: Row) -> list[Row]:
    """The rows as they are once the terminal has moved them: what moves in is blank."""
    after = list(rows)
    for y in range(shift.top, shift.bottom + 1):
        source = y + shift.by
        after[y] = rows[source] if shift.top <= source <= shift.bottom else blank
    return after
