"""Ctrl+Z gives the terminal back to a real shell, and fg shows everything again, in the size it then has."""

import shlex
from typing import Any

import pytest

MODES = ("1049", "1004", "1003", "2004")
SHELL = ["bash", "--norc", "--noprofile", "-i"]


@pytest.fixture
def shell(wire: Any, wiredesk: list[str], stores: Any) -> Any:
    """A shell that waits for commands, with the program's own at hand as `desk`."""
    opened = wire(command=SHELL, environment={"PS1": "so: ", "XDG_DATA_HOME": str(stores)})
    opened.until(r"^so:")
    opened.write(f"desk() {{ {shlex.join(wiredesk)} --sample; }}; bind 'set enable-bracketed-paste off'\r")
    opened.settle()
    return opened


def modes_of_the_line(opened: Any) -> set[str]:
    """The modes in which the shell's commands find the line."""
    before = len(opened.sent)
    opened.write("stty -a\r")
    opened.settle()
    return set(bytes(opened.sent[before:]).decode().replace(";", " ").split())


def test_a_stopped_program_leaves_the_terminal_to_the_shell_and_comes_back_whole(shell: Any) -> None:
    before = modes_of_the_line(shell)
    shell.write("desk\r")
    shell.until(r"12 files = 11 indexed")
    shell.settle()
    shell.write("2")
    shell.until(r" 1/15")
    shell.settle()
    shown = shell.text()
    on = shell.left_on()

    shell.write("\x1a")
    shell.until(r"Stopped")
    assert modes_of_the_line(shell) >= {"icanon", "echo", "isig", "icrnl", "ixon"}
    assert modes_of_the_line(shell) == before
    left = shell.left_on()
    assert not any(left.get(mode) for mode in MODES)
    assert left["25"]

    shell.write("fg\r")
    shell.until(r" 1/15")
    shell.settle()
    assert shell.text() == shown
    assert {mode: shell.left_on()[mode] for mode in ("1049", "25", "7", "1004")} == {
        mode: on[mode] for mode in ("1049", "25", "7", "1004")
    }
    shell.write("\x1b[B")
    shell.until(r" 2/15")

    shell.write("\x1a")
    shell.until(r"Stopped")
    shell.resize(100, 30)
    shell.write("fg\r")
    shell.until(r" 2/15")
    shell.settle()
    lines = shell.text().split("\n")
    assert lines[0].startswith(" 1 Brief")
    assert lines[0].endswith("the sample corpus")
    assert "help" in lines[29], "the last line is that of a larger screen"

    sent = len(shell.sent)
    shell.write("\x1b[21~")
    while b"so: " not in shell.sent[sent:]:
        shell.settle(quiet=0.1)
    shell.write("exit\r")
    assert shell.wait() == 0
