"""Votes within a document: one name, one label, and a name found once is found everywhere."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from wiredesk.extract.names.spans import Span, spans_of, tags_of

Name = tuple[str, ...]

_SURE_OF_ONE_WORD = 2  # times a one-word name must be found before it is carried to other places
_SHORTEST_CARRIED = 3  # letters; shorter words (IS, US) are too often something else
_MAJORITY = 0.6  # of a name's occurrences must agree to overrule the others


def vote(sentences: Sequence[Sequence[str]], tags: Sequence[Sequence[str]]) -> list[list[str]]:
    """Give each name of a document its most frequent label, and label it where it was overlooked.

    One-word names are carried only to where no capital beside them hints at a longer name. So is the last
    word of a person's name, unless the document writes it without a capital too.
    """
    labels, found = _majority(sentences, tags)
    lower = {word for words in sentences for word in words if word[0].islower()}
    carried = {name for name in labels if _may_be_carried(name, found[name])}
    for name in [name for name, label in labels.items() if label == "PER" and len(name) > 1]:
        surname = name[-1:]
        if _is_surname(surname[0], lower) and labels.setdefault(surname, "PER") == "PER":
            carried.add(surname)
    by_first: defaultdict[str, list[Name]] = defaultdict(list)
    for name in sorted(carried, key=lambda name: (-len(name), name)):
        by_first[name[0]].append(name)
    voted: list[list[str]] = []
    for words, sentence_tags in zip(sentences, tags, strict=True):
        kept = [
            Span(start, end, labels.get(tuple(words[start:end]), label))
            for span in spans_of(sentence_tags)
            for start, end, label in _parted(span, words, labels)
        ]
        taken = {at for span in kept for at in range(span.start, span.end)}
        kept += _carried(words, taken, by_first, labels)
        voted.append(tags_of(kept, len(words)))
    return voted


def _parted(span: Span, words: Sequence[str], labels: dict[Name, str]) -> list[Span]:
    """Two names that the tagger took for one (the World Bank and Unicef), if the document has both alone."""
    start, end, _ = span
    for at in range(start + 1, end - 1):
        if words[at] == "and":
            left, right = labels.get(tuple(words[start:at])), labels.get(tuple(words[at + 1 : end]))
            if left is not None and right is not None:
                return [Span(start, at, left), Span(at + 1, end, right)]
    return [span]


def _majority(
    sentences: Sequence[Sequence[str]], tags: Sequence[Sequence[str]]
) -> tuple[dict[Name, str], Counter[Name]]:
    """The label of each name, where the document is sure enough of it, and how often each was found."""
    counts: defaultdict[Name, Counter[str]] = defaultdict(Counter)
    for words, sentence_tags in zip(sentences, tags, strict=True):
        for start, end, label in spans_of(sentence_tags):
            counts[tuple(words[start:end])][label] += 1
    labels: dict[Name, str] = {}
    for name, votes in counts.items():
        label = max(votes, key=lambda label: (votes[label], label))
        if votes[label] >= _MAJORITY * votes.total():
            labels[name] = label
    return labels, Counter({name: votes.total() for name, votes in counts.items()})


def _may_be_carried(name: Sequence[str], times: int) -> bool:
    if len(name) > 1:
        return any(word[0].isupper() for word in name)
    return times >= _SURE_OF_ONE_WORD and len(name[0]) >= _SHORTEST_CARRIED and name[0][0].isupper()


def _is_surname(word: str, lower: set[str]) -> bool:
    return len(word) >= _SHORTEST_CARRIED and word[0].isupper() and word.lower() not in lower


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
