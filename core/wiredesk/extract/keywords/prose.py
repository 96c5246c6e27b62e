"""What YAKE is fed: an article's text as prose, each name one word, and the way back to the article."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from wiredesk.extract.keywords.naming import Mention, Name

MOST_TEXT: Final = 60_000
"""Characters of an article that are scored, some 10,000 words: by then a text has said what it is about."""

_ENDS = (".", "!", "?", "…")
_WHITE = {ord(c): " " for c in map(chr, range(0x3001)) if c.isspace()}
_POSSESSIVE = re.compile(r"['’]s(?!\w)")
_QUOTES = re.compile(r"[\"“”„«»‘`]|(?<!\w)['’]|['’](?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")

_STAND_IN = "Zq"
_DIGIT_LETTERS = "abcdefghij"
NAME: Final = re.compile(r"\b[Zz]q([a-j]{3})\b")
"""A name's stand-in."""
_MOST_NAMES = 1_000

_LETTERS_OF_A_SMALL_WORD = 3
_TITLE_CASE = 0.6
"""Share of a headline's longer words with a capital from which capitals tell nothing about it."""


class Block(NamedTuple):
    """A paragraph of an article's text: start and end there, and whether it is a headline."""

    start: int
    end: int
    heading: bool


class Sentence(NamedTuple):
    """A sentence of an article: start and end there, and its number."""

    start: int
    end: int
    number: int


class Span(NamedTuple):
    """Where a phrase stands in the article."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Prose:
    """What YAKE is fed.

    Attributes:
        text: One line; no paragraph runs into the next, quotation marks are gone, and every name is one
            made-up word, so that phrases neither cut names nor run across them.
        low: The same in lower case, character for character.
        names: The names, by the number of their stand-in.
    """

    text: str
    low: str
    names: tuple[Name, ...]
    _headings: tuple[Block, ...]
    _body: int
    _sentences: tuple[Sentence, ...]
    _starts: tuple[int, ...]
    _origins: tuple[int, ...]

    def span(self, place: int, length: int) -> Span | None:
        """Where characters of the prose stand in the article; None if they run across sentences."""
        start, end = self._origin(place), self._origin(place + length - 1) + 1
        at = bisect_right(self._sentences, start, key=lambda sentence: sentence.start) - 1
        if at < 0 or end > self._sentences[at].end:
            return None
        return Span(self._sentences[at].number, start, end)

    def _origin(self, place: int) -> int:
        at = bisect_right(self._starts, place) - 1
        return self._origins[at] + place - self._starts[at]

    def depth(self, start: int) -> int:
        """How many characters the body has before a place of the article; 0 within a headline."""
        return max(0, start - self._body)

    def is_heading(self, start: int) -> bool:
        """Whether a place of the article is in a headline."""
        return any(block.start <= start < block.end for block in self._headings)

    def spelt(self, phrase: str) -> str:
        """A phrase of the prose with names in place of their stand-ins."""
        return NAME.sub(lambda match: self.names[number_of(match)].shown, phrase)

    def written(self, place: int, phrase: str) -> str:
        """A phrase as the prose has it at a place."""
        return self.text[place : place + len(phrase)]


def number_of(match: re.Match[str]) -> int:
    """Which name a match of `NAME` stands for."""
    return int("".join(str(_DIGIT_LETTERS.index(letter)) for letter in match[1]))


def stand_in(number: int) -> str:
    """The word that stands for a name: no word of a language, nor short or in capitals, nor a plural."""
    return _STAND_IN + "".join(_DIGIT_LETTERS[int(digit)] for digit in f"{number:03d}")


def make_prose(
    text: str,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    *,
    title_case: bool,
) -> Prose:
    """Turn paragraphs into prose.

    Args:
        text: The article's.
        blocks: In the order of the text.
        sentences: Those of the blocks, in the order of the text.
        names: In the order of their first mention; those behind the thousandth stay as they are.
        title_case: The language writes headlines with capitals; those are made small, names apart.
    """
    mentions = sorted(
        (mention, number)
        for number, name in enumerate(names[:_MOST_NAMES])
        for mention in name.mentions
        if not _is_part(text, mention)
    )
    read = [block for block in blocks if block.start < MOST_TEXT]
    pieces = _Pieces()
    at = 0
    for block in read:
        first = at
        while at < len(mentions) and mentions[at][0].start < block.end:
            at += 1
        inside = [one for one in mentions[first:at] if one[0].start >= block.start]
        _add_block(pieces, text, block, inside, title_case=title_case)
    fed = "".join(pieces.parts)
    low = fed.lower()
    if len(low) != len(fed):  # a few capitals have a longer small form
        low = "".join(small if len(small := char.lower()) == 1 else char for char in fed)
    return Prose(
        fed,
        low,
        tuple(names),
        tuple(block for block in read if block.heading),
        next((block.start for block in read if not block.heading), 0),
        tuple(sentences),
        tuple(pieces.starts),
        tuple(pieces.origins),
    )


class _Pieces:
    """Pieces of prose, each with the place in the article where it begins."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.starts: list[int] = [0]
        self.origins: list[int] = [0]
        self._length = 0

    def add(self, piece: str, origin: int) -> None:
        if piece:
            self.parts.append(piece)
            self.starts.append(self._length)
            self.origins.append(origin)
            self._length += len(piece)


def _add_block(
    pieces: _Pieces, text: str, block: Block, mentions: Sequence[tuple[Mention, int]], *, title_case: bool
) -> None:
    gaps: list[tuple[int, int]] = []
    at = block.start
    for mention, _ in mentions:
        gaps.append((at, mention.start))
        at = mention.end
    gaps.append((at, block.end))
    small = title_case and block.heading and _is_title_case([text[a:b] for a, b in gaps])
    for (start, end), named in zip(gaps, [*mentions, None], strict=True):
        gap = _plain(text[start:end])
        pieces.add(_lowered(gap) if small else gap, start)
        if named is None:
            break
        mention, number = named
        before, behind = text[mention.start - 1 : mention.start], text[mention.end : mention.end + 1]
        pieces.add(" " if before and before not in " (" else "", mention.start)
        pieces.add(stand_in(number), mention.start)
        pieces.add(" " if behind.isalnum() or behind in ("/", "&") else "", mention.end)
    last = text[block.start : block.end].rstrip()[-1:]
    pieces.add(" " if last in _ENDS else ". ", block.end)


def _is_part(text: str, mention: Mention) -> bool:
    """Whether a hyphen makes the name a part of a longer word: "US-led"."""
    return text[mention.start - 1 : mention.start] == "-" or text[mention.end : mention.end + 1] == "-"


def _plain(text: str) -> str:
    """The text without quotation marks, character for character.

    The comma for the possessive keeps "the army's staff" from becoming the phrase "army staff".
    """
    return _QUOTES.sub(" ", _POSSESSIVE.sub(" ,", text.translate(_WHITE)))


def _is_title_case(texts: Iterable[str]) -> bool:
    words = [w for text in texts for w in _WORD.findall(text) if len(w) > _LETTERS_OF_A_SMALL_WORD]
    return sum(word[0].isupper() for word in words) >= max(2, _TITLE_CASE * len(words))


def _lowered(text: str) -> str:
    """The text with small letters, abbreviations apart."""
    shouted = sum(map(str.isupper, text)) > sum(map(str.islower, text))
    return _WORD.sub(lambda match: _small(match[0], shouted=shouted), text)


def _small(word: str, *, shouted: bool) -> str:
    if not shouted and sum(map(str.isupper, word)) > 1:
        return word
    small = word.lower()
    return small if len(small) == len(word) else word
