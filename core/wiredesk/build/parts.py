"""Finished batches as files beside a store: what workers hand back, and from where a killed build goes on."""

import io
import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

import polars as pl

from wiredesk.build.facts import FACT_TABLES, Facts
from wiredesk.errors import StoreError
from wiredesk.schema import TABLES
from wiredesk.store.disk import ASIDE, explained, make_folder, replace_file

_FOLDER: Final = "journal"
_SUFFIX: Final = ".zip"
_DIGEST_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class Part:
    """What a batch came to.

    Attributes:
        files: How many files it is about.
        articles: How many articles they hold.
        refused: How many of the files have none.
        file: Where its facts are kept, one Parquet table each in an archive; None: in `held`.
        held: Its facts, where there is no folder to keep them in.
    """

    files: int
    articles: int
    refused: int
    file: Path | None
    held: Facts | None = None

    def facts(self) -> Facts:
        """The facts that were found.

        Raises:
            StoreError: its file is not there any more, or damaged.
        """
        facts = self.held if self.file is None else _read(self.file)
        if facts is None:
            raise StoreError(f"{self.file}: was lost while the index was made; index the files again")
        return facts


def keep(folder: Path | None, facts: Facts) -> Part:
    """Keep a batch's facts in a file named after the files that it is about.

    Args:
        folder: Made where it is not there; None: keep them in memory.

    Raises:
        StoreError: it cannot be written.
    """
    file = None
    if folder is not None:
        make_folder(folder)
        hashed = blake2b(digest_size=_DIGEST_BYTES)
        for path, digest in facts.digests.items():
            hashed.update(f"{path}\x1f{digest}\x1e".encode())
        file = folder / f"{hashed.hexdigest()}{_SUFFIX}"
        replace_file(file, _to_bytes(facts), durable=False)
    return Part(facts.files, facts.articles, facts.refused, file, facts if file is None else None)


class Journal:
    """The parts of one build.

    Only whoever holds the store's lock, and the workers it sends out, may use it. A power cut may cost
    the latest parts, no more: a damaged one is left aside.

    Attributes:
        folder: Where the parts are kept.
    """

    def __init__(self, directory: Path, signature: str) -> None:
        self._all = directory / _FOLDER
        self.folder = self._all / signature

    @staticmethod
    def is_in(directory: Path) -> bool:
        """Whether a store's folder holds a journal."""
        return (directory / _FOLDER).exists()

    def kept(self) -> Iterator[Facts]:
        """Facts of earlier batches; the files may have changed since.

        Raises:
            StoreError: the folder cannot be read.
        """
        with explained(self.folder):
            files = sorted(self.folder.glob(f"*{_SUFFIX}"))
        for file in files:
            facts = _read(file)
            if facts is not None:
                yield facts

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
