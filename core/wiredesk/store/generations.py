"""The folders of a store and what stands in them.

current             JSON: the current generation and the one before it (`Pointer`)
writer.lock         says who writes, while somebody does
generations/NAME/   manifest.json and one Parquet file a table, and one for each frame derived from them
aside-...           what a writer has not finished
"""

from pathlib import Path, PurePath
from typing import Final, TypeVar

from wiredesk.errors import StoreError, StoreNewerError
from wiredesk.schema import TABLES
from wiredesk.store.disk import ASIDE, explained
from wiredesk.store.manifest import AGAIN, Manifest, Pointer, read_stated
from wiredesk.store.tables import digest_of_file, file_of

POINTER: Final = "current"
MANIFEST: Final = "manifest.json"
_GENERATIONS: Final = "generations"

_Place = TypeVar("_Place", bound=PurePath)


def folder_of(directory: _Place, name: str) -> _Place:
    """The folder of a store's generation."""
    return directory / _GENERATIONS / name


def read_pointer(directory: Path) -> Pointer:
    """What a store says of itself.

    Raises:
        StoreNewerError: a newer version of the program wrote it.
        StoreError: nothing was written there yet, or the file is damaged.
    """
    file = directory / POINTER
    with explained(file):
        if not file.exists():
            raise StoreError(f"{directory}: holds no index yet; index some files first")
    return read_stated(Pointer, file)


def known_pointer(directory: Path) -> Pointer | None:
    """What a store says of itself; None where it says nothing that can be read.

    Raises:
        StoreNewerError: a newer version of the program wrote it.
    """
    try:
        return read_pointer(directory)
    except StoreNewerError:
        raise
    except StoreError:
        return None


def checked(directory: Path, name: str) -> Manifest:
    """The manifest of a generation of which every byte was compared with its digest.

    Raises:
        StoreNewerError: a newer version of the program wrote it.
        StoreError: it is not there or damaged; the message names the file.
    """
    folder = folder_of(directory, name)
    manifest = read_stated(Manifest, folder / MANIFEST)
    if manifest.generation != name or manifest.tables.keys() != TABLES.keys():
        raise StoreError(f"{folder / MANIFEST}: describes another index; {AGAIN}")
    for table, stated in (*manifest.tables.items(), *manifest.derived.items()):
        file = file_of(folder, table)
        with explained(file):
            if digest_of_file(file) != stated.digest:
                raise StoreError(f"{file}: is damaged; {AGAIN}")
    return manifest


def whole(directory: Path, name: str) -> Manifest | None:
    """`checked`, or None where the generation is not there or damaged.

    Raises:
        StoreNewerError: a newer version of the program wrote it.
    """
    try:
        return checked(directory, name)
    except StoreNewerError:
        raise
    except StoreError:
        return None


def unfinished(directory: Path) -> list[Path]:
    """What a writer has not finished: of a living writer, or left by one that was killed."""
    with explained(directory):
        return sorted(directory.glob(f"{ASIDE}*"))


def outlived(directory: Path, pointer: Pointer) -> list[Path]:
    """Generations that are neither the current one nor the one before it."""
    with explained(directory):
        kept = {pointer.current, pointer.previous}
        return sorted(folder for folder in (directory / _GENERATIONS).glob("*") if folder.name not in kept)
