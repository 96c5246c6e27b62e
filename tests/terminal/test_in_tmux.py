"""In tmux: its names for keys, its resting programs, and panes that a killed program has left broken."""

import os
import shlex
import signal
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

READY = r"12 files = 11 indexed"
SHELL = ["bash", "--norc", "--noprofile", "-i"]


@pytest.mark.parametrize("kind", ["tmux-256color", "screen-256color", "screen"])
def test_keys_work_as_tmux_sends_them(
    start: Any, home: dict[str, str], wiredesk: list[str], kind: str
) -> None:
    terminal = start([*wiredesk, "--sample"], environment=home | {"TERM": kind})
    terminal.until(READY)
    terminal.press("2")
    terminal.until(r" 1/15")
    terminal.press("End")
    terminal.until(r"15/15")
    terminal.press("Home")
    terminal.until(r" 1/15")
    terminal.press("Down", "Down", "Up")
    terminal.until(r" 2/15")
    terminal.press("PPage", "NPage")
    terminal.until(r"15/15")
    terminal.press("F1")
    terminal.until(r"(?s)\A(?!.*15/15)")
    terminal.press("Escape")
    terminal.until(r"15/15")
    terminal.press("/")
    terminal.write("iraq")
    terminal.until(r"Sentences .* 1/\d")
    terminal.press("Escape")  # alone: tmux waits whether more of it comes
    terminal.until(r"15/15")
    terminal.press("F5", "C-l")
    terminal.press("F10")
    terminal.until(r"left with 0")


@pytest.fixture
def shell(start: Any, home: dict[str, str]) -> Any:
    """A shell in tmux."""
    terminal = start(SHELL, environment=home | {"PS1": "so: "})
    terminal.until(r"^so:")
    return terminal


def test_a_stopped_program_comes_back_in_tmux(shell: Any, wiredesk: list[str]) -> None:
    shell.write(shlex.join([*wiredesk, "--sample"]) + "\n")
    shell.until(READY)
    shell.press("2")
    shell.until(r" 1/15")
    shell.press("C-z")
    shell.until(r"Stopped")
    assert shell.ask("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0"
    shell.resize(100, 30)
    shell.write("fg\n")
    shell.until(r" 1/15")
    assert shell.ask("#{alternate_on}") == "1"
    shell.press("Down")
    shell.until(r" 2/15")
    shell.until(r"the sample corpus$")  # for which 80 columns have no room
    shell.press("F10")
    shell.until(r"^so: *$")


def test_reset_mends_the_pane_of_a_killed_program(
    shell: Any, wiredesk: list[str], need: Callable[[str], str]
) -> None:
    at_rest = shell.ask("#{pane_current_command}")
    shell.write(shlex.join([*wiredesk, "--sample"]) + "\n")
    shell.until(READY)
    assert shell.ask("#{alternate_on} #{cursor_flag}") == "1 0"
    python = subprocess.run(
        [need("pgrep"), "-f", "-P", _shell_of(need, shell.ask("#{pane_pid}")), "wiredesk_tui"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    os.kill(int(python.stdout.split()[0]), signal.SIGKILL)
    # What the shell says stands wherever the cursor was, or nowhere, behind a sequence that was cut off.
    shell.until_told("#{pane_current_command}", at_rest)
    assert shell.ask("#{alternate_on} #{cursor_flag}") == "1 0", "there is nothing to mend"
    shell.write(shlex.join([*wiredesk, "reset"]))
    shell.press("C-j")
    shell.until(r"^so: *$")
    assert shell.ask("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0"
    shell.write("stty -a | tr ';' ' ' | grep -c ' icanon.* echo '\n")
    shell.until(r"^1$")


def _shell_of(need: Callable[[str], str], pane: str) -> str:
    """The shell that is run in a pane, beneath the one that waits for its end."""
    found = subprocess.run([need("pgrep"), "-P", pane], capture_output=True, text=True, check=True)
    return found.stdout.split()[0]
