"""A file that was found, and its bytes."""

import errno
import json
import os
import stat
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from wiredesk.errors import ReadError
from wiredesk.read.document import Refusal
from wiredesk.read.limits import FILE_BYTES
from wiredesk.read.sidecar import Sidecar

STANDARD_INPUT: Final = "-"

_REASONS: Final = {
    errno.ENOENT: "is not there; check its name",
    errno.EACCES: "may not be read by you; ask for permission or leave it out",
    errno.EPERM: "may not be read by you; ask for permission or leave it out",
    errno.EISDIR: "is a folder now; search again",
    errno.ELOOP: "is a link that leads back to itself; remove it",
    errno.ENAMETOOLONG: "has a path too long for this system; move it nearer to the root",
    errno.ENXIO: "is a device, pipe or socket, not a file; leave it out",
}
_DIGEST_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class Found:
    """One file to read, as `find_files` found it.

    Attributes:
        file: Where it is.
        path: As shown: relative to the root that was given, "/" between folders, safe text.
        sidecar: What the reader of the news states of it by hand; None for nothing.
        data: The bytes, where there is no file to read them from (standard input).
        refusals: Why it cannot be read, where finding it already told; then nothing else counts.
    """

    file: Path
    path: str
    sidecar: Sidecar | None = None
    data: bytes | None = None
    refusals: tuple[Refusal, ...] = ()


def standard_input(data: bytes) -> Found:
    """Bytes that came through a pipe, as if they stood in a file named "-"."""
    return Found(file=Path(STANDARD_INPUT), path=STANDARD_INPUT, data=data)


def bytes_of(found: Found) -> bytes:
    """The bytes of a found file.

    Raises:
        ReadError: it cannot be read or is too large; the text is the reason.
    """
    try:
        return found.data if found.data is not None else _regular_file(found.file)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ReadError(reason_of(error)) from error


def digest_of(found: Found) -> str:
    """Hex digest of a found file's bytes and of the sidecar data that applies to it.

    The same as `FileRead.digest`, for the cost of reading the bytes. For a file that cannot be read it
    is the digest of the reason, so it changes when the file becomes readable.
    """
    if found.refusals:
        return digest_of_refusal(*(refusal.reason for refusal in found.refusals))
    try:
        return digest(bytes_of(found), found.sidecar)
    except ReadError as error:
        return digest_of_refusal(str(error))


def digest(data: bytes, sidecar: Sidecar | None) -> str:
    """`digest_of` for bytes at hand."""
    hashed = blake2b(data, digest_size=_DIGEST_BYTES)
    if sidecar is not None:
        stated = json.dumps(sidecar.model_dump(mode="json", exclude_none=True), sort_keys=True)
        hashed = blake2b(hashed.digest() + stated.encode(), digest_size=_DIGEST_BYTES)
    return hashed.hexdigest()


def digest_of_refusal(*reasons: str) -> str:
    """`digest_of` for a file of which only the reasons of its refusal are known."""
    return blake2b(
        "\n".join(reasons).encode("utf-8", "replace"), digest_size=_DIGEST_BYTES, key=b"refused"
    ).hexdigest()


def reason_of(error: OSError | ValueError) -> str:
    """Why the system could not open something, in words."""
    if isinstance(error, OSError) and error.errno is not None:
        return _REASONS.get(error.errno, f"cannot be read: {os.strerror(error.errno)}")
    return "cannot be read: its name is not one this system allows"


def _regular_file(file: Path) -> bytes:
    # Not blocking: a pipe that took the file's place since the search would wait for ever.
    handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as stream:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise ReadError("is a device, pipe, socket or folder, not a file; leave it out")
        data = b""
        if status.st_size <= FILE_BYTES:
            data = stream.read(status.st_size + 1)
            if len(data) > status.st_size:  # it grew, or is of a kind whose size the system does not tell
                data += stream.read(FILE_BYTES + 1 - len(data))
    if status.st_size > FILE_BYTES or len(data) > FILE_BYTES:
        raise ReadError(f"holds more than {FILE_BYTES // 1024**2} MB; split it")
    return data
