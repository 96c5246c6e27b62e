"""Readers of months, quarters and seasons without a year, which the tense must tell."""

from datetime import date
from typing import Final

from wiredesk.extract.dates import values
from wiredesk.extract.dates.found import UNKNOWN, Found, Reading, read_as
from wiredesk.extract.dates.leaning import (
    from_context,
    from_published,
    in_year,
    is_business,
    is_foreign,
    is_game,
    looks_forward,
    step_of,
)
from wiredesk.extract.dates.values import When

_VERBLIKE_MONTHS: Final = ("March", "May")
_NAMELIKE_MONTHS: Final = (*_VERBLIKE_MONTHS, "April", "June", "August")
_SURE_CUES: Final = ("in", "last", "next", "this", "early", "past")
_MONTH_CUES: Final = (*_SURE_CUES, "cue", "between", "before", "after", "to")
_SEASON_CUES: Final = ("in", "cue", "to", "before", "after", "from")
_ONE_AHEAD: Final = ("by", "until", "till", "before", "since")
_NOUNS: Final = ("other", "season", "months", "days", "month", "half", "part", "quarter", "weekend", "dash")
_NO_NOUNS: Final = frozenset(
    {"when", "as", "while", "he", "she", "it", "they", "we", "I", "but", "because", "with", "if", "where"}
)
"""Words behind a season after which it is no part of a longer name."""
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
    if found.has("fiscal"):
        return UNKNOWN
    number = found.value("ordinal", "NTH", "Q")
    if number > 4 or (is_game(found) and not is_business(found)):
        return None

    def read(day: date) -> When | None:
        now = (day.month - 1) // 3 + 1
        year = day.year + (number < now) if looks_forward(found) else day.year - (number > now)
        return values.quarter(year, number)

    return from_published(found, read)


def half(found: Found) -> Reading | None:
    """The first half, second-half sales: the latest one that has begun."""
    number = found.value("ordinal", "NTH")
    if number > 2 or is_game(found) or not is_business(found):
        return None

    def read(day: date) -> When | None:
        second = day.month > 6
        year = (
            day.year + (second and number == 1)
            if looks_forward(found)
            else day.year - (number == 2 and not second)
        )
        return values.half(year, number)

    return from_published(found, read)


def quarter_before(found: Found) -> Reading | None:
    """The year-ago quarter, the year-earlier period: a year before the one under discussion."""
    context = found.situation.context
    if context is not None and context.precision == "quarter":
        return read_as(values.quarter(context.first.year - 1, (context.first.month + 2) // 3), "context")
    before = from_context(found, "year", lambda day: values.year(day.year - 1))
    return before if before.when else from_published(found, lambda day: values.year(day.year - 1))


def quarter_reported(found: Found) -> Reading | None:
    """The quarter, the latest quarter: in business news the one under discussion, or the last one over."""
    context = found.situation.context
    after = found.neighbour(1)
    if not is_business(found) or (after is not None and after.kind in ("of", "counted")):
        return None
    if context is not None and context.precision == "quarter":
        return read_as(context, "context")
    return from_published(found, lambda day: values.unit_around("quarter", day, -1))


def same_quarter(found: Found) -> Reading | None:
    """The same quarter (of 2010, which stands for itself): that of the one under discussion."""
    context, year = found.situation.context, found.neighbour(2)
    if context is None or context.precision != "quarter" or year is None:
        return None
    return read_as(values.quarter(year.value, (context.first.month + 2) // 3), "context")


def season_of_year(found: Found) -> Reading | None:
    """The summer of last year."""
    return in_year(found, lambda year: values.season(year, found.value("season")))


def season_of_context(found: Found) -> Reading | None:
    """The following spring, the previous winter: seen from the date under discussion."""
    number, step = found.value("season"), step_of(found)

    def read(day: date) -> When | None:
        around = [values.season(day.year + years, number) for years in (-2, -1, 0, 1, 2)]
        seasons = [one for one in around if one is not None]
        if step > 0:
            return next((one for one in seasons if one.first > day), None)
        return next((one for one in reversed(seasons) if one.last < day), None)

    return from_context(found, "year", read)


def bare_season(found: Found) -> Reading | None:
    """In the autumn, by the summer: the one that the tense tells."""
    after = found.neighbour(1)
    before = found.neighbour(-1)
    named = found.has("the") or (before is not None and before.text.lower() in _ONE_AHEAD)  # "by autumn"
    if not (named and found.is_between(_SEASON_CUES)) or (
        after is not None and after.kind in _NOUNS and after.text not in _NO_NOUNS
    ):
        return None  # "the summer holidays"
    verblike = found.inner[-1].text.lower() == "fall"
    led = before is not None and before.text.lower() in ("in", *_ONE_AHEAD)
    if verblike and not (led and (after is None or after.kind in ("comma", "stop"))):
        return None  # "after the fall in prices"
    number = found.value("season")

    def read(day: date) -> When | None:
        around = [values.season(day.year + step, number) for step in (-1, 0, 1)]
        seasons = [one for one in around if one is not None]
        if looks_forward(found):
            return next((one for one in seasons if one.last >= day), None)
        return next((one for one in reversed(seasons) if one.first <= day), None)

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
