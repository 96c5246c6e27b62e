"""What the tagger knows of a word by itself, formatted once as the features of CRFs.

Features are bytes: the CRF library would encode each string again for every token otherwise, which costs more
than tagging itself.
"""

import re
from collections.abc import Sequence
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple

from wiredesk.extract.names.lexicon import Lexicon, folded

Item = list[bytes]
"""The features of one token."""

_REPEATED = re.compile(r"(.)\1+")
_DIGIT = re.compile(r"\d")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")
_ASCII_SHAPE = str.maketrans(
    {
        **dict.fromkeys(ascii_uppercase, "X"),
        **dict.fromkeys(ascii_lowercase, "x"),
        **dict.fromkeys(digits, "d"),
    }
)
_APOSTROPHES = str.maketrans("’ʼ", "''")
_LONGEST_SHAPE = 10
_NEAR = 2  # words: as far as a word's features look around
_LONGEST_LINK = 2  # "of the", "for the"


class Word(NamedTuple):
    """What one word lends to its own features and to its neighbours'."""

    own: tuple[bytes, ...]
    alone: Item  # far from any capital; shared, as nothing is ever added to it
    before: tuple[bytes, ...]  # to the token that follows it
    after: tuple[bytes, ...]  # to the token before it
    second_before: tuple[bytes, ...]
    second_after: tuple[bytes, ...]
    form: bytes
    shape: bytes
    lower: str
    capital: bool
    small: bool
    link: bool
    hints: tuple[bytes, ...]


def describe(written: str, lexicon: Lexicon) -> Word:
    """The features that a word, as it is written, has and lends."""
    word = _INVISIBLE.sub("", written).translate(_APOSTROPHES) or written
    lower = word.lower()
    form = _DIGIT.sub("0", lower)
    capital = word[0].isupper()
    link = "link" in lexicon.classes.get(lower, ())
    long_shape = _shape(word)[:_LONGEST_SHAPE]
    shape = _REPEATED.sub(r"\1", long_shape)
    hints = [f"list={kind}" for kind in lexicon.lists(word)]
    hints += [f"class={name}" for name in lexicon.classes.get(lower.rstrip("."), ())]
    coarse, fine = lexicon.clusters.get(lower if lower.isascii() else folded(lower), ("", ""))
    groups = [f"k={coarse}", f"c={fine}"] if fine else []
    own = [f"w={form}", f"shape={long_shape}", f"s={shape}", *hints, *groups]
    if capital and len(word) > 2:
        own += [f"{n}^={lower[:n]}" for n in (2, 3)]
    if len(word) > 2:
        own += [f"{n}$={lower[-n:]}" for n in ((2, 3, 4) if capital else (3,))]
    if len(word) > 1 and word.isupper():
        own.append(f"caps={min(len(word), 6)}")
    encoded = _encoded([f"w={form}", f"s={shape}", *hints, *groups])
    return Word(
        own=_encoded(own),
        alone=[*_encoded(own[:1]), b"far"],
        before=tuple([b"-1" + feature for feature in encoded]),
        after=tuple([b"+1" + feature for feature in encoded]),
        second_before=tuple([b"-2" + feature for feature in encoded[1:]]),
        second_after=tuple([b"+2" + feature for feature in encoded[1:]]),
        form=form.encode("utf-8", "replace"),
        shape=shape.encode("utf-8", "replace"),
        lower=lower,
        capital=capital,
        small=word[0].islower() and not link,
        link=link,
        hints=_encoded(hints),
    )


def near_capitals(words: Sequence[Word]) -> list[bool]:
    """Which words have a capital, or stand near one that has; the others are told by the word alone.

    A third of all words stand far from any capital, and no name is there: to describe them in full costs
    time and teaches nothing.
    """
    near = [False] * len(words)
    for at, word in enumerate(words):
        if word.capital:
            for around in range(max(0, at - _NEAR), min(len(words), at + _NEAR + 1)):
                near[around] = True
    return near


def runs_of(words: Sequence[Word]) -> list[tuple[bytes, ...]]:
    """For each word, what the run of capitals that it stands in begins and ends with.

    "Secretary of State for Trade Ada Lund" is one run: that a title opens it, and that a person's name
    closes it, is out of sight of the words between.
    """
    features: list[tuple[bytes, ...]] = [()] * len(words)
    start = 0
    while start < len(words):
        end = start
        if words[start].capital:
            end = start + 1
            while end < len(words) and (words[end].capital or _links(words, end)):
                end += 1
        if end > start + 1:
            about = tuple(b"opens" + hint for hint in words[start].hints or (b"=",))
            about += tuple(b"closes" + hint for hint in words[end - 1].hints or (b"=",))
            for at in range(start, end):
                features[at] = about if words[at].capital else ()
        start = max(end, start + 1)
    return features


def _links(words: Sequence[Word], at: int) -> bool:
    """Whether a small word (of, for the) ties the capitals on its two sides together."""
    for after in range(at, min(at + _LONGEST_LINK, len(words) - 1)):
        if not words[after].link:
            return False
        if words[after + 1].capital:
            return True
    return False


def _shape(word: str) -> str:
    if word.isascii():
        return word.translate(_ASCII_SHAPE)
    return "".join("X" if c.isupper() else "d" if c.isdigit() else "x" if c.isalpha() else c for c in word)


def _encoded(features: list[str]) -> tuple[bytes, ...]:
    return tuple([feature.encode("utf-8", "replace") for feature in features])
