"""A process as the system sees it from outside."""

import os
import time
from pathlib import Path
from typing import Final

NEVER: Final = 60.0
"""Seconds after which a process that is to end counts as one that hangs: machines may be slow."""


def cpu_seconds(pid: int) -> float | None:
    """Processor time that a process has used; None once it has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def until_gone(pid: int) -> float:
    """Wait until a process has ended; the processor time that it had used when it was last seen.

    Raises:
        AssertionError: it goes on.
    """
    end, used = time.monotonic() + NEVER, 0.0
    while (more := cpu_seconds(pid)) is not None:
        if time.monotonic() > end:
            raise AssertionError(f"process {pid} goes on")
        used = more
        time.sleep(0.01)
    return used
