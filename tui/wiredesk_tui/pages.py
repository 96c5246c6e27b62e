"""Pages over the desk: help, and texts that are longer than a line."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from wiredesk.query.fields import FIELDS
from wiredesk.text import fold
from wiredesk_tui.bindings import bindings
from wiredesk_tui.cells import Column, Line, Span, clean, cut, fit, table_line
from wiredesk_tui.heads import head_line
from wiredesk_tui.keys import CONTEXTS, KEYS, WITHIN, Context, keys_of, shown
from wiredesk_tui.line_widget import LineWidget
from wiredesk_tui.look import Look
from wiredesk_tui.page import breaks
from wiredesk_tui.prompt_input import PromptInput
from wiredesk_tui.row_list import RowList
from wiredesk_tui.rows import ListRows, Row

HELP_COLUMNS: Final = (Column("key", 8, 16), Column("what it does", 20), Column("action", 8, 15, drop=1))
SIGNS: Final[tuple[tuple[str, str], ...]] = (
    ("?", "not known: the text does not prove it"),
    ("≥2019-03-01", "published on that day or later: the text looks back at it"),
    ("> ≥ < ≤ ~", "more than, at least, less than, at most, about: as it says"),
    ("[+2] [copy]", "an article with two near-copies; one that is a near-copy"),
    ("per org plc grp", "person, organisation, place, group"),
    ("stated", "known: the text gives the whole date"),
    ("article", "counted from the article's own date: 'on Friday'"),
    ("context", "counted from another date in the text"),
)
"""Signs in the panes -> what they mean."""


def help_rows(context: Context, keymap: Mapping[str, str], *, ascii: bool) -> list[Row]:
    """All keys as rows, those that work here first; then signs and the query's fields."""
    first: list[Context] = [context, *WITHIN[context]]
    order: list[Context] = [*first, *(other for other in CONTEXTS if other not in first)]
    order = [place for place in order if any(key.context == place for key in KEYS)]
    rows: list[Row] = []
    for number, place in enumerate(order):
        rows.append(_row(CONTEXTS[place] + (" (where you are)" if number == 0 else "")))
        for key in KEYS:
            if key.context == place:
                keys = " ".join(shown(one, ascii=ascii) for one in keys_of(key.id, keymap))
                rows.append(_row(key.text, keys, key.id))
    rows.append(_row("Signs"))
    rows += [_row(meaning, sign, "") for sign, meaning in SIGNS]
    rows.append(_row('In a search: words, "a phrase", -not, OR, (brackets), begin*, near/5, slip~'))
    rows += [_row(meaning, f"{name}:", "") for name, (_, meaning) in FIELDS.items()]
    return rows


def _row(text: str, keys: str | None = None, action: str = "") -> Row:
    return {"text": text, "keys": keys, "action": action}


def matching(rows: Sequence[Row], text: str) -> list[Row]:
    """The rows that hold every word of a text, with the headings of their parts."""
    words = fold(text).split()
    kept: list[Row] = []
    heading: Row | None = None
    for one in rows:
        if one["keys"] is None:
            heading = one
        elif all(word in fold(f"{one['keys']} {one['text']} {one['action']}") for word in words):
            if heading is not None:
                kept.append(heading)
                heading = None
            kept.append(one)
    return kept


class HelpList(RowList, can_focus=False):
    """The keys."""

    def head_lines(self, width: int) -> list[Line]:
        """What this is."""
        return [head_line(self.place, "Help", ["type to find", "Esc: back"], width)]

    def row_line(self, row: Row, width: int) -> Line:
        """A heading, or keys, what they do, and the action's name."""
        if row["keys"] is None:
            return [Span(cut(row["text"], width, self.look.glyphs.ellipsis), "heading")]
        cells = (Span(row["keys"], "key"), Span(row["text"]), Span(row["action"], "muted"))
        columns = HELP_COLUMNS if row["action"] else HELP_COLUMNS[:2]
        return table_line(columns, fit(columns, width), cells[: len(columns)], self.look.glyphs.ellipsis)

    def can_hold_cursor(self, row: Row) -> bool:
        """Headings are passed over."""
        return row["keys"] is not None


class HelpPage(Screen[None]):
    """Every key and action, this pane's first; typing filters."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("page")
    CSS = "#filter { dock: bottom; } HelpList { height: 1fr; }"

    look: var[Look] = var(Look())

    def __init__(self, rows: Sequence[Row], look: Look) -> None:
        super().__init__()
        self._rows = rows
        self.set_reactive(HelpPage.look, look)

    def compose(self) -> ComposeResult:
        """The list and the filter."""
        yield HelpList().data_bind(HelpPage.look)
        field = PromptInput(id="filter", compact=True)
        field.cursor_blink = False
        yield field.data_bind(HelpPage.look)

    def on_mount(self) -> None:
        """Show all."""
        self.query_one(HelpList).rows = ListRows(self._rows)
        self.set_focus(self.query_one("#filter"))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what holds the words."""
        found = matching(self._rows, event.value) if event.value.strip() else self._rows
        page = self.query_one(HelpList)
        page.empty = "no key and no action has these words"
        page.rows = ListRows(found)
        page.move_to(0)
        page.refresh()

    def on_prompt_input_ended(self) -> None:
        """Escape or Enter in the filter."""
        self.action_close_page()

    def on_prompt_input_recall(self, event: PromptInput.Recall) -> None:
        """Up and down in the filter."""
        self.action_scroll_list(event.step)

    def action_close_page(self) -> None:
        """Back."""
        self.dismiss()

    def action_scroll_list(self, step: int) -> None:
        """Lines up or down."""
        page = self.query_one(HelpList)
        page.move_to(page.cursor + step, step)

    def action_turn_list(self, step: int) -> None:
        """Pages up or down."""
        page = self.query_one(HelpList)
        page.move_to(page.cursor + step * page.page, step)


class NoticeText(LineWidget):
    """A text of several lines, wrapped to the width there is."""

    def __init__(self, title: str, text: str, width: int) -> None:
        super().__init__()
        self._title, self._text = title, text
        self._lines: list[str] = []
        self._wrap(width)

    def _wrap(self, width: int) -> None:
        room = max(10, width - 4)
        self._lines = [
            clean(part[start:end])
            for part in self._text.split("\n")
            for start, end in breaks(part, room, 0) or [(0, 0)]
        ]
        self.styles.height = len(self._lines) + 2

    def on_resize(self) -> None:
        """Wrap it anew."""
        self._wrap(self.size.width)

    def line(self, y: int, width: int) -> tuple[Sequence[Span], str | None]:
        """The title, the text, and how to go on."""
        if y == 0:
            return [Span(f" {self._title}")], "head-focus"
        if y <= len(self._lines):
            return [Span("  "), Span(self._lines[y - 1])], None
        return [Span("  "), Span("any key goes on", "muted")], None


class Notice(ModalScreen[None]):
    """A text at the bottom of the screen, until a key is pressed."""

    CSS = "Notice { align: left bottom; background: transparent; } NoticeText { max-height: 100%; }"

    look: var[Look] = var(Look())

    def __init__(self, title: str, text: str, look: Look, width: int) -> None:
        super().__init__()
        self._title, self._text, self._width = title, text, width
        self.set_reactive(Notice.look, look)

    def compose(self) -> ComposeResult:
        """The text."""
        yield NoticeText(self._title, self._text, self._width).data_bind(Notice.look)

    def on_key(self, event: events.Key) -> None:
        """Any key goes on."""
        event.stop()
        if self.is_current:  # a second key may have been on its way
            self.dismiss()
