"""What a store says of itself: the pointer to its current generation, and each generation's manifest."""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from wiredesk.errors import StoreError, StoreNewerError
from wiredesk.store.disk import explained

FORMAT: Final = 1
"""Version of the files' layout; raised when an older program could not read a new store."""

_NAME_BYTES: Final = 16
_NAME: Final = r"^[0-9a-f]{32}$"

AGAIN: Final = "index the files again to make it anew"


class Table(BaseModel):
    """One table's file."""

    model_config = ConfigDict(frozen=True)

    rows: int
    bytes: int
    digest: str


class Inputs(BaseModel):
    """What an index was made with, apart from the files.

    Attributes:
        roots: The paths that were given, absolute, as text.
        signature: Digest of the code and data that find facts in one file; facts of a file that did
            not change are good for as long as it stays the same.
        settings: Digests of all else that the frames depend on (the linking, the lexicon), by name.
        methods: What found the facts where there is a choice (names, keywords), in words fit to be shown.
    """

    model_config = ConfigDict(frozen=True)

    roots: tuple[str, ...] = ()
    signature: str = ""
    settings: dict[str, str] = Field(default_factory=dict[str, str])
    methods: dict[str, str] = Field(default_factory=dict[str, str])

    @field_validator("settings", "methods")
    @classmethod
    def _in_order(cls, named: dict[str, str]) -> dict[str, str]:
        return dict(sorted(named.items()))

    def name(self, digests: Mapping[str, str | None]) -> str:
        """Name of the generation that these inputs give for files.

        Args:
            digests: Digest of each file by its path, as in the frame `FILES`.
        """
        hashed = blake2b(digest_size=_NAME_BYTES)
        for parts in (
            (str(FORMAT), self.signature),
            *(("root", root) for root in self.roots),
            *(("setting", name, value) for name, value in sorted(self.settings.items())),
            *(("method", name, value) for name, value in sorted(self.methods.items())),
            *(("file", path, digest or "") for path, digest in sorted(digests.items())),
        ):
            hashed.update("\x1f".join(parts).encode("utf-8", "surrogatepass") + b"\x1e")
        return hashed.hexdigest()


class Manifest(BaseModel):
    """What a generation holds. Nothing in it comes from a clock.

    Attributes:
        derived: The frames of `wiredesk.derived` that were written with the tables.
        derived_version: Of these frames; a program with another one computes its own.
        left: What linking left to save work the next time; an index is whole without it.
    """

    model_config = ConfigDict(frozen=True)

    format: int
    generation: str = Field(pattern=_NAME)
    inputs: Inputs
    tables: dict[str, Table]
    derived: dict[str, Table] = Field(default_factory=dict[str, Table])
    derived_version: int = 0
    left: dict[str, Table] = Field(default_factory=dict[str, Table])


class Pointer(BaseModel):
    """Which generation is the current one, and which was before it."""

    model_config = ConfigDict(frozen=True)

    format: int
    current: str = Field(pattern=_NAME)
    previous: str | None = Field(default=None, pattern=_NAME)


_Stated = TypeVar("_Stated", Manifest, Pointer)


class _Versioned(BaseModel):
    format: int


def to_bytes(stated: Manifest | Pointer) -> bytes:
    """JSON for the disk: equal content gives equal bytes."""
    return (stated.model_dump_json(indent=1) + "\n").encode()


def read_stated(kind: type[_Stated], file: Path) -> _Stated:
    """Read a manifest or a pointer.

    Raises:
        StoreNewerError: a newer version of the program wrote it.
        StoreError: it is missing, damaged or of an older version.
    """
    with explained(file):
        try:
            data = file.read_bytes()
        except FileNotFoundError as error:
            raise StoreError(f"{file}: is missing; {AGAIN}") from error
    return stated(kind, file, data)


def stated(kind: type[_Stated], file: object, data: bytes) -> _Stated:
    """A manifest or a pointer from its bytes.

    Args:
        file: Where they came from, for messages.

    Raises:
        StoreNewerError: a newer version of the program wrote it.
        StoreError: it is damaged or of an older version.
    """
    try:
        version = _Versioned.model_validate_json(data).format
        if version > FORMAT:
            raise StoreNewerError(
                f"{file}: a newer version of wiredesk wrote it (format {version}, this one reads {FORMAT}); "
                "use that version, or choose another folder for the index"
            )
        if version < FORMAT:
            raise StoreError(f"{file}: an older version of wiredesk wrote it (format {version}); {AGAIN}")
        return kind.model_validate_json(data)
    except ValidationError as error:
        raise StoreError(f"{file}: is damaged; {AGAIN}") from error
