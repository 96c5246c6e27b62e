"""The line that is typed into: it tells what its keys mean, and leaves to others what follows from that."""

from typing import ClassVar

from rich.highlighter import Highlighter
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from wiredesk_tui.bindings import bindings
from wiredesk_tui.cells import clean, width_of
from wiredesk_tui.look import PLAIN_LOOK, Look
from wiredesk_tui.terminal.letters import to_ascii


class BrokenClause(Highlighter):
    """Underlines what is broken, in the colour of mistakes; the cursor on it stays as visible as it is."""

    def __init__(self, field: "PromptInput") -> None:
        self._field = field

    def highlight(self, text: Text) -> None:
        """Style a text that is about to be shown."""
        if self._field.broken is not None:
            colour = self._field.look.palette["error"].color
            text.stylize(Style(color=colour, underline=True), *self._field.broken)


class PromptInput(Input):
    """One line of typing. What is pasted is made harmless before it is shown."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")

    look: var[Look] = var(PLAIN_LOOK)
    broken: var[tuple[int, int] | None] = var[tuple[int, int] | None](None)
    """Offsets of what is wrong in it, first and behind the last."""
    back: Widget | None = None
    """Who gets the keys when the typing ends; None: they stay here."""

    class Ended(Message):
        """It is over."""

        def __init__(self, text: str, *, keep: bool) -> None:
            super().__init__()
            self.text, self.keep = text, keep

    class Complete(Message):
        """The name should be completed."""

        def __init__(self, sender: "PromptInput") -> None:
            super().__init__()
            self.sender = sender

    class Recall(Message):
        """An earlier or later input is asked for."""

        def __init__(self, sender: "PromptInput", step: int) -> None:
            super().__init__()
            self.sender, self.step = sender, step

    def __init__(self, *, id: str | None = None, compact: bool = False, select_on_focus: bool = True) -> None:
        super().__init__(
            id=id, compact=compact, select_on_focus=select_on_focus, highlighter=BrokenClause(self)
        )

    def watch_broken(self) -> None:
        """Repaint."""
        self.refresh()

    def validate_value(self, value: str) -> str:
        """Keep what acts on a terminal out of it."""
        return clean(value)

    def render_line(self, y: int) -> Strip:
        """Show what is typed, where that is wanted in ASCII; the cursor stays where it is."""
        strip = super().render_line(y)
        if not self.look.ascii:
            return strip
        return Strip([Segment(in_place(text), style, control) for text, style, control in strip])

    async def _on_key(self, event: events.Key) -> None:
        """End in the order in which the keys came: after the letters before, before the keys behind."""
        if self.screen.focused is not self:
            self.app.post_message(events.Key(event.key, event.character))
        elif event.key == "enter":
            self.action_accept()
        elif event.key == "escape":
            self.action_cancel()
        else:
            return
        event.stop()
        event.prevent_default()

    def action_accept(self) -> None:
        """Done."""
        self._end(keep=True)

    def action_cancel(self) -> None:
        """Not after all."""
        self._end(keep=False)

    def _end(self, *, keep: bool) -> None:
        self.post_message(self.Ended(self.value, keep=keep))
        if self.back is not None:  # at once, so that the next key is not typed in here
            self.screen.set_focus(self.back)

    def action_complete(self) -> None:
        """Go on as far as the names that begin like this agree."""
        self.post_message(self.Complete(self))

    def action_recall(self, step: int) -> None:
        """An earlier or later input."""
        self.post_message(self.Recall(self, step))


def in_place(text: str) -> str:
    """A text in ASCII, each character in its own cells: one whose spelling takes others is "?"."""
    if text.isascii():
        return text
    spelt = ((to_ascii(char), width_of(char)) for char in text)
    return "".join(ascii if len(ascii) == cells else "?" * cells for ascii, cells in spelt)
