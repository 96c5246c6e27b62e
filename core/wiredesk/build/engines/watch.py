"""An end for work that takes too long, where nobody outside the process could tell."""

import faulthandler
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

_due: Final[dict[int, float]] = {}
_lock: Final = threading.Lock()


@contextmanager
def at_most(seconds: float | None) -> Generator[None, None, None]:
    """End this whole process when the work inside takes longer, and print where it was to standard error.

    The watch is the interpreter's own, below Python: it ends even a regular expression that never comes
    back. Each thread may have one; the first that is due counts.

    Args:
        seconds: None: as long as it likes.
    """
    if seconds is None:
        yield
        return
    thread = threading.get_ident()
    _set(thread, time.monotonic() + seconds)
    try:
        yield
    finally:
        _set(thread, None)


def _set(thread: int, due: float | None) -> None:
    with _lock:
        _due.pop(thread, None)
        if due is not None:
            _due[thread] = due
        faulthandler.cancel_dump_traceback_later()
        if _due:
            faulthandler.dump_traceback_later(max(0.001, min(_due.values()) - time.monotonic()), exit=True)
