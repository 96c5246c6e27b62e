"""A log of what the reader did: one JSON object a line, only added to, and played again from the beginning.

A line that was cut short by a kill or a full disk is the last one, and counts as never written.
"""

import fcntl
import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from wiredesk.errors import DeskError, StoreError
from wiredesk.store.disk import explained, make_folder

VERSION: Final = 1
"""Of the form of the log; raised when an older program could not read a new one."""


class _Done(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Begun(_Done):
    """The first line: in which form the log is."""

    do: Literal["begin"] = "begin"
    version: int = VERSION


class Saved(_Done):
    """A query was saved under a name; one that was there is replaced."""

    do: Literal["save"] = "save"
    name: str
    query: str


class Removed(_Done):
    """A saved search was removed."""

    do: Literal["remove"] = "remove"
    name: str


class Renamed(_Done):
    """A saved search was given another name."""

    do: Literal["rename"] = "rename"
    name: str
    to: str


class Seen(_Done):
    """Articles were seen.

    Attributes:
        keys: In the form of `wiredesk.desk.seen.to_text`.
    """

    do: Literal["seen"] = "seen"
    keys: str


Entry = Begun | Saved | Removed | Renamed | Seen
_ENTRY: Final = TypeAdapter[Entry](Annotated[Entry, Field(discriminator="do")])


@contextmanager
def opened(file: Path) -> Generator["Log"]:
    """Open a log to add to it; another process waits until it is done.

    Raises:
        DeskError: it cannot be opened, read or written.
    """
    try:
        make_folder(file.parent)
        with explained(file):
            handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
                yield Log(file, handle)
            finally:
                os.close(handle)
    except StoreError as error:
        raise DeskError(str(error)) from error


def read(file: Path) -> list[Entry]:
    """What a log says; nothing where there is none.

    Raises:
        DeskError: it cannot be read, is damaged, or a newer version of the program wrote it.
    """
    try:
        return _entries(file, file.read_bytes())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise DeskError(f"{file}: cannot be read ({error.strerror}); mend that") from error


class Log:
    """An open log that nobody else adds to."""

    def __init__(self, file: Path, handle: int) -> None:
        self._file, self._handle = file, handle
        data = self._read()
        self.entries = _entries(file, data)
        self._end = data.rfind(b"\n") + 1

    def add(self, entries: Sequence[Entry]) -> None:
        """Write entries behind the others, for good."""
        begun = [] if self.entries else [Begun()]
        lines = b"".join(entry.model_dump_json().encode() + b"\n" for entry in (*begun, *entries))
        os.ftruncate(self._handle, self._end)  # a line that was cut short
        os.lseek(self._handle, self._end, os.SEEK_SET)
        written = 0
        while written < len(lines):
            written += os.write(self._handle, lines[written:])
        os.fsync(self._handle)

    def _read(self) -> bytes:
        with os.fdopen(os.dup(self._handle), "rb") as stream:
            stream.seek(0)
            return stream.read()


def _entries(file: Path, data: bytes) -> list[Entry]:
    entries: list[Entry] = []
    for number, line in enumerate(data.split(b"\n")[:-1], start=1):
        try:
            entry = _ENTRY.validate_json(line)
        except ValidationError as error:
            if entries and isinstance(entries[0], Begun) and entries[0].version > VERSION:
                raise DeskError(f"{file}: a newer version of wiredesk wrote it; use that version") from error
            raise DeskError(f"{file}: line {number} is damaged; mend it or take it away") from error
        if isinstance(entry, Begun) and entry.version > VERSION:
            raise DeskError(f"{file}: a newer version of wiredesk wrote it; use that version")
        entries.append(entry)
    return entries
