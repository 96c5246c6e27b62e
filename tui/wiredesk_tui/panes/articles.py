"""The articles pane."""

from typing import Final

from textual.message import Message
from textual.reactive import var

from wiredesk.query import facet
from wiredesk_tui.cells import Column, Line, Span, fit, table_line
from wiredesk_tui.contents import Content
from wiredesk_tui.row_list import RowList, head_line
from wiredesk_tui.rows import NO_ROWS, FrameRows, Row
from wiredesk_tui.wishes import Narrow, OpenArticle
from wiredesk_tui.wording import UNKNOWN, published

COLUMNS: Final = (
    Column("published", 11, 12),
    Column("hits", 4, right=True, most=5, drop=3),
    Column("source", 8, 22, drop=1),
    Column("words", 6, 6, right=True, drop=4),
    Column("title", 30),
)


class ArticlesPane(RowList):
    """The selected articles."""

    content: var[Content | None] = var[Content | None](None, always_update=True)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns = COLUMNS

    def watch_content(self, content: Content | None) -> None:
        """Show other articles."""
        if content is None:
            self.rows = NO_ROWS
            return
        emptied = content.selection.emptied_by
        self.empty = f"no article: nothing is left after  {emptied.text}" if emptied else "no articles"
        date, hits, outlet, words, title = COLUMNS
        outlet = outlet.for_texts(content.frame["source"].drop_nulls().unique())
        searched = content.selection.sentences is not None
        self._columns = (date, hits, outlet, words, title) if searched else (date, outlet, words, title)
        self.rows = FrameRows(content.frame, ["article_id"])

    def head_lines(self, width: int) -> list[Line]:
        """The pane's name and the columns'."""
        sort = self.content.sort if self.content else ""
        names = [Span(column.name, "muted") for column in self._columns]
        captions = [Span("  "), *table_line(self._columns, fit(self._columns, width - 2), names)]
        return [head_line(self, "Articles", [sort], width), captions]

    def row_line(self, row: Row, width: int) -> Line:
        """Day, hits, outlet, words and title."""
        glyphs = self.look.glyphs
        copies = f" (+{row['copies']} near-copies)" if row["copies"] else ""
        copy = "copy: " if row["duplicate_of"] is not None else ""
        cells = {
            "published": Span(published(row, glyphs), "muted"),
            "hits": Span(str(row["hits"]), "bar"),
            "source": Span(row["source"] or UNKNOWN),
            "words": Span(f"{row['words'] or 0:,}", "muted"),
            "title": Span(copy + (row["title"] or f"untitled: {row['path']}") + copies, "title"),
        }
        columns = self._columns
        return table_line(columns, fit(columns, width), [cells[c.name] for c in columns], glyphs.ellipsis)

    def opened(self, row: Row) -> Message:
        """The article from its beginning."""
        return OpenArticle(row["article_id"])

    def added(self, row: Row) -> Message:
        """Its outlet."""
        return Narrow(facet("source", row["source"] or "unknown"))
