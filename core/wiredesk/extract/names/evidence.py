"""What a first pass over a document tells the second: how it labelled the same word elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from wiredesk.extract.names.spans import OUTSIDE, spans_of
from wiredesk.extract.names.words import Item

_OFTEN = 3  # occurrences from which a majority counts as firm


def document_evidence(sentences: Sequence[Sequence[str]], tags: Sequence[Sequence[str]]) -> list[list[Item]]:
    """Features for each token from the first pass's tags of the whole document.

    A word with a capital learns how its other occurrences were labelled, whether they agree, and of
    what kind the longer names are that begin or end with it. The token's own first tag is left out:
    the second pass would only repeat it.
    """
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    edges: defaultdict[str, set[bytes]] = defaultdict(set)
    for words, sentence_tags in zip(sentences, tags, strict=True):
        for word, tag in zip(words, sentence_tags, strict=True):
            if word[0].isupper():
                labels[word][tag[2:] or OUTSIDE] += 1
        for start, end, label in spans_of(sentence_tags):
            if end - start > 1:
                edges[words[start]].add(b"begins=" + label.encode())
                edges[words[end - 1]].add(b"ends=" + label.encode())
    hints = {word: sorted(found) for word, found in edges.items()}
    return [
        [
            [*_elsewhere(labels[word], tag[2:] or OUTSIDE), *hints.get(word, ())] if word[0].isupper() else []
            for word, tag in zip(words, sentence_tags, strict=True)
        ]
        for words, sentence_tags in zip(sentences, tags, strict=True)
    ]


def _elsewhere(counts: Counter[str], own: str) -> Item:
    others = {label: count - (label == own) for label, count in counts.items()}
    label, count = max(others.items(), key=lambda item: (item[1], item[0]))
    if not count:
        return [b"elsewhere=none"]
    firm = b"+" if count >= _OFTEN else b""
    mixed = sum(count > 0 for count in others.values()) > 1
    return [b"elsewhere=" + label.encode() + firm, *([b"elsewhere=mixed"] if mixed else [])]
