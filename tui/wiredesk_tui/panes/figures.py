"""The figures pane."""

from typing import Final

from textual.message import Message
from textual.reactive import var

from wiredesk.brief.wording import measure
from wiredesk.query import Address, facet
from wiredesk_tui.cells import Column, Line, Span, fit, table_line
from wiredesk_tui.columns import published_column, source_column
from wiredesk_tui.contents import Content, emptied
from wiredesk_tui.heads import captions, head_line
from wiredesk_tui.row_list import RowList
from wiredesk_tui.rows import NO_ROWS, FrameRows, Row
from wiredesk_tui.snippet import fact_in, snippet
from wiredesk_tui.wishes import Narrow, Open, Say
from wiredesk_tui.wording import amount, of_what, published, unit_in_words

COLUMNS: Final = (
    Column("value", 9, 12, right=True),
    Column("unit", 6, 6),
    Column("of what", 12, 24, drop=1, wish=18),
    Column("sentence", 20, drop=2, wish=36),
)


class FiguresPane(RowList):
    """The figures that are claimed."""

    content: var[Content | None] = var[Content | None](None, always_update=True)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns: tuple[Column, ...] = COLUMNS

    def watch_content(self, content: Content | None) -> None:
        """Show other figures."""
        self.empty = emptied(content, "no figures in what is selected")
        if content:
            date = published_column(content.sample, self.look.glyphs, drop=3)
            self._columns = (*COLUMNS[:3], date, source_column(content.sample, drop=4), COLUMNS[3])
        self.rows = FrameRows(content.listing, ["article_id", "start"]) if content else NO_ROWS

    def head_lines(self, width: int) -> list[Line]:
        """The pane's name and the columns'."""
        content = self.content
        only = "only matching" if content and content.only_matching else ""
        notes = [only, content.sort if content else ""]
        return [head_line(self.place, "Figures", notes, width), captions(self._columns, width)]

    def row_line(self, row: Row, width: int) -> Line:
        """Value with its bound, unit, counted thing, day, outlet, sentence."""
        glyphs = self.look.glyphs
        widths = fit(self._columns, width)
        value = amount(row, glyphs, widths[0])
        unit = unit_in_words(measure(row["unit"], row["per"]))
        cells = (
            Span(value, "figure"),
            Span(unit),
            Span(of_what(row, unit)),
            Span(published(row, glyphs), "muted"),
            Span(row["source"] or "?", "muted"),
        )
        line = table_line(self._columns[:-1], widths[:-1], cells, glyphs.ellipsis)
        if widths[-1] == 0:
            return line
        start, end = fact_in(row["text"], row["figure"])
        return [*line, Span("  "), *snippet(row["text"], start, end, "figure", widths[-1], glyphs.ellipsis)]

    def opened(self, row: Row) -> Message:
        """The sentence."""
        return Open(Address(row["article_id"], row["sentence"], row["start"], row["end"]))

    def added(self, row: Row) -> Message:
        """The counted thing, or the unit where none is named."""
        if row["noun"]:
            return Narrow(facet("noun", row["noun"]))
        if row["unit"]:
            return Narrow(facet("unit", row["unit"]))
        return Say("this figure has no unit and counts no named thing: it cannot narrow the query")
