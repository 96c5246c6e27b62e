"""Lines as they are written: cleaned, wrapped, and a page at a time."""

from collections.abc import Callable, Iterator
from typing import Final

from wiredesk_tui.cells import clean
from wiredesk_tui.page import breaks
from wiredesk_tui.plain.answer import Answer, Item

INDENT: Final = 3
"""Columns by which the facts of a row and what is wrapped are set in."""
NARROWEST: Final = 20
"""Columns below which lines are not wrapped any further."""


class Page:
    """Tells a answer page by page; an item is never cut in two.

    Args:
        answer: What to tell.
        spell: What to do with each line before it is wrapped: a terminal may have ASCII only.
    """

    def __init__(self, answer: Answer, spell: Callable[[str], str]) -> None:
        self.answer = answer
        self.at = answer.start
        self._begun = answer.start
        self._spell = spell

    @property
    def left(self) -> int:
        """Items that were not told yet."""
        return self.answer.count - self.at

    def turn(self, width: int, height: int, taken: int = 0) -> Iterator[str]:
        """The next page, at least one item of it.

        Args:
            width: Columns of a line.
            height: Lines of a page; 0 for everything at once.
            taken: Lines of the page that are told already.
        """
        self._begun = self.at
        used = taken
        told = False
        while self.left:
            lines = list(self._lines(self.at, width))
            if told and height and used + len(lines) > height:
                break
            yield from lines
            used += len(lines)
            told = True
            self.at += 1
        if self.left:
            yield f"more: {self.left:,} of {self.answer.count:,} left"

    def again(self) -> None:
        """Have the last page told once more."""
        self.at = self._begun

    def heading(self, width: int) -> Iterator[str]:
        """The answer's heading, and what is to be known before its items."""
        for line in (self.answer.heading, *self.answer.facts):
            yield from wrapped(self._spell(clean(line)), width)

    def _lines(self, at: int, width: int) -> Iterator[str]:
        item: Item = self.answer.item(at)
        number = self.answer.number_of(at)
        first = item.text if number is None else f"{number}. {item.text}"
        yield from wrapped(self._spell(clean(first)), width)
        for fact in item.facts:
            yield from wrapped(" " * INDENT + self._spell(clean(fact)), width)


def wrapped(text: str, width: int) -> Iterator[str]:
    """A cleaned text in lines of at most so many cells, all but the first set in."""
    width = max(NARROWEST, width)
    lead = len(text) - len(text.lstrip(" "))
    text = text.lstrip(" ")
    for number, (start, end) in enumerate(breaks(text, width - INDENT, lead - INDENT)):
        yield " " * (INDENT if number else lead) + text[start:end]
