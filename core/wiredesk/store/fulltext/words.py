"""The words of a text: the one rule by which texts are indexed and queries are read.

A word is an unbroken run of letters, digits and underscores of the folded text (`wiredesk.text.fold`: no
case, accents, quote styles, odd spaces). Apostrophes, hyphens, points and all other marks part words, so
"US-led" is two words beside each other, and so is "Reyes's". Scripts that are written without spaces give
a word a character: a name in them is found as the phrase of its characters.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from wiredesk.text import beyond_ascii, fold, fold_with_offsets, folds_in_place, translate_ascii

RULE: Final = f"1/{unicodedata.unidata_version}"
"""Version of this rule, and of the tables of Unicode beneath it; an index of another one is made anew."""

LONGEST: Final = 200
"""Characters of a word that count. The index would lose words of more than 65,530 bytes altogether."""

_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"  # Chinese characters and Japanese syllables
)
_UNSPACED_IN: Final = re.compile(f"[{_UNSPACED}]")
_LETTER: Final = rf"[^\W{_UNSPACED}]"
_WORD: Final = re.compile(rf"[{_UNSPACED}](?<=\w)|{_LETTER}+")
_PLAIN: Final = "".join(
    char.lower() if char.isalnum() or char == "_" else " " for char in map(chr, range(128))
)
"""What ASCII characters fold to, with a space for all that parts words: a tenth of the time of `_WORD`."""
_PLAIN_BYTES: Final = _PLAIN.encode() + bytes(range(128, 256))
_FEW_CHARACTERS: Final = 16
"""Different characters beyond ASCII up to which they are looked at one after the other."""


class Word(NamedTuple):
    """A word and where it stands: `text[start:end]`, in code points."""

    word: str
    start: int
    end: int


def is_spaced(text: str) -> bool:
    """Whether nothing in a text is in a script that is written without spaces."""
    return text.isascii() or _UNSPACED_IN.search(beyond_ascii(text)) is None


def words_of(text: str) -> list[str]:
    """The words of a text, folded, in their order."""
    return words_of_folded(text if text.isascii() else fold(text))


def words_of_folded(folded: str) -> list[str]:
    """The words of a text that was folded before."""
    if folded.isascii():
        words = folded.translate(_PLAIN).split()
    else:
        others = set(beyond_ascii(folded))
        if len(others) > _FEW_CHARACTERS or not is_spaced(folded):
            words: list[str] = _WORD.findall(folded)
        else:
            for char in others:
                if not _WORD.match(char):
                    folded = folded.replace(char, " ")
            words = translate_ascii(folded, _PLAIN_BYTES).split()
    longest = max(map(len, words), default=0)
    return words if longest <= LONGEST else [word[:LONGEST] for word in words]


def line_of_words(text: str) -> str:
    """The same words in one text, with spaces between and perhaps around them, in a tenth of the time."""
    folded = text if text.isascii() else fold(text)
    if len(folded) <= LONGEST and folded.isascii():
        return folded.translate(_PLAIN)
    return " ".join(words_of(folded))


def words_with_places(text: str) -> list[Word]:
    """The words of a text with the characters that they stand for.

    Combining marks behind a word's last letter belong to it.
    """
    folded = fold(text)
    if folds_in_place(text):
        return [Word(found[0][:LONGEST], *found.span()) for found in _WORD.finditer(folded)]
    folded, offsets = fold_with_offsets(text)
    places: list[Word] = []
    for found in _WORD.finditer(folded):
        end = offsets[found.end() - 1] + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        places.append(Word(found[0][:LONGEST], offsets[found.start()], end))
    return places


class Pattern:
    """Matches a folded text exactly where some words stand beside each other.

    Args:
        words: One or more words, as `words_of` gives them.
        prefix: The last one may go on.
    """

    def __init__(self, words: Sequence[str], *, prefix: bool = False) -> None:
        self._words, self._prefix = words, prefix
        self._plain = self._compiled(r"\w")

    def stands_in(self, folded: str) -> bool:
        """Whether the words stand in a folded text."""
        return self._for(folded).search(folded) is not None

    def spans(self, folded: str, *, spaced: bool) -> Iterator[tuple[int, int]]:
        """Where the words stand in a folded text, also where they overlap with themselves.

        Args:
            folded: The text.
            spaced: What `is_spaced` says of it.
        """
        match, first = (self._plain if spaced else self._careful).match, self._words[0]
        at = folded.find(first)
        while at >= 0:  # finding a plain text and looking around it is quicker than a pattern alone
            if found := match(folded, at):
                yield found.span()
            at = folded.find(first, at + 1)

    def count(self, folded: str) -> int:
        """How often they do."""
        return sum(1 for _ in self._for(folded).finditer(folded))

    def _for(self, folded: str) -> re.Pattern[str]:
        # The class of all letters that may touch takes milliseconds to compile: only for who needs it.
        return self._plain if is_spaced(folded) else self._careful

    @cached_property
    def _careful(self) -> re.Pattern[str]:
        return self._compiled(_LETTER)

    def _compiled(self, letter: str) -> re.Pattern[str]:
        parts: list[str] = []
        for at, word in enumerate(self._words):
            if _UNSPACED_IN.match(word):
                parts.append(re.escape(word))
                continue
            may_go_on = len(word) == LONGEST or (self._prefix and at == len(self._words) - 1)
            rest = f"{letter}*" if may_go_on else f"(?!{letter})"
            parts.append(f"(?<!{letter}){re.escape(word)}{rest}")
        return re.compile(r"\W*".join(parts))
