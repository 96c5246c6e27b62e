"""What relative expressions lean on: the day of publication, the date under discussion, the tense."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from wiredesk.extract.dates import values
from wiredesk.extract.dates.direction import direction, reaches_back
from wiredesk.extract.dates.found import UNKNOWN, Found, Reading, read_as
from wiredesk.extract.dates.lexicon import DEFAULT_LANGUAGE
from wiredesk.extract.dates.values import When

_BUSINESS: Final = re.compile(
    r"\b(?:earn\w*|profits?|revenues?|sales|results?|income|net|loss(?:es)?|growth|grew|gdp|econom\w+|output|shares?"
    r"|inflation|exports?|imports?|deliveries|shipments|dividends?|forecasts?|guidance|investors?|analysts?|company"
    r"|unemployment|spending|debt|budget|deficit|orders|percent|per cent|%|\$|€|£)",
    re.IGNORECASE,
)
"""Words of a sentence in which "the fourth quarter" is no part of a game."""
_GAME: Final = re.compile(
    r"\b(?:points?|scor(?:e[ds]?|ing|ers?)|goals?|touchdowns?|yards?|quarterbacks?|coach\w*|games?|match(?:es)?|half-?time"
    r"|minutes?|trail(?:s|ed|ing)|innings|rebounds?|baskets?|netball|defenders?|strikers?|referees?|holes?|birdie\w*|bogey\w*|par|fairways?|inning|tackles?|thr[eo]wn?|throws?|ball|kick\w*|pass(?:es)?)\b",
    re.IGNORECASE,
)
"""Words of a sentence in which it is one, unless business words stand there, too."""
_BORN: Final = re.compile(r"\bborn\b[^.;()]*\Z|\(b\.\s*\Z", re.IGNORECASE)
_BIRTH_NEARBY: Final = 40
"""How far, in characters, "born" may stand from the year: "born in the village of Lund in 1931"."""
_NEARBY: Final = 300
"""How far, in characters, the words around reach: longer than nearly all sentences."""
_STEPS: Final = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1}
_STATED_REACH: Final = 240
"""Days around the day that a heading states in which a day without a year is looked for: beyond two thirds of
a year the other year would be as likely."""
ANAPHORIC: Final = ("previous", "following", "same", "that")
"""Kinds of words that point to the date under discussion."""


def step_of(found: Found) -> int:
    """-1 for "last", 1 for "next" and the like, 0 for "this"."""
    return next((_STEPS[token.kind] for token in found.inner if token.kind in _STEPS), 0)


def direction_of(found: Found) -> int:
    """Whether the words around look forward (1), back (-1), or do not tell (0)."""
    return direction(found.sentence, found.start, found.end)


def looks_forward(found: Found) -> bool:
    """Whether the words around look forward; the past is the rule in news."""
    return direction_of(found) > 0


def looks_back(found: Found) -> bool:
    """Whether the word just before says that it is past: "since May 3"."""
    return reaches_back(found.sentence, found.start)


def is_foreign(found: Found) -> bool:
    """Whether the article is in a language whose tenses are not known here."""
    return found.situation.language not in (None, DEFAULT_LANGUAGE)


def from_published(found: Found, read: Callable[[date], When | None]) -> Reading:
    """Lean on the day of publication; without one nothing is known."""
    published = found.situation.published
    return UNKNOWN if published is None else read_as(read(published), "published")


def from_day(found: Found, read: Callable[[date], When | None]) -> Reading:
    """Lean on the day of publication, or else on the one that the article's heading states."""
    situation = found.situation
    if situation.published is None and situation.stated is not None:
        when = read(situation.stated)
        near = when is not None and abs((when.first - situation.stated).days) <= _STATED_REACH
        return read_as(when, "context") if near else UNKNOWN
    return from_published(found, read)


def from_context(found: Found, unit: str, read: Callable[[date], When | None]) -> Reading:
    """Lean on the date under discussion, if it is at least as fine as the unit.

    Without such a date nothing is known, save to a lenient reader, who looks further back in the text and
    leans on the day of publication at last.
    """
    situation = found.situation
    for context in (situation.context, *situation.behind):
        if context is not None and _is_within(unit, context):
            return read_as(read(context.first), "context")
    return from_published(found, read) if found.situation.lenient else UNKNOWN


def _is_within(unit: str, when: When) -> bool:
    return values.unit_around(unit, when.first, 0) == values.unit_around(unit, when.last, 0)


def in_year(found: Found, read: Callable[[int], When | None]) -> Reading:
    """Lean on a year that is named from here or there: "last year", "that year"."""
    step = step_of(found)
    if found.has(*ANAPHORIC):
        return from_context(found, "year", lambda day: read(day.year + step))
    return from_published(found, lambda day: read(day.year + step))


def is_birth(found: Found, reading: Reading) -> bool:
    """Whether it is the year of a birth, or years in brackets: what comes later hangs on neither."""
    when = reading.when
    if when is None or when.precision not in ("year", "range"):
        return False
    before = found.sentence[max(0, found.start - _BIRTH_NEARBY) : found.start]
    return _BORN.search(before) is not None or (
        before.endswith("(") and found.sentence[found.end : found.end + 1] == ")"
    )


def is_business(found: Found) -> bool:
    """Whether the words around are about business, where quarters are compared."""
    return _BUSINESS.search(_around(found)) is not None


def is_game(found: Found) -> bool:
    """Whether the words around are about a match, of which quarters and halves are parts."""
    return _GAME.search(_around(found)) is not None


def _around(found: Found) -> str:
    return found.sentence[max(0, found.start - _NEARBY) : found.end + _NEARBY]
