"""Feasts, fixed and moving, as numbers that the lexicon can hold."""

from datetime import date
from typing import Final

from wiredesk.extract.dates import values
from wiredesk.extract.dates.values import When

_EASTER: Final = 100_000
_NTH_WEEKDAY: Final = 10_000
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def feast_code(rule: str) -> int:
    """A rule of the lexicon for a feast that moves, as a number for `feast`: "easter -2", "11/4 Thursday"."""
    name, _, rest = rule.partition(" ")
    if name == "easter":
        return _EASTER + int(rest or 0)
    month_number, _, nth = name.partition("/")
    return _NTH_WEEKDAY + int(month_number) * 100 + int(nth) * 10 + _WEEKDAYS.index(rest)


def feast(year_number: int, code: int) -> When | None:
    """The day of a feast in a year.

    Args:
        year_number: The year.
        code: month * 100 + day, or what `feast_code` gives.
    """
    if code > _EASTER - 100:
        sunday = _easter(year_number)
        moved_to = sunday and values.shifted(sunday, code - _EASTER)
        return moved_to and values.day(moved_to)
    if code > _NTH_WEEKDAY:
        month_number, rest = divmod(code - _NTH_WEEKDAY, 100)
        return values.nth_weekday(year_number, month_number, rest // 10, rest % 10)
    return values.day_of(year_number, code // 100, code % 100)


def _easter(year_number: int) -> date | None:
    """Easter Sunday, by J. Meeus, Astronomical Algorithms (1991), chapter 8."""
    if year_number < 1583:  # before the Gregorian calendar
        return None
    golden, century_number, rest = year_number % 19, year_number // 100, year_number % 100
    correction = century_number - century_number // 4 - (century_number - (century_number + 8) // 25 + 1) // 3
    epact = (19 * golden + correction + 15) % 30
    weekday = (32 + 2 * (century_number % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    months, days = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year_number, months, days + 1)
