"""Exact-span scores of name tagging."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wiredesk.extract.names.spans import spans_of

NAMES = ("PER", "ORG", "LOC")


class Score(NamedTuple):
    """Precision, recall and F1, each 0 to 1."""

    precision: float
    recall: float
    f1: float

    def __str__(self) -> str:
        """In per cent."""
        return " / ".join(f"{100 * value:.1f}" for value in self)


def exact_spans(
    pairs: Iterable[tuple[Sequence[str], Sequence[str]]], labels: Sequence[str] = NAMES
) -> dict[str, Score]:
    """Score (right tags, found tags) of sentences: a name counts if both ends and the label agree.

    Returns:
        A score for each label, and for `all` of them together.
    """
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for gold_tags, found_tags in pairs:
        gold = {span for span in spans_of(gold_tags) if span.label in labels}
        ours = {span for span in spans_of(found_tags) if span.label in labels}
        for counts, spans in ((wanted, gold), (found, ours), (right, gold & ours)):
            counts.update(span.label for span in spans)
            counts["all"] += len(spans)
    return {label: _score(right[label], found[label], wanted[label]) for label in ("all", *labels)}


def _score(right: int, found: int, wanted: int) -> Score:
    return Score(
        right / found if found else 0.0,
        right / wanted if wanted else 0.0,
        2 * right / (found + wanted) if found + wanted else 0.0,
    )
