"""Votes within a document: one name, one label, and a name found once is found everywhere."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from wiredesk.extract.names.spans import Span, spans_of, tags_of

Name = tuple[str, ...]

_SURE_OF_ONE_WORD = 2  # times a one-word name must be found before it is carried to other places
_SHORTEST_CARRIED = 3  # letters; shorter words (IS, US) are too often something else
_FEW = 3  # a one-word name found no more often gives way to the person whose last name it is


def vote(sentences: Sequence[Sequence[str]], tags: Sequence[Sequence[str]]) -> list[list[str]]:
    """Give each name of a document its most frequent label, and label where it was overlooked.

    A lone last word of a person's name counts as the person. One-word names are carried only where no
    capital beside them hints at a longer name.
    """
    labels = _majority(sentences, tags)
    found: Counter[Name] = Counter()
    for words, sentence_tags in zip(sentences, tags, strict=True):
        found.update(tuple(words[span.start : span.end]) for span in spans_of(sentence_tags))
    by_first: defaultdict[str, list[Name]] = defaultdict(list)
    for name in labels:
        if _may_be_carried(name, found[name]):
            by_first[name[0]].append(name)
    for names in by_first.values():
        names.sort(key=lambda name: (-len(name), name))
    voted: list[list[str]] = []
    for words, sentence_tags in zip(sentences, tags, strict=True):
        kept = [
            Span(start, end, labels[tuple(words[start:end])]) for start, end, _ in spans_of(sentence_tags)
        ]
        taken = {at for span in kept for at in range(span.start, span.end)}
        kept += _carried(words, taken, by_first, labels)
        voted.append(tags_of(kept, len(words)))
    return voted


def _majority(sentences: Sequence[Sequence[str]], tags: Sequence[Sequence[str]]) -> dict[Name, str]:
    counts: defaultdict[Name, Counter[str]] = defaultdict(Counter)
    for words, sentence_tags in zip(sentences, tags, strict=True):
        for start, end, label in spans_of(sentence_tags):
            counts[tuple(words[start:end])][label] += 1
    labels = {name: max(c, key=lambda label: (c[label], label)) for name, c in counts.items()}
    last_names: Counter[str] = Counter()
    for name, label in labels.items():
        if len(name) > 1 and label == "PER":
            last_names[name[-1]] += counts[name].total()
    for name, label in labels.items():
        votes = counts[name][label]
        if len(name) == 1 and votes <= _FEW and 2 * last_names[name[0]] >= votes:
            labels[name] = "PER"
    return labels


def _may_be_carried(name: Sequence[str], times: int) -> bool:
    if len(name) > 1:
        return any(word[0].isupper() for word in name)
    return times >= _SURE_OF_ONE_WORD and len(name[0]) >= _SHORTEST_CARRIED and name[0][0].isupper()


def _carried(
    words: Sequence[str], taken: set[int], by_first: dict[str, list[Name]], labels: dict[Name, str]
) -> list[Span]:
    """Names of the document that the tagger overlooked in this sentence."""
    spans: list[Span] = []
    at = 0
    while at < len(words):
        for name in by_first.get(words[at], ()):
            end = at + len(name)
            free = tuple(words[at:end]) == name and taken.isdisjoint(range(at, end))
            if free and (len(name) > 1 or not _beside_a_capital(words, at, taken)):
                spans.append(Span(at, end, labels[name]))
                at = end - 1
                break
        at += 1
    return spans


def _beside_a_capital(words: Sequence[str], at: int, taken: set[int]) -> bool:
    before = at > 1 and words[at - 1][0].isupper() and at - 1 not in taken
    after = at + 1 < len(words) and words[at + 1][0].isupper()
    return before or after
