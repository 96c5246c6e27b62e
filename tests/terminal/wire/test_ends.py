"""However the program ends, the line is left as it was, and with a status that tells.

How soon is told by bench/terminal.py; here only who never ends fails.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wires import cpu_seconds, until_gone

INDEXED = r"12 files = 11 indexed"
READY = r"Brief.*\n(.*\n)*.*files"
MODES = ("1049", "2004", "1004", "1003")


def left_as_it_was(wire: Any) -> bool:
    left = wire.left_on()
    return not any(left.get(mode) for mode in MODES) and left.get("25", True) and left.get("7", True)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_ends_the_program(wire: Any, name: str) -> None:
    opened = wire("--sample")
    before = opened.local_modes()
    opened.until(READY)
    number = getattr(signal, name)
    os.kill(opened.pid, number)
    assert opened.wait() == 128 + number
    assert left_as_it_was(opened)
    assert opened.local_modes() == before


@pytest.mark.parametrize("ignored", [False, True])
def test_the_program_does_not_outlive_its_line(wire: Any, wiredesk: list[str], ignored: bool) -> None:
    command = ["/bin/sh", "-c", ("trap '' HUP; " if ignored else "") + 'exec "$@"', "sh", *wiredesk]
    opened = wire("--sample", command=command)
    opened.until(READY)
    opened.settle()
    before = cpu_seconds(opened.pid)
    assert before is not None
    opened.hang_up()
    assert until_gone(opened.pid) - before < 0.8, "it does not wait, it spins"
    assert opened.wait() not in (0, None)


@pytest.fixture
def far(
    sshd: Any, wire: Any, wiredesk: list[str], home: dict[str, str], stores: Path, tmp_path: Path
) -> tuple[Any, Callable[[], int]]:
    """The program behind ssh, and what gives its process there."""
    pid = tmp_path / "pid"
    environment = home | {"XDG_DATA_HOME": str(stores)}
    remote = sshd.remote([*wiredesk, "--sample"], environment, first=f"echo $$ > {pid};")
    opened = wire(command=remote)
    opened.until(READY)
    return opened, lambda: int(pid.read_text())


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_the_program_does_not_outlive_its_ssh(far: tuple[Any, Callable[[], int]], number: int) -> None:
    opened, program = far
    there = program()
    assert cpu_seconds(there) is not None
    os.kill(opened.pid, number)
    until_gone(there)


@pytest.mark.parametrize("where", ["action_sort", "on_mount"])
def test_a_mistake_of_the_program_is_told_on_a_terminal_that_is_as_before(wire: Any, where: str) -> None:
    code = (
        "import sys; from wiredesk_tui.screen import DeskScreen\n"
        f"def broken(self): raise RuntimeError('of no' + ' use')\nDeskScreen.{where} = broken\n"
        "from wiredesk_tui.__main__ import main; main()"
    )
    opened = wire("-c", code, "--sample", command=[sys.executable])
    before = opened.local_modes()
    if where == "action_sort":
        opened.until(READY)
        opened.write("s")
    assert opened.wait() == 1
    assert b"RuntimeError: of no use" in opened.sent
    assert b"in broken" in opened.sent
    assert left_as_it_was(opened)
    assert opened.local_modes() == before


def test_a_full_disk_is_told_and_the_index_that_was_there_is_shown(
    wire: Any, wiredesk: list[str], tmp_path: Path
) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    for number in range(3):
        (pile / f"{number}.txt").write_text(
            f"Storm {number}\n\nMayor Ida Falk spoke in Lund on 3 May 2021.\n"
        )
    opened = wire(str(pile))
    opened.until(r"3 files = ")
    opened.settle()
    opened.write("\x1b[21~")
    assert opened.wait() == 0
    for number in range(3, 60):
        (pile / f"{number}.txt").write_text(
            f"Flood {number}\n\nMayor Ida Falk spoke in Lund on 4 May 2021.\n" * 5
        )
    # No file may be longer than 2 KB, which fails as a full disk does.
    small = ["/bin/sh", "-c", 'ulimit -f 4; exec "$@"', "sh", *wiredesk]
    opened = wire(str(pile), command=small)
    opened.until(r"any key goes on")
    told = " ".join(line.strip() for line in opened.text().split("\n"))
    assert "File too large; mend that, or choose another folder for the index" in told
    opened.write("\r\r")  # one more than is asked for
    opened.settle()
    opened.write("2")
    opened.until(r"1/3")
    opened.write("\x1b[21~")
    assert opened.wait() == 0
    assert left_as_it_was(opened)
    asked = wire("articles", "--stored", str(pile), "--jsonl")
    asked.wait()
    assert asked.sent.count(b'"title"') == 3


def test_bytes_that_are_no_text_are_left_out(wire: Any) -> None:
    opened = wire("--sample")
    opened.until(READY)
    for part in (b"\xe9", b"\x1b[M\x20", b"\xc8\x30", b"2"):
        opened.write(part)
        opened.settle()  # a read for each
    opened.until(r"published +source")
    opened.write("\x1b[21~")
    assert opened.wait() == 0


def test_a_message_of_another_program_is_cleaned_away(wire: Any) -> None:
    opened = wire("--sample")
    opened.until(READY)
    opened.settle()
    before = opened.text()
    opened.scribble("\x1b[10;10Hmail has come\r\n\x1b[31mtwice")
    assert opened.text() != before
    opened.write("\x0c")
    opened.settle()
    assert opened.text() == before
