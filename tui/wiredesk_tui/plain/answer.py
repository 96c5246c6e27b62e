"""What a command answers with: a heading and items, each of which knows where it leads."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from wiredesk.query import Address, Clause


@dataclass(frozen=True, slots=True)
class WholeArticle:
    """An article from its beginning."""

    article_id: int


@dataclass(frozen=True, slots=True)
class Actor:
    """All that is known of an actor."""

    actor_id: int


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """What a saved search finds."""

    name: str
    query: str


Target = Address | WholeArticle | Actor | SavedSearch


@dataclass(frozen=True, slots=True)
class Item:
    """One row.

    Attributes:
        text: What it is called or says.
        facts: What else is known of it, a line each.
        target: What is opened for it; None where nothing stands behind it.
        clause: What it narrows the query to, or why it cannot.
    """

    text: str
    facts: tuple[str, ...] = ()
    target: Target | None = None
    clause: Clause | str = "this row cannot narrow the query"


@dataclass(frozen=True)
class Answer:
    """Items under a heading, made when they are told.

    Attributes:
        heading: Its first line.
        facts: What else is to be known before its items, a line each.
        count: How many items there are.
        item: Gives the item of a number, counted from 0.
        start: The first item to tell, counted from 0.
        numbered: The items that have numbers, in order; None: all of them.
        article: The article whose sentences these are; None for all other answers.
    """

    heading: str
    count: int
    item: Callable[[int], Item]
    facts: tuple[str, ...] = ()
    start: int = 0
    article: int | None = None
    numbered: Sequence[int] | None = None

    def number_of(self, at: int) -> int | None:
        """The number by which the reader calls an item, from 1; None where it has none."""
        if self.numbered is None:
            return at + 1
        place = bisect_left(self.numbered, at)
        return place + 1 if place < len(self.numbered) and self.numbered[place] == at else None

    def place_of(self, number: int) -> int | None:
        """Which item the reader calls by a number; None where there is none."""
        if not 1 <= number <= (self.count if self.numbered is None else len(self.numbered)):
            return None
        return number - 1 if self.numbered is None else self.numbered[number - 1]

    def starting_at(self, number: int) -> "Answer":
        """The same, told from another item on."""
        return replace(self, start=number)


def answer_of(heading: str, items: Sequence[Item] = (), *, numbered: Sequence[int] | None = None) -> Answer:
    """A list of items that are there already."""
    return Answer(heading, len(items), lambda at: items[at], numbered=numbered)


def note(text: str) -> Answer:
    """A line that is all there is to say."""
    return answer_of(text)
