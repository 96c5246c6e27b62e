"""The actors pane: who acts, and what is known of one of them."""

from collections.abc import Hashable
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Final

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var

from wiredesk.query import facet
from wiredesk_tui.actor_rows import rows_of
from wiredesk_tui.bindings import bindings
from wiredesk_tui.cells import Column, Line, Span, clean, cut, fit, table_line
from wiredesk_tui.contents import ActorContent, Content, emptied
from wiredesk_tui.drawing import bar
from wiredesk_tui.heads import captions, head_line
from wiredesk_tui.look import Glyphs
from wiredesk_tui.row_list import RowList
from wiredesk_tui.rows import NO_ROWS, FrameRows, ListRows, Row
from wiredesk_tui.snippet import fact_in, snippet
from wiredesk_tui.wishes import Narrow, Open, OpenActor
from wiredesk_tui.wording import KIND_FIELDS, KIND_MARKS, UNKNOWN

COLUMNS: Final = (
    Column("named", 5, 7, right=True),
    Column("", 4, 10, drop=1),
    Column("articles", 8, 8, right=True, drop=5),
    Column("kind", 4, 4, drop=1),
    Column("seen", 10, 23, drop=4),
    Column("name", 18, 34, wish=26),
    Column("said to be", 12, drop=2, wish=14),
)
SEEN: Final = 4
"""Which of them tells the first and the last day."""
FACT_COLUMNS: Final = (
    Column("published", 10, 10, drop=2),
    Column("source", 8, 16, drop=1),
    Column("sentence", 28),
)


class ActorsPane(RowList):
    """The actors of what is selected; or, once one was opened, what is known of it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("actors")

    content: var[Content | None] = var[Content | None](None, always_update=True)
    actor: var[ActorContent | None] = var[ActorContent | None](None, always_update=True)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._most = 0
        self._columns = COLUMNS
        self._came_from: Hashable = None

    def watch_content(self, content: Content | None) -> None:
        """Show other actors."""
        self.empty = emptied(content, "no actors in what is selected")
        self._most = content.most if content else 0
        if content:
            dated = content.sample["first"].count() > 0
            when = COLUMNS[SEEN] if dated else replace(COLUMNS[SEEN], most=0)
            self._columns = (*COLUMNS[:SEEN], when, *COLUMNS[SEEN + 1 :])
        if self.actor is None:
            self.rows = FrameRows(content.listing, ["actor_id"]) if content else NO_ROWS

    def watch_actor(self, actor: ActorContent | None) -> None:
        """Show one actor, or all again."""
        if actor is not None:
            if isinstance(self.rows, FrameRows):
                self._came_from = self.rows.key(self.cursor) if len(self.rows) else None
                self.start_over()
            self.rows = ListRows(rows_of(actor))
        elif self.content is not None:
            self.rows = FrameRows(self.content.listing, ["actor_id"])
            if self._came_from is not None:
                self.go_to(self._came_from)

    # -------------------------------------------------------------- painting
    def head_lines(self, width: int) -> list[Line]:
        """The pane's name, and the columns' or the actor's."""
        if self.actor is not None:
            about = self.actor.actor
            name = f"{about['name']}  ({about['kind']})"
            left = cut(clean(name), max(1, width - len(self.place) - 3), self.look.glyphs.ellipsis)
            return [head_line(self.place, left, ["Esc: all actors"], width)]
        content = self.content
        only = "only matching" if content and content.only_matching else ""
        notes = [only, content.sort if content else ""]
        return [head_line(self.place, "Actors", notes, width), captions(self._columns, width)]

    def row_line(self, row: Row, width: int) -> Line:
        """An actor, or a line about one."""
        return self._about_line(row, width) if self.actor is not None else self._actor_line(row, width)

    def _actor_line(self, row: Row, width: int) -> Line:
        glyphs = self.look.glyphs
        widths = fit(self._columns, width)
        cells = (
            Span(f"{row['mentions']:,}", "muted"),
            Span(bar(row["mentions"], self._most, widths[1], glyphs), "bar"),
            Span(f"{row['articles']:,}", "muted"),
            Span(KIND_MARKS.get(row["kind"], UNKNOWN), "muted"),
            Span(seen(row["first"], row["last"], widths[4], glyphs), "muted"),
            Span(row["name"], "actor"),
            Span(row["role"] or ""),
        )
        return table_line(self._columns, widths, cells, glyphs.ellipsis)

    def _about_line(self, row: Row, width: int) -> Line:
        glyphs = self.look.glyphs
        match row["sort"]:
            case "heading":
                return [Span(cut(row["text"], width, glyphs.ellipsis), "heading")]
            case "text":
                return [Span(cut(clean(row["text"]), width, glyphs.ellipsis))]
            case "said":
                return [Span("  "), Span(cut(clean(row["text"]), width - 2, glyphs.ellipsis), "figure")]
            case "with":
                count = Span(f"{row['count']:>5,}  ", "muted")
                kind = Span(KIND_MARKS.get(row["kind"], UNKNOWN) + "  ", "muted")
                return [count, kind, Span(cut(clean(row["text"]), width - 12, glyphs.ellipsis), "actor")]
            case _:
                widths = fit(FACT_COLUMNS, width)
                cells = (Span(str(row["published"] or UNKNOWN), "muted"), Span(row["source"], "muted"))
                line = table_line(FACT_COLUMNS[:2], widths[:2], cells, glyphs.ellipsis)
                gap = [Span("  ")] if line else []
                start, end = fact_in(row["text"], row["fact"])
                said = snippet(row["text"], start, end, row["token"], widths[2], glyphs.ellipsis)
                return [*line, *gap, *said]

    def can_hold_cursor(self, row: Row) -> bool:
        """What opens nothing is passed over."""
        return row.get("sort") not in ("heading", "text")

    # -------------------------------------------------------------- wishes
    def opened(self, row: Row) -> Message | None:
        """The actor, or the sentence of a line about it."""
        if self.actor is None:
            return OpenActor(row["actor_id"])
        return Open(row["address"]) if row.get("address") else None

    def added(self, row: Row) -> Message | None:
        """The actor, or the other one of a co-mention."""
        if self.actor is None or row["sort"] == "with":
            name = row["name"] if self.actor is None else row["text"]
            return Narrow(facet(KIND_FIELDS.get(row["kind"], "actor"), name))
        about: dict[str, Any] = self.actor.actor
        return Narrow(facet(KIND_FIELDS.get(about["kind"], "actor"), about["name"]))


def seen(first: date | None, last: date | None, width: int, glyphs: Glyphs) -> str:
    """First and last day of publication; where there is no room, the months of one year, or the years."""
    if first is None or last is None:
        return UNKNOWN
    if first == last:
        return str(first)
    whole = f"{first}{glyphs.dash}{last}"
    if len(whole) <= width:
        return whole
    if first.year != last.year:
        return f"{first.year}{glyphs.dash}{last.year}"
    return f"{first:%Y-%m}" + (f"{glyphs.dash}{last:%m}" if first.month != last.month else "")
