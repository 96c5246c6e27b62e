"""The files that could not be read."""

from typing import Final

from textual.message import Message
from textual.reactive import var

from wiredesk.query import facet
from wiredesk_tui.cells import Column, Line, Span, fit, table_line
from wiredesk_tui.contents import Content
from wiredesk_tui.heads import captions, head_line
from wiredesk_tui.row_list import RowList
from wiredesk_tui.rows import NO_ROWS, FrameRows, Row
from wiredesk_tui.wishes import Narrow, Say

NAME: Final = Column("file", 12, 40)
REASON: Final = Column("why, and what to do", 20)


class RefusedPane(RowList):
    """What was refused, and why."""

    content: var[Content | None] = var[Content | None](None, always_update=True)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns = (NAME, REASON)

    def watch_content(self, content: Content | None) -> None:
        """Show other files."""
        self.empty = "nothing was refused: every file that was found could be read"
        if content and content.sample.height:
            names = (name_of(row) for row in content.sample.iter_rows(named=True))
            self._columns = (NAME.for_texts(names), REASON)
        self.rows = FrameRows(content.listing, ["path", "item"]) if content else NO_ROWS

    def head_lines(self, width: int) -> list[Line]:
        """The pane's name and the columns'."""
        return [
            head_line(self.place, "Refused", ["could not be read"], width),
            captions(self._columns, width),
        ]

    def row_line(self, row: Row, width: int) -> Line:
        """The file and the reason."""
        cells = (Span(name_of(row)), Span(row["reason"] or "", "warning"))
        return table_line(self._columns, fit(self._columns, width), cells, self.look.glyphs.ellipsis)

    def opened(self, row: Row) -> Message:
        """The whole reason, which a row may be too short for."""
        return Say(f"{row['path']}: {row['reason']}", error=True)

    def added(self, row: Row) -> Message:
        """The file's path: other articles of a file that was refused in part."""
        return Narrow(facet("path", row["path"]))


def name_of(row: Row) -> str:
    """A file, and where in it what was refused stands."""
    return row["path"] + (f" [{row['item']}]" if row["item"] else "")
