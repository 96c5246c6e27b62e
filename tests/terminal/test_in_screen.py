"""In GNU screen, which as it comes has no second screen for programs, and no clipboard."""

import os
import shlex
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest

READY = r"12 files = 11 indexed"
SHELL = ["bash", "--norc", "--noprofile", "-i"]


@pytest.fixture
def screen(need: Callable[[str], str]) -> Iterator[list[str]]:
    """The command that runs a shell in GNU screen, whose sockets lie where nobody else's do."""
    program = need("screen")
    with tempfile.TemporaryDirectory(prefix="screen") as folder:  # short: sockets have no long names
        os.chmod(folder, 0o700)
        yield ["env", "-u", "TMUX", f"SCREENDIR={folder}", program, "-c", os.devnull, "-U", *SHELL]


@pytest.mark.parametrize("second", [False, True])
def test_the_desk_works_in_gnu_screen_and_leaves_it_as_it_was(
    start: Any, screen: list[str], home: dict[str, str], wiredesk: list[str], second: bool
) -> None:
    shell = start(screen, environment=home | {"PS1": "so: "})
    shell.until(r"^so:")
    if second:
        shell.press("C-a")
        shell.write(":altscreen on\n")
    shell.write("echo we begin in $TERM\n")
    shell.until(r"^we begin in screen")
    shell.write(shlex.join([*wiredesk, "--sample"]) + "\n")
    shell.until(READY)
    shell.press("2")
    shell.until(r" 1/15")
    shell.press("End")
    shell.until(r"15/15")
    shell.press("Home")
    shell.until(r" 1/15")
    shell.press("F1")
    shell.until(r"\A Help")
    shell.press("Escape")
    shell.until(r" 1/15")
    shell.press("y")
    shell.until(r"written to .*citation.txt|GNU screen passes nothing on")
    shell.press("Enter")
    shell.press("C-z")
    shell.until(r"^so: *$")
    shell.write("fg\n")
    shell.until(r" 1/15")
    shell.press("F10")
    shell.until(r"^so: *$")
    if second:
        shell.until(r"^we begin in screen")
    shell.write("stty -a | tr ';' ' ' | grep -c ' icanon.* echo '\n")
    shell.until(r"^1$")
    assert shell.ask("#{cursor_flag} #{mouse_any_flag}") == "1 0"
    shell.write("exit\n")
    shell.until(r"left with 0")
