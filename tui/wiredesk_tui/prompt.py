"""The line on top: the query as a trail of facets, or the place to type a search or an action."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import var
from textual.suggester import SuggestFromList
from textual.timer import Timer
from textual.widgets import Input

from wiredesk.query import Query
from wiredesk_tui.bindings import bindings
from wiredesk_tui.cells import Span, clean, cut
from wiredesk_tui.lines import LineWidget, sides
from wiredesk_tui.look import PLAIN_LOOK, Look

Mode = Literal["search", "action"]
SIGNS: Final[dict[Mode, str]] = {"search": "/", "action": ":"}
KEPT: Final = 100
"""Inputs that can be recalled."""


class Trail(LineWidget):
    """The query's facets, and how many articles they leave."""

    asked: var[Query] = var(Query())
    counts: var[tuple[int, int]] = var((0, 0))
    """Articles that are selected, and all."""

    def watch_asked(self) -> None:
        """Show other facets."""
        self.refresh()

    def watch_counts(self) -> None:
        """Show other counts."""
        self.refresh()

    def line(self, y: int, width: int) -> tuple[Sequence[Span], str | None]:
        """The facets from left to right; the first ones go where there is no room."""
        glyphs = self.look.glyphs
        selected, total = self.counts
        count = f"{selected:,} of {total:,} articles " if self.asked.clauses else f"{total:,} articles "
        facets = [clean(clause.text) for clause in self.asked.clauses]
        if not facets:
            hint = "/ search   Space narrows   ? help"
            return sides([Span(" / ", "key"), Span(hint[2:], "muted")], [Span(count, "muted")], width), None
        arrow = f" {glyphs.arrow} "
        room = width - 3 - len(count)
        text = arrow.join(facets)
        while len(facets) > 1 and len(text) > room:
            facets.pop(0)
            text = glyphs.ellipsis + arrow + arrow.join(facets)
        spans = [Span(" / ", "key"), Span(cut(text, max(room, 8), glyphs.ellipsis), "facet")]
        return sides(spans, [Span(count, "muted")], width), None


class PromptInput(Input):
    """One line of typing. What is pasted is made harmless before it is shown."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")

    def validate_value(self, value: str) -> str:
        """Keep what acts on a terminal out of it."""
        return clean(value)

    def action_accept(self) -> None:
        """Done."""
        self.post_message(Prompt.Ended(self, keep=True))

    def action_cancel(self) -> None:
        """Not after all."""
        self.post_message(Prompt.Ended(self, keep=False))

    def action_complete(self) -> None:
        """Go on as far as the names that begin like this agree."""
        self.post_message(Prompt.Complete(self))

    def action_recall(self, step: int) -> None:
        """An earlier or later input."""
        self.post_message(Prompt.Recall(self, step))


class Prompt(Horizontal):
    """The trail, or the input while something is typed."""

    asked: var[Query] = var(Query())
    counts: var[tuple[int, int]] = var((0, 0))
    look: var[Look] = var(PLAIN_LOOK)

    @dataclass
    class Typed(Message):
        """The text has changed, and the reader has paused."""

        mode: Mode
        text: str

    @dataclass
    class Accepted(Message):
        """Enter."""

        mode: Mode
        text: str

    @dataclass
    class Cancelled(Message):
        """Escape."""

        mode: Mode

    class Ended(Message):
        """From the input to its prompt: it is over."""

        def __init__(self, sender: PromptInput, *, keep: bool) -> None:
            super().__init__()
            self.sender, self.keep = sender, keep

    class Complete(Message):
        """From the input to its prompt: complete the name."""

        def __init__(self, sender: PromptInput) -> None:
            super().__init__()
            self.sender = sender

    class Recall(Message):
        """From the input to its prompt: an earlier or later input."""

        def __init__(self, sender: PromptInput, step: int) -> None:
            super().__init__()
            self.sender, self.step = sender, step

    def __init__(self, actions: Sequence[str], *, pause: float, id: str | None = None) -> None:
        """Make a prompt.

        Args:
            actions: The names that the action line completes.
            pause: Seconds without a key before a search that is being typed is looked up.
            id: Of the widget.
        """
        super().__init__(id=id)
        self.actions = list(actions)
        self.mode: Mode = "search"
        self._pause = pause
        self._timer: Timer | None = None
        self._history: dict[Mode, list[str]] = {"search": [], "action": []}
        self._recalled = 0

    def compose(self) -> ComposeResult:
        """The trail and, hidden, the input."""
        yield Trail(id="trail").data_bind(Prompt.asked, Prompt.counts, Prompt.look)
        yield Sign(id="sign").data_bind(Prompt.look)
        prompt = PromptInput(id="input", compact=True, select_on_focus=False)
        prompt.cursor_blink = False
        yield prompt

    @property
    def typing(self) -> bool:
        """The reader is typing."""
        return self.has_class("typing")

    def ask(self, mode: Mode, text: str, cursor: int | None = None) -> None:
        """Let the reader type, beginning with a text; the cursor at its end, or where it is told."""
        self.mode = mode
        self._recalled = len(self._history[mode])
        self.query_one(Sign).text = SIGNS[mode]
        self.add_class("typing")
        field = self.query_one(PromptInput)
        field.suggester = SuggestFromList(self.actions) if mode == "action" else None
        with field.prevent(Input.Changed):
            field.value = text
        field.cursor_position = len(field.value) if cursor is None else cursor
        field.focus()

    def close(self) -> None:
        """Show the trail again."""
        self._stop()
        self.remove_class("typing")

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Wait for a pause, then tell."""
        event.stop()
        if not self.typing:
            return
        self._stop()
        if self._pause and self.mode == "search":
            self._timer = self.set_timer(self._pause, self._tell)
        else:
            self._tell()

    def _tell(self) -> None:
        self._timer = None
        self.post_message(self.Typed(self.mode, self.query_one(PromptInput).value))

    def on_prompt_ended(self, event: Ended) -> None:
        """Tell how it ended."""
        event.stop()
        text = event.sender.value
        history = self._history[self.mode]
        if event.keep and text.strip():
            self._history[self.mode] = [*(old for old in history if old != text), text][-KEPT:]
        self.close()
        self.post_message(self.Accepted(self.mode, text) if event.keep else self.Cancelled(self.mode))

    def on_prompt_complete(self, event: Complete) -> None:
        """Complete an action's name."""
        event.stop()
        begun = event.sender.value.strip()
        if self.mode == "action" and (names := [name for name in self.actions if name.startswith(begun)]):
            event.sender.value = _common_beginning(names)
            event.sender.cursor_position = len(event.sender.value)

    def on_prompt_recall(self, event: Recall) -> None:
        """Put an earlier or later input in."""
        event.stop()
        history = self._history[self.mode]
        self._recalled = max(0, min(len(history), self._recalled + event.step))
        event.sender.value = history[self._recalled] if self._recalled < len(history) else ""
        event.sender.cursor_position = len(event.sender.value)

    def remember(self, text: str) -> None:
        """Let a query that was given up be recalled."""
        if text and text not in self._history["search"]:
            self._history["search"].append(text)


def _common_beginning(names: Sequence[str]) -> str:
    first, last = min(names), max(names)
    length = next((at for at, char in enumerate(first) if char != last[at]), len(first))
    return first[:length]


class Sign(LineWidget):
    """The sign before the input that says what is typed."""

    text: var[str] = var("/")

    def watch_text(self) -> None:
        """Repaint."""
        self.refresh()

    def line(self, y: int, width: int) -> tuple[Sequence[Span], str | None]:
        """The sign."""
        return [Span(f" {self.text} ", "key")], None

    def on_click(self, event: events.Click) -> None:
        """A click is no wish."""
        event.stop()
