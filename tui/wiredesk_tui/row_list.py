"""The list: a head, and rows of which only those on the screen are ever looked at."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var

from wiredesk_tui.bindings import bindings
from wiredesk_tui.cells import Line, Span, cut
from wiredesk_tui.heads import MARGIN, heads_within, listed
from wiredesk_tui.line_widget import LineWidget
from wiredesk_tui.paging import turned
from wiredesk_tui.rows import NO_ROWS, Row, Rows

SCROLL_LINES: Final = 3
"""Rows that one notch of a mouse wheel moves."""


class RowList(LineWidget, can_focus=True):
    """A list of rows with a cursor.

    A subclass draws its head (`head_lines`) and its rows (`row_line`), and says what Enter and space wish
    for (`opened`, `added`). Once the reader has put the cursor on a row, it stays on the row with that key
    when the rows change.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")

    rows: var[Rows] = var(NO_ROWS, always_update=True)
    empty: var[str] = var("")
    """What to say where there are no rows."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

        rows: "RowList"

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cursor = 0
        self.top = 0
        self._key: Hashable = None

    # -------------------------------------------------------------- for subclasses
    def head_lines(self, width: int) -> list[Line]:
        """The lines above the rows: the first is painted as the head."""
        return []

    def row_line(self, row: Row, width: int) -> Line:
        """One row, without the marker."""
        raise NotImplementedError

    def opened(self, row: Row) -> Message | None:
        """The wish that Enter makes."""
        return None

    def added(self, row: Row) -> Message | None:
        """The wish that space makes."""
        return None

    def can_hold_cursor(self, row: Row) -> bool:
        """Headings are passed over."""
        return True

    def extent(self, at: int) -> tuple[int, int]:
        """The rows that are painted as one with a row that holds the cursor: first and last."""
        return at, at

    # -------------------------------------------------------------- state
    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def untouched(self) -> bool:
        """The reader has not put the cursor anywhere yet."""
        return self._key is None

    @property
    def place(self) -> str:
        """Where the cursor stands, for the head: 3/38."""
        return f"{self.cursor + 1}/{len(self.rows):,}" if len(self.rows) else "0"

    def watch_rows(self, rows: Rows) -> None:
        """Keep the cursor on its row, or at its height where the row is gone."""
        found = rows.find(self._key) if self._key is not None else None
        if found is not None:
            self.top += found - self.cursor  # the row stays at its height
        self.cursor = found if found is not None else min(self.cursor, max(0, len(rows) - 1))
        self.cursor = self._standing(self.cursor, 1)
        self._keep_in_view()
        self.refresh()

    def start_over(self) -> None:
        """Let the next rows be shown from the first one on."""
        self.cursor = self.top = 0
        self._key = None

    def hold(self) -> None:
        """Let the cursor stay on its row when the rows change, though the reader has not put it there."""
        if len(self.rows):
            self._key = self.rows.key(self.cursor)

    def go_to(self, key: Hashable) -> bool:
        """Move the cursor to the row with that key; False where there is none."""
        found = self.rows.find(key)
        if found is not None:
            self.move_to(found)
        return found is not None

    # -------------------------------------------------------------- painting
    def _head(self) -> Sequence[Line]:
        return heads_within(self.head_lines(self.size.width), self.size.height)

    def line(self, y: int, width: int) -> tuple[Sequence[Span], str | None]:
        """The head's line or the row at a height."""
        head = self._head()
        if y < len(head):
            token = ("head-focus" if self.has_focus else "head") if y == 0 else None
            return head[y], token
        at = self.top + y - len(head)
        if not len(self.rows):
            text = self.empty if y == len(head) else ""
            return [
                Span("  "),
                Span(cut(text, max(0, width - MARGIN), self.look.glyphs.ellipsis), "muted"),
            ], None
        if at >= len(self.rows):
            return [], None
        row = self.rows[at]
        line = self.row_line(row, max(1, width - MARGIN))
        token = "cursor" if self.has_focus else "cursor-blur"
        return listed(line, self.look.glyphs.marker, token if at == self.cursor else None), None

    @property
    def page(self) -> int:
        """Rows that fit on the screen."""
        return max(1, self.size.height - len(self._head()))

    def _keep_in_view(self) -> bool:
        """Turn the page when the cursor has left it, by a part of it for a step, else by a page."""
        page, before = self.page, self.top
        last = min(self.extent(self.cursor)[1], self.cursor + page - 1) if len(self.rows) else 0
        self.top = turned(self.top, self.cursor, last, page, len(self.rows))
        # A heading just above the page comes along: its rows mean little without it.
        while (
            self.top > 0 and last - self.top + 1 < page and not self.can_hold_cursor(self.rows[self.top - 1])
        ):
            self.top -= 1
        return self.top != before

    def _standing(self, at: int, step: int) -> int:
        """The nearest row in the direction of the step, else the other way, that can hold the cursor."""
        for direction in (step, -step):
            here = at
            while 0 <= here < len(self.rows):
                if self.can_hold_cursor(self.rows[here]):
                    return here
                here += direction
        return at

    def move_to(self, at: int, step: int = 1) -> None:
        """Put the cursor on a row."""
        if not len(self.rows):
            return
        at = self._standing(max(0, min(at, len(self.rows) - 1)), step)
        before, self.cursor = self.cursor, at
        self._key = self.rows.key(at)
        if self._keep_in_view():
            self.refresh()
        elif before != at:
            self.refresh_lines(0)
            self._repaint_row(before)
            self._repaint_row(at)
        if before != at:
            self.post_message(self.Moved(self))

    # -------------------------------------------------------------- events and actions
    def on_focus(self) -> None:
        """Show who has the keys."""
        self._repaint_focus()

    def on_blur(self) -> None:
        """Show who has the keys no longer."""
        self._repaint_focus()

    def _repaint_focus(self) -> None:
        self.refresh_lines(0)
        if len(self.rows):
            self._repaint_row(self.cursor)

    def _repaint_row(self, at: int) -> None:
        above = len(self._head()) - self.top
        first, last = self.extent(at)
        self.refresh_lines(above + first, above + last)

    def on_resize(self) -> None:
        """Keep the cursor on the screen."""
        self._keep_in_view()
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down, where a mouse is in use at all."""
        event.stop()
        self.move_to(self.cursor + SCROLL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up."""
        event.stop()
        self.move_to(self.cursor - SCROLL_LINES, -1)

    def action_down(self) -> None:
        """The next row."""
        self.move_to(self.cursor + 1)

    def action_up(self) -> None:
        """The row before."""
        self.move_to(self.cursor - 1, -1)

    def action_page_down(self) -> None:
        """A page down."""
        self.move_to(self.cursor + self.page)

    def action_page_up(self) -> None:
        """A page up."""
        self.move_to(self.cursor - self.page, -1)

    def action_first(self) -> None:
        """The first row."""
        self.move_to(0)

    def action_last(self) -> None:
        """The last row."""
        self.move_to(len(self.rows) - 1, -1)

    def _wish(self, wish: Message | None) -> None:
        if wish is not None:
            self.post_message(wish)

    def action_open(self) -> None:
        """Open what the row stands for."""
        if self.row is not None:
            self._key = self.rows.key(self.cursor)
            self._wish(self.opened(self.row))

    def action_add(self) -> None:
        """Add what the row stands for to the query."""
        if self.row is not None:
            self._wish(self.added(self.row))
