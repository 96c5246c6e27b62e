"""Text to tokens with exact offsets: the words that the name tagger labels."""

import re
from collections.abc import Sequence
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
_HYPHENS = frozenset("-\u2010\u2011")


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


_TREEBANK = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
    "``": '"', "''": '"', "`": "'", "--": DASH, "---": DASH,
}  # fmt: skip


def pieces(tokens: Sequence[str]) -> list[list[str]]:
    """Cut the tokens of one sentence, which others made, into words as `tokenize` cuts text.

    None is left without a piece. Marks in the manner of treebanks (-LRB-, ``) become what they stand for.
    Whether a dash that is a token of its own was glued to its neighbours is not known: between two words it
    counts as a hyphen.
    """
    cut = [tokenize(_TREEBANK.get(token, token)).words or [token] for token in tokens]
    for at in range(1, len(cut) - 1):
        between = cut[at - 1][-1].isalnum() and cut[at + 1][0].isalnum()
        if between and cut[at] == [DASH] and tokens[at] in _HYPHENS:
            cut[at] = [HYPHEN]
    return cut
