"""Copies of annotated documents with other names in the same places, and with headlines in other cases.

A tagger that sees each name in few places learns the names; with other names in the same places it must learn
the places. Names change consistently within a document, so that what it says of them elsewhere still holds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from training.corpora import Document, Sentence
from wiredesk.extract.names.lexicon import Lexicon
from wiredesk.extract.names.spans import Span, spans_of

OF_PERSONS = 0.6  # of a document's parts of persons' names get another in their place
OF_PLACES = 0.4  # of its one-word places; fewer, as places are known by their names more often than persons
LISTED = 0.5  # of the new names are the gazetteer's, the others come from the training texts
SHOUTED = 0.03  # of the sentences are put in capitals
TITLED = 0.03  # of them get a capital at each longer word
_SHORT_WORDS = 4  # letters: shorter ones stay small in a title


@dataclass(frozen=True)
class Pools:
    """Names to choose from."""

    first: list[str]
    last: list[str]
    places: list[str]
    listed_first: list[str]
    listed_last: list[str]
    listed_places: list[str]


def gather(documents: Iterable[Document], lexicon: Lexicon) -> Pools:
    """The one-word names and parts of names of annotated documents and of the gazetteer."""
    first: set[str] = set()
    last: set[str] = set()
    places: set[str] = set()
    for document in documents:
        for words, tags in document:
            for start, end, label in spans_of(tags):
                if label == "PER" and end - start > 1:
                    first.add(words[start])
                    last.add(words[end - 1])
                elif label == "LOC" and end - start == 1:
                    places.add(words[start])
    listed: dict[str, list[str]] = {"first": [], "last": [], "city": []}
    for word, kinds in lexicon.single.items():
        for kind in kinds:
            kind = {"given": "first", "surname": "last", "region": "city", "country": "city"}.get(kind, kind)
            if kind in listed:
                listed[kind].append(word)
    named = [sorted(filter(_is_name, names)) for names in (first, last, places)]
    return Pools(*named, *(sorted(set(listed[kind])) for kind in ("first", "last", "city")))


def _is_name(word: str) -> bool:
    return word.isalpha() and len(word) > 2 and word[0].isupper() and not word.isupper()


def renamed(document: Document, pools: Pools, random: Random) -> Document:
    """The document with other persons and places, the same one everywhere for the same name."""
    spans = [spans_of(sentence.tags) for sentence in document]
    swaps = _swaps(document, spans, pools, random)
    copies: Document = []
    for (words, tags), found in zip(document, spans, strict=True):
        changed = list(words)
        for start, end, label in found:
            for at in range(start, end):
                group = "PER" if label == "PER" else "LOC"
                new = swaps.get((group, words[at].title() if words[at].isupper() else words[at]))
                if new is not None and label != "MISC":
                    changed[at] = new.upper() if words[at].isupper() and len(words[at]) > 1 else new
        copies.append(Sentence(changed, tags))
    return copies


def _swaps(
    document: Document, spans: Sequence[Sequence[Span]], pools: Pools, random: Random
) -> dict[tuple[str, str], str]:
    swaps: dict[tuple[str, str], str] = {}
    for (words, _), found in zip(document, spans, strict=True):
        for start, end, label in found:
            for at in range(start, end):
                word = words[at]
                if label == "PER" and _is_name(word) and ("PER", word) not in swaps:
                    at_end = at == end - 1
                    own = pools.last if at_end else pools.first
                    listed = pools.listed_last if at_end else pools.listed_first
                    if random.random() < OF_PERSONS:
                        swaps["PER", word] = random.choice(listed if random.random() < LISTED else own)
                    else:
                        swaps["PER", word] = word
                elif label == "LOC" and end - start == 1 and _is_name(word) and ("LOC", word) not in swaps:
                    if random.random() < OF_PLACES:
                        listed_place = random.random() < LISTED
                        swaps["LOC", word] = random.choice(
                            pools.listed_places if listed_place else pools.places
                        )
                    else:
                        swaps["LOC", word] = word
    return swaps


def recased(document: Document, random: Random) -> Document:
    """The document with a few sentences in capitals or in the case of titles."""
    copies: Document = []
    for sentence in document:
        roll = random.random()
        if roll < SHOUTED:
            words = [word.upper() for word in sentence.words]
        elif roll < SHOUTED + TITLED:
            words = [w[0].upper() + w[1:] if len(w) >= _SHORT_WORDS else w for w in sentence.words]
        else:
            words = sentence.words
        copies.append(Sentence(words, sentence.tags))
    return copies
