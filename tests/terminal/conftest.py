"""A real terminal for the program: tmux, driven by keys, looked at by what it shows."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))  # whose figures come by the same wires
from wires import Sshd

PATIENCE = 60.0
"""Seconds until a screen that does not come counts as never: generous, as machines may be slow."""

Start = Callable[..., "Terminal"]


def program(name: str) -> str:
    """Where a program is; the test is skipped where it is missing, but never in CI."""
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"{name} is missing, and CI must have it")
        pytest.skip(f"{name} is not installed")
    return found


class Terminal:
    """One program in a terminal of its own."""

    def __init__(self, tmux: str, socket: str) -> None:
        self._tmux = tmux
        self._socket = socket

    def _call(self, *arguments: str) -> str:
        done = subprocess.run(
            [self._tmux, "-L", self._socket, *arguments], capture_output=True, text=True, check=False
        )
        return done.stdout

    def start(self, command: list[str], columns: int, rows: int, environment: dict[str, str]) -> None:
        """Run a command in a window of that size; when it ends, its exit status is shown."""
        settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in environment.items())
        line = f"env {settings} {shlex.join(command)}; echo left with $?; exec cat"
        self._call("-f", os.devnull, "new-session", "-d", "-x", str(columns), "-y", str(rows), line)

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names for them, one after another."""
        for key in keys:
            self._call("send-keys", key)

    def write(self, text: str) -> None:
        """Type a text as it is."""
        self._call("send-keys", "-l", text)

    def screen(self) -> str:
        """What the terminal shows now."""
        return self._call("capture-pane", "-p")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._call("resize-window", "-x", str(columns), "-y", str(rows))

    def ask(self, what: str) -> str:
        """What tmux knows of the terminal, in its format language."""
        return self._call("display-message", "-p", what).strip()

    def until_told(self, what: str, told: str) -> None:
        """Wait until tmux tells something of the terminal, whatever stands on the screen."""
        end = time.monotonic() + PATIENCE
        while (last := self.ask(what)) != told:
            if time.monotonic() > end:
                pytest.fail(f"{what} is still {last!r} and not {told!r}; on the screen:\n{self.screen()}")
            time.sleep(0.03)

    def until(self, pattern: str) -> str:
        """Wait for a screen that matches a regular expression, and return it."""
        end = time.monotonic() + PATIENCE
        screen = ""
        while time.monotonic() < end:
            screen = self.screen()
            if re.search(pattern, screen, re.MULTILINE):
                return screen
            time.sleep(0.03)
        pytest.fail(f"no screen with {pattern!r} came; this one stands:\n{screen}")

    def close(self) -> None:
        """End the program and its terminal."""
        self._call("kill-server")


@pytest.fixture
def need() -> Callable[[str], str]:
    """Finds a program, or skips the test (fails it in CI)."""
    return program


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts commands in terminals of their own; all of them are closed when the test ends."""
    tmux = program("tmux")
    opened: list[Terminal] = []

    def run(
        command: list[str], *, columns: int = 80, rows: int = 24, environment: dict[str, str] | None = None
    ) -> Terminal:
        terminal = Terminal(tmux, f"wiredesk-{uuid.uuid4().hex[:12]}")
        opened.append(terminal)
        terminal.start(command, columns, rows, environment or {})
        return terminal

    yield run
    for terminal in opened:
        terminal.close()


@pytest.fixture
def sshd(tmp_path: Path, need: Callable[[str], str]) -> Iterator[Sshd]:
    """A real ssh server on the loopback."""
    folder = tmp_path / "sshd"
    folder.mkdir()
    server = Sshd(folder, sshd=need("sshd"), ssh=need("ssh"), keygen=need("ssh-keygen"))
    yield server
    server.close()


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Environment with folders of its own, so that nobody's configuration or stores are touched."""
    places = {
        "XDG_CONFIG_HOME": tmp_path / "config",
        "XDG_DATA_HOME": tmp_path / "data",
        "XDG_STATE_HOME": tmp_path / "state",
        "XDG_CACHE_HOME": tmp_path / "cache",
    }
    paths = [str(Path(entry).resolve()) for entry in sys.path if entry]
    return {name: str(place) for name, place in places.items()} | {
        "COLORFGBG": "15;0",  # or a terminal that does not tell its ground would have the reader asked
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(paths),
    }


@pytest.fixture
def wiredesk() -> list[str]:
    """The command that starts the program which is under test."""
    return [sys.executable, "-m", "wiredesk_tui"]
