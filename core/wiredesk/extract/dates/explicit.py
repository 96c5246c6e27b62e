"""Readers of expressions that hold their date themselves: a year at least."""

import re
from typing import Final

from wiredesk.extract.dates import values
from wiredesk.extract.dates.feasts import feast
from wiredesk.extract.dates.found import UNKNOWN, Found, Reading, read_as
from wiredesk.extract.dates.values import When
from wiredesk.extract.dates.years import years_from_to

_CENTURY: Final = 100
_FIRST_DECADE: Final = 2000
"""The 2000s are ten years, the 1800s and 1900s are a hundred."""
_NEAR: Final = 10
"""Days from publication within which one reading of 05/02/2013 must lie, and the other not, to be taken."""


def iso_day(found: Found) -> Reading | None:
    """2021-07-06."""
    if _is_code(found):
        return None
    year, month, day = map(int, found.inner[0].text.split("-"))
    return read_as(values.day_of(year, month, day), "explicit")


def _is_code(found: Found) -> bool:
    """Whether more is glued to the figures: part of a path or an identifier."""
    before, after = found.neighbour(-1), found.neighbour(1)
    return (before is not None and before.end == found.start and before.kind in ("slash", "dash")) or (
        after is not None and after.start == found.end and after.kind in ("slash", "dash")
    )


def iso_week(found: Found) -> Reading | None:
    """2021-W27."""
    year, week = found.inner[0].text.split("-W")
    return read_as(values.week_of(int(year), int(week)), "explicit")


def iso_month(found: Found) -> Reading | None:
    """2021-07, or 2003-04 for a year and the next, from 1998-05 for several."""
    if _is_code(found):
        return None
    year, number = map(int, found.inner[0].text.split("-"))
    later = year - year % _CENTURY + number + (_CENTURY if number <= year % _CENTURY else 0)
    if later == year + 1 or (number > year % _CENTURY and found.is_between(("from", "between", "open"))):
        return years_from_to(year, later)
    return UNKNOWN if number > year % _CENTURY else read_as(values.month(year, number), "explicit")


def cjk(found: Found) -> Reading | None:
    """2021年7月6日."""
    numbers = [int(number) for number in re.findall(r"\d+", found.inner[0].text)]
    match numbers:
        case [year, month, day]:
            return read_as(values.day_of(year, month, day), "explicit")
        case [year, month] if month in range(1, 13):
            return read_as(values.month(year, month), "explicit")
        case _:
            return read_as(values.year(numbers[0]), "explicit")


def dotted(found: Found) -> Reading | None:
    """06.07.2021: the day comes first wherever dates are written with full stops."""
    day, month, year = map(int, found.inner[0].text.split("."))
    return read_as(values.day_of(year, month, day), "explicit")


def slashed(found: Found) -> Reading | None:
    """05/02/2013: month or day first is told by the figures, or by the day of publication."""
    one, two, year = map(int, found.inner[0].text.split("/"))
    published = found.situation.published
    if year < _CENTURY:
        if published is None:
            return UNKNOWN
        year += published.year - published.year % _CENTURY
    readings = {when for when in (values.day_of(year, one, two), values.day_of(year, two, one)) if when}
    if len(readings) == 1:
        return read_as(readings.pop(), "explicit")
    if published is not None:
        near = [when for when in readings if abs((when.first - published).days) <= _NEAR]
        if len(near) == 1:
            return read_as(near[0], "published")
    return UNKNOWN


def full(found: Found) -> Reading | None:
    """6 July 2021, Tuesday, July 6, 2021, the sixth of July 2021."""
    return found.in_year(lambda year: values.day_of(year, found.months[0], found.days[0]))


def full_twice(found: Found) -> Reading | None:
    """3 تموز/يوليو 2019: one month by two names."""
    return full(found) if len(set(found.months)) == 1 else None


def month_twice(found: Found) -> Reading | None:
    """تموز/يوليو 2019 is one month, July/August 2019 are two."""
    return month_of_year(found) if len(set(found.months)) == 1 else month_to_month(found)


def short_full(found: Found) -> Reading | None:
    """10 Nov 11, 10-Nov-2011."""
    digits = found.inner[-1].text
    if len(digits) != len("11"):
        return None
    return read_as(values.day_of(2000 + int(digits), found.months[0], found.days[0]), "explicit")


def month_of_year(found: Found) -> Reading | None:
    """March 2019, early March 2019, the end of March 2019."""
    return found.in_year(lambda year: values.month(year, found.months[0]))


def days_of_month(found: Found) -> Reading | None:
    """3-5 May 2021, July 5 and 6, 2021."""
    if found.year is None:
        return None
    one, two = found.days
    if found.has("and") and not found.is_between(("between",)) and two != one + 1:
        return None
    ends = [values.day_of(found.year, found.months[0], day) for day in (one, two)]
    return _joined(ends)


def day_to_day(found: Found) -> Reading | None:
    """3 May - 5 June 2021, December 30, 2020 to January 2, 2021."""
    if found.year is None:
        return None
    return _joined(_with_years(found, found.days))


def month_to_month(found: Found) -> Reading | None:
    """March to June 2020, from September 2010 to January 2011."""
    if found.year is None:
        return None
    return _joined(_with_years(found, []))


def _with_years(found: Found, days: list[int]) -> list[When | None]:
    """Both ends of a range; where only the second has its year, the first is the latest before it."""
    years = found.values("YYYY")
    first_month, last_month = found.months
    last_year = years[-1]
    wraps = (first_month, *days[:1]) > (last_month, *days[1:])
    first_year = years[0] if len(years) > 1 else last_year - wraps
    if days:
        return [
            values.day_of(first_year, first_month, days[0]),
            values.day_of(last_year, last_month, days[1]),
        ]
    return [values.month(first_year, first_month), values.month(last_year, last_month)]


def _joined(ends: list[When | None]) -> Reading | None:
    first, last = ends
    if first is None or last is None:
        return UNKNOWN
    return read_as(values.span(first, last), "explicit")


def quarter_of_year(found: Found) -> Reading | None:
    """The second quarter of 2024, Q2 2024, the first half of 2020, H1 2020.

    A fiscal year begins when its owner likes: which months its quarters are is not known.
    """
    if found.has("fiscal"):
        return UNKNOWN
    number = found.value("ordinal", "NTH", "Q", "H")
    if found.year is None:
        return None
    if found.has("half", "H"):
        return read_as(values.half(found.year, number), "explicit") if number <= 2 else None
    return read_as(values.quarter(found.year, number), "explicit") if number <= 4 else None


def fiscal_year(found: Found) -> Reading | None:
    """Fiscal 2023, FY2023: the year it is named after."""
    return read_as(values.year(found.value("YYYY", "FY")), "explicit")


def season_of_year(found: Found) -> Reading | None:
    """The summer of 2021, winter 1978-79."""
    year = found.year or int(found.inner[-1].text[: len("2008")])  # "winter 2008-09" looks like a month
    return read_as(values.season(year, found.value("season")), "explicit")


def decade(found: Found) -> Reading | None:
    """The 1990s, the late 1980s, the '90s, the nineties; the 1800s are a century."""
    names = found.values("nineties")
    if names:
        return read_as(values.decade(1900 + 10 * names[0]), "explicit")
    text = found.inner[-1].text
    year = int(re.sub(r"\D", "", text))
    if text[len("2010") : -1] and not found.has("the", "early"):
        return read_as(values.year(year), "explicit")  # "2010's best films"
    if year < _CENTURY:
        age = found.is_between(("Theirs",))  # "in her ’30s"
        return None if age else read_as(values.decade(1900 + year), "explicit")
    if year % _CENTURY == 0 and year < _FIRST_DECADE:
        return read_as(values.century(year // _CENTURY + 1), "explicit")
    return read_as(values.decade(year), "explicit")


def century(found: Found) -> Reading | None:
    """The 19th century, the early twenty-first century."""
    if found.is_between((), ("era",)):
        return None
    number = 10 * sum(found.values("tens")) + found.value("ordinal", "NTH")
    return read_as(values.century(number), "explicit")


def holiday_of_year(found: Found) -> Reading | None:
    """Christmas Day 2019, New Year's Eve 1999."""
    code = found.value("Holiday")
    return found.in_year(lambda year: feast(year, code))


def weekday_of_month(found: Found) -> Reading | None:
    """The first Monday of May 2013, the last Sunday in January 2012."""
    return found.in_year(lambda year: values.nth_weekday(year, found.months[0], found.nth, found.weekday))


def months_of_year(found: Found) -> Reading | None:
    """The first three months of 2012, the final two months of 2012."""
    counts = found.values("ones", "DD", "couple")
    return found.in_year(lambda year: values.months_of(year, found.nth, counts[0])) if counts else None
