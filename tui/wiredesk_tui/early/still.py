"""A kept frame: cells and pens, and what must be so for it to be shown."""

import json
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from wiredesk_tui.terminal.grid import Cell, Row
from wiredesk_tui.terminal.pen import OFF, Pen

FORMAT: Final = 1
"""Raised when frames are written otherwise: those of another format are not read."""
MOST_CELLS: Final = 40_000
"""A frame of 400 by 100; of a larger terminal none is kept."""
MOST_BYTES: Final = 1_000_000
"""No frame of so many cells takes more."""
BEHIND: Final = "\0"
"""Stands for the cell behind a wide character, which holds nothing."""
LONGEST_COLOUR: Final = len("38;2;255;255;255")


class Still(NamedTuple):
    """A frame, and what it was made for.

    Attributes:
        made_for: The circumstances, as `wiredesk_tui.early.circumstances` gives them.
        store: Folder of the store whose index it shows.
        generation: Name of that index.
        depends: Files that it depends on, each with its time in nanoseconds and its size; -1 and -1 for one
            that was not there.
        erases_in_colour: As `wiredesk_tui.terminal.differ.Differ` has it.
        rows: The cells, row by row; all rows are as wide.
    """

    made_for: tuple[str, ...]
    store: str
    generation: str
    depends: tuple[tuple[str, int, int], ...]
    erases_in_colour: bool
    rows: tuple[Row, ...]


def fits(rows: Sequence[Row]) -> bool:
    """Whether a frame can be kept: not where terminals disagree about the widths of what is in it."""
    cells = sum(map(len, rows))
    return 0 < cells <= MOST_CELLS and all(
        not cell.text or (len(cell.text) == 1 and not cell.doubtful and cell.text.isprintable())
        for row in rows
        for cell in row
    )


def to_text(still: Still) -> str:
    """The frame as JSON."""
    pens: dict[Pen, int] = {}
    rows: list[list[tuple[int, str]]] = []
    for row in still.rows:
        runs: list[tuple[int, str]] = []
        for cell in row:
            pen = pens.setdefault(cell.pen, len(pens))
            text = cell.text or BEHIND
            if runs and runs[-1][0] == pen:
                runs[-1] = pen, runs[-1][1] + text
            else:
                runs.append((pen, text))
        rows.append(runs)
    held = still._asdict() | {"format": FORMAT, "pens": list(pens), "rows": rows}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Still | None:
    """Read a frame; None where it is damaged, or holds anything that a frame of ours cannot hold."""
    try:
        held = json.loads(text)
        if held["format"] != FORMAT:
            return None
        pens = [_pen(*parts) for parts in held["pens"]]
        rows = tuple([cell for run in runs for cell in _cells(pens, *run)] for runs in held["rows"])
        still = Still(
            tuple(map(_text, held["made_for"])),
            _text(held["store"]),
            _text(held["generation"]),
            tuple((_text(file), int(time), int(size)) for file, time, size in held["depends"]),
            bool(held["erases_in_colour"]),
            rows,
        )
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None
    even = bool(rows) and all(len(row) == len(rows[0]) and row[0].text for row in rows)
    return still if even and fits(rows) else None


def _pen(attributes: Any, text: Any, ground: Any) -> Pen:
    if not all(code in OFF for code in attributes):
        raise ValueError(attributes)
    return Pen(tuple(map(_text, attributes)), _colour(text), _colour(ground))


def _colour(value: Any) -> str:
    """Parameters of a colour: numbers, and nothing that would end the sequence that they stand in."""
    colour = _text(value)
    numbers = all(part.isascii() and part.isdecimal() for part in colour.split(";"))
    if colour and (not numbers or len(colour) > LONGEST_COLOUR):
        raise ValueError(colour)
    return colour


def _cells(pens: Sequence[Pen], pen: Any, text: Any) -> list[Cell]:
    if not isinstance(pen, int) or pen < 0:
        raise TypeError(pen)
    return [Cell("" if char == BEHIND else char, pens[pen]) for char in _text(text)]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
