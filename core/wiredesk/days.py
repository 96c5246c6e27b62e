"""Calendar days as people and machines write them in full: in fields, in header lines, in running text.

One grammar for the whole program, beneath its rooms. It reads what is written and nothing else: no
"yesterday", no clock, no day of another time zone than the one that is stated. A form that two readers
would read differently (03/04/2024) is no date; where dots part the numbers (03.04.2024) the day comes
first everywhere that writes so.
"""

import re
import tomllib
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from typing import Any, Final, Literal, cast

Grain = Literal["day", "month", "year"]

_WINDOW: Final = 48
"""Characters before a year in which its day and month stand."""
_LONGEST_FIELD: Final = 100
_EARLIEST: Final = 1600
"""The first newspapers; an earlier year is a field that was never filled in (0001-01-01)."""
_SECONDS: Final = range(100_000_000, 4_102_444_800)
"""Unix times from 1973 to 2099; smaller numbers are something else."""

_DIGITS: Final = {zero + digit: str(digit) for zero in (0x660, 0x6F0, 0x966, 0xFF10) for digit in range(10)}
"""Arabic, Persian, Devanagari and full-width digits: one for one, so that no offset moves."""
_OTHER_DIGIT = re.compile("[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]")
_NEVER_SET = re.compile(r"1970-01-01T00:00(:00(\.0+)?)?(Z|[+-]00:?00)?")
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T\d{4,6}.*)?")
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})\s?[-/.年년]\s?(?P<month>\d{1,2})\s?[-/.月월]\s?(?P<day>\d{1,2})(?!\d).*", re.DOTALL
)
_ASCTIME = re.compile(
    r"\b(?P<month>[A-Z][a-z]{2})\s+(?P<day>\d{1,2})\s+\d\d?:\d\d(?::\d\d)?\s+(?:[A-Z]{3,5}\s+)?(?P<year>\d{4})\b"
)
"""C's asctime: "Tue Mar 24 10:15:00 2024", with or without the zone's letters."""

_YEAR = r"(?<![\d.,$€£¥#]){}(?!\d|[.,]\d|s\b|%)"
_YEAR_OF_TEXT = re.compile(  # the digits first: what stands before them is looked at where they stand alone
    r"(?:19|20)[0-9]{2}(?:(?<![\d.,$€£¥#][0-9]{4})(?!\d|[.,]\d|s\b|%)|(?<=[0-9]\.[0-9]{4})(?![\d.,%]))"
)
_YEAR_OF_FIELD = re.compile(
    _YEAR.format("(?:1[6-9]|20)[0-9]{2}") + r"|(?<=[0-9]\.)(?:1[6-9]|20)[0-9]{2}(?!\d)"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"\s?(?:([-/.])([0-9]{1,2})\1|[年년]\s?([0-9]{1,2})\s?[月월]\s?)([0-9]{1,2})(?!\d)[日일]?")
_NUMBERS = re.compile(r"(?<![\d/.-])([0-9]{1,2})\s?([/.-])\s?([0-9]{1,2})\s?\2\s?$")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as the text states it: `text[start:end]`; `first` is its first day."""

    start: int
    end: int
    first: date
    grain: Grain


@dataclass(frozen=True, slots=True)
class _Grammar:
    before_year: re.Pattern[str]
    behind_year: re.Pattern[str]


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(resources.files("wiredesk").joinpath("days.toml").read_text("utf-8"))


@cache
def months() -> dict[str, int]:
    """Names of months in small letters, in many languages, with their numbers."""
    named = cast("dict[str, list[str]]", _words()["months"])
    return {name: int(month) for month, names in named.items() for name in names}


@cache
def weekdays() -> frozenset[str]:
    """Names of weekdays in small letters, in many languages."""
    return frozenset(cast("list[str]", _words()["weekdays"]["names"]))


@cache
def _grammar() -> _Grammar:
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    month = rf"(?<!\w)(?P<month>{names})\.?(?:\s?/\s?(?:{names}))?"
    number = r"(?<![\d/.,-])(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
    link = r"(?:\s+(?:of|de|del))?"
    return _Grammar(
        # "6 December 2021", "6 de diciembre de 2021", "December 6, 2021", "December 2021"
        before_year=re.compile(
            rf"(?:{number}{link}\s*[\s-]\s*)?{month}(?:\s+(?P<late>[0-9]{{1,2}})(?:st|nd|rd|th)?\s*,?)?{link}\s*[\s,-]\s*$",
            re.IGNORECASE,
        ),
        behind_year=re.compile(rf"\s+{month}\s+(?P<day>[0-9]{{1,2}})(?!\d)", re.IGNORECASE),
    )


@cache
def _month_ends() -> frozenset[str]:
    return frozenset(name.split()[-1] for name in months())


def _may_end_in_month(window: str) -> bool:
    """Whether the words before a year hold a month near their end: most years stand alone."""
    return any(word in _month_ends() for word in _LETTERS.findall(window[-24:].casefold()))


def _day(year: int, month: int, day: int) -> date | None:
    if not (1 <= month <= 12 and _EARLIEST <= year <= date.max.year):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _numeric_day(year: int, first: int, mark: str, second: int) -> date | None:
    """A day from two numbers, where only one order is possible or both are the same day."""
    if first > 12 or first == second or (mark == "." and second <= 12):
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def stated_dates(text: str) -> Iterator[StatedDate]:
    """The dates of a text that hold a year of four digits (1900 to 2099), in order.

    Two numbers that may be day and month in either order give nothing: neither day, month nor year.
    """
    if not text.isascii() and _OTHER_DIGIT.search(text):
        text = text.translate(_DIGITS)
    if "20" in text or "19" in text:
        yield from _dates(text, _YEAR_OF_TEXT)


def _dates(text: str, years: re.Pattern[str]) -> Iterator[StatedDate]:
    grammar = _grammar()
    for found in years.finditer(text):
        year, start, end = int(found[0]), found.start(), found.end()
        offset = max(0, start - _WINDOW)
        window = text[offset:start]
        if tail := _TAIL.match(text, end):
            if day := _day(year, int(tail[2] or tail[3]), int(tail[4])):
                yield StatedDate(start, tail.end(), day, "day")
        elif numeric := _NUMBERS.search(window):
            if day := _numeric_day(year, int(numeric[1]), numeric[2], int(numeric[3])):
                yield StatedDate(offset + numeric.start(), end, day, "day")
        elif window[-1:] in "/-.–" and window[-2:-1].isdigit() and window[-3:-2] not in "0123456789":
            continue  # the end of something like 3-2024
        elif _may_end_in_month(window) and (worded := grammar.before_year.search(window)):
            month = months()[worded["month"].casefold()]
            number = worded["day"] or worded["late"]
            day = _day(year, month, int(number) if number else 1)
            if day:
                yield StatedDate(offset + worded.start(), end, day, "day" if number else "month")
        elif behind := grammar.behind_year.match(text, end):
            if day := _day(year, months()[behind["month"].casefold()], int(behind["day"])):
                yield StatedDate(start, behind.end(), day, "day")
        elif window[-1:] != ".":
            yield StatedDate(start, end, date(year, 1, 1), "year")


def parse_day(written: str) -> date | None:
    """The calendar day that a date field states, as written there (its own time zone, not UTC).

    Understands ISO 8601 dates and datetimes, RFC 2822, C's asctime, "24 March 2024" in many languages,
    year-first numbers, and day and month in numbers where only one order is possible.

    Returns:
        The day; None where the field states none, states it only in part, could be read in two ways, or
        names several days.
    """
    written = written.strip().translate(_DIGITS)
    if not 6 <= len(written) <= _LONGEST_FIELD or not any(map(str.isdigit, written)):
        return None
    if _NEVER_SET.fullmatch(written):
        return None
    for form in (_COMPACT, _YEAR_FIRST):
        if found := form.fullmatch(written):
            return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    if (found := _ASCTIME.search(written)) and (month := months().get(found["month"].lower())):
        return _day(int(found["year"]), month, int(found["day"]))
    days = {stated.first for stated in _dates(written, _YEAR_OF_FIELD) if stated.grain == "day"}
    if days:
        return days.pop() if len(days) == 1 else None
    return _mail_day(written) if ":" in written and written[0].isalpha() else None


def _mail_day(written: str) -> date | None:
    """RFC 2822's own reader, for years of two digits (section 4.3) and other obsolete forms."""
    from email.utils import parsedate_tz  # here alone: it brings sockets, which queries need not load

    try:
        fields = parsedate_tz(written)
    except (ValueError, IndexError):  # it trusts its input
        return None
    return _day(*fields[:3]) if fields else None


def day_of_unix_time(number: float) -> date | None:
    """The UTC day of a Unix time in seconds or milliseconds; None where the number can hardly be one."""
    seconds = number / 1000 if number > _SECONDS.stop else number
    if not _SECONDS.start <= seconds < _SECONDS.stop:
        return None
    return datetime.fromtimestamp(seconds, UTC).date()


def days_of_period(written: str) -> tuple[date, date] | None:
    """First and last day of "2021", "2021-07" or "2021-07-06"; None for any other form.

    Raises:
        ValueError: the form is right, but the calendar has no such day.
    """
    found = _PERIOD.fullmatch(written.strip())
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    first = date(year, month or 1, day or 1)
    return first, first if day else date(year, month or 12, monthrange(year, month or 12)[1])
