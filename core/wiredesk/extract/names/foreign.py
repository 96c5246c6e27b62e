"""What is kept of the taggers' names in texts of other languages, of which they learnt none.

In Latin script names look alike in many languages, and a good half of what the taggers find is right; the
rest takes in words between two names, or the first word of a sentence. So a name is cut where a small word
stands that no name has, and what is left counts only as far as its own words show what it is.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from wiredesk.extract.names.lexicon import Lexicon
from wiredesk.extract.names.spans import Span

_PARTICLES: Final = frozenset(
    (
        "de", "del", "della", "dello", "dei", "degli", "delle", "di", "da", "das", "do", "dos", "du", "des",
        "d", "la", "le", "les", "l", "los", "las", "lo", "el", "van", "von", "den", "der", "ten", "ter",
        "y", "e", "et", "&", "'", "’", "-",
    )
)  # fmt: skip
"""Small words that stand within names of persons and bodies."""
_PLACES: Final = frozenset(("city", "country", "region"))
_PERSONS: Final = frozenset(("first", "given", "last", "surname"))
_LONGEST: Final = 7
_SHORTEST_BODY: Final = 2


def sure_spans(words: Sequence[str], spans: Iterable[Span], lexicon: Lexicon) -> list[Span]:
    """The parts of one sentence's spans that are names by their own words, in order.

    Args:
        words: The sentence.
        spans: What a tagger found in it.
        lexicon: Lists of places and of parts of persons' names.
    """
    return [
        sure for span in spans for part in _parts(words, span) if (sure := _sure(words, part, span, lexicon))
    ]


def _parts(words: Sequence[str], span: Span) -> list[Span]:
    """The span cut at words in lower case that are no particles; particles at an end are left out."""
    parts: list[Span] = []
    start = span.start
    for at in range(span.start, span.end + 1):
        if at == span.end or not (_capital(words[at]) or words[at].lower() in _PARTICLES):
            first, last = start, at
            while first < last and not _capital(words[first]):
                first += 1
            while last > first and not _capital(words[last - 1]):
                last -= 1
            if first < last:
                parts.append(Span(first, last, span.label))
            start = at + 1
    return parts


def _sure(words: Sequence[str], part: Span, whole: Span, lexicon: Lexicon) -> Span | None:
    start, end, label = part
    if start == 0 and not _listed(words[0], _PLACES | _PERSONS, lexicon):
        start += 1  # as likely a sentence's first word as a name's
        while start < end and not _capital(words[start]):
            start += 1
    own = words[start:end]
    if not 0 < len(own) <= _LONGEST:
        return None
    if len(own) == 1 and label != "PER" and _listed(own[0], _PLACES, lexicon):
        return Span(start, end, "LOC")
    uncut = (part.start, part.end) == (whole.start, whole.end)
    if label == "PER" and (uncut or len(own) > 1):
        return Span(start, end, label)
    is_body = len(own) >= _SHORTEST_BODY or (own[0].isupper() and len(own[0]) > 1)
    return Span(start, end, label) if label == "ORG" and uncut and is_body else None


def _capital(word: str) -> bool:
    return word[0].isupper()


def _listed(word: str, kinds: frozenset[str], lexicon: Lexicon) -> bool:
    return not kinds.isdisjoint(lexicon.single.get(word, ()))
