"""One writer at a time: a lock file that says who holds it."""

import fcntl
import getpass
import os
import socket
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from wiredesk.errors import StoreLockedError
from wiredesk.store.disk import explained

LOCK: Final = "writer.lock"


@contextmanager
def locked(folder: Path) -> Generator[None, None, None]:
    """Hold the one right to write in a folder.

    The system gives the lock back when the process that holds it ends, however it ends, so a dead
    writer blocks nobody; the file itself stays. Readers never ask for it.

    Raises:
        StoreLockedError: another process, or another part of this one, holds it.
        StoreError: the lock file cannot be made.
    """
    file = folder / LOCK
    with explained(file):
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreLockedError(
                f"{folder}: {_holder(handle)} is writing this index; wait until it is done, "
                "or open the index as it stands"
            ) from error
        with explained(file):
            os.ftruncate(handle, 0)
            os.write(handle, f"process {os.getpid()} of {_user()} on {socket.gethostname()}\n".encode())
        yield
    finally:
        os.close(handle)


def _holder(handle: int) -> str:
    said = os.pread(handle, 200, 0).decode("utf-8", "replace").strip()
    return said if said.startswith("process ") and said.isprintable() else "another process"


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        return f"user {os.getuid()}"
