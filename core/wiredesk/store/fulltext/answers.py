"""What a full-text index answers with."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tantivy import DocAddress


class Ranked(NamedTuple):
    """Articles found, the best first: identifiers, days (`shape.day_number`), weights of the text."""

    articles: list[int]
    days: list[int]
    scores: list[float]


class Look(NamedTuple):
    """How many articles match, the weights of the best of them, and what tells which they are."""

    found: int
    scores: list[float]
    places: "list[DocAddress]"


class Newest(NamedTuple):
    """How many articles match; the newest of them, with their days, the newest first."""

    found: int
    articles: list[int]
    days: list[int]
