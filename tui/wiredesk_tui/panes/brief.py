"""The brief pane."""

from typing import Final

from textual.message import Message
from textual.reactive import var

from wiredesk.brief import Brief
from wiredesk_tui.cells import Line, Span, clean, cut
from wiredesk_tui.contents import BriefContent
from wiredesk_tui.heads import MARGIN, head_line
from wiredesk_tui.page import LONGEST_LINE, breaks
from wiredesk_tui.row_list import RowList
from wiredesk_tui.rows import ListRows, Row
from wiredesk_tui.wishes import Open, Say

HANGING: Final = 2
"""Cells by which the second line of an entry is set in, so that entries are told apart."""


class BriefPane(RowList):
    """The brief of what is selected, wrapped; each line opens its sentence."""

    content: var[BriefContent | None] = var[BriefContent | None](None, always_update=True)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._width = 0

    def watch_content(self) -> None:
        """Show another brief."""
        self._lay_out()

    def on_resize(self) -> None:
        """Wrap it anew."""
        if self.size.width != self._width:
            self._lay_out()
        super().on_resize()

    def _lay_out(self) -> None:
        self._width = self.size.width
        brief = self.content.brief if self.content else None
        self.empty = "nothing to brief on: no article is selected"
        self.rows = ListRows(rows_of(brief, max(1, self.size.width - MARGIN)) if brief else [])

    @property
    def place(self) -> str:
        """Nothing: numbers of wrapped lines say nothing."""
        return ""

    def head_lines(self, width: int) -> list[Line]:
        """The pane's name."""
        return [head_line(self.place, "Brief", ["Enter opens a line's sentence"], width)]

    def row_line(self, row: Row, width: int) -> Line:
        """A heading, or a line of the brief."""
        token = "heading" if row["heading"] else "text"
        return [Span(cut(row["text"], width, self.look.glyphs.ellipsis), token)]

    def can_hold_cursor(self, row: Row) -> bool:
        """Only the first line of an entry can be picked."""
        return bool(row["first"])

    def extent(self, at: int) -> tuple[int, int]:
        """All lines of an entry belong together."""
        entry, last = self.rows[at]["entry"], at
        while last + 1 < len(self.rows) and self.rows[last + 1]["entry"] == entry:
            last += 1
        return at, last

    def opened(self, row: Row) -> Message:
        """The sentence behind the line."""
        if row["address"] is None:
            return Say("this line counts: no single sentence stands behind it")
        return Open(row["address"])


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
