"""Date expressions as TIMEX3 writes them: types, values, and two expressions for the two ends of a range.

TIMEX3 is the part of ISO-TimeML that marks times; its conventions are those of the TimeML annotation
guidelines 1.2.1 (Saurí et al., 2006), which TempEval-3 scores by. Determiners and modifiers belong to an
expression ("the early 1990s", "about a year ago"), prepositions do not.
"""

import re
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from wiredesk.extract.dates.found import Found, Reading
from wiredesk.extract.dates.lexer import Token
from wiredesk.extract.dates.values import When
from wiredesk.schema import Anchor, Precision, TimexType

_PARTS: Final = ("TMO", "TAF", "TEV", "TNI", "T12:00", "TMO", "T24:00")
"""By the value that the lexicon gives a part of the day."""
_SEASONS: Final = ("SP", "SU", "FA", "WI")
_UNITS: Final = {
    "day": "{}D", "week": "{}W", "fortnight": "{}W", "month": "{}M", "quarter": "{}Q", "year": "{}Y",
    "decade": "{}0Y", "century": "{}00Y",
}  # fmt: skip
_CONNECTORS: Final = ("dash", "to", "and", "slash")
_SIDES: Final = frozenset({"Month", "ShortMonth", "DD", "NTH", "NUM", "YYYY"})
_ENDS: Final = _SIDES | {"stop"}
_CENTURY: Final = 100
_MODIFIER: Final = re.compile(
    r"\b(?:just\s+)?(?:about|nearly|almost|approximately|roughly|at\s+least|(?:more|less)\s+than|over|under|exactly)\s+\Z",
    re.IGNORECASE,
)
_STEPS: Final = ("last", "next", "past", "previous", "following")
_MANY: Final = (
    "days", "weeks", "months", "years", "decades", "centuries", "past", "DD", "NUM", "ones", "tens", "couple",
)  # fmt: skip


class Timex(NamedTuple):
    """One expression.

    Attributes:
        start: Offset in the sentence.
        end: Offset behind it.
        type: DATE, TIME, DURATION or SET.
        value: As TIMEX3 writes it; None where it is not known.
        first: First day it covers; None where that is not known, and for what is no day (a vague past).
        last: Last day it covers.
        precision: As in the frame `EVENTS`.
        anchor: What resolved it.
    """

    start: int
    end: int
    type: TimexType
    value: str | None
    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    anchor: Anchor | None = None


def timexes(found: Found, reading: Reading) -> list[Timex]:
    """The expression, or the two of a range, that a reading is to TIMEX3."""
    when = reading.when
    ends = _ends(found.inner, when)
    if ends:
        whens = when.ends if when and when.ends else (None, None)
        return [
            _timex(tokens[0].start, tokens[-1].end, "DATE", one and one.value, one, reading.anchor)
            for tokens, one in zip(ends, whens, strict=True)
        ]
    type_, value = _type_and_value(found, when)
    return [_timex(_start(found), found.end, type_, value, when, reading.anchor)]


def _start(found: Found) -> int:
    """Where the expression begins with its modifier: "about two years ago"."""
    if found.names_unit and found.has("ago", "earlier", "later"):
        modifier = _MODIFIER.search(found.sentence, 0, found.start)
        return modifier.start() if modifier else found.start
    return found.start


def _timex(
    start: int, end: int, type_: TimexType, value: str | None, when: When | None, anchor: Anchor | None
) -> Timex:
    if when is None:
        return Timex(start, end, type_, value)
    return Timex(start, end, type_, value, when.first, when.last, when.precision, anchor)


def _type_and_value(found: Found, when: When | None) -> tuple[TimexType, str | None]:
    if found.names_unit and found.has(*_STEPS) and found.has(*_MANY):  # "the past two years", not "last year"
        return "DURATION", f"P{_UNITS[found.unit].format(found.count)}"
    part = _part_of_day(found)
    if part is not None:
        return "TIME", when and when.first.isoformat() + part
    return "DATE", when and _calendar_value(found, when)


def _part_of_day(found: Found) -> str | None:
    if found.has("overnight") or found.inner[-1].text.lower() == "tonight":
        return "TNI"
    parts = found.values("part")
    return _PARTS[parts[0] - 1] if parts else None


def _calendar_value(found: Found, when: When) -> str:
    if found.has("season"):
        return f"{when.first.year:04d}-{_SEASONS[found.value('season') - 1]}"
    if found.has("weekend"):
        year, week, _ = when.first.isocalendar()
        return f"{year:04d}-W{week:02d}-WE"
    if when.last.year - when.first.year == _CENTURY - 1:
        return f"{when.first.year // _CENTURY:02d}"
    return when.value


def _ends(tokens: list[Token], when: When | None) -> tuple[list[Token], list[Token]] | None:
    """The tokens of the two ends of a range; None where it is none."""
    if when is not None and when.ends is None:
        return None
    for place, (before, sign) in enumerate(pairwise(tokens), start=1):
        behind = tokens[place + 1 :]
        if (
            sign.kind in _CONNECTORS
            and (when is not None or sign.kind == "to")
            and before.kind in _ENDS
            and not (before.kind == "YYYY" and len(behind) == 1 and behind[0].kind != "YYYY")  # "2012-13"
            and any(token.kind in _SIDES for token in behind)
        ):
            return tokens[:place], behind
    return None
