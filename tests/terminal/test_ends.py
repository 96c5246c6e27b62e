"""However the program ends, the terminal is as it was before."""

import os
import signal
import subprocess
from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(("name", "status"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_leaves_the_terminal_as_it_was(
    start: Any,
    home: dict[str, str],
    wiredesk: list[str],
    need: Callable[[str], str],
    name: str,
    status: int,
) -> None:
    terminal = start([*wiredesk, "--sample"], environment=home)
    terminal.until(r"Masrour|12 files")
    assert terminal.ask("#{alternate_on} #{cursor_flag}") == "1 0"
    shell = terminal.ask("#{pane_pid}")
    found = subprocess.run([need("pgrep"), "-P", shell], capture_output=True, text=True, check=True)
    os.kill(int(found.stdout.split()[0]), getattr(signal, name))
    terminal.until(rf"left with {status}")
    assert terminal.ask("#{alternate_on} #{mouse_any_flag} #{cursor_flag}") == "0 0 1"
