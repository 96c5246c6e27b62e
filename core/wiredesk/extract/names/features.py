"""What the tagger sees of each token: the word, its neighbours, its document.

Features are bytes, formatted once a word and cached: the CRF library would encode each string again
for every token otherwise, which costs more than tagging itself.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from wiredesk.extract.names.lexicon import Lexicon

Item = list[bytes]
"""The features of one token."""

_REPEATED = re.compile(r"(.)\1+")
_DIGIT = re.compile(r"\d")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")
_APOSTROPHES = str.maketrans("’ʼ", "''")
_LONGEST_SHAPE = 10
_CACHED_WORDS = 200_000  # some 300 MB at most; a corpus of 100,000 articles has about as many
_HEADLINE_SHARE = 0.75  # of a sentence's words with a capital: then capitals tell nothing
_SHORTEST_HEADLINE = 3
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
        last = len(words) - 1
        items: list[Item] = []
        for at, word in enumerate(words):
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
            items.append(item)
        return items

    def _longer_names(self, sentence: Sequence[str]) -> dict[int, list[bytes]]:
        """Features of the tokens that are part of a gazetteer's name of several words."""
        found: dict[int, list[bytes]] = {}
        for at, word in enumerate(sentence):
            for name, kind in self._lexicon.longer.get(word, ()):
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
        clusters = self._lexicon.clusters.get(form, ())
        hints = [f"list={kind}" for kind in self._lists(word)]
        hints += [f"class={name}" for name in self._lexicon.classes.get(lower.rstrip("."), ())]
        own = [f"w={form}", f"shape={long_shape}", f"s={shape}", *hints]
        own += [f"c{level}={cluster}" for level, cluster in enumerate(clusters)]
        if capital and len(word) > 2:
            own += [f"{n}^={lower[:n]}" for n in (2, 3)]
        if len(word) > 2:
            own += [f"{n}$={lower[-n:]}" for n in ((2, 3, 4) if capital else (3,))]
        if len(word) > 1 and word.isupper():
            own.append(f"caps={min(len(word), 6)}")
        lent = [f"w={form}", f"s={shape}", *hints]
        lent += [f"c{level}={cluster}" for level, cluster in enumerate(clusters[:2])]
        return _Word(
            own=_encoded("", own),
            before=_encoded("-1", lent),
            after=_encoded("+1", lent),
            second_before=_encoded("-2", lent),
            second_after=_encoded("+2", lent),
            form=form.encode("utf-8", "replace"),
            shape=shape.encode("utf-8", "replace"),
            lower=lower,
            capital=capital,
        )

    def _lists(self, word: str) -> tuple[str, ...]:
        """Gazetteer lists of a word; one in capitals (a dateline) is looked up in ordinary case as well."""
        lists = self._lexicon.single.get(word, ())
        if not lists and len(word) > 3 and word.isupper():
            return self._lexicon.single.get(word.title(), ())
        return lists


def _shape(word: str) -> str:
    return "".join(
        "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else "x" if c.isalpha() else c
        for c in word
    )


def _encoded(prefix: str, features: list[str]) -> tuple[bytes, ...]:
    return tuple((prefix + feature).encode("utf-8", "replace") for feature in features)
