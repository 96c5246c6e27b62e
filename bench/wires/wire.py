"""The program at the end of a line of its own, as its terminal sees it."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from pathlib import Path
from typing import Any, Final

import pyte

from wires.bucket import Bucket

PATIENCE: Final = 60.0
"""Seconds until a screen that does not come counts as never: generous, as machines may be slow."""
QUIET: Final = 0.4
"""Seconds of silence, with every thread asleep, after which an answer is whole; longer than the wait for a
further letter while a search is typed."""
AT_ONCE: Final = 1 << 16
ASKED: Final = re.compile(rb"\x1b\[(?:\?(\d+)\$p|5n)")
"""Whether it knows a mode, and whether all is well."""
SEQUENCES_WITHOUT_INK: Final = re.compile(
    rb"\x1b\[[<=>?][0-9;:]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;]*[ -/]+[@-~]|\x1b\[5n"
    rb"|\x1b\[[0-9;]*t"
)
"""Modes, queries and titles: nothing of them is seen, and the screen used here knows only some."""
NOT_OURS: Final = ("COLORTERM", "NO_COLOR", "TMUX", "TERM_PROGRAM", "STY", "COLUMNS", "LINES")
"""What the environment tells of the terminal around this program."""


class Wire:
    """A terminal at the other end of the program's line.

    Args:
        command: What to run.
        columns: Of the terminal.
        rows: Of it.
        environment: What differs from that of this process.
        rate: Bytes a second that the line carries to the terminal; None for as many as come.
        mute: The terminal answers nothing.

    Attributes:
        screen: What the terminal shows, cell by cell.
        sent: All that the program sent and the terminal has taken.
        bucket: The line's pace, which may be changed at any time.
        answers: Question -> what the terminal answers to it, besides telling modes and its status.
        started: When it was, in seconds of the monotonic clock.
        heard: When something came last.
        status: The exit status once the program has ended, negative where a signal ended it.
        watched: The process that is waited for until it sleeps: the program, also where it runs behind ssh.
    """

    def __init__(
        self,
        command: list[str],
        columns: int = 80,
        rows: int = 24,
        environment: dict[str, str] | None = None,
        *,
        rate: float | None = None,
        mute: bool = False,
    ) -> None:
        self.screen: Any = pyte.Screen(columns, rows)
        self._stream: Any = pyte.ByteStream(self.screen)
        self.sent = bytearray()
        self.answers: dict[bytes, bytes] = {}
        self._answered: dict[bytes, int] = {}
        self.status: int | None = None
        self.bucket = Bucket(rate)
        self._mute = mute
        self._unread = b""
        kept = {name: text for name, text in os.environ.items() if name not in NOT_OURS}
        whole = kept | {"TERM": "xterm-256color"} | (environment or {})
        self.started = self.heard = time.monotonic()
        self.pid, self._line = pty.fork()
        if self.pid == 0:
            for number in (
                signal.SIGHUP,
                signal.SIGQUIT,
                signal.SIGINT,
            ):  # a shell ignores some in the background
                signal.signal(number, signal.SIG_DFL)
            os.execvpe(command[0], command, whole)
        self.watched = self.pid
        self.resize(columns, rows)
        self._open = True

    # -------------------------------------------------------------- the line
    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._line, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def write(self, data: str | bytes) -> None:
        """Type something."""
        os.write(self._line, data.encode() if isinstance(data, str) else data)

    def hold(self, key: str, times: int, each: float = 1 / 30) -> None:
        """Keep a key pressed: so many times, with so many seconds between, while the line goes on."""
        due = time.monotonic()
        for _ in range(times):
            self.write(key)
            due += each
            while (left := due - time.monotonic()) > 0:
                self._take(min(left, 0.02))

    def hang_up(self) -> None:
        """Close the line, as a lost connection does."""
        self._open = False
        os.close(self._line)

    def _take(self, seconds: float) -> bool:
        """Take what comes within that time and the line carries; False where nothing does."""
        end = time.monotonic() + seconds
        while not (room := self.bucket.allowance(AT_ONCE)):
            if time.monotonic() >= end:
                return False
            time.sleep(0.005)
        if not self._open or not select.select([self._line], [], [], max(0.0, end - time.monotonic()))[0]:
            return False
        try:
            data = os.read(self._line, room)
        except OSError:  # the other end is closed: the program has ended
            data = b""
        if not data:
            self._open = False
            return False
        self.heard = time.monotonic()
        self.bucket.passed(len(data))
        self.sent += data
        self._show(data)
        return True

    def _show(self, data: bytes) -> None:
        """Answer what is asked, and show what is whole: a slow line cuts sequences anywhere."""
        data = self._unread + data
        cut = data.rfind(b"\x1b")
        whole = (
            cut < 0 or re.fullmatch(rb"\x1b(?:\[[<=>?]?[0-9;:]*[ -/]*|\][^\x07\x1b]*|)", data[cut:]) is None
        )
        self._unread = b"" if whole else data[cut:]
        data = data if whole else data[:cut]
        for mode in [] if self._mute else ASKED.findall(data):
            self.write(b"\x1b[?%s;%d$y" % (mode, 2 if mode == b"2026" else 0) if mode else b"\x1b[0n")
        for question, answer in self.answers.items():
            asked = self.sent.count(question)
            self.write(answer * (asked - self._answered.get(question, 0)))
            self._answered[question] = asked
        self._stream.feed(SEQUENCES_WITHOUT_INK.sub(b"", data))

    def until_sent(self, sequence: bytes, after: int = 0) -> None:
        """Wait until the program has sent a sequence, behind so many other bytes.

        Raises:
            AssertionError: it never does.
        """
        end = time.monotonic() + PATIENCE
        while sequence not in self.sent[after:]:
            if not self._take(0.05) and (not self._open or time.monotonic() > end):
                raise AssertionError(f"{sequence!r} was never sent")

    def scribble(self, text: str) -> None:
        """Show what another program writes to the same terminal."""
        self._stream.feed(text.encode())

    # -------------------------------------------------------------- the program
    def ended(self) -> bool:
        """Whether the program has."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def asleep(self) -> bool:
        """Every thread of the program waits for something."""
        try:
            stats = [(task / "stat").read_text() for task in Path(f"/proc/{self.watched}/task").iterdir()]
        except OSError:
            return True
        return all(stat.rpartition(")")[2].split()[0] in "SZT" for stat in stats)

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until the program has nothing more to say."""
        end = time.monotonic() + PATIENCE
        silent_since = time.monotonic()
        while time.monotonic() < end and self._open and not self.ended():
            if self._take(0.02) or not self.asleep():
                silent_since = time.monotonic()
            if time.monotonic() - silent_since >= quiet:
                return

    def until(self, pattern: str) -> str:
        """Wait for a screen that matches a regular expression, and return it.

        Raises:
            AssertionError: none has come.
        """
        end = time.monotonic() + PATIENCE
        while not re.search(pattern, self.text(), re.MULTILINE):
            if not self._take(0.05) and (not self._open or time.monotonic() > end):
                raise AssertionError(f"no screen with {pattern!r} came; this one stands:\n{self.text()}")
        return self.text()

    def wait(self, seconds: float = PATIENCE) -> int | None:
        """Wait until the program has ended; its exit status, negative where a signal ended it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.ended():
            if not self._take(0.02):
                time.sleep(0.01)
        while self._take(0.02):
            pass
        return self.status

    def cost(self, keys: str | bytes, quiet: float = QUIET) -> int:
        """Bytes that come for a key, until the program has nothing more to say."""
        before = len(self.sent)
        self.write(keys)
        self.settle(quiet)
        return len(self.sent) - before

    # -------------------------------------------------------------- the screen
    def text(self) -> str:
        """What the terminal shows."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def left_on(self) -> dict[str, bool]:
        """Modes that were set, and whether they still are."""
        found = re.findall(rb"\x1b\[\?([0-9;]+)([hl])", bytes(self.sent))
        return {mode.decode(): last == b"h" for modes, last in found for mode in modes.split(b";")}

    def local_modes(self) -> int:
        """The line's own modes: echo, signals and so on."""
        return termios.tcgetattr(self._line)[3]

    def close(self) -> None:
        """End the program and the line."""
        if self._open:
            self.hang_up()
        if not self.ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
