"""Readers of months, quarters and seasons without a year, which the tense must tell."""

from datetime import date
from typing import Final

from wiredesk.extract.dates import values
from wiredesk.extract.dates.found import Found, Reading
from wiredesk.extract.dates.leaning import (
    from_published,
    in_year,
    is_business,
    is_foreign,
    looks_forward,
    step_of,
)
from wiredesk.extract.dates.values import When

_VERBLIKE_MONTHS: Final = ("March", "May")
_NAMELIKE_MONTHS: Final = (*_VERBLIKE_MONTHS, "April", "June", "August")
_SURE_CUES: Final = ("in", "last", "next", "this", "early", "past")
_MONTH_CUES: Final = (*_SURE_CUES, "cue", "between", "before", "after", "to")
_NOUN_CUES: Final = ("of", "from", "a", "the", "and", "Theirs")
_LOOSE_MONTH_CUES: Final = (*_MONTH_CUES, *_NOUN_CUES, "dash", "slash", "comma", "possessive", "open")
"""Kinds of words before a month: the surer it is no name, the fewer are asked for."""


def month(found: Found) -> Reading | None:
    """March, last July, early September: in the year that the tense tells."""
    number = found.months[0]
    if is_foreign(found) or not _is_month(found):
        return None

    def read(day: date) -> When | None:
        if found.has("last", "past"):
            year = day.year - (number >= day.month)
        elif found.has("next"):
            year = day.year + (number <= day.month)
        elif found.has("this"):
            year = day.year
        elif looks_forward(found):
            year = day.year + (number < day.month)
        else:
            year = day.year - (number > day.month)
        return values.month(year, number)

    return from_published(found, read)


def _is_month(found: Found) -> bool:
    """Whether the word is a month, not a verb or a name."""
    if len(found.inner) > 1:
        return True
    text = found.inner[0].text.title()
    after = found.neighbour(1)
    followed_by_name = (
        after is not None
        and after.kind == "other"
        and after.text[:1].isupper()
        and not found.inner[0].text.isupper()
    )
    if text in _VERBLIKE_MONTHS:
        if found.is_between(_MONTH_CUES if text == "March" else _SURE_CUES):
            return not followed_by_name
        if after is None or after.kind in ("stop", "comma"):
            return found.is_between(_MONTH_CUES)
        noun = after.kind == "other" and after.text.islower() and not after.text.endswith("ed")
        return noun and found.is_between(_NOUN_CUES)  # "the March election"
    if text in _NAMELIKE_MONTHS:
        return found.is_between(_LOOSE_MONTH_CUES) and not (
            followed_by_name and not found.is_between(_MONTH_CUES)
        )
    return not found.is_between(("every",))


def month_of_year(found: Found) -> Reading | None:
    """April last year, September of that year."""
    return in_year(found, lambda year: values.month(year, found.months[0]))


def month_to_month(found: Found) -> Reading | None:
    """March to June, between March and June: in the year that the tense tells."""
    first, last = found.months

    def read(day: date) -> When | None:
        year = day.year - (last > day.month and not looks_forward(found))
        return values.span(*_pair(values.month(year - (first > last), first), values.month(year, last)))

    return from_published(found, read)


def _pair(first: When | None, last: When | None) -> tuple[When, When]:
    if first is None or last is None:
        raise AssertionError("a year around one in the calendar is in it too")
    return first, last


def quarter_of_year(found: Found) -> Reading | None:
    """The third quarter of last year, the first half of this year."""
    number = found.value("ordinal", "NTH")
    if found.has("half"):
        return in_year(found, lambda year: values.half(year, number)) if number <= 2 else None
    return in_year(found, lambda year: values.quarter(year, number)) if number <= 4 else None


def quarter(found: Found) -> Reading | None:
    """The fourth quarter, third-quarter profit, Q3: the latest one that has begun."""
    number = found.value("ordinal", "NTH", "Q")
    if number > 4 or not is_business(found):
        return None

    def read(day: date) -> When | None:
        now = (day.month - 1) // 3 + 1
        year = day.year + (number < now) if looks_forward(found) else day.year - (number > now)
        return values.quarter(year, number)

    return from_published(found, read)


def season(found: Found) -> Reading | None:
    """Last summer, this spring, next winter."""
    number, step = found.value("season"), step_of(found)

    def read(day: date) -> When | None:
        this = values.season(day.year, number)
        if this is None or step == 0:
            return this
        if step < 0:
            return this if this.last < day else values.season(day.year - 1, number)
        return this if this.first > day else values.season(day.year + 1, number)

    return from_published(found, read)
