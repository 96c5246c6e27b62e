"""An index whose frames are read from their files when they are first asked for."""

import os
import weakref
from pathlib import Path
from typing import Self

import polars as pl

from wiredesk.errors import StoreError
from wiredesk.schema import TABLES
from wiredesk.store.disk import explained
from wiredesk.store.index import Index
from wiredesk.store.manifest import AGAIN, Manifest, Table
from wiredesk.store.tables import file_of, read_table


class _Handles:
    """Open files of a generation, by table: they stay readable when the generation is removed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.open: dict[str, int] = {}
        self._digests: dict[str, str] = {}
        self.close = weakref.finalize(self, _close, self.open)

    def add(self, name: str, stated: Table) -> None:
        """Open a table's file.

        Raises:
            StoreError: it is missing or has another size than the manifest says.
        """
        file = file_of(self.folder, name)
        with explained(file):
            try:
                self.open[name] = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
            except FileNotFoundError as error:
                raise StoreError(f"{file}: is missing; {AGAIN}") from error
            found = os.fstat(self.open[name]).st_size
        if found != stated.bytes:
            raise StoreError(
                f"{file}: is damaged (holds {found:,} bytes instead of {stated.bytes:,}); {AGAIN}"
            )
        self._digests[name] = stated.digest

    def read(self, name: str) -> pl.DataFrame:
        return read_table(self.open[name], file_of(self.folder, name), TABLES[name], self._digests[name])


def _close(handles: dict[str, int]) -> None:
    for handle in handles.values():
        os.close(handle)


class StoredIndex(Index):
    """An index in a store: a frame is read when it is first asked for, and kept.

    All files are opened at once, so that the index stays whole however often the store is written
    meanwhile. Asking for a frame raises `StoreError` where its file is damaged.
    """

    _handles: _Handles

    @classmethod
    def of(cls, folder: Path, manifest: Manifest) -> Self:
        """Open a generation.

        Raises:
            StoreError: a file is missing or cut short.
        """
        handles = _Handles(folder)
        for name in TABLES:
            if name not in manifest.tables:
                raise StoreError(f"{folder}: lacks the table {name!r} of this version of wiredesk; {AGAIN}")
            handles.add(name, manifest.tables[name])
        index = cls.__new__(cls)
        index.__dict__.update(
            _handles=handles,
            generation=manifest.generation,
            complete=True,
            methods=manifest.inputs.methods,
        )
        return index

    def __getattr__(self, name: str) -> pl.DataFrame:
        if name not in TABLES:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        frame: pl.DataFrame = self.__dict__.setdefault(name, self._handles.read(name))
        return frame
