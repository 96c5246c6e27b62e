"""Readers of years, and what tells a year from any other four figures."""

from collections.abc import Callable
from datetime import date
from typing import Final

from wiredesk.extract.dates import values
from wiredesk.extract.dates.found import Found, Reading, read_as
from wiredesk.extract.dates.leaning import from_published
from wiredesk.extract.dates.lexer import Token
from wiredesk.extract.dates.values import When

_CENTURY: Final = 100
_COMMON_YEARS: Final = range(1900, 2051)
"""Years that may stand alone; the others need a word before them ("in 1815") to be no plain number."""
_SHORT_YEAR_ENDS: Final = ("comma", "stop", "close", "and", "to", "in", "cue", "before", "after", "the")
_QUOTES: Final = "“”\"‘’'[«"
_YEAR_CUES: Final = (
    "in", "of", "from", "to", "between", "and", "cue", "before", "after", "the", "open",
)  # fmt: skip
"""Kinds of tokens behind which four figures are a year even where it is an uncommon one."""


def years_from_to(first: int, last: int) -> Reading | None:
    """From one year to a later one; None where it is not later."""
    one, two = values.year(first), values.year(last)
    if one is None or two is None or first >= last:
        return None
    return read_as(values.span(one, two), "explicit")


def year_to_year(found: Found) -> Reading | None:
    """2014-2017, from 2003 to 2011."""
    first, last = found.values("YYYY")
    if _is_no_year(found, found.first) or _counts(found):
        return None
    return years_from_to(first, last)


def short_years(found: Found) -> Reading | None:
    """2014-17, 2022/23."""
    first, sign, second = found.inner
    if first.end != sign.start or sign.end != second.start or len(second.text) != len("17"):
        return None
    if _is_no_year(found, found.first) or found.is_between((), ("dash", "slash")):
        return None
    last = first.value - first.value % _CENTURY + int(second.text)
    if int(second.text) <= first.value % _CENTURY:
        last += _CENTURY
    if sign.kind == "slash" and last != first.value + 1:
        return None
    return years_from_to(first.value, last)


def year(found: Found) -> Reading | None:
    """2017, early 2017, the end of 2025, mid-2011."""
    number = found.year
    place = found.last - 1
    if number is None or _is_no_year(found, place) or _counts(found):
        return None
    led = found.last - found.first > 1 or found.is_between(_YEAR_CUES)
    if not led and number not in _COMMON_YEARS:
        return None
    return read_as(values.year(number), "explicit")


def _counts(found: Found) -> bool:
    """Whether the figure counts the noun behind it ("2019 troops"), unless a word before makes it a year."""
    return found.is_between((), ("counted",)) and not found.is_between(("in",))


def _is_no_year(found: Found, place: int) -> bool:
    """Whether the four figures at that token are money, a time, a number of something, part of a code."""
    token, before, ahead = found.token(place), found.token(place - 1), found.token(place - 2)
    after, beyond = found.token(found.last), found.token(found.last + 1)
    if token is not None and before is not None:
        if before.kind in ("money", "numbered"):
            return True
        if before.kind == "stop" and ahead is not None and ahead.kind == "numbered":  # "No. 2019"
            return True
        if before.end == token.start and _glued_before(before, ahead):
            return True
    if after is None:
        return False
    if after.kind in ("era", "zone"):
        return True
    return found.end == after.start and _glued_behind(after, beyond)


def _glued_before(sign: Token, ahead: Token | None) -> bool:
    """Whether figures right behind the sign are part of a path, a decimal, a code ("CVE-2019")."""
    if sign.kind == "dash":
        return (
            ahead is not None
            and ahead.end == sign.start
            and ahead.kind in ("other", "NUM", "sign", "numbered")
        )
    return sign.kind in ("slash", "sign", "stop", "comma", "NUM") and sign.text not in _QUOTES


def _glued_behind(sign: Token, beyond: Token | None) -> bool:
    """Whether figures right before the sign are part of a path or a code ("2019-1234")."""
    if beyond is None or beyond.start != sign.end:
        return False
    return sign.kind == "slash" or (sign.kind == "dash" and beyond.kind in ("NUM", "DD"))


def short_year(found: Found) -> Reading | None:
    """In '08: no number of things in quotes ("in '12 Angry Men'")."""
    after = found.neighbour(1)
    if after is not None and after.kind not in _SHORT_YEAR_ENDS:
        return None
    return _of_short_year(found, values.year)


def month_of_short_year(found: Found) -> Reading | None:
    """September '08."""
    return _of_short_year(found, lambda year: values.month(year, found.months[0]))


def day_of_short_year(found: Found) -> Reading | None:
    """Sept. 3, '08; 3 Sept '08."""
    return _of_short_year(found, lambda year: values.day_of(year, found.months[0], found.days[0]))


def _of_short_year(found: Found, read: Callable[[int], When | None]) -> Reading:
    """With the latest year that ends so and is not beyond the one after the day of publication."""
    ending = found.value("YY")

    def of_century(day: date) -> When | None:
        latest = day.year + 1
        return read(latest - (latest - ending) % _CENTURY)

    return from_published(found, of_century)
