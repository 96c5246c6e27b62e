"""What the tagger sees of each token: the word, its neighbours, its document.

What a word has by itself is told once and cached.
"""

from collections.abc import Sequence
from typing import NamedTuple

from wiredesk.extract.names.lexicon import Lexicon
from wiredesk.extract.names.words import Item, Word, describe, near_capitals, runs_of

_CACHED_WORDS = 40_000  # some 90 MB at most; rarer words are described anew each time
_HEADLINE_SHARE = 0.75  # of a sentence's words with a capital: then capitals tell nothing
_SHORTEST_HEADLINE = 3
_OPENERS = frozenset("\"“‘'«:•.–(")
"""Marks after which a capital may be that of a sentence's first word."""


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
        self._words: dict[str, Word] = {}

    def document(self, sentences: Sequence[Sequence[str]]) -> list[list[Item]]:
        """The features of each token of each sentence of one document; no token may be empty."""
        known = document_words(sentences)
        return [self._sentence(words, known) for words in sentences]

    def _sentence(self, sentence: Sequence[str], known: DocumentWords) -> list[Item]:
        words = [self._word(word) for word in sentence]
        headline = is_headline(sentence)
        longer = self._longer_names(sentence)
        runs = runs_of(words)
        last = len(words) - 1
        items: list[Item] = []
        near = near_capitals(words)
        for at, word in enumerate(words):
            if not near[at]:
                items.append(word.alone)
                continue
            if word.small:
                items.append(self._small(words, at, longer.get(at, ())))
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
                written = b"%d%d" % (
                    word.lower in known.lower,
                    word.lower in known.upper,
                )
                item.append(b"doc=" + written)
                if not at:
                    item.append(b"first,doc=" + written)
            if at in longer:
                item += longer[at]
            item += runs[at]
            items.append(item)
        return items

    @staticmethod
    def _small(words: Sequence[Word], at: int, longer: Sequence[bytes]) -> Item:
        """A word that begins small beside a name is seldom part of it: what touches it tells enough."""
        item = [*words[at].own, *longer]
        if at:
            item += words[at - 1].before
        if at + 1 < len(words):
            item += words[at + 1].after
        return item

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

    def _word(self, word: str) -> Word:
        known = self._words.get(word)
        if known is None:
            known = describe(word, self._lexicon)
            if len(self._words) < _CACHED_WORDS:
                self._words[word] = known
        return known
