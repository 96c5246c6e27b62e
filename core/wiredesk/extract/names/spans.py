"""IOB tags and the labelled spans they stand for."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

OUTSIDE = "O"


class Span(NamedTuple):
    """Tokens `start` to `end` (exclusive) of one sentence are a name."""

    start: int
    end: int
    label: str
    """PER, ORG, LOC or MISC."""


def spans_of(tags: Sequence[str]) -> list[Span]:
    """The spans of one sentence's IOB tags, in order; an I- that continues nothing begins a span."""
    spans: list[Span] = []
    start, label = 0, ""
    for at, tag in enumerate(tags):
        if (tag == OUTSIDE and not label) or (label and tag[0] == "I" and tag[2:] == label):
            continue
        if label:
            spans.append(Span(start, at, label))
        start, label = at, tag[2:]
    if label:
        spans.append(Span(start, len(tags), label))
    return spans


def tags_of(spans: Iterable[Span], length: int) -> list[str]:
    """The IOB tags of a sentence of that many tokens; the spans must not overlap."""
    tags = [OUTSIDE] * length
    for start, end, label in spans:
        tags[start] = "B-" + label
        for at in range(start + 1, end):
            tags[at] = "I-" + label
    return tags
