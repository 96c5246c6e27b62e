"""What is known of feeds from the last time: a hidden file beside the articles that came from them."""

from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wiredesk.errors import FetchError, StoreError
from wiredesk.store.disk import make_folder, replace_file

HIDDEN: Final = ".wiredesk-feeds"
"""The folder of it in the folder of the articles: hidden, so that no reader takes it for an article."""
_FILE: Final = "memory.json"


class Known(BaseModel):
    """What is known of one feed.

    Attributes:
        etag: Of its last answer.
        last_modified: Of its last answer.
        moved_to: Where it was said to be from now on.
        gone: It was said to be gone for good.
        failures: How often in a row it failed.
        not_before: Seconds since 1970 before which it is not asked.
        items: Names of the articles in its last answer.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None
    gone: bool = False
    failures: int = Field(default=0, ge=0)
    not_before: float = 0.0
    items: tuple[str, ...] = ()


class Memory(BaseModel):
    """What is known of each feed, by its address as it was given."""

    model_config = ConfigDict(extra="ignore")

    feeds: dict[str, Known] = Field(default_factory=dict[str, Known])

    def known(self, address: str) -> Known:
        """What is known of a feed."""
        return self.feeds.get(address, Known())


def place_of(folder: Path) -> Path:
    """The hidden folder in a folder of articles; made where it is missing.

    Raises:
        FetchError: it cannot be made.
    """
    place = folder / HIDDEN
    try:
        make_folder(place)
    except StoreError as error:
        raise FetchError(str(error)) from error
    return place


def load(place: Path) -> Memory:
    """Read what is known; a file that is missing or damaged is nothing known: all is asked for anew.

    Raises:
        FetchError: it may not be read.
    """
    try:
        return Memory.model_validate_json((place / _FILE).read_bytes())
    except (FileNotFoundError, ValidationError):
        return Memory()
    except OSError as error:
        raise FetchError(f"{place / _FILE}: cannot be read ({error.strerror}); mend that") from error


def save(place: Path, memory: Memory) -> None:
    """Write what is known, whole or not at all.

    Raises:
        FetchError: it cannot be written.
    """
    try:
        replace_file(place / _FILE, (memory.model_dump_json(indent=1) + "\n").encode(), durable=False)
    except StoreError as error:
        raise FetchError(str(error)) from error
