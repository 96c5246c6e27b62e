"""The one who writes a store: only to be had together with the store's lock."""

import os
import shutil
from pathlib import Path

import polars as pl

from wiredesk.derived import DERIVED, DERIVED_VERSION
from wiredesk.errors import StoreError
from wiredesk.schema import TABLES
from wiredesk.store.derived import derive_from
from wiredesk.store.disk import ASIDE, explained, make_folder, replace_file, sync
from wiredesk.store.fulltext import FOLDER, is_whole, write_fulltext
from wiredesk.store.generations import (
    MANIFEST,
    POINTER,
    folder_of,
    known_pointer,
    outlived,
    unfinished,
    whole,
)
from wiredesk.store.index import Index
from wiredesk.store.manifest import FORMAT, Inputs, Manifest, Pointer, read_stated, to_bytes
from wiredesk.store.stored import StoredIndex
from wiredesk.store.tables import file_of, left_file, write_table


class Writer:
    """Writes generations into a store's folder and makes them current."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def write(self, index: Index, inputs: Inputs) -> str:
        """Make an index the current generation; it is written unless it stands there already.

        Returns:
            The generation's name: the same for the same files and inputs.

        Raises:
            StoreError: it cannot be written; the current generation stays.
        """
        name = inputs.name(dict(index.files.select("path", "digest").iter_rows()))
        if self.adopt(name):
            return name
        aside = self._directory / f"{ASIDE}{name}"
        try:
            _write_generation(aside, name, index, inputs, self._before(inputs))
            write_fulltext(aside / FOLDER, index, inputs.signature, before=self._fulltext_before())
            self._put_in_place(aside, name)
        except StoreError:
            shutil.rmtree(aside, ignore_errors=True)
            raise
        self._swap(name)
        return name

    def adopt(self, name: str) -> bool:
        """Make a generation current that stands there already, if it does and is whole.

        Raises:
            StoreNewerError: a newer version of the program wrote it.
            StoreError: the store cannot be written.
        """
        if whole(self._directory, name) is None:
            return False
        self._swap(name)
        return True

    def mend(self, name: str, index: Index, signature: str) -> None:
        """Make the full-text index of a generation anew, if it is not what it should be.

        Args:
            name: Of the generation.
            index: The generation, opened.
            signature: Of its inputs.

        Raises:
            StoreError: it cannot be written.
        """
        place = folder_of(self._directory, name) / FOLDER
        if is_whole(place, index.articles.height):
            return
        aside = self._directory / f"{ASIDE}{FOLDER}"
        write_fulltext(aside, index, signature)
        with explained(place):
            if place.exists():
                os.replace(place, self._directory / f"{ASIDE}old-{FOLDER}")
            if aside.exists():
                os.replace(aside, place)
                sync(place.parent)
        self.clear_unfinished()

    def _before(self, inputs: Inputs) -> Index | None:
        """The current generation, if its facts were found by the same rules."""
        pointer = known_pointer(self._directory)
        if pointer is None:
            return None
        folder = folder_of(self._directory, pointer.current)
        try:
            manifest = read_stated(Manifest, folder / MANIFEST)
            found_alike = manifest.inputs.signature == inputs.signature
            same = found_alike and manifest.derived_version == DERIVED_VERSION
            return StoredIndex.of(folder, manifest) if same else None
        except StoreError:
            return None

    def _fulltext_before(self) -> Path | None:
        pointer = known_pointer(self._directory)
        return None if pointer is None else folder_of(self._directory, pointer.current) / FOLDER

    def clean(self) -> None:
        """Remove what killed writers left, and all generations but the current one and the one before it.

        Raises:
            StoreError: it cannot be removed.
        """
        pointer = known_pointer(self._directory)
        for folder in outlived(self._directory, pointer) if pointer is not None else ():
            # Renamed first: a generation under its own name is whole, or its removal was never begun.
            with explained(folder):
                os.replace(folder, self._directory / f"{ASIDE}old-{folder.name}")
        self.clear_unfinished()

    def clear_unfinished(self) -> None:
        """Remove what killed writers had not finished.

        Raises:
            StoreError: it cannot be removed.
        """
        for path in unfinished(self._directory):
            with explained(path):
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink()

    def _put_in_place(self, aside: Path, name: str) -> None:
        place = folder_of(self._directory, name)
        make_folder(place.parent)
        with explained(place):
            if place.exists():  # damaged: a whole one is adopted
                os.replace(place, self._directory / f"{ASIDE}old-{name}")
            os.replace(aside, place)
            sync(place.parent)

    def _swap(self, name: str) -> None:
        pointer = known_pointer(self._directory)
        if pointer is None:
            new = Pointer(format=FORMAT, current=name)
        elif pointer.current == name:
            new = pointer
        else:
            new = Pointer(format=FORMAT, current=name, previous=pointer.current)
        if new != pointer:
            replace_file(self._directory / POINTER, to_bytes(new))
        self.clean()


def _write_generation(folder: Path, name: str, index: Index, inputs: Inputs, before: Index | None) -> None:
    with explained(folder):
        folder.mkdir()
    tables = {table: write_table(file_of(folder, table), index.table(table)) for table in TABLES}
    derived = {
        frame: write_table(file_of(folder, frame), _derived(index, frame, before)) for frame in DERIVED
    }
    left = {frame: write_table(left_file(folder, frame), rows) for frame, rows in (index.left or {}).items()}
    manifest = Manifest(
        format=FORMAT,
        generation=name,
        inputs=inputs,
        tables=tables,
        derived=derived,
        derived_version=DERIVED_VERSION,
        left=left,
    )
    replace_file(folder / MANIFEST, to_bytes(manifest))


def _derived(index: Index, name: str, before: Index | None) -> pl.DataFrame:
    if before is not None:
        try:
            return derive_from(index, name, before)
        except StoreError:  # the one before is damaged
            pass
    return index.derived(name)
