"""How long a start takes, from the call of the program to a screen that is of use, side by side.

    python bench/startup.py              # 7 rounds
    python bench/startup.py --rounds 15

Each program is started at the end of a line of its own, once a round and in turn, so that whatever else the
machine does falls on all of them. Time counts from `exec` to the read after which the terminal shows what
was waited for, not to the first byte. Folders of their own keep the reader's stores and settings out of it.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyte

ROOTS: Final = tuple(Path(__file__).parents[1] / name for name in ("core", "tui"))
COLUMNS: Final = 80
ROWS: Final = 24
PATIENCE: Final = 60.0
"""Seconds until a screen that does not come counts as never."""
UNSEEN: Final = re.compile(rb"\x1b\[[<=>?][0-9;:]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""Modes, queries and titles, of which the screen here knows only some."""
HELLO: Final = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello")
Hello().run()
"""
BRIEF: Final = r"[1-9]\d* files = \d+ indexed(.*\n)*.*|Brief(.*\n)*.*\d{4}-\d\d-\d\d"
"""The brief's own lines: what the reader came for."""
DESK: Final = (sys.executable, "-m", "wiredesk_tui", "--sample")


@dataclass(frozen=True)
class Start:
    """A program, and when its start is over.

    Attributes:
        name: What the table calls it.
        command: What is run.
        shown: A regular expression for the screen that is of use.
        typed: Keys that are typed right after the call.
        before: Called before each run.
    """

    name: str
    command: tuple[str, ...]
    shown: str
    typed: bytes = b""
    before: Callable[[], None] = lambda: None


class Line:
    """One run of a program at the end of a line."""

    def __init__(self, command: Iterable[str], environment: dict[str, str]) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.bytes = 0
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        self.pid, self._line = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            words = list(command)
            os.execvpe(words[0], words, environment)
        self.called = time.perf_counter()

    def type(self, keys: bytes) -> None:
        """Type something."""
        if keys:
            os.write(self._line, keys)

    def take(self, seconds: float) -> bool:
        """Take what comes within that time; False where the line is closed."""
        if not select.select([self._line], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self._line, 1 << 16)
        except OSError:
            return False
        self.bytes += len(data)
        self._stream.feed(UNSEEN.sub(b"", data))
        return bool(data)

    def until(self, pattern: str) -> float:
        """Seconds from the call to a screen that matches.

        Raises:
            SystemExit: none came.
        """
        while time.perf_counter() - self.called < PATIENCE:
            here = self.take(0.5)
            text = "\n".join(self.screen.display)
            if re.search(pattern, text):
                return time.perf_counter() - self.called
            if not here:
                break
        raise SystemExit(f"no screen with {pattern!r} came:\n" + "\n".join(self.screen.display))

    def end(self, quiet: float) -> None:
        """Let the program come to rest, then end it."""
        silent = time.perf_counter()
        while time.perf_counter() - silent < quiet:
            before = self.bytes
            if not self.take(0.05):
                break
            if self.bytes != before:
                silent = time.perf_counter()
        os.kill(self.pid, signal.SIGTERM)
        while self.take(1.0) and os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            pass
        os.close(self._line)


def starts(state: Path) -> list[Start]:
    """The programs to compare, the measure first."""

    def forget() -> None:
        shutil.rmtree(state / "wiredesk" / "frames", ignore_errors=True)

    return [
        Start("Textual hello", (sys.executable, "-c", HELLO), "hello"),
        Start("wiredesk, brief, no last frame", DESK, BRIEF, before=forget),
        Start("wiredesk, brief, last frame", DESK, BRIEF),
        Start("wiredesk, a key typed at once", DESK, r"published +source", typed=b"2"),
        Start("wiredesk --version", (sys.executable, "-m", "wiredesk_tui", "--version"), "wiredesk [0-9]"),
        Start("python -c pass", (sys.executable, "-c", "print('here')"), "here"),
    ]


def measure(rounds: int) -> dict[str, list[float]]:
    """Seconds of every start, by its name."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        environment = {name: text for name, text in os.environ.items() if name not in ("NO_COLOR", "TMUX")}
        environment |= {
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join(map(str, ROOTS)),
            **{f"XDG_{name.upper()}_HOME": str(home / name) for name in ("config", "data", "state", "cache")},
        }
        todo = starts(home / "state")
        times: dict[str, list[float]] = {start.name: [] for start in todo}
        for number in range(rounds + 1):  # the first fills the store and the caches, and counts for nothing
            for start in todo:
                start.before()
                line = Line(start.command, environment)
                line.type(start.typed)
                took = line.until(start.shown)
                line.end(quiet=1.0 if start.command == DESK else 0.0)
                if number:
                    times[start.name].append(took)
                    print(end=".", flush=True, file=sys.stderr)
        print(file=sys.stderr)
        return times


def main() -> None:
    """Print a line a program: median, quickest, and the median as a multiple of the first program's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    times = measure(parser.parse_args().rounds)
    floor = statistics.median(next(iter(times.values())))
    print(f"{'':34}{'median ms':>10}{'quickest':>10}{'x hello':>9}")
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"{name:34}{middle * 1000:10.0f}{min(taken) * 1000:10.0f}{middle / floor:9.2f}")


if __name__ == "__main__":
    main()
