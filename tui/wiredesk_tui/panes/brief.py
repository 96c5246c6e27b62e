"""The brief pane."""

from textual.message import Message
from textual.reactive import var

from wiredesk_tui.brief_rows import brief_head, brief_line, rows_of
from wiredesk_tui.cells import Line
from wiredesk_tui.contents import BriefContent
from wiredesk_tui.heads import MARGIN
from wiredesk_tui.row_list import RowList
from wiredesk_tui.rows import ListRows, Row
from wiredesk_tui.wishes import Open, Say


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
        self.empty = "nothing to brief on: no article is selected" if brief else ""
        self.rows = ListRows(rows_of(brief, max(1, self.size.width - MARGIN)) if brief else [])

    @property
    def place(self) -> str:
        """Nothing: numbers of wrapped lines say nothing."""
        return ""

    def head_lines(self, width: int) -> list[Line]:
        """The pane's name."""
        return [brief_head(width)]

    def row_line(self, row: Row, width: int) -> Line:
        """A heading, or a line of the brief."""
        return brief_line(row, width, self.look.glyphs)

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
