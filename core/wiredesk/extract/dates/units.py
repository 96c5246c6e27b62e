"""Readers of weeks to centuries that lean on the day of publication or on the date under discussion."""

from datetime import date
from typing import Final

from wiredesk.extract.dates import values
from wiredesk.extract.dates.found import Found, Reading, read_as
from wiredesk.extract.dates.leaning import (
    ANAPHORIC,
    direction_of,
    from_context,
    from_published,
    is_business,
    is_game,
    looks_forward,
    step_of,
)
from wiredesk.extract.dates.values import When

_WEEK: Final = 7
_CENTURY: Final = 100
_REPORTED_WITHIN: Final = 150
"""Days from its end in which a week without a year is spoken of."""
_WEEK_CUES: Final = ("in", "of", "during", "since")
_WEEK_ENDS: Final = ("of", "dash")
_SURE_WEEK: Final = 23
"""From this week on it is one of the year: seasons, courses and trials that count weeks are shorter."""
_WHILE: Final = ("over", "within", "during", "for", "throughout")
_LATE_IN_WEEK: Final = 2
"""From Wednesday on, "this weekend" is the coming one rather than the last."""


def unit(found: Found) -> Reading | None:
    """Last week, this year, the previous day, that month, earlier this year."""
    name, step = found.unit, step_of(found)
    after = found.neighbour(1)
    if found.has("the") and found.has("last", "next") and after is not None and after.kind == "of":
        return None  # "the last week of March"
    if name != "day" and found.has("the") and found.has("last", "next") and _is_length(found):
        return period(found)
    if found.has(*ANAPHORIC) or _is_next_in_story(found):
        return from_context(found, name, lambda day: values.unit_around(name, day, step))
    return from_published(found, lambda day: values.unit_around(name, day, step))


def _is_length(found: Found) -> bool:
    """Whether it is a length of time up to or from the day of publication: "over the next year"."""
    before = found.neighbour(-1)
    return before is not None and before.text.lower() in _WHILE


def _is_next_in_story(found: Found) -> bool:
    """Whether it follows a date in the story ("He left on May 3. The next day ..."), not the publication."""
    return (
        found.has("the")
        and found.has("next")
        and found.situation.context is not None
        and direction_of(found) <= 0
    )


def from_now(found: Found) -> Reading | None:
    """Two weeks from now, a month from today."""
    name, count = found.unit, found.count
    return from_published(found, lambda day: values.unit_around(name, day, count))


def within_unit(found: Found) -> Reading | None:
    """Later in the year, earlier in the week: the one under discussion, or else that of publication."""
    name = found.unit
    leaning = from_context(found, name, lambda day: values.unit_around(name, day, 0))
    return leaning if leaning.when else from_published(found, lambda day: values.unit_around(name, day, 0))


def edge_of_unit(found: Found) -> Reading | None:
    """The end of the year, year-end: the unit of which it is the end."""
    name = "year" if found.has("yearend") else found.unit
    if name == "century" and any(token.text.lower() == "turn" for token in found.inner):
        return from_published(found, lambda day: values.year(day.year - day.year % _CENTURY))
    return from_published(found, lambda day: values.unit_around(name, day, 0))


def weekend(found: Found) -> Reading | None:
    """This weekend, last weekend, over the weekend."""

    def read(day: date) -> When | None:
        this, last = values.weekend(day), values.shifted(day, -_WEEK)
        before = last and values.weekend(last)
        if found.has("next"):
            after = values.shifted(day, _WEEK)
            return after and values.weekend(after)
        if this is None or (found.has("last") and day >= this.first):
            return before
        if day >= this.first or (not found.has("last", "past") and looks_forward(found)):
            return this
        return this if found.has("this") and day.weekday() >= _LATE_IN_WEEK else before

    return from_published(found, read)


def period(found: Found) -> Reading | None:
    """The past two years, the next six months: from or to the day of publication."""
    name, count, ahead = found.unit, found.count, step_of(found) > 0

    def read(day: date) -> When | None:
        other = values.moved(day, name, count if ahead else -count)
        if other is None:
            return None
        return values.span(*sorted((values.day(day), values.day(other)), key=lambda when: when.first))

    if found.has(*ANAPHORIC):
        return from_context(found, "day", read)
    return from_published(found, read)


def ago(found: Found) -> Reading | None:
    """Three days ago, a fortnight ago; two days later, a year earlier: from the date under discussion."""
    after = found.neighbour(1)
    if after is not None and after.text == "than":
        return None  # "two days later than planned": how long, not when
    before = found.neighbour(-1)
    if found.has("before", "after") and before is not None and before.text == "than":
        return None  # "less than a month before": no day is told
    if (
        found.has("before", "after")
        and not found.has("that")
        and after is not None
        and after.kind not in ("comma", "stop", "close", "sign")
    ):
        return None  # "two days after the vote": what follows tells when
    name, back = found.unit, not found.has("later", "after")
    count = found.count * (-1 if back else 1)
    if name == "fortnight":
        name, count = "week", 2 * count

    def read(day: date) -> When | None:
        if found.has("half") and name == "year":
            other = values.moved(day, "month", 12 * count + (-6 if back else 6))
            return other and values.year(other.year)
        return values.unit_around(name, day, count)

    if found.has("ago"):
        return from_published(found, read)
    if name == "year" and back and is_business(found) and (reported := _reported_quarter(found)) is not None:
        same = (reported.first.month + 2) // 3
        return read_as(values.quarter(reported.first.year + count, same), "context")
    if found.situation.context is None and name == "year" and back and is_business(found):
        return from_published(found, read)  # results are compared with those of "a year earlier"
    return from_context(found, name, read)


def _reported_quarter(found: Found) -> When | None:
    """The quarter under discussion with which another is compared, not one that is still to come."""
    situation = found.situation
    for when in (situation.context, *situation.behind):
        if when is None or when.precision != "quarter":
            return None
        if situation.published is None or when.last <= situation.published:
            return when
    return None


def week_of_year(found: Found) -> Reading | None:
    """Week 32, week 32 of 2021: the ISO week; where no year is named, the latest that has begun."""
    number, before, after = found.value("DD", "NUM"), found.neighbour(-1), found.neighbour(1)
    if found.year is not None:
        return found.in_year(lambda year: values.week_of(year, number))
    if before is None or before.text.lower() not in _WEEK_CUES or is_game(found):
        return None
    if number < _SURE_WEEK or (after is not None and after.kind in _WEEK_ENDS and not found.has("year")):
        return None  # "in week 3 of the trial", "in week 2": of a course, a season, a strike

    def read(day: date) -> When | None:
        this = values.week_of(day.year, number)
        return this if this is not None and this.first <= day else values.week_of(day.year - 1, number)

    return from_published(found, read)


def week_ended(found: Found) -> Reading | None:
    """The week ended March 16, the week ending Friday, 16 March 2012: the ISO week of that day."""
    month, day, year = found.months[0], found.days[0], found.year

    def week_in(of_year: int) -> When | None:
        end = values.day_of(of_year, month, day)
        return end and values.week(end.first)

    if year is not None:
        return read_as(week_in(year), "explicit")

    def read(published: date) -> When | None:
        ends = (values.day_of(published.year + step, month, day) for step in (-1, 0, 1))
        near = [end for end in ends if end and abs((end.first - published).days) <= _REPORTED_WITHIN]
        return values.week(near[0].first) if len(near) == 1 else None

    return from_published(found, read)
