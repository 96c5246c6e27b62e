"""What a list is headed by, and what its row under the cursor looks like."""

from collections.abc import Sequence
from typing import Final

from wiredesk_tui.cells import Column, Line, Span, fit, table_line, width_of
from wiredesk_tui.lines import sides

BAND: Final = 8
"""Cells of a row's text that are painted as the cursor at least; on then to the next blank between columns.

To paint the cursor over the whole row means to send two whole rows for each step of it.
"""
BARS: Final = "bar"
"""Style of what stays as it is under the cursor: a bar in other colours is another bar."""
MARGIN: Final = 2
"""Cells before a row's text: the marker and a blank."""


def heads_within(lines: Sequence[Line], height: int) -> Sequence[Line]:
    """The lines above a list's rows, as many as leave room for one of them."""
    return lines if height > len(lines) + 1 else lines[:1] if height > 1 else []


def listed(line: Line, marker: str, cursor: str | None) -> Line:
    """A row with what stands before it.

    Args:
        line: The row.
        marker: Of the row under the cursor.
        cursor: Token of the cursor, where it stands on this row.
    """
    if cursor is None:
        return [Span(" " * MARGIN), *line]
    return [Span(f"{marker} ", cursor), *banded(line, cursor)]


def banded(line: Line, token: str) -> Line:
    """A row's first column painted with a token, and what stands behind it, and bars, as they were."""
    taken = 0
    for number, span in enumerate(line):
        if taken >= BAND and not span.text.strip():
            return [*_painted(line[:number], token), *line[number:]]
        taken += width_of(span.text)
    return _painted(line, token)


def _painted(line: Line, token: str) -> Line:
    return [span if span.token == BARS else Span(span.text, token) for span in line]


def head_line(place: str, name: str, notes: Sequence[str], width: int) -> Line:
    """A pane's head: its name, notes to it, and where the cursor stands."""
    left = [Span(f" {name}")] + [Span(f"  {note}") for note in notes if note]
    while len(left) > 1 and sum(len(span.text) for span in left) + len(place) + 2 > width:
        left.pop()
    return sides(left, [Span(f"{place} ")], width)


def captions(columns: tuple[Column, ...], width: int) -> Line:
    """The columns' names, above the rows of a list that is `width` cells wide."""
    names = [Span(column.name, "muted") for column in columns]
    return [Span(" " * MARGIN), *table_line(columns, fit(columns, max(1, width - MARGIN)), names)]
