"""The way to the terminal: a thread writes, so that a full line never holds up who has something to say."""

import os
import select
import termios
import threading
from collections.abc import Callable
from typing import Final

from wiredesk_tui.terminal.pace import ASK, Pace

PIECE: Final = 1024
"""Bytes handed to the line at a time; between two of them writing can be given up."""
AT_THE_END: Final = 0.7
"""Seconds at most that the end waits for the line to take, and the terminal to answer, what was sent."""
TAKEN_BACK: Final = 0.1
"""Seconds in which the thread is done with the piece in hand, once there is room for it."""


class Outgoing:
    """A text file as the toolkit's driver wants one, whose writing never waits.

    Args:
        handle: Where to write.
        on_room: Called, in another thread, when there is room for a frame that had to wait.
    """

    def __init__(self, handle: int, on_room: Callable[[], None]) -> None:
        self.asking = False
        """Whether the terminal may be asked how far it is: only while its answers are read."""
        self._handle, self._on_room = handle, on_room
        self._state = threading.Condition()
        self._parts: list[bytes] = []
        self._writing = self._waited_for = False
        self._pace = Pace()
        threading.Thread(target=self._run, name="line", daemon=True).start()

    def fileno(self) -> int:
        """The handle that is written to."""
        return self._handle

    def write(self, text: str) -> int:
        """Have a text written, whole, behind all that was handed over before."""
        data = text.encode(errors="replace")
        with self._state:
            self._pace.sent(len(data))
            self._parts.append(data)
            if self.asking and self._pace.ask():
                self._parts.append(ASK.encode())
            self._state.notify_all()
        return len(text)

    def flush(self) -> None:
        """Do nothing: everything is written as soon as the line takes it."""

    def room(self) -> bool:
        """Whether a frame may be sent; where not, `on_room` is called once it may."""
        with self._state:
            self._waited_for = not self._has_room()
            if self._waited_for:
                self._state.notify_all()
            return not self._waited_for

    def answered(self) -> None:
        """The terminal has answered."""
        with self._state:
            self._pace.answered()
            self._state.notify_all()

    def settle(self, seconds: float = AT_THE_END) -> bool:
        """Wait until the line has taken, and the terminal answered, everything; False where that lasts."""
        with self._state:
            return self._state.wait_for(lambda: self._written() and not self._pace.answer_due, seconds)

    def give_up(self) -> None:
        """Take back what the line has not taken, and what it has not passed on either."""
        with self._state:
            self._parts.clear()
        try:
            termios.tcflush(self._handle, termios.TCOFLUSH)
        except termios.error:  # it is no terminal, or gone
            return
        with self._state:
            self._state.wait_for(self._written, TAKEN_BACK)

    def _written(self) -> bool:
        return not self._parts and not self._writing

    def _has_room(self) -> bool:
        return self._written() and self._pace.room

    def _run(self) -> None:
        while True:
            with self._state:
                self._writing = False
                self._state.notify_all()
                while not self._parts:
                    if self._waited_for and self._has_room():
                        self._waited_for = False
                        self._on_room()
                    self._state.wait(self._pace.patience if self._waited_for else None)
                whole = b"".join(self._parts)
                self._parts[:] = [whole[PIECE:]] if len(whole) > PIECE else []
                self._writing = True
            self._put(whole[:PIECE])

    def _put(self, data: bytes) -> None:
        while data:
            try:
                data = data[os.write(self._handle, data) :]
            except BlockingIOError:  # whoever shares the terminal has set that
                select.select([], [self._handle], [])
            except OSError:  # the line is gone, of which reading tells
                return
