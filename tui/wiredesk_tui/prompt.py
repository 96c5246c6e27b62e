"""The line on top: the query as a trail of facets, or the place to type a search or an action in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import var
from textual.suggester import SuggestFromList
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from wiredesk.errors import QueryError
from wiredesk.query import Query
from wiredesk_tui.look import PLAIN_LOOK, Look
from wiredesk_tui.prompt_input import PromptInput
from wiredesk_tui.trail import Sign, Trail

Mode = Literal["search", "action", "name"]
SIGNS: Final[dict[Mode, str]] = {"search": "/", "action": ":", "name": "="}
KEPT: Final = 100
"""Inputs that can be recalled."""


class Prompt(Horizontal):
    """The trail, or the input while something is typed."""

    asked: var[Query] = var(Query())
    counts: var[tuple[int, int] | None] = var[tuple[int, int] | None](None)
    look: var[Look] = var(PLAIN_LOOK)

    @dataclass
    class Asked(Message):
        """A query, so far; or, once it is `kept`, whole.

        Attributes:
            asked: The query.
            kept: The reader has ended typing.
            begun: The same, of which the last word may go on, as while it was typed; for a query that is
                kept and ends in a word.
        """

        asked: Query
        kept: bool
        begun: Query | None = None

    @dataclass
    class Broken(Message):
        """What is typed is no query; the text says why."""

        text: str

    @dataclass
    class Offered(Message):
        """The actions whose names begin with what is typed."""

        names: Sequence[str]

    @dataclass
    class Chosen(Message):
        """Do the action of this name."""

        name: str

    @dataclass
    class Named(Message):
        """A name was typed, for what it was asked for."""

        name: str

    @dataclass
    class Cancelled(Message):
        """Everything should be as it was before."""

        mode: Mode

    def __init__(
        self,
        actions: Sequence[str],
        hints: Sequence[tuple[str, str]] = (),
        *,
        pause: float,
        id: str | None = None,
    ) -> None:
        """Make a prompt.

        Args:
            actions: The names that the action line completes.
            hints: Keys and their words, shown while there is no query.
            pause: Seconds without a key before a search that is being typed is looked up.
            id: Of the widget.
        """
        super().__init__(id=id)
        self.actions = list(actions)
        self.mode: Mode = "search"
        self._hints, self._pause = hints, pause
        self._timer: Timer | None = None
        self._history: dict[Mode, list[str]] = {"search": [], "action": [], "name": []}
        self._recalled = 0

    def compose(self) -> ComposeResult:
        """The trail and, hidden, the input."""
        trail = Trail(id="trail").data_bind(Prompt.asked, Prompt.counts, Prompt.look)
        trail.hints = self._hints
        yield trail
        yield Sign(id="sign").data_bind(Prompt.look)
        prompt = PromptInput(id="input", compact=True, select_on_focus=False)
        prompt.cursor_blink = False
        yield prompt.data_bind(Prompt.look)

    @property
    def typing(self) -> bool:
        """The reader is typing."""
        return self.has_class("typing")

    def ask(self, mode: Mode, text: str, *, back: Widget | None = None, cursor: int | None = None) -> None:
        """Let the reader type.

        Args:
            mode: What is typed.
            text: What it begins with.
            back: Who gets the keys afterwards; None: who was to get them the last time.
            cursor: Where the cursor stands; None: at the end.
        """
        self.mode = mode
        self._recalled = len(self._history[mode])
        self.query_one(Sign).text = SIGNS[mode]
        self.add_class("typing")
        field = self.query_one(PromptInput)
        field.suggester = SuggestFromList(self.actions) if mode == "action" else None
        with field.prevent(Input.Changed):
            field.value = text
        field.cursor_position = len(field.value) if cursor is None else cursor
        field.broken = None
        field.back = field.back if back is None else back
        self.screen.set_focus(field)

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
        text = self.query_one(PromptInput).value
        if self.mode == "name":
            return
        if self.mode == "action":
            begun = text.strip()
            self.post_message(
                self.Offered([name for name in self.actions if begun and name.startswith(begun)])
            )
            return
        try:
            self.post_message(self.Asked(Query.parse(text, typing=True), kept=False))
            self.query_one(PromptInput).broken = None
        except QueryError as error:
            self._point_at(error)

    def on_prompt_input_ended(self, event: PromptInput.Ended) -> None:
        """Tell how it ended."""
        event.stop()
        text = event.text
        history = self._history[self.mode]
        if event.keep and text.strip():
            self._history[self.mode] = [*(old for old in history if old != text), text][-KEPT:]
        self.close()
        if not event.keep:
            self.post_message(self.Cancelled(self.mode))
        elif self.mode == "action":
            self.post_message(self.Chosen(text))
        elif self.mode == "name":
            self.post_message(self.Named(text))
        else:
            self._keep(text)

    def _keep(self, text: str) -> None:
        try:
            self.post_message(self.Asked(Query.parse(text), kept=True, begun=_begun(text)))
        except QueryError as error:
            self.ask("search", text, cursor=error.start)
            self._point_at(error)

    def _point_at(self, error: QueryError) -> None:
        self.query_one(PromptInput).broken = (error.start, error.end)
        self.post_message(self.Broken(str(error)))

    def on_prompt_input_complete(self, event: PromptInput.Complete) -> None:
        """Complete an action's name."""
        event.stop()
        begun = event.sender.value.strip()
        if self.mode == "action" and (names := [name for name in self.actions if name.startswith(begun)]):
            event.sender.value = _common_beginning(names)
            event.sender.cursor_position = len(event.sender.value)

    def on_prompt_input_recall(self, event: PromptInput.Recall) -> None:
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


def _begun(text: str) -> Query | None:
    """The query of which the last word may go on; None where it does not end in a word."""
    if not text.rstrip()[-1:].isalnum():
        return None
    try:
        return Query.parse(text.rstrip() + "*")
    except QueryError:  # a date or a number does not go on
        return None


def _common_beginning(names: Sequence[str]) -> str:
    first, last = min(names), max(names)
    length = next((at for at, char in enumerate(first) if char != last[at]), len(first))
    return first[:length]
