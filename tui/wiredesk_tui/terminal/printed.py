"""What others print while the program has the screen: it goes to a file instead of across the screen.

A library that panics, warns or asserts writes to the standard error of the process, and so do the processes
that index. While the screen is on, standard output and standard error, where they are the terminal, are a
file; the driver writes to the terminal through a duplicate of its handle.
"""

import os
import sys
from typing import Final

STREAMS: Final = (1, 2)
KEPT: Final = 8
"""Files of programs that failed, or were killed, which are kept."""


def terminal_handle() -> int:
    """A handle of its own of the terminal: that of standard error, or of output where errors go elsewhere."""
    return os.dup(2 if os.isatty(2) else 1)


class Printed:
    """Where standard output and error lead while the program has the screen.

    Args:
        folder: Where files of this kind go, one a process; it is made.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._file = os.path.join(folder, f"{os.getpid()}.txt")
        self._terminal: dict[int, int] = {}
        """Handle that leads to the file -> duplicate of what it was."""
        self._begun = False

    def divert(self) -> None:
        """Have all that is printed go to the file; a stream that is no terminal is left alone."""
        for stream in (sys.__stdout__, sys.__stderr__):
            if stream is not None:
                stream.flush()
        watched = [handle for handle in STREAMS if handle not in self._terminal and os.isatty(handle)]
        if not watched:
            return
        file = self._opened()
        for handle in watched:
            self._terminal[handle] = os.dup(handle)
            os.dup2(file, handle)
        os.close(file)

    def give_back(self) -> None:
        """Have what is printed from now on go to the terminal again."""
        for handle, terminal in self._terminal.items():
            os.dup2(terminal, handle)
            os.close(terminal)
        self._terminal.clear()

    def left(self, *, failed: bool) -> str:
        """What to tell as the program ends: where that stands which was printed, if it failed, else nothing.

        What nobody is told of is not kept either.
        """
        try:
            if self._begun and failed and os.path.getsize(self._file):
                return f"{self._file}: holds what was printed while the screen was on"
            if self._begun:
                os.unlink(self._file)
        except OSError:  # somebody has tidied up
            pass
        return ""

    def _opened(self) -> int:
        """The file, made when it is opened first; nothing where it cannot be."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | (0 if self._begun else os.O_TRUNC)
        try:
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            if not self._begun:
                self._forget_oldest()
            file = os.open(self._file, flags, 0o600)
        except OSError:
            return os.open(os.devnull, os.O_WRONLY)
        self._begun = True
        return file

    def _forget_oldest(self) -> None:
        """Delete the files of processes that are gone, but for the newest that hold something."""
        ended = [entry for entry in os.scandir(self._folder) if not _runs(entry.name.partition(".")[0])]
        ended.sort(key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
        telling = [entry.path for entry in ended if entry.stat().st_size]
        for entry in ended:
            if entry.path not in telling[: KEPT - 1]:
                os.unlink(entry.path)


def _runs(number: str) -> bool:
    """A process of that number is there."""
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except PermissionError:  # somebody else's
        return True
    return True
