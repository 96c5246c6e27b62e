"""A store: an index on disk, written in whole generations of which a pointer names the current one.

A generation is written aside, made durable, renamed into place, and then the pointer is swapped; the
generation before stays until the next swap. So a reader finds the old index or the new one at any
moment, and a writer that is killed at any moment leaves the old one, or the new one, whole.
"""

import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import polars as pl

from wiredesk.errors import StoreError, StoreNewerError
from wiredesk.store.disk import make_folder
from wiredesk.store.fulltext import FOLDER, is_whole
from wiredesk.store.generations import (
    MANIFEST,
    POINTER,
    folder_of,
    known_pointer,
    outlived,
    read_pointer,
    unfinished,
    whole,
)
from wiredesk.store.index import Index
from wiredesk.store.lock import locked
from wiredesk.store.manifest import Inputs, Manifest, Pointer, read_stated
from wiredesk.store.remote import is_remote, open_remote
from wiredesk.store.stored import StoredIndex
from wiredesk.store.tables import left_file, read_left
from wiredesk.store.writer import Writer

_SWAPS_TO_FOLLOW: Final = 8
"""How often a reader starts again because a writer removed what it was about to open."""


def _warn(message: str) -> None:
    warnings.warn(message, stacklevel=4)


class Store:
    """An index on disk, for one writer and many readers at a time.

    Readers need no right to write. Nothing is made on disk before something is written.

    Attributes:
        directory: The store's folder.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    @property
    def is_filled(self) -> bool:
        """Whether an index was ever written here."""
        return (self.directory / POINTER).is_file()

    def open(self, *, on_fallback: Callable[[str], None] = _warn) -> Index:
        """Open the current index; frames are read from disk when they are first asked for.

        Where the current generation is damaged and the one before it is not, that one is opened.

        Args:
            on_fallback: Called with a message fit to be shown when an older index had to be opened;
                otherwise that is a Python warning.

        Raises:
            StoreNewerError: a newer version of the program wrote it.
            StoreError: nothing was written here yet, or no generation can be read.
        """
        pointer = read_pointer(self.directory)
        for _ in range(_SWAPS_TO_FOLLOW):
            try:
                return self._generation(pointer.current)
            except StoreNewerError:
                raise
            except StoreError as error:
                newer = read_pointer(self.directory)
                if newer == pointer:
                    return self._older(pointer, error, on_fallback)
                pointer = newer
        raise StoreError(f"{self.directory}: is being written again and again; try once more")

    def current(self) -> Manifest | None:
        """The manifest of the current generation, every byte of it checked.

        Where it is damaged, that of the one before it; None where there is no whole generation.

        Raises:
            StoreNewerError: a newer version of the program wrote the store.
        """
        pointer = known_pointer(self.directory)
        for name in (pointer.current, pointer.previous) if pointer is not None else ():
            manifest = whole(self.directory, name) if name is not None else None
            if manifest is not None:
                return manifest
        return None

    def trouble(self) -> str | None:
        """Why what stands here cannot be opened, and what to do; None where it can, or nothing stands here.

        Raises:
            StoreNewerError: a newer version of the program wrote it.
        """
        if not self.is_filled:
            return None
        try:
            self._generation(read_pointer(self.directory).current)
        except StoreNewerError:
            raise
        except StoreError as error:
            return str(error)
        return None

    def holds(self, name: str) -> bool:
        """Whether a generation is the current one, and whole to the byte.

        Raises:
            StoreNewerError: a newer version of the program wrote the store.
        """
        pointer = known_pointer(self.directory)
        return pointer is not None and pointer.current == name and whole(self.directory, name) is not None

    @property
    def has_leftovers(self) -> bool:
        """Whether there is something that the next writer will remove (a living writer has some too)."""
        pointer = known_pointer(self.directory)
        return bool(unfinished(self.directory) or (pointer is not None and outlived(self.directory, pointer)))

    @contextmanager
    def lock(self) -> Generator[Writer, None, None]:
        """Be the one writer, after removing what a killed writer had not finished.

        Raises:
            StoreLockedError: another process is writing.
            StoreNewerError: a newer version of the program wrote the store.
            StoreError: the folder cannot be made or written.
        """
        known_pointer(self.directory)
        make_folder(self.directory)
        with locked(self.directory):
            writer = Writer(self.directory)
            writer.clear_unfinished()
            yield writer

    def write(self, index: Index, inputs: Inputs) -> Index:
        """Make an index the current one and open it.

        Raises:
            StoreLockedError: another process is writing.
            StoreNewerError: a newer version of the program wrote the store.
            StoreError: it cannot be written; the old index stays.
        """
        with self.lock() as writer:
            writer.write(index, inputs)
        return self.open()

    def mend(self, *, to_the_byte: bool = True) -> bool:
        """Make the full-text index of the current generation anew, if it is not what it should be.

        Args:
            to_the_byte: Compare every byte of it; needless for one that was just written.

        Returns:
            Whether that was needed.

        Raises:
            StoreLockedError: another process is writing.
            StoreError: the generation cannot be read, or the index not be written.
        """
        name = read_pointer(self.directory).current
        folder = folder_of(self.directory, name)
        manifest = read_stated(Manifest, folder / MANIFEST)
        if is_whole(folder / FOLDER, manifest.tables["articles"].rows, to_the_byte=to_the_byte):
            return False
        with self.lock() as writer:
            writer.mend(name, self._generation(name), manifest.inputs.signature)
        return True

    def generation(self, manifest: Manifest) -> Index:
        """Open the generation of a manifest.

        Raises:
            StoreError: a file is missing or damaged.
        """
        return self._generation(manifest.generation)

    def left(self, manifest: Manifest) -> dict[str, pl.DataFrame]:
        """What linking left with the generation of a manifest; frames that cannot be read are not there."""
        folder = folder_of(self.directory, manifest.generation)
        found = {name: read_left(left_file(folder, name), stated) for name, stated in manifest.left.items()}
        return {name: frame for name, frame in found.items() if frame is not None}

    def _older(self, pointer: Pointer, error: StoreError, on_fallback: Callable[[str], None]) -> Index:
        if pointer.previous is None:
            raise error
        try:
            index = self._generation(pointer.previous)
        except StoreError:
            raise error from None
        on_fallback(f"{error}; until then the index before it is shown")
        return index

    def _generation(self, name: str) -> StoredIndex:
        folder = folder_of(self.directory, name)
        return StoredIndex.of(folder, read_stated(Manifest, folder / MANIFEST))


def open_store(directory: str | Path) -> Index:
    """Open the index of a store as it stands, without looking at the files that it was made of.

    Frames are read when they are first asked for. A writer may be at work meanwhile.

    Args:
        directory: The store's folder, or its address on object storage ("s3://bucket/index").

    Raises:
        StoreError: nothing was written there yet, or it is damaged (`StoreNewerError`: a newer
            version wrote it).
    """
    if isinstance(directory, str) and is_remote(directory):
        return open_remote(directory)
    return Store(Path(directory)).open()
