"""Articles taken apart for looking through: a few at a time, as plain lists, kept from one key to the next.

A query whose words are looked for in the sentences of fifty articles asks for a thousand sentences. As a
frame each step over them costs half a millisecond, however few they are; as lists all of them take that.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Final
from weakref import WeakKeyDictionary

from wiredesk.query.rows import row_of
from wiredesk.query.sentences import MANY, texts_at
from wiredesk.store import Index
from wiredesk.store.fulltext import is_spaced, words_of_folded
from wiredesk.text import fold, folds_in_place

MOST: Final = MANY
"""Articles up to which they are looked through so; of more, frames are quicker."""

_KEPT: Final = MOST
"""Pages that are kept for an index: some 8 MB, twice that after fuzzy words."""

_JOINED: Final = re.compile(r"\w\w")


@dataclass(frozen=True, eq=False)
class Page:
    """An article and where its sentences stand, in the text and in the folded text.

    Attributes:
        article: Its identifier.
        source: Its outlet.
        title: Its title.
        published: Its day.
        copy: Whether it is a copy of another one.
        text: As it stands.
        folded: What its words are looked for in. No word of it reaches from one sentence into another.
        starts: Where each sentence starts in the text, in code points.
        ends: Where it ends.
        begins: Where it starts in the folded text.
        stops: Where it ends there.
        kinds: What each sentence is.
    """

    article: int
    source: str | None
    title: str | None
    published: date | None
    copy: bool
    text: str
    folded: str
    starts: list[int]
    ends: list[int]
    begins: list[int]
    stops: list[int]
    kinds: list[str]

    @cached_property
    def spaced(self) -> bool:
        """What `is_spaced` says of the folded text."""
        return is_spaced(self.folded)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of its sentences."""
        return frozenset(words_of_folded(self.folded))

    def sentence_at(self, start: int, end: int) -> int | None:
        """The sentence that holds these characters of the folded text; None where none holds all."""
        at = bisect_right(self.begins, start) - 1
        return at if at >= 0 and end <= self.stops[at] else None


_PAGES: WeakKeyDictionary[Index, dict[int, Page]] = WeakKeyDictionary()


def pages_of(index: Index, articles: Iterable[int]) -> list[Page]:
    """Articles by identifier, in their order, each once; those that are not there are left out.

    Args:
        index: The index.
        articles: At most `MOST` identifiers.
    """
    wanted = dict.fromkeys(articles)
    known = _PAGES.setdefault(index, {})
    found = {article: known[article] for article in wanted if article in known}
    if len(found) < len(wanted):
        rows = {row_of(index, article): article for article in wanted if article not in found}
        made = _made(index, {row: article for row, article in rows.items() if row is not None})
        found |= made
        if len(known) + len(made) > _KEPT:
            known = _PAGES[index] = {}
        known.update(made)
    return [found[article] for article in wanted if article in found]


def forget_pages(index: Index) -> None:
    """Keep none: the next look reads them again, as a first look does."""
    _PAGES.pop(index, None)


def _made(index: Index, articles: Mapping[int, int]) -> dict[int, Page]:
    """Pages by identifier, of articles by row. Reading values one by one takes less here than any frame."""
    first, spans, known = index.derived("places")["sentences"], index.derived("spans"), index.articles
    start, end, kind = spans["start"], spans["end"], spans["kind"]
    source, title, published, original = (
        known[name] for name in ("source", "title", "published", "duplicate_of")
    )
    texts = texts_at(index, articles)
    pages: dict[int, Page] = {}
    for row, article in articles.items():
        at, text = first[row], texts[row]
        count = first[row + 1] - at
        starts, ends = start.slice(at, count).to_list(), end.slice(at, count).to_list()
        folded, begins, stops = _folded(text, starts, ends)
        pages[article] = Page(
            article,
            source[row],
            title[row],
            published[row],
            original[row] is not None,
            text,
            folded,
            starts,
            ends,
            begins,
            stops,
            kind.slice(at, count).to_list(),
        )
    return pages


def _folded(text: str, starts: list[int], ends: list[int]) -> tuple[str, list[int], list[int]]:
    """The folded text, and where its sentences stand in it."""
    if folds_in_place(text):
        folded = fold(text)
        if not any(map(_JOINED.match, {folded[edge - 1 : edge + 1] for edge in (*starts, *ends) if edge})):
            return folded, starts, ends
    parts = [fold(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    stops = list(accumulate((len(part) + 1 for part in parts), initial=-1))[1:]
    return "\n".join(parts), [stop - len(part) for stop, part in zip(stops, parts, strict=True)], stops
