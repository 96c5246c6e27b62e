"""What makes a terminal usable again, whatever a program has left on in it."""

import os
import termios
from typing import Final

RESTORE: Final = (
    "\x18"  # ends a sequence that was cut off
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # reports of the mouse
    "\x1b[?1004l\x1b[?2004l\x1b[?2048l\x1b[?2026l\x1b[<u"  # of focus, paste, size; whole frames; other keys
    "\x1b[r\x1b[m\x1b[?7h\x1b[?1049l\x1b[?25h\x1b(B"  # the whole screen, its own one, its cursor and letters
)
"""Sequences; a terminal passes over those that it does not know."""
ENTER: Final = "\x1b[?1049h"
"""Turns to the screen that programs use, and clears it."""


BELOW: Final = "\x1b[m\x1b[999H\x1b[K"
"""To the begin of the last row, which is erased: where there is only one screen, the shell goes on there."""


def restore_lines(fileno: int) -> None:
    """Give a terminal's line its usual modes again: typing shows, Enter and Ctrl+C work."""
    try:
        modes = termios.tcgetattr(fileno)
    except termios.error:  # it is no terminal
        return
    modes[0] |= termios.ICRNL | termios.IXON | termios.BRKINT
    modes[1] |= termios.OPOST | termios.ONLCR
    modes[3] |= termios.ECHO | termios.ECHOE | termios.ECHOK | termios.ICANON | termios.ISIG | termios.IEXTEN
    termios.tcsetattr(fileno, termios.TCSANOW, modes)


def restore(output: int, line: int, modes: list[object] | None) -> None:
    """Leave a terminal as it was, with nothing but system calls; a line that is gone is passed over."""
    tell(output, RESTORE)
    try:
        if modes is not None:
            termios.tcsetattr(line, termios.TCSANOW, modes)  # pyright: ignore[reportArgumentType]
    except termios.error:
        pass


def tell(output: int, text: str) -> None:
    """Write a short text past all buffers; where the line takes nothing any more, nobody is told."""
    try:
        os.set_blocking(output, False)  # a line that is full must not hold up the end
        try:
            os.write(output, text.encode(errors="replace"))
        finally:
            os.set_blocking(output, True)  # others write there too
    except OSError:
        pass
