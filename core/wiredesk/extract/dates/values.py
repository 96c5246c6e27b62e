"""What a date expression means: a value in ISO 8601 / TIMEX3 writing and the days it covers."""

from dataclasses import dataclass
from datetime import date, timedelta

from wiredesk.schema import Precision

_DAY = timedelta(days=1)
LAST = 9
"""The place of the last weekday or months where places are counted from 1."""


@dataclass(frozen=True, slots=True)
class When:
    """A day or an interval of days.

    Attributes:
        value: As it is exported: 2019-03-05, 2019-03, 2019, 199 (a decade), 2021-W27, 2024-Q2,
            2024-H1, or two of them with a slash between for any other interval.
        first: First day that the value covers.
        last: Last day that it covers.
        precision: How fine the expression is; range for an interval that is no calendar unit.
        ends: Of a range the two it was made of.
    """

    value: str
    first: date
    last: date
    precision: Precision
    ends: tuple["When", "When"] | None = None


def day(of: date) -> When:
    """One day."""
    return When(of.isoformat(), of, of, "day")


def day_of(year: int, month_number: int, day_number: int) -> When | None:
    """One day, or None where the calendar has no such day (31 February)."""
    try:
        return day(date(year, month_number, day_number))
    except ValueError:
        return None


def shifted(of: date, days: int) -> date | None:
    """The day so many days later (earlier, if negative), or None outside the calendar."""
    try:
        return of + timedelta(days=days)
    except OverflowError:
        return None


def nth_weekday(year_number: int, month_number: int, nth: int, weekday: int) -> When | None:
    """The first (1), second, ... or last (9) Monday (0), Tuesday, ... of a month, if it has one."""
    whole = month(year_number, month_number)
    if whole is None:
        return None
    first = whole.first + (weekday - whole.first.weekday()) % 7 * _DAY
    found = first + (nth - 1) * 7 * _DAY
    if nth == LAST:
        found = first + (whole.last - first).days // 7 * 7 * _DAY
    return day(found) if found <= whole.last else None


def week(of: date) -> When | None:
    """The ISO week (Monday to Sunday) in which the day lies."""
    year, number, weekday = of.isocalendar()
    first, last = shifted(of, 1 - weekday), shifted(of, 7 - weekday)
    return When(f"{year:04d}-W{number:02d}", first, last, "week") if first and last else None


def week_of(year: int, number: int) -> When | None:
    """An ISO week by its number, or None where the year has no such week."""
    try:
        return week(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def weekend(of: date) -> When | None:
    """Saturday and Sunday of the ISO week in which the day lies."""
    whole = week(of)
    return span(day(whole.last - _DAY), day(whole.last)) if whole else None


def _months(value: str, year: int, first: int, count: int, precision: Precision) -> When | None:
    """Whole months; the first is counted from January of the year and may lie outside it."""
    start, end = year * 12 + first - 1, year * 12 + first - 1 + count
    try:
        last = date(end // 12, end % 12 + 1, 1) - _DAY
        return When(value, date(start // 12, start % 12 + 1, 1), last, precision)
    except (ValueError, OverflowError):  # before the first or after the last day of the calendar
        return None


def month(year: int, number: int) -> When | None:
    """A month; numbers below 1 and above 12 run into the years around."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return _months(f"{year:04d}-{number:02d}", year, number, 1, "month")


def quarter(year: int, number: int) -> When | None:
    """A quarter of a calendar year; numbers below 1 and above 4 run into the years around."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return _months(f"{year:04d}-Q{number}", year, number * 3 - 2, 3, "quarter")


def half(year: int, number: int) -> When | None:
    """The first or second half of a calendar year."""
    return _months(f"{year:04d}-H{number}", year, number * 6 - 5, 6, "range")


def months_of(year: int, nth: int, count: int) -> When | None:
    """The first (`nth` 1) or the last so many months of a year; three are a quarter, six a half."""
    if count not in range(1, 13) or nth not in (1, LAST):
        return None
    if count in (3, 6):
        return (quarter if count == 3 else half)(year, 1 if nth == 1 else 12 // count)
    first = 1 if nth == 1 else 13 - count
    one, other = month(year, first), month(year, first + count - 1)
    return span(one, other) if one and other else None


def season(year: int, number: int) -> When | None:
    """Spring (1), summer, autumn or winter (4) as meteorologists of the northern hemisphere count them.

    Winter belongs to the year in which it begins: the winter of 1978 is 1978-12/1979-02.
    """
    first, last = month(year, number * 3), month(year, number * 3 + 2)
    return span(first, last) if first and last else None


def year(number: int) -> When | None:
    """A calendar year."""
    return _months(f"{number:04d}", number, 1, 12, "year")


def decade(first_year: int) -> When | None:
    """Ten years; the value is TIMEX3's, the year without its last digit."""
    first_year -= first_year % 10
    return _months(f"{first_year // 10:03d}", first_year, 1, 120, "decade")


def century(number: int) -> When | None:
    """The 19th century as TIMEX3 and common speech count it: 1800 to 1899."""
    first, last = year(number * 100 - 100), year(number * 100 - 1)
    return span(first, last) if first and last else None


def span(first: When, last: When) -> When | None:
    """From the beginning of one to the end of the other; None where that lies before."""
    if first.first > last.last or first.last > last.last:
        return None
    return When(f"{first.value}/{last.value}", first.first, last.last, "range", (first, last))


def unit_around(unit: str, of: date, steps: int) -> When | None:
    """The calendar unit in which a day lies, or the one so many steps later (earlier, if negative).

    Args:
        unit: day, week, fortnight (counted in twos of weeks), month, quarter, year, decade or century.
        of: The day.
        steps: How many units further.
    """
    if unit in ("day", "week", "fortnight"):
        moved = shifted(of, steps * {"day": 1, "week": 7, "fortnight": 14}[unit])
        return moved and (day(moved) if unit == "day" else week(moved))
    match unit:
        case "month":
            return month(of.year, of.month + steps)
        case "quarter":
            return quarter(of.year, (of.month - 1) // 3 + 1 + steps)
        case "year":
            return year(of.year + steps)
        case "decade":
            return decade(of.year + 10 * steps)
        case _:
            return century(of.year // 100 + 1 + steps)


_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def moved(of: date, unit: str, steps: int) -> date | None:
    """The day so many units later (earlier, if negative); the last of a month that has no such day."""
    if unit not in _MONTHS_IN:
        return shifted(of, steps * {"day": 1, "week": 7, "fortnight": 14}[unit])
    target = month(of.year, of.month + steps * _MONTHS_IN[unit])
    return target and target.first.replace(day=min(of.day, target.last.day))
