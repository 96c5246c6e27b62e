"""Files that are whole or not there, and the system's refusals in words."""

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from wiredesk.errors import StoreError

_ELSEWHERE: Final = "or choose another folder for the index"
_NOT_ALLOWED: Final = f"you may not read or write here; ask the folder's owner, {_ELSEWHERE}"
_FILE_IN_THE_WAY: Final = f"a file stands where a folder is needed; move it away, {_ELSEWHERE}"
_LIMIT: Final = "too many files are open; close some programs, or raise the limit (ulimit -n)"
_ADVICE: Final = {
    errno.ENOSPC: f"no space is left on the disk; free some, {_ELSEWHERE}",
    errno.EDQUOT: f"the disk quota is used up; free some space, {_ELSEWHERE}",
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: f"the disk is read-only; ask its owner, {_ELSEWHERE}",
    errno.ENOTDIR: _FILE_IN_THE_WAY,
    errno.EEXIST: _FILE_IN_THE_WAY,
    errno.EISDIR: f"a folder stands where a file is needed; move it away, {_ELSEWHERE}",
    errno.ENAMETOOLONG: f"the path is too long for this system; shorten it, {_ELSEWHERE}",
    errno.EMFILE: _LIMIT,
    errno.ENFILE: _LIMIT,
}

ASIDE: Final = "aside-"
"""How names of unfinished files and folders begin; a writer that holds the lock may remove them."""


@contextmanager
def explained(path: Path) -> Generator[None, None, None]:
    """Turn the system's refusals into a `StoreError` that names the file and says what to do.

    Args:
        path: Named where the system does not say which file it was.
    """
    try:
        yield
    except OSError as error:
        where = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else path
        raise StoreError(f"{where}: {advice(error.errno, error.strerror)}") from error


def advice(number: int | None, said: str | None = None) -> str:
    """What a system's error number means here and what to do about it."""
    plain = said or "the system refused"
    return _ADVICE.get(number or 0, f"{plain}; mend that, {_ELSEWHERE}")


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, with the permissions that the user's umask gives.

    Raises:
        StoreError: it cannot be made.
    """
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)


def sync(path: Path) -> None:
    """Have the system put a file's bytes, or a folder's names, on the disk before going on."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_file(file: Path, data: bytes, *, durable: bool = True) -> None:
    """Put a file in place in one step: another process sees the old bytes or the new ones.

    Args:
        durable: Also have it outlive a power cut.

    Raises:
        StoreError: it cannot be written; the old file stays.
    """
    aside = file.with_name(f"{ASIDE}{file.name}")
    with explained(file):
        try:
            aside.write_bytes(data)
            if durable:
                sync(aside)
            os.replace(aside, file)
        except OSError:
            aside.unlink(missing_ok=True)
            raise
        if durable:
            sync(file.parent)
