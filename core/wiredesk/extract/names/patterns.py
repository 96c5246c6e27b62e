"""Names that their wording gives away, whatever the tagger says: coalitions, state forces, a few regions."""

from collections.abc import Iterator, Sequence

from wiredesk.extract.names.kinds import KindWords, load_kind_words
from wiredesk.extract.names.lexicon import load_lexicon
from wiredesk.extract.names.spans import Span
from wiredesk.extract.names.tokens import HYPHEN

GROUP = "GROUP"
"""Label of spans that are groups by their wording; kinds.py knows the tagger's own labels."""

_COALITION = "coalition"
_LED = frozenset(("led", "backed"))
_ADJECTIVES = frozenset(("military", "international", "global", "naval", "maritime", "air", "multinational"))
_WORLDWIDE = frozenset(("international", "global"))
_LINKS = frozenset(("against", "to", "for", "of"))
_MOST_ADJECTIVES = 2
_COMPOUND = 3  # tokens of "US-led"


def pattern_spans(words: Sequence[str], tagged: Sequence[Span]) -> list[Span]:
    """Spans found by wording in one sentence, in order; they never overlap one another.

    - a coalition with who leads it (US-led military coalition), whom it fights (anti-X coalition), its
      reach (international coalition) or its aim (Coalition to Defeat X);
    - the security, armed or defence forces of a people;
    - places whose common noun belongs to the name (Kurdistan region);
    - groups written without a capital.
    """
    spans: list[Span] = []
    known = load_kind_words()
    lower = [word.lower() for word in words]
    for span in sorted(_all(words, lower, tagged, known), key=lambda span: (span.start, -span.end)):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return spans


def _all(
    words: Sequence[str], lower: Sequence[str], tagged: Sequence[Span], known: KindWords
) -> Iterator[Span]:
    peoples = load_lexicon().single
    for at, word in enumerate(lower):
        if word == _COALITION:
            yield from _coalition(words, lower, at, tagged)
        if word not in known.openings:
            continue
        if words[at] in known.lower_case:
            yield Span(at, at + 1, GROUP)
        pair = tuple(lower[at : at + 2])
        if pair in known.state_forces and at and "people" in peoples.get(words[at - 1], ()):
            yield Span(at - 1, at + 2, GROUP)
        if pair in known.places and words[at][0].isupper() and not _inside_longer(at, at + 2, tagged):
            yield Span(at, at + 2, "LOC")


def _inside_longer(start: int, end: int, tagged: Sequence[Span]) -> bool:
    return any(span.start <= start and end <= span.end and span[:2] != (start, end) for span in tagged)


def _coalition(words: Sequence[str], lower: Sequence[str], at: int, tagged: Sequence[Span]) -> Iterator[Span]:
    start = at
    while start and at - start < _MOST_ADJECTIVES and lower[start - 1] in _ADJECTIVES:
        start -= 1
    leader = _leader(words, lower, start, tagged)
    end = _aim_end(words, lower, at, tagged)
    worldwide = any(word in _WORLDWIDE for word in lower[start:at])
    if leader is not None or worldwide or end > at + 1:
        yield Span(start if leader is None else leader, end, GROUP)


def _leader(words: Sequence[str], lower: Sequence[str], start: int, tagged: Sequence[Span]) -> int | None:
    """Where a compound before the coalition begins that names who leads or whom it fights."""
    if start < _COMPOUND or words[start - 2] != HYPHEN:
        return None
    if lower[start - 1] in _LED:
        return next((span.start for span in tagged if span.start < start - 2 <= span.end), None)
    return start - _COMPOUND if lower[start - 3] == "anti" else None


def _aim_end(words: Sequence[str], lower: Sequence[str], at: int, tagged: Sequence[Span]) -> int:
    """Where the name of a coalition ends: after its aim, if that is written with capitals."""
    whole = next((span.end for span in tagged if span.start <= at < span.end - 1), None)
    after = at + 2
    if whole is not None or not words[at][0].isupper() or after >= len(words) or lower[at + 1] not in _LINKS:
        return whole or at + 1
    if lower[at + 1] == "to" and words[after][0].isupper():
        after += 1
    return next((span.end for span in tagged if span.start == after), at + 1)
