"""Finished batches kept beside the store, so that a build that is killed goes on from there."""

import io
import os
import shutil
import zipfile
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

import polars as pl

from wiredesk.build.facts import FACT_TABLES, Facts
from wiredesk.schema import TABLES
from wiredesk.store.disk import ASIDE, explained, make_folder, replace_file

_FOLDER: Final = "journal"
_SUFFIX: Final = ".zip"
_DIGEST_BYTES: Final = 16


class Journal:
    """The finished batches of one build: a file each, named after the files that it is about.

    Only whoever holds the store's lock may use it. A power cut may cost the latest batches, no more:
    a damaged one is left aside.
    """

    def __init__(self, directory: Path, signature: str) -> None:
        self._all = directory / _FOLDER
        self._folder = self._all / signature

    @staticmethod
    def is_in(directory: Path) -> bool:
        """Whether a store's folder holds a journal."""
        return (directory / _FOLDER).exists()

    def kept(self) -> Iterator[Facts]:
        """Facts of earlier batches; the files may have changed since.

        Raises:
            StoreError: the folder cannot be read.
        """
        with explained(self._folder):
            files = sorted(self._folder.glob(f"*{_SUFFIX}"))
        for file in files:
            facts = _read(file)
            if facts is not None:
                yield facts

    def add(self, facts: Facts) -> None:
        """Keep a batch.

        Raises:
            StoreError: it cannot be written.
        """
        make_folder(self._folder)
        hashed = blake2b(digest_size=_DIGEST_BYTES)
        for path, digest in facts.digests.items():
            hashed.update(f"{path}\x1f{digest}\x1e".encode())
        replace_file(self._folder / f"{hashed.hexdigest()}{_SUFFIX}", _to_bytes(facts), durable=False)

    def drop(self) -> None:
        """Remove everything: the index is written, or begun anew.

        Raises:
            StoreError: it cannot be removed.
        """
        if not self._all.exists():
            return
        aside = self._all.with_name(f"{ASIDE}{_FOLDER}")
        with explained(self._all):
            os.replace(self._all, aside)  # whole or gone: the next writer removes the rest
            shutil.rmtree(aside)


def _to_bytes(facts: Facts) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, frame in facts.frames.items():
            table = io.BytesIO()
            frame.write_parquet(table, compression="lz4")
            archive.writestr(zipfile.ZipInfo(name), table.getvalue())  # ZipInfo: no time of day
    return packed.getvalue()


def _read(file: Path) -> Facts | None:
    """The facts in a file; None where it is damaged or of another make."""
    try:
        with zipfile.ZipFile(file) as archive:
            frames = {name: pl.read_parquet(archive.read(name)) for name in FACT_TABLES}
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, pl.exceptions.PolarsError):
        return None
    return Facts(frames) if all(frame.schema == TABLES[name] for name, frame in frames.items()) else None
