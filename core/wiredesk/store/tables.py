"""Frames as Parquet files: equal frames give equal bytes."""

import hashlib
import os
import re
import weakref
from collections.abc import Sequence
from io import BufferedReader
from pathlib import Path
from typing import Final

import polars as pl

from wiredesk.errors import StoreError
from wiredesk.store.disk import advice, explained, sync
from wiredesk.store.manifest import AGAIN, Table

_ROW_GROUP_ROWS: Final = 2**17
"""Rows of a row group: stated, because the writer's own choice may change with the machine."""
_SMALL_GROUPS: Final = {"texts": 2**9, "sentences": 2**14}
"""Tables of which a few rows are read at a time: a group is what has to be unpacked for one of them."""


_SYSTEM_ERROR: Final = re.compile(r"\(os error (\d+)\)")
_DIGEST_BYTES: Final = 16


def file_of(folder: Path, name: str) -> Path:
    """The file of a table in a generation's folder."""
    return folder / f"{name}.parquet"


def left_file(folder: Path, name: str) -> Path:
    """The file of a frame that linking left in a generation's folder."""
    return folder / f"left-{name}.parquet"


def read_left(file: Path, stated: Table) -> pl.DataFrame | None:
    """A frame that linking left; None where its file is missing or damaged, since all can do without."""
    try:
        return pl.read_parquet(file) if digest_of_file(file) == stated.digest else None
    except (pl.exceptions.PolarsError, OSError):
        return None


def write_table(file: Path, frame: pl.DataFrame) -> Table:
    """Write a frame to the disk for good.

    Args:
        file: Where; its stem is the frame's name.
        frame: The frame.

    Raises:
        StoreError: it cannot be written; what was written of it may stay.
    """
    with explained(file):
        try:
            # One chunk: pages follow chunks, and chunks tell how a frame came about, not what it holds.
            group = _SMALL_GROUPS.get(file.stem, _ROW_GROUP_ROWS)
            frame.rechunk().write_parquet(file, compression="zstd", row_group_size=group)
        except pl.exceptions.ComputeError as error:  # the writer wraps what the system says, in words alone
            number = _SYSTEM_ERROR.search(str(error))
            raise StoreError(f"{file}: {advice(int(number[1]) if number else None, str(error))}") from error
        sync(file)
        return Table(rows=frame.height, bytes=file.stat().st_size, digest=digest_of_file(file))


def read_table(handle: int, file: Path, schema: pl.Schema, digest: str) -> pl.DataFrame:
    """Read a frame from an open file, which may have left its folder meanwhile.

    Args:
        handle: Of the open file; stays open.
        file: What it was opened as, for messages.
        digest: Of its bytes, when it was written: Parquet itself does not notice every changed byte.

    Raises:
        StoreError: the file is damaged, or holds another table.
    """
    try:
        with os.fdopen(os.dup(handle), "rb") as stream:
            stream.seek(0)
            if _digest(stream) != digest:
                raise StoreError(f"{file}: is damaged; {AGAIN}")
            stream.seek(0)
            frame = pl.read_parquet(stream)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise StoreError(f"{file}: is damaged ({error}); {AGAIN}") from error
    if frame.schema != schema:
        raise StoreError(f"{file}: holds other columns than this version of wiredesk reads; {AGAIN}")
    return frame


def check_digest(handle: int, file: Path, digest: str) -> None:
    """Compare the bytes of an open file with their digest.

    Raises:
        StoreError: they are others.
    """
    with explained(file), os.fdopen(os.dup(handle), "rb") as stream:
        stream.seek(0)
        if _digest(stream) != digest:
            raise StoreError(f"{file}: is damaged; {AGAIN}")


def read_beside(file: Path) -> pl.DataFrame | None:
    """A frame that `write_beside` wrote; None where there is none that can be read."""
    try:
        return pl.read_parquet(file)
    except (pl.exceptions.PolarsError, OSError):
        return None


def write_beside(file: Path, frame: pl.DataFrame) -> None:
    """Write a frame that can be computed again at any time; where that is not possible, it is left out."""
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        frame.write_parquet(aside, compression="zstd")
        aside.replace(file)
    except (pl.exceptions.PolarsError, OSError):
        return


class Scan:
    """An open Parquet file of which some rows at a time are read. Without a digest: seal what it gives.

    Args:
        handle: Of the open file; need not stay open. Nobody else may read it meanwhile.
        file: What it was opened as, for messages.
    """

    def __init__(self, handle: int, file: Path) -> None:
        self._file = file
        self._stream = os.fdopen(os.dup(handle), "rb")
        self._stream.seek(0)
        self._lazy = pl.scan_parquet(self._stream)
        self.close = weakref.finalize(self, self._stream.close)

    def slice(self, first: int, length: int) -> pl.DataFrame:
        """Rows that stand together.

        Raises:
            StoreError: the file is damaged.
        """
        return self._collected(self._lazy.slice(first, length))

    def where(self, test: pl.Expr) -> pl.DataFrame:
        """The rows that pass a test.

        Raises:
            StoreError: the file is damaged.
        """
        return self._collected(self._lazy.filter(test))

    def columns(self, names: Sequence[str]) -> pl.DataFrame:
        """Some columns of all rows.

        Raises:
            StoreError: the file is damaged.
        """
        return self._collected(self._lazy.select(names))

    def _collected(self, wanted: pl.LazyFrame) -> pl.DataFrame:
        try:
            return wanted.collect()
        except (pl.exceptions.PolarsError, OSError) as error:
            raise StoreError(f"{self._file}: is damaged ({error}); {AGAIN}") from error


def digest_of_file(file: Path) -> str:
    """Hex digest of a file's bytes."""
    with file.open("rb") as stream:
        return _digest(stream)


def _digest(stream: BufferedReader) -> str:
    return hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=_DIGEST_BYTES)).hexdigest()
