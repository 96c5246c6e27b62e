"""The files that could not be read."""

from typing import Final

from textual.message import Message
from textual.reactive import var

from wiredesk.query import facet
from wiredesk_tui.cells import Column, Line, Span, fit, table_line
from wiredesk_tui.columns import captions
from wiredesk_tui.contents import Content
from wiredesk_tui.row_list import RowList, head_line
from wiredesk_tui.rows import NO_ROWS, FrameRows, Row
from wiredesk_tui.wishes import Narrow, Say

COLUMNS: Final = (Column("file", 12, 40), Column("why, and what to do", 20))


class RefusedPane(RowList):
    """What was refused, and why."""

    content: var[Content | None] = var[Content | None](None, always_update=True)

    def watch_content(self, content: Content | None) -> None:
        """Show other files."""
        self.empty = "nothing was refused: every file that was found could be read"
        self.rows = FrameRows(content.listing, ["path", "item"]) if content else NO_ROWS

    def head_lines(self, width: int) -> list[Line]:
        """The pane's name and the columns'."""
        return [head_line(self, "Refused", ["could not be read"], width), captions(COLUMNS, width)]

    def row_line(self, row: Row, width: int) -> Line:
        """The file and the reason."""
        name = row["path"] + (f" [{row['item']}]" if row["item"] else "")
        cells = (Span(name), Span(row["reason"] or "", "warning"))
        return table_line(COLUMNS, fit(COLUMNS, width), cells, self.look.glyphs.ellipsis)

    def opened(self, row: Row) -> Message:
        """The whole reason, which a row may be too short for."""
        return Say(f"{row['path']}: {row['reason']}", error=True)

    def added(self, row: Row) -> Message:
        """The file's path: other articles of a file that was refused in part."""
        return Narrow(facet("path", row["path"]))
