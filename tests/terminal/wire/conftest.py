"""The program at the end of a line of its own: what it sends is counted and shown on a terminal."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyte
import pytest

PATIENCE = 60.0
"""Seconds until a screen that does not come counts as never: generous, as machines may be slow."""
QUIET = 0.4
"""Seconds of silence, with every thread asleep, after which an answer is whole; longer than the wait for a
further letter while a search is typed."""
MODES_ASKED = re.compile(rb"\x1b\[\?(\d+)\$p")
SEQUENCES_WITHOUT_INK = re.compile(
    rb"\x1b\[[<=>?][0-9;:]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;]*[ -/]+[@-~]"
)
"""Modes, queries and titles: nothing of them is seen, and the screen of the tests knows only some."""

Attributes = tuple[Any, ...]


class Wire:
    """A terminal at the other end of the program's line.

    Args:
        command: What to run.
        columns: Of the terminal.
        rows: Of it.
        environment: What differs from that of the tests.
    """

    def __init__(self, command: list[str], columns: int, rows: int, environment: dict[str, str]) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = bytearray()
        self.answers: dict[bytes, bytes] = {}
        self._answered: dict[bytes, int] = {}
        self.status: int | None = None
        kept = {
            name: text for name, text in os.environ.items() if name not in ("COLORTERM", "NO_COLOR", "TMUX")
        }
        whole = kept | {"TERM": "xterm-256color"} | environment
        self.pid, self._line = pty.fork()
        if self.pid == 0:
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
            os.execvpe(command[0], command, whole)
        self.resize(columns, rows)
        self._open = True

    # -------------------------------------------------------------- the line
    def until_sent(self, sequence: bytes) -> None:
        """Wait until the program has sent a control sequence."""
        end = time.monotonic() + PATIENCE
        while sequence not in self.sent:
            assert self._open, f"{sequence!r} was never sent"
            assert time.monotonic() < end, f"{sequence!r} was never sent"
            self._take(0.05)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._line, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def write(self, data: str | bytes) -> None:
        """Type something."""
        os.write(self._line, data.encode() if isinstance(data, str) else data)

    def hang_up(self) -> None:
        """Close the line, as a lost connection does."""
        self._open = False
        os.close(self._line)

    def _take(self, seconds: float) -> bool:
        """Take what comes within that time; False where nothing does."""
        if not self._open or not select.select([self._line], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._line, 1 << 16)
        except OSError:  # the other end is closed: the program has ended
            data = b""
        if not data:
            self._open = False
            return False
        self.sent += data
        for mode in MODES_ASKED.findall(data):
            self.write(b"\x1b[?%s;%d$y" % (mode, 2 if mode == b"2026" else 0))
        for question, answer in self.answers.items():
            asked = self.sent.count(question)
            self.write(answer * (asked - self._answered.get(question, 0)))
            self._answered[question] = asked
        self._stream.feed(SEQUENCES_WITHOUT_INK.sub(b"", data))
        return True

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

    def _asleep(self) -> bool:
        """Every thread of the program waits for something."""
        try:
            stats = [(task / "stat").read_text() for task in Path(f"/proc/{self.pid}/task").iterdir()]
        except OSError:
            return True
        return all(stat.rpartition(")")[2].split()[0] in "SZ" for stat in stats)

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until the program has nothing more to say."""
        end = time.monotonic() + PATIENCE
        silent_since = time.monotonic()
        while time.monotonic() < end and self._open and not self.ended():
            if self._take(0.02) or not self._asleep():
                silent_since = time.monotonic()
            if time.monotonic() - silent_since >= quiet:
                return

    def until(self, pattern: str) -> str:
        """Wait for a screen that matches a regular expression, and return it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if re.search(pattern, self.text(), re.MULTILINE):
                return self.text()
            self._take(0.05)
            if not self._open:
                break
        if re.search(pattern, self.text(), re.MULTILINE):
            return self.text()
        return pytest.fail(f"no screen with {pattern!r} came; this one stands:\n{self.text()}")

    def wait(self, seconds: float = PATIENCE) -> int | None:
        """Wait until the program has ended; its exit status, negative where a signal ended it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.ended():
            if not self._take(0.02):
                time.sleep(0.01)
        while self._take(0.02):
            pass
        return self.status

    def cost(self, keys: str | bytes) -> int:
        """Bytes that come for a key, until the program has nothing more to say."""
        before = len(self.sent)
        self.write(keys)
        self.settle()
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


OpenWire = Callable[..., Wire]


@pytest.fixture
def wire(wiredesk: list[str], home: dict[str, str]) -> Iterator[OpenWire]:
    """Starts the program, with arguments, at the end of a line of its own."""
    opened: list[Wire] = []

    def start(
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        command: list[str] | None = None,
        environment: dict[str, str] | None = None,
    ) -> Wire:
        found = Wire([*(command or wiredesk), *arguments], columns, rows, home | (environment or {}))
        opened.append(found)
        return found

    yield start
    for each in opened:
        each.close()


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for stores, which keeps the sample's from test to test."""
    return tmp_path_factory.mktemp("stores")
