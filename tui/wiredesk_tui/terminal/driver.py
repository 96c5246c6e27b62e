"""The line to the terminal: it outlives odd bytes, and the program does not outlive the line."""

import os
import select
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final, Protocol

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from wiredesk_tui.terminal.answers import Answers
from wiredesk_tui.terminal.ground import ASK, Ground, answered_ground
from wiredesk_tui.terminal.outgoing import Outgoing
from wiredesk_tui.terminal.printed import Printed, terminal_handle
from wiredesk_tui.terminal.restore import BELOW, ENTER, restore, tell
from wiredesk_tui.terminal.typed import LineParser, TypedText

LINE_LOST: Final = 128 + signal.SIGHUP
"""Exit status once the line is gone, as if the signal that tells of it had ended the program."""
AT_ONCE: Final = 0.1
"""Seconds between two looks at whether input should end, and at keys that are told apart by time."""
GRACE: Final = 0.8
"""Seconds that an orderly end may take before the program is ended without one."""
LATE: Final = 2.0
"""Seconds after asking in which an end of the program waits for the answer, which else went to the shell."""
AT_THE_END: Final = 0.4
"""Seconds that it waits at most."""


class FirstFrame(Protocol):
    """A frame that stands on the terminal before the driver begins."""

    modes: list[Any]
    """Of the line, before that frame."""

    def hand_over(self) -> None:
        """Hear that the driver has the terminal."""


@dataclass
class GroundAnswered(Message):
    """The terminal has told its ground; None: it has answered, and does not tell."""

    ground: Ground | None


class LineDriver(LinuxDriver):
    """The toolkit's driver, except for how it reads and writes, and for how a lost line ends the program.

    What is written never waits for the line, and frames are only sent when the terminal has taken what was
    sent before: `room` tells.
    """

    _asked_at = 0.0

    def __init__(self, app: Any, **options: Any) -> None:
        super().__init__(app, **options)
        self._first: FirstFrame | None = getattr(app, "first_frame", None)
        self._printed: Printed | None = getattr(app, "printed", None)
        self._terminal = terminal_handle()
        self._out = Outgoing(self._terminal, self._tell_room)
        self._file = self._out  # pyright: ignore[reportAttributeAccessIssue] - all that is used of it
        self.on_room: Callable[[], None] | None = None
        """Called in the event loop when there is room for a frame that was refused."""

    def room(self) -> bool:
        """Whether a frame may be sent; where not, `on_room` is called once it may."""
        return self._out.room()

    def _tell_room(self) -> None:
        if self.on_room is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.on_room)

    def _get_terminal_size(self) -> tuple[int, int]:
        """The line's own: COLUMNS and LINES, which the toolkit believes, outlive another size."""
        try:
            columns, rows = os.get_terminal_size(self._terminal)
        except OSError:
            columns = rows = 0
        return (columns, rows) if columns and rows else super()._get_terminal_size()

    def start_application_mode(self) -> None:
        """Take the terminal over and ask for its ground, if the app wants to know; nothing waits for it."""
        asks = self.input_tty and bool(getattr(self._app, "asks_ground", False))
        self._answers = Answers(awaited=asks)
        self._answered, self._told = threading.Event(), False
        if self._printed is not None:
            self._printed.divert()
        super().start_application_mode()
        if self._first is not None:  # it stands on the screen that is taken over
            self.attrs_before = self._first.modes
            self._first.hand_over()
            self._first = None
        if asks and self._writer_thread is not None:
            self._asked_at = monotonic()
            self.write(ASK)
            self.flush()
        self._out.asking = self.input_tty  # only now are answers read

    def stop_application_mode(self) -> None:
        """Give the terminal back, its colours too."""
        self.write(BELOW)
        super().stop_application_mode()

    def disable_input(self) -> None:
        """Stop reading; answers that may come any moment are waited for, or the shell would be sent them."""
        if self._answers.awaited and monotonic() - self._asked_at < LATE:
            self._answered.wait(AT_THE_END)
            self._asked_at = 0.0
        self._out.asking = False
        self._out.settle()
        super().disable_input()

    def close(self) -> None:
        """Have everything written that was said, as far as the line takes it."""
        super().close()
        if not self._out.settle():
            self._out.give_up()
            restore(self._terminal, self.fileno, self.attrs_before)
        if self._printed is not None:
            self._printed.give_back()

    def write(self, data: str) -> None:
        """Write to the terminal, but do not clear a first frame."""
        if self._first is None or data != ENTER:
            super().write(data)

    def run_input_thread(self) -> None:
        """Read keys until told to stop; bytes that are no UTF-8 are left out, and so are answers."""
        parser = LineParser(self._out.answered, debug=self._debug)
        answers = self._answers
        typed = TypedText()
        while not self.exit_event.is_set():
            if select.select([self.fileno], [], [], AT_ONCE)[0]:
                try:
                    data = os.read(self.fileno, 4096)
                except OSError:
                    data = b""
                if not data:
                    self._loop.call_soon_threadsafe(self._lose)
                    return
                # The parser takes an empty text for the end of the line, and the next key for a fault.
                if text := typed.feed(answers.feed(data, monotonic())):
                    for event in parser.feed(text):
                        self.process_message(event)
                self._hand_on(answers)
            self._let_go(answers.overdue(monotonic()), parser)
            for event in parser.tick():
                self.process_message(event)

    def _hand_on(self, answers: Answers) -> None:
        """Tell the app of the terminal's ground, or that it has answered and did not tell."""
        grounds: list[Ground | None] = [answered_ground(colour) for colour in answers.colours]
        answers.colours.clear()
        fenced = not answers.awaited and self._asked_at and not self._answered.is_set()
        if fenced:
            self._answered.set()
        self._told = self._told or bool(grounds)
        for ground in grounds:
            self.process_message(GroundAnswered(ground))
        if fenced and not self._told:
            self.process_message(GroundAnswered(None))

    def _let_go(self, keys: bytes, parser: LineParser) -> None:
        """Hand on keys that might have begun an answer. An Escape has waited long enough already."""
        if keys == b"\x1b":
            self.process_message(events.Key("escape", "\x1b"))
        elif keys:
            for event in parser.feed(keys.decode("ascii")):
                self.process_message(event)

    def _lose(self) -> None:
        """The other end has hung up: nobody sees what is shown, or presses a key."""
        self.end_soon(LINE_LOST)
        self._app.exit(return_code=LINE_LOST)

    def end_soon(self, status: int) -> None:
        """See to it that the program ends, also where the line takes nothing or a thread does not stop."""

        def end() -> None:
            self._out.give_up()
            restore(self._terminal, self.fileno, self.attrs_before)
            if self._printed is not None and (told := self._printed.left(failed=True)):
                tell(self._terminal, f"wiredesk: {told}\n")
            os._exit(status)

        timer = threading.Timer(GRACE, end)
        timer.daemon = True
        timer.start()
