"""By which of several methods facts are found: chosen before a build, recorded in its index."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Final

from wiredesk.build.engines import size_of
from wiredesk.read import Found

AUTO: Final = "auto"
_BYTES_OF_ARTICLE: Final = 6_000
"""Of a file of many articles (a mailbox, a dump): the mean of news articles with their headers is near it."""
_PAGES: Final = (".html", ".htm", ".xhtml")
"""One article each, whatever their size."""


@dataclass(frozen=True, slots=True)
class Methods:
    """What finds names and keywords: as wished for, or as chosen.

    Attributes:
        names: `auto`, `fast`, `careful` or `spacy:MODEL`; chosen, it is not `auto`.
        keywords: `auto`, `yake` or `yake-rust`; chosen, it is the engine with its version.
    """

    names: str = AUTO
    keywords: str = AUTO

    def by_name(self) -> dict[str, str]:
        """As an index records them."""
        return asdict(self)


def articles_in(founds: Sequence[Found]) -> int:
    """About how many articles there are in files, before any is read: from their number and sizes."""
    return sum(_articles_of(found) for found in founds)


def _articles_of(found: Found) -> int:
    if PurePosixPath(found.path).suffix.lower() in _PAGES:
        return 1
    return max(1, size_of(found) // _BYTES_OF_ARTICLE)
