"""Dates that a text states in full: a day, a month with its year, a year. A grammar of its own, small on
purpose: it serves the day of publication and the day before which an article cannot have been written."""

import re
import tomllib
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict

Grain = Literal["day", "month", "year"]

_WINDOW = 40
"""Characters before a year in which its day and month stand."""


class _Stamp(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    published: tuple[str, ...]


class _Future(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    before: frozenset[str]
    words: frozenset[str]
    verbs: frozenset[str]
    past: frozenset[str]
    events: frozenset[str]
    links: frozenset[str]
    leads: frozenset[str]


class Calendar(BaseModel):
    """The words of dates, as `calendar.toml` gives them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    months: dict[int, tuple[str, ...]]
    weekdays: dict[Literal["names"], frozenset[str]]
    stamp: _Stamp
    future: _Future


@cache
def calendar() -> Calendar:
    """The shipped calendar words."""
    file = resources.files("wiredesk.clean").joinpath("calendar.toml")
    return Calendar.model_validate(tomllib.loads(file.read_text("utf-8")))


@cache
def months() -> dict[str, int]:
    """Names of months in small letters, with their numbers."""
    return {name: month for month, names in calendar().months.items() for name in names}


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
    numeric: re.Pattern[str]


_YEAR = re.compile(r"(?<![\d.,$€£¥#])(?:19|20)[0-9]{2}(?!\d|[.,]\d|s\b|%)")
_LETTERS = re.compile(r"[^\W\d_]+")
_ISO_TAIL = re.compile(r"([-/.])([0-9]{1,2})\1([0-9]{1,2})(?![\d])")


@cache
def _grammar() -> _Grammar:
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    month = rf"(?<!\w)(?P<month>{names})\.?"
    number = r"(?<![\d/.,-])(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
    link = r"(?:\s+(?:of|de|del))?"
    return _Grammar(
        # "6 December 2021", "6 de diciembre de 2021", "December 6, 2021", "December 2021"
        before_year=re.compile(
            rf"(?:{number}{link}\s*[\s-]\s*)?{month}(?:\s+(?P<late>[0-9]{{1,2}})(?:st|nd|rd|th)?\s*,?)?{link}\s*[\s,-]\s*$",
            re.IGNORECASE,
        ),
        behind_year=re.compile(rf"\s+{month}\s+(?P<day>[0-9]{{1,2}})(?!\d)", re.IGNORECASE),
        numeric=re.compile(r"(?<![\d/.-])([0-9]{1,2})([/.-])([0-9]{1,2})\2$"),
    )


@cache
def _month_ends() -> frozenset[str]:
    return frozenset(name.split()[-1] for name in months())


def _may_end_in_month(window: str) -> bool:
    """Whether the words before a year hold a month near their end: most years stand alone."""
    return any(word in _month_ends() for word in _LETTERS.findall(window[-18:].casefold()))


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def _numeric_day(year: int, first: int, second: int) -> date | None:
    """A day from two numbers, where only one order is possible or both are the same day."""
    if first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def stated_dates(text: str) -> Iterator[StatedDate]:
    """The dates of a text that hold a year of four digits, in order.

    Two numbers that may be day and month in either order give nothing: neither day, month nor year.
    """
    if "20" not in text and "19" not in text:
        return
    grammar = _grammar()
    for found in _YEAR.finditer(text):
        year, start, end = int(found[0]), found.start(), found.end()
        offset = max(0, start - _WINDOW)
        window = text[offset:start]
        if iso := _ISO_TAIL.match(text, end):
            if day := _day(year, int(iso[2]), int(iso[3])):
                yield StatedDate(start, iso.end(), day, "day")
        elif numeric := grammar.numeric.search(window):
            if day := _numeric_day(year, int(numeric[1]), int(numeric[3])):
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
        else:
            yield StatedDate(start, end, date(year, 1, 1), "year")
