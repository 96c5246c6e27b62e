"""Damage that no answer shows: changed bytes of the library's files, looked for beside the questions."""

import os
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from wiredesk.errors import StoreError
from wiredesk.store.tables import check_digest

_LAST: Final = 19
"""The lowest priority: the reader's questions go first."""

_TEXTS: Final = ".store"
"""The kept texts, two thirds of all bytes: each is compared with its seal when it is read."""


def checking(
    folder: Path, files: Mapping[str, int], digests: Mapping[str, str], on_damage: Callable[[str], None]
) -> threading.Thread:
    """Compare files with their digests in a thread of its own.

    Args:
        folder: Where they are, for the message.
        files: Open files by name; the thread has its own handles.
        digests: What they should have; files without one are not compared.
        on_damage: Told what is damaged, in the thread, of the first file that is.

    Returns:
        The thread, started; it ends with the program at the latest.
    """
    held = {
        name: os.dup(handle)
        for name, handle in files.items()
        if name in digests and not name.endswith(_TEXTS)
    }
    thread = threading.Thread(target=_check, args=(folder, held, digests, on_damage), daemon=True)
    thread.start()
    return thread


def _check(
    folder: Path, files: dict[str, int], digests: Mapping[str, str], on_damage: Callable[[str], None]
) -> None:
    if sys.platform == "linux":  # where a thread has a priority of its own
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LAST)
    try:
        for name, handle in files.items():
            check_digest(handle, folder / name, digests[name])
    except StoreError as error:
        on_damage(str(error))
    finally:
        for handle in files.values():
            os.close(handle)
