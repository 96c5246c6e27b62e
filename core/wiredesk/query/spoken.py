"""Where the words of a query stand in a text: the exact answer, for a sentence at a time."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from wiredesk.query.clauses import Near, Words
from wiredesk.store.fulltext import words_of, words_with_places

Span = tuple[int, int]
"""First word and the word behind the last."""


def slips(one: str, other: str, most: int) -> int:
    """How many letters must be changed, added, left out or swapped with their neighbour; `most` + 1 if more.

    The optimal string alignment distance: no letter is touched twice.
    """
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1  # a slip brings in one letter at most, and takes one away
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before_that, before, row = before, row, [i]
        for j, its in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, before_that[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)


def spans_of(words: Sequence[str], node: Words | Near) -> list[Span]:
    """Where a word, a phrase, or words near each other stand among the words of a sentence, in order."""
    if isinstance(node, Words):
        return _phrase_spans(words, node)
    found = [_phrase_spans(words, operand) for operand in node.words]
    for at, within in enumerate(node.within):  # what a chain from the first operand reaches
        found[at + 1] = _reached(found[at + 1], found[at], within)
    for at, within in reversed(list(enumerate(node.within))):  # of that, what reaches the last one
        found[at] = _reached(found[at], found[at + 1], within)
    return sorted({span for spans in found for span in spans})


def _reached(spans: list[Span], others: list[Span], within: int) -> list[Span]:
    return [span for span in spans if any(0 < _apart(span, other) <= within for other in others)]


def _phrase_spans(words: Sequence[str], node: Words) -> list[Span]:
    wanted = node.words
    *first, last = wanted
    fits = _fitting(last, node.prefix, node.fuzzy)
    length = len(wanted)
    return [
        (at, at + length)
        for at in range(len(words) - length + 1)
        if fits(words[at + length - 1]) and all(words[at + i] == word for i, word in enumerate(first))
    ]


def _fitting(wanted: str, prefix: bool, fuzzy: int) -> Callable[[str], bool]:
    if fuzzy:
        return lambda word: _near_enough(wanted, word, fuzzy)
    if prefix:
        return lambda word: word.startswith(wanted)
    return lambda word: word == wanted


@lru_cache(maxsize=65_536)
def _near_enough(wanted: str, word: str, most: int) -> bool:
    return slips(wanted, word, most) <= most


def _apart(one: Span, other: Span) -> int:
    """Words from one span to another, 1: beside each other; 0 or less where they overlap."""
    return max(other[0] - one[1], one[0] - other[1]) + 1


def stands_in(sentence: str, node: Words | Near) -> bool:
    """Whether a sentence holds what a node means."""
    return bool(spans_of(words_of(sentence), node))


def marks(sentence: str, nodes: Iterable[Words | Near]) -> list[Span]:
    """The characters of a sentence that nodes mean: offsets in code points, in order, none twice."""
    places = words_with_places(sentence)
    words = [place.word for place in places]
    return sorted(
        {
            (places[first].start, places[behind - 1].end)
            for node in nodes
            for first, behind in spans_of(words, node)
        }
    )
