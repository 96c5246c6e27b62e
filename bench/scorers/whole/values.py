"""When two dates or two amounts are the same, however they are written."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

Interval = tuple[date, date]

_UNITS: Final[dict[str, tuple[float, dict[str, float]]]] = {
    "length": (
        1e-3,
        {"m": 1, "km": 1000, "cm": 0.01, "mm": 0.001, "mi": 1609.344, "nmi": 1852, "ft": 0.3048},
    ),
    "area": (1e-3, {"m2": 1, "km2": 1e6, "ha": 1e4, "acre": 4046.856}),
    "ratio": (1e-6, {"%": 1}),
    "points": (1e-6, {"pp": 1, "bp": 0.01}),
    "mass": (1e-3, {"g": 0.001, "kg": 1, "t": 1000, "lb": 0.45359237}),
    "volume": (1e-3, {"l": 1, "m3": 1000}),
    "temperature": (1e-6, {"degc": 1, "cel": 1, "°c": 1, "c": 1}),
    "speed": (1e-3, {"kn": 1.852, "km/h": 1}),
    "power": (1e-3, {"kw": 1, "mw": 1000, "gw": 1e6}),
    "time": (
        1e-3,
        {"s": 1 / 86400, "min": 1 / 1440, "h": 1 / 24, "d": 1, "w": 7, "mo": 30.4375, "a": 365.25},
    ),
}
"""Dimension: how far two conversions of one quantity may differ, and the size of each unit."""

_SAME_UNIT: Final = {
    "percent": "%", "percentage point": "pp", "percentage points": "pp", "basis points": "bp", "km^2": "km2",
    "m^2": "m2", "year": "a", "years": "a", "month": "mo", "months": "mo", "week": "w", "day": "d",
    "hour": "h",
}  # fmt: skip

_SAME_BOUND: Final = {
    "over": "more than", "above": "more than", "exceeding": "more than", ">": "more than",
    "some": "about", "around": "about", "roughly": "about", "approximately": "about", "an estimated": "about",
    "almost": "nearly", "close to": "nearly", "just under": "nearly",
    "fewer than": "less than", "under": "less than", "below": "less than", "<": "less than",
    "as many as": "up to", "at most": "up to", "no more than": "up to", "a maximum of": "up to",
    "no fewer than": "at least", "a minimum of": "at least",
}  # fmt: skip


def interval(value: str | None) -> Interval | None:
    """First and last day of an ISO 8601 value; None where it names no definite time."""
    text = re.split(r"T(?=[0-9A-Z])", (value or "").strip().upper())[0]
    try:
        if "/" in text:
            first, last = (interval(end) for end in text.split("/", 1))
            return (first[0], last[1]) if first and last else None
        return _simple(text)
    except ValueError:  # 2021-02-30
        return None


def _simple(text: str) -> Interval | None:
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        day = date(*map(int, match.groups()))
        return day, day
    if match := re.fullmatch(r"(\d{4})-W(\d\d?)", text):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(days=6)
    if match := re.fullmatch(r"(\d{4})-([QH])([1-4])", text):
        months = 3 if match[2] == "Q" else 6
        last = int(match[3]) * months
        return _months(int(match[1]), last - months + 1, last)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return _months(int(match[1]), int(match[2]), int(match[2]))
    if re.fullmatch(r"\d{4}", text):
        return _months(int(text), 1, 12)
    if match := re.fullmatch(r"(\d{3})(X|0S)?", text):
        first = int(match[1]) * 10
        return date(first, 1, 1), date(first + 9, 12, 31)
    return None


def _months(year: int, first: int, last: int) -> Interval:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def same_date(value: str | None, days: Interval | None, wanted: Iterable[str]) -> bool:
    """A value, or the days it covers, is one of those wanted; a week may begin on Sunday."""
    said = (value or "").upper()
    day = re.split(r"T(?=[0-9A-Z])", said)[0]
    for want in map(str.upper, wanted):
        if want.endswith("*"):
            if said.startswith(want[:-1]):
                return True
            continue
        span = interval(want)
        if want in (said, day) or (span and span in (interval(said), days if said else None)):
            return True
        week = re.fullmatch(r"\d{4}-W\d\d", want) and days and days[1] - days[0] == timedelta(days=6)
        if span and days and week and abs((days[0] - span[0]).days) <= 1:
            return True
    return False


def unit_of(unit: str | None) -> tuple[str, float] | None:
    """Dimension and size of a unit; a unit that is not known is a dimension of its own; None for none."""
    if not unit:
        return None
    name = unit.lower().strip()
    name = _SAME_UNIT.get(name, name)
    for dimension, (_, sizes) in _UNITS.items():
        if name in sizes:
            return dimension, sizes[name]
    return name.upper(), 1.0


def same_unit(unit: str | None, wanted: Iterable[str | None]) -> bool:
    """Of one dimension: the value is judged apart."""
    said = unit_of(unit)
    return any((said and said[0]) == (want and want[0]) for want in map(unit_of, wanted))


def same_amount(
    said: tuple[float | None, float | None],
    unit: str | None,
    want: tuple[float, float | None],
    want_unit: str | None,
) -> bool:
    """Both ends agree, in the unit of the gold or converted to it."""
    first, last = said
    if last == first and want[1] is None:
        last = None
    if first is None or (last is None) != (want[1] is None):
        return False
    ends = [(first, want[0])] if last is None or want[1] is None else [(first, want[0]), (last, want[1])]
    if all(_near(one, other, 1e-6) for one, other in ends):
        return True
    ours, theirs = unit_of(unit), unit_of(want_unit)
    if not ours or not theirs or ours[0] != theirs[0] or ours[0] not in _UNITS:
        return False
    slack = _UNITS[ours[0]][0]
    return all(_near(one * ours[1], other * theirs[1], slack) for one, other in ends)


def _near(one: float, other: float, slack: float) -> bool:
    return abs(one - other) <= slack * max(abs(one), abs(other), 1e-9)


def same_bound(qualifier: str | None, wanted: Iterable[str | None]) -> bool:
    """Bounds of one meaning: "at most" is "up to"."""
    return bound(qualifier) in [bound(want) for want in wanted]


def bound(qualifier: str | None) -> str | None:
    """One word for each bound."""
    return _SAME_BOUND.get(qualifier, qualifier) if qualifier else None
