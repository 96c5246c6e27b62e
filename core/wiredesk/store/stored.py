"""An index whose frames are read from their files when they are first asked for."""

import os
import weakref
from collections.abc import Sequence
from copy import copy
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Final, Self

import polars as pl

from wiredesk.derived import DERIVED, DERIVED_VERSION
from wiredesk.errors import StoreError
from wiredesk.schema import TABLES
from wiredesk.store.beside import FOLDER as BESIDE
from wiredesk.store.beside import keep_text
from wiredesk.store.derived import derive, seal
from wiredesk.store.disk import explained
from wiredesk.store.fulltext import FOLDER, FullText
from wiredesk.store.index import Index
from wiredesk.store.manifest import AGAIN, Manifest, Table
from wiredesk.store.tables import Scan, check_digest, file_of, read_beside, read_table, write_beside

_CHECKED: Final = 2**25
"""Bytes of a file up to which all are compared with their digest before some rows are read: some hundredths
of a second. Rows of a larger one are told to be damaged by their seals, if they are texts, or by Parquet."""
_KEPT_TEXTS: Final = 512
"""Texts that are kept once they were read: some pages of a list, a megabyte and a half."""


class _Handles:
    """Open files of a generation, by table: they stay readable when the generation is removed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.open: dict[str, int] = {}
        self._digests: dict[str, str] = {}
        self._reading = Lock()  # whoever reads an open file moves its one position
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
        """Read a whole frame.

        Raises:
            StoreError: its file is damaged.
        """
        schema = TABLES[name] if name in TABLES else DERIVED[name]
        with self._reading:
            return read_table(self.open[name], file_of(self.folder, name), schema, self._digests[name])

    def scan(self, name: str) -> Scan:
        """Look into a table without reading all of it; a small one is checked before.

        Raises:
            StoreError: its file is damaged.
        """
        with self._reading:
            if os.fstat(self.open[name]).st_size <= _CHECKED:
                check_digest(self.open[name], file_of(self.folder, name), self._digests[name])
            return Scan(self.open[name], file_of(self.folder, name))


def _close(handles: dict[str, int]) -> None:
    for handle in handles.values():
        os.close(handle)


class StoredIndex(Index):
    """An index in a store: a frame is read when it is first asked for, and kept.

    All files are opened at once, so that the index stays whole however often the store is written
    meanwhile. Asking for a frame raises `StoreError` where its file is damaged.
    """

    _handles: _Handles
    _manifest: Manifest
    _keeps = True

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
        if manifest.derived_version == DERIVED_VERSION:
            for name in manifest.derived:
                handles.add(name, manifest.derived[name])
        index = cls.__new__(cls)
        index.__dict__.update(
            _handles=handles,
            _manifest=manifest,
            generation=manifest.generation,
            complete=True,
            methods=manifest.inputs.methods,
            fulltext=FullText.of(folder / FOLDER, manifest.tables["articles"].rows),
        )
        return index

    def __getattr__(self, name: str) -> pl.DataFrame:
        if name not in TABLES:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        frame: pl.DataFrame = self.__dict__.setdefault(name, self._handles.read(name))
        return frame

    def height(self, name: str) -> int:
        """As of any index; reads nothing."""
        return self._manifest.tables[name].rows

    def derived(self, name: str) -> pl.DataFrame:
        """As of any index; read where it was written, else computed."""
        known = self._derived.get(name)
        if known is None:
            stored = name in self._handles.open
            known = self._derived[name] = self._handles.read(name) if stored else derive(self, name)
        return known

    def stretch(self, name: str, first: int, length: int) -> pl.DataFrame:
        """As of any index; reads no more than it has to."""
        if name in self.__dict__:
            return super().stretch(name, first, length)
        return self._scan(name).slice(first, length)

    def where(self, name: str, test: pl.Expr) -> pl.DataFrame:
        """As of any index; keeps no more than the rows."""
        return super().where(name, test) if name in self.__dict__ else self._scan(name).where(test)

    def gather(self, name: str, rows: pl.Series, columns: Sequence[str]) -> pl.DataFrame:
        """As of any index; reads these columns alone, and keeps the rows alone."""
        if name in self.__dict__:
            return super().gather(name, rows, columns)
        return self._scan(name).columns(columns)[rows]

    def _scan(self, name: str) -> Scan:
        known = self._scans.get(name)
        if known is None:
            known = self._scans[name] = self._handles.scan(name)
        return known

    def of_article(self, name: str, row: int) -> pl.DataFrame:
        """As of any index; reads no more than it has to."""
        if "places" in self._derived or "places" not in self._handles.open:
            return super().of_article(name, row)
        first, behind = self._scan("places").slice(row, 2)[name]
        return self.stretch(name, first, behind - first)

    def kept(self, name: str) -> pl.DataFrame | None:
        """As of any index; what cannot be read was never kept."""
        return read_beside(self._beside(name))

    def keep(self, name: str, frame: pl.DataFrame) -> None:
        """As of any index; a reader without the right to write keeps nothing."""
        if self._keeps:
            write_beside(self._beside(name), frame)

    def keep_text(self, name: str, text: str) -> None:
        """As of any index; a reader without the right to write keeps nothing."""
        if self._keeps:
            keep_text(self._handles.folder, name, text)

    def read_only(self) -> "StoredIndex":
        """As of any index; the files that are open are the same."""
        other = copy(self)
        other.__dict__["_keeps"] = False
        return other

    def _beside(self, name: str) -> Path:
        return self._handles.folder / BESIDE / f"{name}.parquet"

    def row_of(self, article_id: int) -> int:
        """As of any index; reads the identifiers alone."""
        row = self._identifiers.index_of(article_id)
        if row is None:
            raise KeyError(article_id)
        return row

    @cached_property
    def _identifiers(self) -> pl.Series:
        frame = self.__dict__.get("articles")
        return (self._scan("articles").columns(["article_id"]) if frame is None else frame)["article_id"]

    def text_at(self, row: int) -> str:
        """As of any index; reads no more than it has to.

        Raises:
            StoreError: the text is damaged.
        """
        if "texts" in self.__dict__:
            return super().text_at(row)
        known = self._texts.get(row)
        if known is None:
            known = str(self.stretch("texts", row, 1)["text"].item())
            if seal(known) != self.derived("seals")["seal"][row]:
                raise StoreError(f"{file_of(self._handles.folder, 'texts')}: is damaged; {AGAIN}")
            if len(self._texts) >= _KEPT_TEXTS:
                self._texts.clear()
            self._texts[row] = known
        return known

    @cached_property
    def _texts(self) -> dict[int, str]:
        return {}

    @cached_property
    def _scans(self) -> dict[str, Scan]:
        return {}
