"""What a full-text index says of itself, in a file of its own beside the library's files."""

from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wiredesk.store.disk import explained, replace_file
from wiredesk.store.fulltext.guard import FullTextError

STATED: Final = "fulltext.json"
ARTICLES_FILE: Final = "articles.parquet"
"""Which version of which article is in it: columns article_id and digest."""
BROKEN: Final = "broken"
"""A reader that may write here leaves this file when the index failed it; the next writer makes it anew."""
_LISTED: Final = "meta.json"
"""The library's list of its segments."""
OWN_FILES: Final = frozenset({STATED, ARTICLES_FILE, BROKEN})


class Stated(BaseModel):
    """Description of a full-text index.

    Attributes:
        version: `wiredesk.store.fulltext.shape.VERSION`.
        signature: Of what found the sentences (`Inputs.signature`): of another one, all are indexed anew.
        articles: How many are in it.
        files: The library's files and their bytes.
        digests: Of these files. Compared by whoever goes on from this index, and by readers while they read.
    """

    model_config = ConfigDict(frozen=True)

    version: str
    signature: str
    articles: int
    files: dict[str, int]
    digests: dict[str, str] = Field(default_factory=dict[str, str])


class _Segment(BaseModel):
    max_doc: int


class _Listed(BaseModel):
    segments: list[_Segment]


def documents_in(folder: Path) -> int:
    """How many documents an index has, those included that were deleted and are not merged away yet.

    Raises:
        FullTextError: it is damaged.
    """
    file = folder / _LISTED
    try:
        listed = _Listed.model_validate_json(file.read_bytes())
    except (OSError, ValidationError) as error:
        raise FullTextError(f"{file}: is damaged") from error
    return sum(segment.max_doc for segment in listed.segments)


def library_files(folder: Path) -> dict[str, int]:
    """The search library's files in a folder, its locks apart, with their bytes."""
    return {
        file.name: file.stat().st_size
        for file in sorted(folder.iterdir())
        if file.name not in OWN_FILES and not file.name.endswith(".lock")
    }


def write_stated(folder: Path, stated: Stated) -> None:
    """Say what a finished index holds.

    Raises:
        StoreError: it cannot be written.
    """
    replace_file(folder / STATED, stated.model_dump_json(indent=1).encode() + b"\n")


def read_stated(folder: Path) -> Stated | None:
    """What a folder's index says of itself; None where there is no index.

    Raises:
        FullTextError: it is damaged, or failed somebody before.
        StoreError: the file cannot be read.
    """
    file = folder / STATED
    with explained(file):
        if not folder.is_dir():
            return None
        if not file.is_file() or (folder / BROKEN).exists():
            raise FullTextError(f"{folder}: the full-text index is damaged")
        data = file.read_bytes()
    try:
        return Stated.model_validate_json(data)
    except ValidationError as error:
        raise FullTextError(f"{file}: is damaged") from error
