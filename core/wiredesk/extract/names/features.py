"""What the tagger sees of each token: the word, its neighbours, its document.

Features are bytes, formatted once a word and cached: the CRF library would encode each string again
for every token otherwise, which costs more than tagging itself.
"""

import re
from collections.abc import Sequence
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple

from wiredesk.extract.names.lexicon import Lexicon

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
_CACHED_WORDS = 40_000  # some 90 MB at most; rarer words are described anew each time
_HEADLINE_SHARE = 0.75  # of a sentence's words with a capital: then capitals tell nothing
_SHORTEST_HEADLINE = 3
_NEAR = 2  # words: as far as a word's features look around
_LONGEST_LINK = 2  # "of the", "for the"
_OPENERS = frozenset("\"“‘'«:•.–(")
"""Marks after which a capital may be that of a sentence's first word."""


class _Word(NamedTuple):
    """What one word lends to its own features and to its neighbours'."""

    own: tuple[bytes, ...]
    before: tuple[bytes, ...]  # to the token that follows it
    after: tuple[bytes, ...]  # to the token before it
    second_before: tuple[bytes, ...]
    second_after: tuple[bytes, ...]
    form: bytes
    shape: bytes
    lower: str
    capital: bool
    link: bool
    hints: tuple[bytes, ...]


class DocumentWords(NamedTuple):
    """How a document writes its words, apart from places where every word has a capital."""

    lower: frozenset[str]
    """Words that stand somewhere without a capital."""
    upper: frozenset[str]
    """Words, in lower case, that stand with a capital inside a sentence."""


def is_headline(words: Sequence[str]) -> bool:
    """Whether most words of a sentence begin with a capital, so that a capital means little."""
    letters = [word for word in words if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in letters)
    return len(letters) >= _SHORTEST_HEADLINE and capitals > _HEADLINE_SHARE * len(letters)


def document_words(sentences: Sequence[Sequence[str]]) -> DocumentWords:
    """Gather how a document writes its words."""
    lower: set[str] = set()
    upper: set[str] = set()
    for words in sentences:
        headline = is_headline(words)
        previous = "."
        for word in words:
            if word[0].islower():
                lower.add(word)
            elif not headline and word[0].isupper() and previous not in _OPENERS:
                upper.add(word.lower())
            previous = word
    return DocumentWords(frozenset(lower), frozenset(upper))


class Features:
    """Makes the features of sentences; keeps those of each word it has met.

    Threads may share one: the cache is a plain dict whose entries depend on the word alone.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words: dict[str, _Word] = {}

    def document(self, sentences: Sequence[Sequence[str]]) -> list[list[Item]]:
        """The features of each token of each sentence of one document; no token may be empty."""
        known = document_words(sentences)
        return [self._sentence(words, known) for words in sentences]

    def _sentence(self, sentence: Sequence[str], known: DocumentWords) -> list[Item]:
        words = [self._word(word) for word in sentence]
        headline = is_headline(sentence)
        longer = self._longer_names(sentence)
        runs = _runs(words)
        last = len(words) - 1
        items: list[Item] = []
        near = _near_capitals(words)
        for at, word in enumerate(words):
            if not near[at]:
                items.append([*word.own[:1], b"far"])
                continue
            item = list(word.own)
            if at:
                previous = words[at - 1]
                item += previous.before
                item.append(b"<" + previous.form + b"|" + word.shape)
                item.append(b"(" + previous.shape + b"|" + word.shape)
                if at > 1:
                    item += words[at - 2].second_before
            else:
                item.append(b"first")
            if at < last:
                following = words[at + 1]
                item += following.after
                item.append(b">" + word.shape + b"|" + following.form)
                item.append(b")" + word.shape + b"|" + following.shape)
                if at:
                    item.append(b"=" + words[at - 1].shape + b"|" + word.shape + b"|" + following.shape)
                if at + 1 < last:
                    item += words[at + 2].second_after
            else:
                item.append(b"last")
            if headline:
                item.append(b"headline")
            if word.capital:
                written = b"%d%d" % (word.lower in known.lower, word.lower in known.upper)
                item.append(b"doc=" + written)
                if not at:
                    item.append(b"first,doc=" + written)
            if at in longer:
                item += longer[at]
            item += runs[at]
            items.append(item)
        return items

    def _longer_names(self, sentence: Sequence[str]) -> dict[int, list[bytes]]:
        """Features of the tokens that are part of a gazetteer's name of several words."""
        found: dict[int, list[bytes]] = {}
        longer = self._lexicon.longer
        for at, word in enumerate(sentence):
            if word not in longer:
                continue
            for name, kind in longer[word]:
                if tuple(sentence[at : at + len(name)]) == name:
                    code = kind.encode()
                    found.setdefault(at, []).append(b"name[=" + code)
                    for inside in range(at + 1, at + len(name)):
                        found.setdefault(inside, []).append(b"name]=" + code)
                    break
        return found

    def _word(self, word: str) -> _Word:
        known = self._words.get(word)
        if known is None:
            known = self._describe(_INVISIBLE.sub("", word).translate(_APOSTROPHES) or word)
            if len(self._words) < _CACHED_WORDS:
                self._words[word] = known
        return known

    def _describe(self, word: str) -> _Word:
        lower = word.lower()
        form = _DIGIT.sub("0", lower)
        capital = word[0].isupper()
        long_shape = _shape(word)[:_LONGEST_SHAPE]
        shape = _REPEATED.sub(r"\1", long_shape)
        hints = [f"list={kind}" for kind in self._lists(word)]
        hints += [f"class={name}" for name in self._lexicon.classes.get(lower.rstrip("."), ())]
        own = [f"w={form}", f"shape={long_shape}", f"s={shape}", *hints]
        if capital and len(word) > 2:
            own += [f"{n}^={lower[:n]}" for n in (2, 3)]
        if len(word) > 2:
            own += [f"{n}$={lower[-n:]}" for n in ((2, 3, 4) if capital else (3,))]
        if len(word) > 1 and word.isupper():
            own.append(f"caps={min(len(word), 6)}")
        encoded = _encoded([f"w={form}", f"s={shape}", *hints])
        return _Word(
            own=_encoded(own),
            before=tuple([b"-1" + feature for feature in encoded]),
            after=tuple([b"+1" + feature for feature in encoded]),
            second_before=tuple([b"-2" + feature for feature in encoded]),
            second_after=tuple([b"+2" + feature for feature in encoded]),
            form=form.encode("utf-8", "replace"),
            shape=shape.encode("utf-8", "replace"),
            lower=lower,
            capital=capital,
            link="link" in self._lexicon.classes.get(lower, ()),
            hints=_encoded(hints),
        )

    def _lists(self, word: str) -> tuple[str, ...]:
        """Gazetteer lists of a word; one in capitals (a dateline) is looked up in ordinary case as well."""
        lists = self._lexicon.single.get(word, ())
        if not lists and len(word) > 3 and word.isupper():
            return self._lexicon.single.get(word.title(), ())
        return lists


def _near_capitals(words: Sequence[_Word]) -> list[bool]:
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


def _runs(words: Sequence[_Word]) -> list[tuple[bytes, ...]]:
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


def _links(words: Sequence[_Word], at: int) -> bool:
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
