"""Readers of days that lean on the day of publication or on the date under discussion."""

from collections.abc import Callable
from datetime import date
from typing import Final

from wiredesk.extract.dates import values
from wiredesk.extract.dates.feasts import feast
from wiredesk.extract.dates.found import UNKNOWN, Found, Reading
from wiredesk.extract.dates.leaning import (
    ANAPHORIC,
    direction_of,
    from_context,
    from_day,
    from_published,
    in_year,
    is_foreign,
    is_game,
    looks_back,
    looks_forward,
    step_of,
)
from wiredesk.extract.dates.values import When

_WEEK: Final = 7
_FEAST_CUES: Final = (
    "in",
    "last",
    "next",
    "this",
    "early",
    "past",
    "cue",
    "between",
    "before",
    "after",
    "to",
)
"""Kinds of words before which a feast is a day ("on Boxing Day"), no name."""
_DAY_CUES: Final = ("on", "from", "to", "until", "till", "by")
_DAY_ENDS: Final = ("comma", "stop", "close", "to", "dash", "in", "cue", "before", "after")
_FEAST_ENDS: Final = (
    "comma",
    "stop",
    "close",
    "and",
    "to",
    "in",
    "cue",
    "before",
    "after",
    "the",
    "Theirs",
    "that",
)
_SEASONS_TOO: Final = ("Christmas", "Easter", "Thanksgiving")
"""Feasts whose names stand for the weeks around, too."""
_FAR: Final = 270
"""Days behind which a day without a year is rather the other one ("January 2", written in December)."""
_NEAR: Final = 90
"""Days within which a day without a year is taken for the nearest one where the tense cannot be read."""
_LEAP_YEARS: Final = 8
"""Years in which there always is a 29 February."""


def day_word(found: Found) -> Reading | None:
    """Yesterday, today, tonight, tomorrow night; late yesterday."""
    return from_published(found, lambda day: values.unit_around("day", day, found.value("dayword") - 2))


def day_beyond(found: Found) -> Reading | None:
    """The day before yesterday, the day after tomorrow."""
    away = 2 if found.has("after") else -2
    return from_published(found, lambda day: values.unit_around("day", day, away))


def part_of_day(found: Found) -> Reading | None:
    """This morning, last night; that evening, the next morning: of the date under discussion."""
    if found.has("the", "that"):
        step = -1 if found.has("before") else step_of(found)
        return from_context(found, "day", lambda day: values.unit_around("day", day, step))
    return from_published(found, lambda day: values.unit_around("day", day, -1 if found.has("last") else 0))


def overnight(found: Found) -> Reading | None:
    """The night before the day of publication, that is parts of two days."""

    def night(day: date) -> When | None:
        before = values.unit_around("day", day, -1)
        return before and values.span(before, values.day(day))

    return from_published(found, night)


def weekday(found: Found) -> Reading | None:
    """Wednesday, on Friday morning, last Monday, next Tuesday, late Thursday."""
    if (
        is_foreign(found)
        or found.is_between(("every", "NamedBefore"), ("NamedAfter",))
        or _is_thirteenth(found)
    ):
        return None
    wanted = found.weekday
    if found.has(*ANAPHORIC) and not found.has("that"):
        return from_context(found, "day", lambda day: _strictly(day, wanted, step_of(found)))

    def nearest(day: date) -> When | None:
        if found.has("this"):
            return values.unit_around("day", day, wanted - day.weekday())
        if found.has("last", "next"):
            return _strictly(day, wanted, step_of(found))
        behind = (day.weekday() - wanted) % _WEEK
        ahead = (_WEEK - behind) % _WEEK
        return values.unit_around("day", day, ahead if looks_forward(found) else -behind)

    return from_published(found, nearest)


def _is_thirteenth(found: Found) -> bool:
    """Friday the 13th: any of them."""
    after = [found.neighbour(1), found.neighbour(2)]
    return [token.kind if token else "" for token in after] == ["the", "NTH"]


def _strictly(day: date, wanted: int, step: int) -> When | None:
    away = (wanted - day.weekday()) % _WEEK if step > 0 else -((day.weekday() - wanted) % _WEEK)
    return values.unit_around("day", day, away or step * _WEEK)


def weekday_of_week(found: Found) -> Reading | None:
    """Monday last week, Friday of this week."""
    wanted, step = found.weekday, step_of(found)
    return from_published(
        found, lambda day: values.unit_around("day", day, wanted - day.weekday() + _WEEK * step)
    )


def weekday_after_next(found: Found) -> Reading | None:
    """Wednesday week: British for a week after the coming Wednesday."""
    if found.is_between(("last", "the", "a", "every", "NamedBefore"), ("dash", "last", "next")):
        return None
    wanted = found.weekday

    def read(day: date) -> When | None:
        coming = _strictly(day, wanted, 1)
        return coming and values.unit_around("day", coming.first, _WEEK)

    return from_published(found, read)


def day_of_context(found: Found) -> Reading | None:
    """On the 2nd, from the 3rd to the 31st of the month: of the month under discussion."""
    before, after = found.neighbour(-1), found.neighbour(1)
    if before is None or before.text.lower() not in _DAY_CUES or is_game(found):
        return None
    if after is not None and after.kind not in _DAY_ENDS:
        return None  # "on the 2nd floor"
    (number,) = found.days
    return from_context(found, "month", lambda day: values.day_of(day.year, day.month, number))


def month_day(found: Found) -> Reading | None:
    """November 27, the 6th of July: in the year that the tense tells."""
    month, day = found.months[0], found.days[0]
    if values.day_of(2000, month, day) is None:
        return UNKNOWN
    return from_day(found, lambda published: _nearest_day(found, published, month, day))


def _nearest_day(found: Found, published: date, month: int, day: int) -> When | None:
    return _nearest(found, published, lambda year: values.day_of(year, month, day))


def _nearest(found: Found, published: date, of_year: Callable[[int], When | None]) -> When | None:
    years = range(_LEAP_YEARS + 1)
    behind = (of_year(published.year - step) for step in years)
    ahead = (of_year(published.year + step) for step in years)
    past = next((when for when in behind if when and when.first <= published), None)
    future = next((when for when in ahead if when and when.first > published), None)
    if past is None or future is None or past.first == published:
        return past
    if is_foreign(found):
        nearest = min(past, future, key=lambda when: abs((when.first - published).days))
        return nearest if abs((nearest.first - published).days) <= _NEAR else None
    way = direction_of(found)
    far = (published - past.first).days > _FAR
    if far and (way == 0 or ((future.first - published).days <= _NEAR and not looks_back(found))):
        return future
    return future if way > 0 and (future.first - published).days <= _FAR else past


def month_day_of_year(found: Found) -> Reading | None:
    """3 May last year, September 10 of that year."""
    return in_year(found, lambda year: values.day_of(year, found.months[0], found.days[0]))


def days_of_month(found: Found) -> Reading | None:
    """3-5 May, July 5 and 6: in the year that the tense tells."""
    one, two = found.days
    if found.has("and") and not found.is_between(("between",)) and two != one + 1:
        return None
    return _range(found, [(found.months[0], one), (found.months[0], two)])


def day_to_day(found: Found) -> Reading | None:
    """3 May to 5 June: in the year that the tense tells."""
    return _range(found, list(zip(found.months, found.days, strict=True)))


def _range(found: Found, ends: list[tuple[int, int]]) -> Reading:
    def read(published: date) -> When | None:
        first, last = (_nearest_day(found, published, month, day) for month, day in ends)
        return values.span(first, last) if first and last else None

    return from_day(found, read)


def holiday(found: Found) -> Reading | None:
    """Christmas Day, last Christmas: in the year that the tense tells."""
    code = found.value("Holiday")
    if len(found.inner) == 1 and not _is_feast(found):
        return None
    return from_published(found, lambda published: _nearest(found, published, lambda year: feast(year, code)))


def _is_feast(found: Found) -> bool:
    """Whether it is the day, and no name or season: "the Boxing Day tsunami", "Christmas sales"."""
    after = found.neighbour(1)
    alone = (
        after is None or after.kind in _FEAST_ENDS or not (after.text[:1].isalpha() or after.kind == "dash")
    )
    return found.is_between(_FEAST_CUES) and (alone or found.inner[0].text not in _SEASONS_TOO)


def weekday_of_month(found: Found) -> Reading | None:
    """The first Monday of May, the last Sunday in January: in the year that the tense tells."""
    month, nth, weekday = found.months[0], found.nth, found.weekday
    return from_published(
        found,
        lambda published: _nearest(
            found, published, lambda year: values.nth_weekday(year, month, nth, weekday)
        ),
    )
