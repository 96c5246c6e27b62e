"""The fields of the query language: a name before a colon, and what its value means."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from wiredesk.days import days_of_period
from wiredesk.query.clauses import (
    Actor,
    Dates,
    Figures,
    Has,
    Keyword,
    Language,
    Node,
    Path,
    Source,
    Trait,
)
from wiredesk.text import fold

UNKNOWN: Final = "unknown"
"""`source:unknown` asks for articles whose outlet nothing shows."""

_NUMBER = re.compile(r"(-?[\d_,]*\.?\d+)\s*(k|m|bn|tn)?", re.IGNORECASE)
_MAGNITUDE = {"": 1.0, "k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12}
_HAS: dict[str, Trait] = {
    "copy": "copy",
    "date": "date",
    "figure": "figure",
    "actor": "actor",
    "keyword": "keyword",
}
_IS: dict[str, Trait] = {
    "new": "new",
    "copy": "copy",
    "dated": "dated",
    "undated": "undated",
    "sourced": "sourced",
    "unsourced": "unsourced",
}


class ValueMistakeError(ValueError):
    """A field's value makes no sense; the text says what would."""


def _day_span(text: str) -> tuple[date, date]:
    """First and last day of 2021, 2021-07 or 2021-07-06."""
    try:
        days = days_of_period(text)
    except ValueError as error:
        raise ValueMistakeError(f"'{text}' is no day of the calendar") from error
    if days is None:
        raise ValueMistakeError(f"'{text}' is no date: write 2021, 2021-07 or 2021-07-06")
    return days


def _dates(value: str) -> tuple[date | None, date | None]:
    if ".." not in value:
        return _day_span(value)
    left, right = value.split("..", 1)
    if not left.strip() and not right.strip():
        raise ValueMistakeError("'..' needs a date before it, behind it, or both: 2021-07..2022")
    first = _day_span(left)[0] if left.strip() else None
    last = _day_span(right)[1] if right.strip() else None
    if first and last and last < first:
        raise ValueMistakeError(f"'{value}' ends before it begins")
    return first, last


def _before(value: str) -> Node:
    first = _day_span(value)[0]
    if first == date.min:
        raise ValueMistakeError(f"nothing lies before '{value}'")
    return Dates(None, date.fromordinal(first.toordinal() - 1))


def _after(value: str) -> Node:
    last = _day_span(value)[1]
    if last == date.max:
        raise ValueMistakeError(f"nothing lies after '{value}'")
    return Dates(date.fromordinal(last.toordinal() + 1), None)


def _number(text: str) -> float:
    match = _NUMBER.fullmatch(text.strip())
    if not match:
        raise ValueMistakeError(f"'{text}' is no number: write 2500, 2,500, 4.5m or 1bn")
    return float(re.sub(r"[_,]", "", match[1])) * _MAGNITUDE[(match[2] or "").lower()]


def _figure(value: str) -> Node:
    if ".." in value:
        left, right = value.split("..", 1)
        low = _number(left) if left.strip() else None
        high = _number(right) if right.strip() else None
        if low is None and high is None:
            raise ValueMistakeError("'..' needs a number before it, behind it, or both: 1000..2000")
        return Figures(low, high)
    for sign in (">=", "<=", ">", "<"):
        if value.startswith(sign):
            number = _number(value[len(sign) :])
            if sign[0] == ">":
                return Figures(low=number, above=sign == ">")
            return Figures(high=number, below=sign == "<")
    number = _number(value)
    return Figures(number, number)


def _choice(value: str, choices: dict[str, Trait]) -> Node:
    trait = choices.get(fold(value))
    if trait is None:
        raise ValueMistakeError(f"'{value}' is none of {', '.join(choices)}")
    return Has(trait)


def _source(value: str) -> Node:
    return Source(None if fold(value) == UNKNOWN else fold(value))


FIELDS: Final[dict[str, tuple[Callable[[str], Node], str]]] = {
    "actor": (Actor, "who is named: a person, organisation, place or group"),
    "person": (lambda value: Actor(value, "person"), "a person who is named"),
    "org": (lambda value: Actor(value, "organisation"), "an organisation that is named"),
    "place": (lambda value: Actor(value, "place"), "a place that is named"),
    "group": (lambda value: Actor(value, "group"), "an armed group, force or coalition that is named"),
    "keyword": (lambda value: Keyword(fold(value)), "one of the article's best keywords"),
    "source": (_source, "the outlet, or a part of its name; source:unknown"),
    "date": (lambda value: Dates(*_dates(value)), "dated or published within: 2021-07..2022"),
    "event": (lambda value: Dates(*_dates(value), of="event"), "a dated sentence within: 2019-03"),
    "published": (lambda value: Dates(*_dates(value), of="published"), "published within: 2024"),
    "on": (lambda value: Dates(*_day_span(value)), "dated or published on: 2021-07-06"),
    "before": (_before, "dated or published before: 2021"),
    "after": (_after, "dated or published after: 2021-07"),
    "figure": (_figure, "a figure: 2500, >1000, <=4.5m, 100..200"),
    "unit": (lambda value: Figures(unit=value), "a figure in a unit: USD, %, km"),
    "noun": (lambda value: Figures(noun=fold(value)), "a figure that counts: troops"),
    "kind": (lambda value: Figures(kind=fold(value)), "a figure of a kind: money, percent, count"),
    "lang": (lambda value: Language(value.lower()), "the article's language: en, fr, ar"),
    "path": (lambda value: Path(fold(value)), "a part of the file's path"),
    "has": (lambda value: _choice(value, _HAS), "has: " + ", ".join(_HAS)),
    "is": (lambda value: _choice(value, _IS), "is: " + ", ".join(_IS)),
}
"""Field name -> (what makes its node, what it means in words, for help and docs)."""
