"""A frame on the terminal before the toolkit is there; and the terminal as it was, if nothing comes of it."""

import os
import signal
import termios
from collections import Counter
from collections.abc import Sequence
from types import FrameType
from typing import Any, Final

from wiredesk_tui.terminal.grid import Cell, Row
from wiredesk_tui.terminal.ink import Ink
from wiredesk_tui.terminal.passes import write_by_pen
from wiredesk_tui.terminal.pen import Pen
from wiredesk_tui.terminal.printed import terminal_handle
from wiredesk_tui.terminal.restore import BELOW, ENTER, restore

KEYS: Final = 0
"""Where keys are read from."""
OUTPUT: Final = 2
"""Where the toolkit writes."""
HIDE_CURSOR: Final = "\x1b[?25l"
LEAVE: Final = BELOW + "\x1b[?1049l\x1b[?25h"
SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
SIGNALLED: Final = 128


class Painted:
    """A frame that stands on the terminal, whose keys wait unread for the program.

    Attributes:
        rows: Its cells.
        modes: Of the line, as they were.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self._terminal = terminal_handle()
        self.modes: list[Any] = termios.tcgetattr(KEYS)
        self._stands = True
        self._handlers: dict[int, Any] = {}

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return len(self.rows[0]), len(self.rows)

    def hand_over(self) -> None:
        """The toolkit has the terminal from now on, and leaves it as `modes` say."""
        self._stands = False

    def leave(self) -> None:
        """Put the terminal back as it was, unless the toolkit has it; keys that were typed are dropped.

        They were meant for this program, not for the shell.
        """
        if not self._stands:
            return
        self._stands = False
        try:
            write(LEAVE)
            termios.tcsetattr(KEYS, termios.TCSAFLUSH, self.modes)
        except (OSError, termios.error):
            pass  # the line is gone, and nobody sees what stands there
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def listen(self) -> None:
        """Leave the terminal as it was also where a signal ends the program; ignored ones stay ignored."""
        for number in SIGNALS:
            before = signal.getsignal(number)
            if before is signal.SIG_DFL:
                self._handlers[number] = before
                signal.signal(number, self._end)
        before = signal.getsignal(signal.SIGINT)
        if before is signal.default_int_handler:
            self._handlers[signal.SIGINT] = before
            signal.signal(signal.SIGINT, self._interrupt)

    def trust(self) -> None:
        """Whoever runs now leaves the terminal as it was when it is interrupted, or has `leave` called."""
        before = self._handlers.pop(signal.SIGINT, None)
        if before is not None:
            signal.signal(signal.SIGINT, before)

    def _interrupt(self, _number: int, _: FrameType | None) -> None:
        """Leave at once: an interrupt may come before anybody is there to call `leave`."""
        self.leave()
        raise KeyboardInterrupt

    def _end(self, number: int, _: FrameType | None) -> None:
        restore(self._terminal, KEYS, self.modes)
        os._exit(SIGNALLED + number)


def paint(rows: Sequence[Row], *, in_colour: bool) -> Painted | None:
    """Write a frame, and have keys wait unseen from now on; None where the terminal takes neither.

    The line's modes are set as the toolkit will set them, without dropping what was typed already.

    Args:
        rows: The cells, none of them doubtful.
        in_colour: Erased cells get the ground of the pen.
    """
    try:
        painted = Painted(rows)
    except termios.error:
        return None
    painted.listen()
    try:
        termios.tcsetattr(KEYS, termios.TCSANOW, raw(painted.modes))
        write(ENTER + HIDE_CURSOR + sequence(rows, in_colour=in_colour))
    except (OSError, termios.error):
        painted.leave()
        return None
    return painted


def write(text: str) -> None:
    """Write to the terminal, past all buffers.

    Raises:
        OSError: the terminal takes nothing.
    """
    data = text.encode()
    while data:
        data = data[os.write(OUTPUT, data) :]


def raw(modes: list[Any]) -> list[Any]:
    """Modes of a line that hands on each key as it is typed."""
    inputs, outputs, controls, locals_, in_speed, out_speed, characters = modes
    inputs &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    locals_ &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    waiting = list(characters)
    waiting[termios.VMIN] = 1
    return [inputs, outputs, controls, locals_, in_speed, out_speed, waiting]


def sequence(rows: Sequence[Row], *, in_colour: bool) -> str:
    """What makes a terminal show these cells, whatever it showed before.

    Args:
        rows: None of the cells is doubtful.
        in_colour: Erased cells get the ground of the pen.
    """
    grounds = Counter(cell.pen.ground for row in rows for cell in row if cell.blank)
    ground = max(grounds, key=grounds.__getitem__, default="") if in_colour else ""
    ink = Ink()
    ink.start_over(Pen(ground=ground))
    cleared = [[Cell(" ", Pen(ground=ground))] * len(row) for row in rows]
    write_by_pen(ink, cleared, rows, erases_in_colour=in_colour)
    return ink.taken()
