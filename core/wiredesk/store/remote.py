"""An index on object storage, opened to be read: `s3://`, `gs://`, `az://`, as Polars reads them.

Object storage knows no locks and no renaming, so nothing writes there: an index is made in a folder and
copied as it stands. Who may read, and where, Polars takes from the environment (AWS_ACCESS_KEY_ID,
AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL and the like).
"""

from pathlib import PurePosixPath
from typing import Final, Self

import polars as pl

from wiredesk.errors import StoreError
from wiredesk.schema import TABLES
from wiredesk.store.generations import MANIFEST, POINTER, folder_of
from wiredesk.store.index import Index
from wiredesk.store.manifest import AGAIN, Manifest, Pointer, stated

_SCHEME: Final = "://"


def is_remote(place: str) -> bool:
    """Whether a store's place is an address on object storage, not a folder."""
    return _SCHEME in place


def open_remote(address: str) -> Index:
    """Open the current index of a store on object storage; a frame is fetched when it is first asked for.

    Args:
        address: Of the store's folder: "s3://bucket/index".

    Raises:
        StoreNewerError: a newer version of the program wrote it.
        StoreError: nobody answers, you may not read there, or there is no whole index of this version.
    """
    root = address.rstrip("/")
    pointer = stated(Pointer, f"{root}/{POINTER}", _fetched(f"{root}/{POINTER}"))
    below = folder_of(PurePosixPath(), pointer.current)
    file = f"{root}/{below / MANIFEST}"
    return RemoteIndex.of(f"{root}/{below}", stated(Manifest, file, _fetched(file)))


class RemoteIndex(Index):
    """An index on object storage. Asking for a frame raises `StoreError` where it cannot be fetched."""

    _folder: str
    _manifest: Manifest

    @classmethod
    def of(cls, folder: str, manifest: Manifest) -> Self:
        """The index of a generation's folder.

        Raises:
            StoreError: it lacks a table.
        """
        for name in TABLES:
            if name not in manifest.tables:
                raise StoreError(f"{folder}: lacks the table {name!r} of this version of wiredesk; {AGAIN}")
        index = cls.__new__(cls)
        index.__dict__.update(
            _folder=folder,
            _manifest=manifest,
            generation=manifest.generation,
            complete=True,
            methods=manifest.inputs.methods,
        )
        return index

    def __getattr__(self, name: str) -> pl.DataFrame:
        if name not in TABLES:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        file = f"{self._folder}/{name}.parquet"
        try:
            frame = pl.read_parquet(file)
        except (OSError, pl.exceptions.PolarsError) as error:
            raise _unread(file, error) from error
        if frame.schema != TABLES[name] or frame.height != self._manifest.tables[name].rows:
            raise StoreError(f"{file}: is not the table that its index tells of; copy the whole index anew")
        return self.__dict__.setdefault(name, frame)

    def height(self, name: str) -> int:
        """As of any index; fetches nothing."""
        return self._manifest.tables[name].rows


def _fetched(file: str) -> bytes:
    try:
        return "\n".join(pl.read_lines(file).to_series()).encode()
    except (OSError, pl.exceptions.PolarsError) as error:
        raise _unread(file, error) from error


def _unread(file: str, error: Exception) -> StoreError:
    if isinstance(error, FileNotFoundError):
        return StoreError(f"{file}: is not there; copy a store's whole folder there, or mend the address")
    said = str(error).splitlines()[0]
    return StoreError(
        f"{file}: cannot be read ({said}); look at the address, the network and your credentials"
    )
