"""While the screen is on nothing but the program writes there; what others printed is found afterwards."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

READY = r"12 files = 11 indexed"
LEAVE = "\x1b[21~"
NOISY = """
import os, subprocess, sys
from wiredesk_tui.screen import DeskScreen
def noise(self):
    os.write(2, b"of a library")
    os.write(1, b"on the output")
    subprocess.run(["sh", "-c", "echo of another process >&2"])
    {then}
    self.tell("noise was made")
DeskScreen.action_sort = noise
from wiredesk_tui.__main__ import main
main()
"""
NOISE = b"of a libraryon the outputof another process\n"
Noisy = Callable[..., Any]


@pytest.fixture
def printed(home: dict[str, str]) -> Callable[[], list[bytes]]:
    """What stands in the files of what was printed."""
    folder = Path(home["XDG_STATE_HOME"], "wiredesk", "printed")
    return lambda: [file.read_bytes() for file in folder.iterdir()] if folder.is_dir() else []


@pytest.fixture
def noisy(wire: Any, stores: Path) -> Noisy:
    """Starts the program with a key, s, that prints past the screen."""

    def start(then: str = "pass", command: list[str] | None = None, before: tuple[str, ...] = ()) -> Any:
        code = NOISY.format(then=then)
        whole = [*(command or []), sys.executable, "-c", code, "--sample"]
        opened = wire(*before, command=whole, environment={"XDG_DATA_HOME": str(stores)})
        opened.until(READY)
        opened.settle()
        return opened

    return start


def test_what_is_printed_meanwhile_harms_no_screen(noisy: Noisy, printed: Any) -> None:
    opened = noisy()
    shown = opened.text().split("\n")[:-1]
    opened.write("s")
    opened.until("noise was made")
    opened.settle()
    assert opened.text().split("\n")[:-1] == shown
    assert printed() == [NOISE]
    opened.write(LEAVE)
    assert opened.wait() == 0
    assert b"of a library" not in opened.sent
    assert printed() == [], "nobody was told of it"


ENDS = {
    "a mistake": ("raise RuntimeError('of no' + ' use')", None, 1),
    "SIGTERM": ("pass", signal.SIGTERM, 128 + signal.SIGTERM),
    "a thread that hangs": (
        "import threading; threading.Thread(target=threading.Event().wait).start()",
        signal.SIGTERM,
        128 + signal.SIGTERM,
    ),
}


@pytest.mark.parametrize("how", ENDS)
def test_who_fails_tells_where_it_stands(noisy: Noisy, printed: Any, home: dict[str, str], how: str) -> None:
    then, number, status = ENDS[how]
    opened = noisy(then)
    opened.write("s")
    if number is not None:
        opened.until("noise was made")
        os.kill(opened.pid, number)
    assert opened.wait() == status
    assert printed() == [NOISE]
    folder = Path(home["XDG_STATE_HOME"], "wiredesk", "printed")
    told = b"".join(bytes(opened.sent).rpartition(b"wiredesk: ")[2].split())
    assert told.startswith(f"{folder}/{opened.pid}.txt:".encode())
    assert told.endswith(b"screenwason")


def test_an_error_output_of_ones_own_is_left_alone(noisy: Noisy, printed: Any, tmp_path: Path) -> None:
    errors = tmp_path / "errors"
    opened = noisy(command=["/bin/sh", "-c", f'exec "$@" 2>{errors}', "sh"])
    opened.write("s")
    opened.until("noise was made")
    opened.write(LEAVE)
    assert opened.wait() == 0
    assert errors.read_bytes() == b"of a libraryof another process\n"


def test_what_a_shell_prints_while_the_program_rests_is_seen(noisy: Noisy, printed: Any) -> None:
    opened = noisy(command=["bash", "--norc", "-i", "-c", '"$@"; echo resting >&2; fg', "sh"])
    opened.write("s")
    opened.until("noise was made")
    opened.write("\x1a")
    opened.until("resting")
    opened.until(READY)
    opened.write("s")
    opened.until("noise was made")
    opened.settle()
    assert printed() == [NOISE * 2]
    opened.write(LEAVE)
    assert opened.wait() == 0
