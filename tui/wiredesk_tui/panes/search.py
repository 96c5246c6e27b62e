"""The search pane: the keywords of what is selected, and the sentences that match the query."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message
from textual.reactive import var

from wiredesk.query import Address, Query, facet
from wiredesk_tui.bindings import bindings
from wiredesk_tui.cells import Column, Line, Span, fit, table_line
from wiredesk_tui.columns import published_column, source_column
from wiredesk_tui.contents import LOOKED_THROUGH, SearchContent
from wiredesk_tui.drawing import bar
from wiredesk_tui.heads import captions, head_line
from wiredesk_tui.look import PLAIN_LOOK, Look
from wiredesk_tui.row_list import RowList
from wiredesk_tui.rows import NO_ROWS, FrameRows, Row
from wiredesk_tui.snippet import hit_in, snippet
from wiredesk_tui.wishes import Narrow, Open, Say, Why
from wiredesk_tui.wording import published

KEYWORD_COLUMNS: Final = (
    Column("articles", 5, 8, right=True),
    Column("weight", 6, 10, drop=1),
    Column("kind", 4, 4, drop=2),
    Column("keyword", 8),
)
SENTENCE: Final = Column("sentence", 30)
SIDE_BY_SIDE: Final = 90
"""Cells from which the two lists stand beside each other."""


class KeywordList(RowList):
    """The keywords."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("search")

    content: var[SearchContent | None] = var[SearchContent | None](None, always_update=True)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._heaviest = 0.0

    def watch_content(self, content: SearchContent | None) -> None:
        """Show other keywords."""
        self.empty = "no keywords"
        self.rows = FrameRows(content.keywords, ["keyword"]) if content else NO_ROWS
        self._heaviest = max(content.keywords["score"], default=0.0) if content else 0.0

    def head_lines(self, width: int) -> list[Line]:
        """The list's name, and the columns'."""
        head = head_line(self.place, "Keywords", ["names and others by turns"], width)
        return [head, captions(KEYWORD_COLUMNS, width)]

    def row_line(self, row: Row, width: int) -> Line:
        """In how many articles it leads, how much it weighs, whether it is a name, the keyword."""
        widths = fit(KEYWORD_COLUMNS, width)
        cells = (
            Span(f"{row['articles']:,}", "muted"),
            Span(bar(row["score"], self._heaviest, widths[1], self.look.glyphs), "bar"),
            Span("name" if row["sort"] == "name" else "", "muted"),
            Span(row["keyword"]),
        )
        return table_line(KEYWORD_COLUMNS, widths, cells, self.look.glyphs.ellipsis)

    def opened(self, row: Row) -> Message:
        """Look for it."""
        return Narrow(facet("keyword", row["keyword"]))

    def added(self, row: Row) -> Message:
        """The keyword."""
        return self.opened(row)

    def action_why(self) -> None:
        """What a keyword's place hangs on."""
        self.post_message(Say("keywords stand by how far they spread and how telling they are there"))

    def action_other_list(self) -> None:
        """To the sentences."""
        self.post_message(OtherList(self))


class HitList(RowList):
    """The sentences that match."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("search")

    content: var[SearchContent | None] = var[SearchContent | None](None, always_update=True)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns: tuple[Column, ...] = (SENTENCE,)
        self._asked: Query | None = None

    def watch_content(self, content: SearchContent | None) -> None:
        """Show other sentences; those of another query from the best one on."""
        asked = content.selection.query if content else None
        if asked != self._asked:
            self._asked = asked
            self.start_over()
        self.rows = FrameRows(content.listing, ["article_id", "sentence"]) if content else NO_ROWS
        if content:
            date = published_column(content.sample, self.look.glyphs, drop=2)
            self._columns = (date, source_column(content.sample, drop=1), SENTENCE)
        if content is None or content.selection.everything:
            self.empty = "/ searches; Enter on a keyword narrows to it"
        elif content.selection.emptied_by:
            clause = content.selection.emptied_by.text
            self.empty = f"nothing is left after  {clause}" + (
                f"  ({clause}* finds longer words)" if clause.isalnum() else ""
            )
        elif not content.selection.testable:
            self.empty = "no part of the query can be told from a sentence: see 2 Articles"
        else:
            self.empty = "no sentence matches"

    def head_lines(self, width: int) -> list[Line]:
        """The list's name."""
        content = self.content
        only = "only matching" if content and content.only_matching else ""
        many = content.selection.height if content and content.selection.testable else 0
        best = f"of the {LOOKED_THROUGH} best articles" if many > LOOKED_THROUGH else ""
        return [head_line(self.place, "Sentences", [best, only, content.sort if content else ""], width)]

    def row_line(self, row: Row, width: int) -> Line:
        """Day, outlet, and the sentence around its hit."""
        glyphs = self.look.glyphs
        widths = fit(self._columns, width)
        cells = (Span(published(row, glyphs), "muted"), Span(row["source"] or "?", "muted"))
        line = table_line(self._columns[:2], widths[:2], cells, glyphs.ellipsis)
        start, end = hit_in(row["text"], self.content.selection) if self.content else (0, 0)
        gap = [Span("  ")] if line else []
        return [*line, *gap, *snippet(row["text"], start, end, "hit", widths[2], glyphs.ellipsis)]

    def opened(self, row: Row) -> Message:
        """The sentence, at its hit."""
        start, end = hit_in(row["text"], self.content.selection) if self.content else (0, 0)
        at: int = row["start"]
        last = at + end if end > start else row["end"]
        return Open(Address(row["article_id"], row["sentence"], at + start, last))

    def action_why(self) -> None:
        """Why the article of this sentence stands where it does."""
        if self.row is not None:
            self.post_message(Why(self.row["article_id"]))

    def action_other_list(self) -> None:
        """To the keywords."""
        self.post_message(OtherList(self))


class OtherList(Message):
    """The other one of the two lists should have the keys."""

    def __init__(self, now: RowList) -> None:
        super().__init__()
        self.now = now


class SearchPane(Container):
    """Sentences and keywords, beside or above each other."""

    content: var[SearchContent | None] = var[SearchContent | None](None, always_update=True)
    look: var[Look] = var(PLAIN_LOOK)

    def compose(self) -> ComposeResult:
        """The two lists."""
        yield HitList(id="hit-list").data_bind(SearchPane.content, SearchPane.look)
        yield KeywordList(id="keyword-list").data_bind(SearchPane.content, SearchPane.look)

    def watch_content(self, content: SearchContent | None) -> None:
        """Give the sentences the most room once something is looked for."""
        self.set_class(content is not None and not content.selection.everything, "asked")

    def on_resize(self) -> None:
        """Beside each other where there is room."""
        self.set_class(self.size.width >= SIDE_BY_SIDE, "beside")

    @property
    def hits(self) -> RowList:
        """The sentences."""
        return self.query_one(HitList)

    @property
    def first(self) -> RowList:
        """The list that should have the keys first: the sentences, where there are any."""
        return self.hits if len(self.hits.rows) else self.query_one(KeywordList)

    def on_other_list(self, event: OtherList) -> None:
        """Change over."""
        event.stop()
        other = HitList if isinstance(event.now, KeywordList) else KeywordList
        self.screen.set_focus(self.query_one(other))
