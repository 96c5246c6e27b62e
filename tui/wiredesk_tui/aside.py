"""Small files that are whole at every moment: written aside, then put in place at once."""

import os
from contextlib import suppress
from typing import Final

PRIVATE: Final = 0o600


def write_whole(file: str | os.PathLike[str], text: str) -> None:
    """Write a file that only its owner reads; whoever reads it finds the old text or the new one, never half.

    Args:
        file: Its folder is there.
        text: All of it, written in UTF-8.

    Raises:
        OSError: no room, no right, no folder; what stood there stands there still.
    """
    aside = f"{os.fspath(file)}.{os.getpid()}"  # two desks may write at once
    try:
        with open(
            os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE), "w", encoding="utf-8"
        ) as out:
            out.write(text)
        os.replace(aside, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(aside)
        raise
