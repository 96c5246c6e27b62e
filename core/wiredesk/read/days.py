"""Days of publication as containers write them; only what is written, never a guess.

Unlike the dates of running text, these stand alone in a field. A form that two readers would read
differently (03/04/2024), a month without a day, a day without a year: all stay unknown.
"""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_tz

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_AROUND = r"(?<![\w/.-]){}(?![\w/-])"

_FORMS = (
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T\d{4,6}.*)?"),
    re.compile(
        r"(?P<year>\d{4})\s?[-/.年년]\s?(?P<month>\d{1,2})\s?[-/.月월]\s?(?P<day>\d{1,2})(?!\d).*", re.DOTALL
    ),
)
_WORDED = (
    re.compile(_AROUND.format(rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH}[\s,-]+{_YEAR}"), re.IGNORECASE),
    re.compile(_AROUND.format(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}"), re.IGNORECASE),
    # C's asctime: "Tue Mar 24 10:15:00 2024", with or without the zone's letters
    re.compile(
        _AROUND.format(rf"{_MONTH}\s+{_DAY}\s+\d\d?:\d\d(?::\d\d)?\s+(?:[a-z]{{3,5}}\s+)?{_YEAR}"),
        re.IGNORECASE,
    ),
)
_NUMERIC = re.compile(
    r"(?P<first>\d{1,2})\s?[/.-]\s?(?P<second>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})(?!\d).*", re.DOTALL
)

_EARLIEST = 1600
"""The first newspapers; an earlier year is a field that was never filled in (0001-01-01)."""
_NEVER_SET = re.compile(r"1970-01-01T00:00(:00(\.0+)?)?(Z|[+-]00:?00)?")
_SECONDS = range(100_000_000, 4_102_444_800)
"""Unix times from 1973 to 2099; smaller numbers are something else."""


def parse_day(written: str) -> date | None:
    """The calendar day that a date field states, as written there (its own time zone, not UTC).

    Understands ISO 8601 dates and datetimes, RFC 2822, C's asctime, "24 March 2024", "March 24, 2024",
    year-first numbers, and day and month in numbers where only one order is possible.

    Returns:
        The day; None where the field states none, states it only in part or could be read in two ways.
    """
    written = written.strip()
    if not 6 <= len(written) <= 100 or not any(char.isdigit() for char in written):
        return None
    if _NEVER_SET.fullmatch(written):
        return None
    for form in _FORMS:
        if found := form.fullmatch(written):
            return _day(found["year"], found["month"], found["day"])
    for form in _WORDED:
        if found := form.search(written):
            return _day(found["year"], str(_MONTHS[found["month"].lower()]), found["day"])
    if found := _NUMERIC.fullmatch(written):
        return _either_order(found["first"], found["second"], found["year"])
    return _mail_day(written) if ":" in written and written[0].isalpha() else None


def day_of_unix_time(number: float) -> date | None:
    """The UTC day of a Unix time in seconds or milliseconds; None where the number can hardly be one."""
    seconds = number / 1000 if number > _SECONDS.stop else number
    if not _SECONDS.start <= seconds < _SECONDS.stop:
        return None
    return datetime.fromtimestamp(seconds, UTC).date()


def _mail_day(written: str) -> date | None:
    """RFC 2822's own reader, for years of two digits (section 4.3) and other obsolete forms."""
    try:
        fields = parsedate_tz(written)
    except (ValueError, IndexError):  # it trusts its input
        return None
    return _day(*map(str, fields[:3])) if fields else None


def _either_order(first: str, second: str, year: str) -> date | None:
    days = {_day(year, second, first), _day(year, first, second)} - {None}
    return days.pop() if len(days) == 1 else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= _EARLIEST else None
