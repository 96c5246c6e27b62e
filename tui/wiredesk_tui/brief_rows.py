"""The brief as rows of a list. The toolkit is not imported: the first screen may show it before."""

from typing import Final

from wiredesk.brief import Brief
from wiredesk_tui.cells import Line, Span, clean, cut
from wiredesk_tui.heads import head_line
from wiredesk_tui.look import Glyphs
from wiredesk_tui.page import LONGEST_LINE, breaks
from wiredesk_tui.rows import Row

HANGING: Final = 2
"""Cells by which the second line of an entry is set in, so that entries are told apart."""


def brief_head(width: int) -> Line:
    """The line above it."""
    return head_line("", "Brief", ["Enter opens a line's sentence"], width)


def brief_line(row: Row, width: int, glyphs: Glyphs) -> Line:
    """A heading, or a line of the brief."""
    return [Span(cut(row["text"], width, glyphs.ellipsis), "heading" if row["heading"] else "text")]


def rows_of(brief: Brief, width: int) -> list[Row]:
    """A brief as rows of at most `width` cells; a line's continuations follow it, set in."""
    rows: list[Row] = []
    for number, line in enumerate(brief.lines):
        if line.heading and rows:
            rows.append(_row(-number, "", first=False))
        text = clean(line.text)
        if line.heading:
            rows.append(_row(number, text, heading=True, first=False))
            continue
        indent = line.indent or HANGING
        indent = indent if indent < width // 2 else 0
        room = min(width, LONGEST_LINE) - indent
        for at, (start, end) in enumerate(breaks(text, room, -indent)):
            piece = text[start:end]
            shown = " " * indent + piece if at else piece
            rows.append(_row(number, shown, text, first=at == 0, address=line.address, part=at))
    return rows


def _row(
    entry: int,
    text: str,
    whole: str = "",
    *,
    heading: bool = False,
    first: bool,
    address: object = None,
    part: int = 0,
) -> Row:
    """One line of an entry; its first one is known by the whole of it, however wide the lines are
    and however many entries stand before it."""
    key = (address, whole) if first else (entry, part, whole)
    return {"key": key, "entry": entry, "text": text, "heading": heading, "first": first, "address": address}
