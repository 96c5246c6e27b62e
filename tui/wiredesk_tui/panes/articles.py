"""The articles pane."""

from typing import Final

from textual.message import Message
from textual.reactive import var

from wiredesk.query import facet
from wiredesk_tui.cells import Column, Line, Span, fit, table_line
from wiredesk_tui.columns import published_column, source_column
from wiredesk_tui.contents import Content, emptied
from wiredesk_tui.heads import captions, head_line
from wiredesk_tui.row_list import RowList
from wiredesk_tui.rows import NO_ROWS, FrameRows, Row
from wiredesk_tui.wishes import Narrow, OpenArticle
from wiredesk_tui.wording import UNKNOWN, published

HITS: Final = Column("hits", 4, 5, right=True, drop=3)
WORDS: Final = Column("words", 5, 6, right=True, drop=4)
TITLE: Final = Column("title", 30, wish=42)


class ArticlesPane(RowList):
    """The selected articles."""

    content: var[Content | None] = var[Content | None](None, always_update=True)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns: tuple[Column, ...] = (TITLE,)

    def watch_content(self, content: Content | None) -> None:
        """Show other articles."""
        if content is None:
            self.rows = NO_ROWS
            return
        self.empty = emptied(content, "no articles")
        sample = content.sample
        self._columns = (
            published_column(sample, self.look.glyphs),
            *((HITS,) if content.selection.testable else ()),
            source_column(sample, wish=12, drop=1),
            WORDS,
            TITLE,
        )
        self.rows = FrameRows(content.listing, ["article_id"])

    def head_lines(self, width: int) -> list[Line]:
        """The pane's name and the columns'."""
        sort = self.content.sort if self.content else ""
        return [head_line(self.place, "Articles", [sort], width), captions(self._columns, width)]

    def row_line(self, row: Row, width: int) -> Line:
        """Day, hits, outlet, words and title; what tells of near-copies stands where no title is cut."""
        glyphs = self.look.glyphs
        copies = f"[+{row['copies']:,}] " if row["copies"] else ""
        copies = "[copy] " if row["duplicate_of"] is not None else copies
        cells = {
            "published": Span(published(row, glyphs), "muted"),
            "hits": Span("" if row["hits"] is None else str(row["hits"]), "bar"),
            "source": Span(row["source"] or UNKNOWN),
            "words": Span(f"{row['words'] or 0:,}", "muted"),
            "title": Span(copies + (row["title"] or f"untitled: {row['path']}"), "title"),
        }
        columns = self._columns
        return table_line(columns, fit(columns, width), [cells[c.name] for c in columns], glyphs.ellipsis)

    def opened(self, row: Row) -> Message:
        """The article from its beginning."""
        return OpenArticle(row["article_id"])

    def added(self, row: Row) -> Message:
        """Its outlet."""
        return Narrow(facet("source", row["source"] or "unknown"))
