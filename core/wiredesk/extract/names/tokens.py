"""Text to tokens with exact offsets: the words that the name tagger labels."""

import re
from typing import NamedTuple

_LETTERS = (
    r"\w\u0300-\u036f\u00ad\u200b-\u200d\u2060"  # invisible characters and loose accents stay in the word
)
_TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)\S+                              # an address is one token, never a name
  | (?:[^\W\d_]\.){{2,}}                                # U.S., a.m.
  | \d+(?:[.,:]\d+)*                                    # 4.5, 1,600, 10:30
        [{_LETTERS}]*                                   # 55th, 1990s, 4.2bn
  | [’'][sS](?![{_LETTERS}])                            # the possessive stands alone
  | \w[{_LETTERS}]*(?:[’'ʼ](?![sS](?![{_LETTERS}]))[{_LETTERS}]+)*   # Du'aa, O’Neil, don't
  | [^\w\s]
    """,
    re.VERBOSE,
)
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
HYPHEN = "-"
"""Stands for a dash that is glued to the words on both sides of it: US-led."""
DASH = "–"
"""Stands for a dash with space about it, which parts clauses."""


class Tokens(NamedTuple):
    """The tokens of a stretch of text, two lists of one length."""

    words: list[str]
    """As written, but every dash is `HYPHEN` or `DASH`; the lengths are those in the text."""
    starts: list[int]
    """Offset of each in the text."""


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Cut `text[start:end]` into words, numbers and single marks.

    A compound with hyphens is cut at each (US-led: `US`, `-`, `led`), so that a name in it can be
    told from the rest; a possessive 's is a token of its own.
    """
    words: list[str] = []
    starts: list[int] = []
    stop = len(text) if end is None else end
    for match in _TOKEN.finditer(text, start, stop):
        word = match.group()
        at = match.start()
        if word in _DASHES:
            glued = start < at < stop - 1 and not text[at - 1].isspace() and not text[at + 1].isspace()
            word = HYPHEN if glued else DASH
        words.append(word)
        starts.append(at)
    return Tokens(words, starts)
