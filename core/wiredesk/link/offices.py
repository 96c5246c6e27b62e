"""The words of offices: which word is one, which stands beside it, which says that it is over."""

import re
from collections.abc import Sequence
from functools import lru_cache

from wiredesk.link.normalise import undotted
from wiredesk.link.vocabulary import vocabulary
from wiredesk.text import fold

Token = tuple[str, int, int]
"""A word as it stands, and its span in the text."""

DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their", "this"))
_TOKEN = re.compile(r"\S+")
_PAST_PREFIX = re.compile(r"(?:ex|then|former|one-?time)[-–](?=\w)", re.IGNORECASE)


def tokens_in(text: str, start: int, end: int) -> list[Token]:
    """The words of a stretch of text."""
    return [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text, start, end)]


@lru_cache(maxsize=1 << 16)
def classify(token: str) -> str:
    """What a token is in the words of an office: office, word, link, break, or "" for none of these."""
    words = vocabulary()
    bare = fold(undotted(token)).strip("'\"“”‘’.,()").removesuffix("'s")
    last = bare.rpartition("-")[2] if "-" in bare else bare
    if bare in words.honorifics - words.offices - words.office_links:
        return "honorific"
    if bare in words.offices or (last in words.offices and last != bare):
        return "office"
    if bare.removesuffix("s") in words.offices and bare.endswith("s"):
        return "word"
    if bare in words.office_links:
        return "link"
    if bare in words.office_words or bare in words.common or bare in words.past:
        return "word"
    if bare in words.breaks or bare in words.nothing:
        return "break"
    return ""


def is_past(token: str) -> bool:
    """Whether a word says that the office behind it is over: "former", "then", "ex-minister"."""
    return fold(token) in vocabulary().past or _PAST_PREFIX.match(token) is not None


def was(token: str) -> bool:
    """Whether a word says so even with others between it and the office: "former double world champion"."""
    return is_past(token) and fold(token) not in ("then", "late") and not token.startswith(("Then", "then"))


def without_past(tokens: Sequence[Token]) -> tuple[int, bool]:
    """Where the words of an office begin behind those that say it is over, and whether there are such.

    "former mayor" gives the place of "mayor", and so does "Kenya's former mayor".
    """
    former = False
    start = tokens[0][1]
    for token, first, end in tokens:
        if classify(token) == "office" and not is_past(token):
            break
        if fold(token) in vocabulary().past:
            former, start = True, end + 1
        elif fold(token) == "current":
            start = end + 1
        elif (prefix := _PAST_PREFIX.match(token)) is not None:
            return first + prefix.end(), True
    return start, former
