"""Rates: what an amount is for each of: "$83 a barrel", "20 mg per kilogram", "$15/hour"."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from wiredesk.extract.figures import lexicon
from wiredesk.extract.figures.passage import Passage
from wiredesk.extract.figures.units import SIGNS, SYMBOLS, Found, Unit, units_of
from wiredesk.extract.figures.wording import any_of

_RATED: Final = frozenset(
    {"money", "mass", "volume", "length", "area", "energy", "power", "data", "substance", "dose", "flow"}
)
"""Kinds of which there are rates; "five hours a day" stays a duration, "3% a year" a percentage."""
_BASES: Final = frozenset({"duration", "mass", "volume", "length", "area", "energy", "substance", "power"})
_THINGS: Final = {"head": "person", "capita": "person"}
_SHORT: Final = {"s": "s", "h": "h", "hr": "h", "min": "min", "yr": "a", "s2": "s2", "d": "d", "sec": "s"}
"""Signs of durations, which stand only behind a stroke."""

_JOIN: Final = any_of(lexicon.PER_JOINS)


@cache
def _bases(language: str) -> tuple[Mapping[str, str], re.Pattern[str], Mapping[str, str], re.Pattern[str]]:
    """What rates are for each of: symbols by name with a pattern, and those behind a stroke with theirs."""
    worded = {
        **{name: unit.symbol for name, unit in units_of(language).names.items() if unit.kind in _BASES},
        **{thing: _THINGS.get(thing, thing) for thing in lexicon.PER},
    }
    stroke = {
        **{sign: unit.symbol for sign, unit in SIGNS.items() if unit.kind in _BASES},
        **worded,
        **_SHORT,
    }
    return (
        worded,
        re.compile(rf" (?:{_JOIN})(?:({any_of(worded)})(?![\w-]))"),
        stroke,
        re.compile(rf" ?/ ?({any_of(stroke)})(?![\w/])"),
    )


_PAST: Final = re.compile(r" (?:ago|earlier|later|before|after|from now)(?!\w)")
"""Behind "a year", these make it a time and no rate: "$5bn a year earlier"."""


def with_rate(passage: Passage, found: Found, limit: int) -> Found:
    """A unit with what it is for each of, if the text goes on so: "a barrel" behind dollars."""
    unit, end = found
    if passage.low[end : end + 1] not in (" ", "/"):
        return found
    names, worded, signs, behind_stroke = _bases(passage.wording.code)
    while unit.kind in _RATED or unit.is_rate:
        stroke = behind_stroke.match(passage.text, end, limit)
        match = stroke or worded.match(passage.low, end, limit)
        if match is None or (stroke is None and _PAST.match(passage.low, match.end())):
            break
        base = names[match[1]] if stroke is None else signs[match[1]]
        if base == unit.symbol:
            break
        unit, end = _each(unit, base), match.end()
    return Found(unit, end)


def _each(unit: Unit, base: str) -> Unit:
    kind, whole = _kind(unit, base), f"{unit.symbol}/{base}"
    if unit.per is None and whole in SYMBOLS and unit.kind in ("length", "data"):
        return Unit(whole, kind, 0)  # "60 kilometres per hour": a unit of its own
    return Unit(unit.symbol, kind, 0, base if unit.per is None else f"{unit.per}/{base}")


def _kind(unit: Unit, base: str) -> str:
    if unit.kind == "money":
        return "money"
    if base in ("s", "min", "h"):
        return "speed" if unit.kind == "length" else "flow"
    return "rate"
