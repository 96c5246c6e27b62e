"""A number with what belongs to it: currency in front, unit or counted thing behind."""

import re
from typing import NamedTuple

from wiredesk.extract.figures import lexicon
from wiredesk.extract.figures.metres import is_length
from wiredesk.extract.figures.nouns import Counted, counted_behind, mass_behind
from wiredesk.extract.figures.number import LETTERS, Number
from wiredesk.extract.figures.passage import Passage
from wiredesk.extract.figures.rates import with_rate
from wiredesk.extract.figures.units import (
    METRE,
    POUND,
    TIMES,
    TONNE,
    Found,
    Unit,
    currency_before,
    letter_before,
    named_currency,
    unit_behind,
)

_WEIGHT = re.compile(r"weigh|heavy|heavier|lighter|body|\blos[ei]|\blost\b|\bgain|explosive")
_LEAST_WON = 100
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_OF = re.compile(r" (?:of |de |d'|من )")
_OF_A = re.compile(r" (?:of )?an? ")
_TIMES = re.compile(
    r" times (?:the|its|their|his|her|our|as|that|those|this|what|more|less|fewer|earnings|sales|annual"
    r"|bigger|greater|\w+er than)(?!\w)|[ -]fold(?!\w)|fold(?!\w)"
)
"""Where "times" compares: "14 times its sales"; elsewhere it counts: "stabbed 14 times"."""
_LINES = frozenset({480, 720, 1080, 1440, 2160})
"""Screens have so many lines ("1080p"); no price in pence is meant."""
_NEARBY = 60
"""Characters around "pounds" in which a word of weight makes them a mass."""
_MASSES = frozenset({"mass", "volume", "area", "length", "power", "energy", "percent", "flow", "fraction"})
"""Kinds of which a text says what they measure ("50,000 tonnes of wheat")."""


class Amount(NamedTuple):
    """A number, or two that make a range, with unit and counted thing.

    Attributes:
        start: Of the currency sign or the first number.
        end: Behind the number, its unit and what it counts.
        number: The first number.
        value: Its value, a glued letter's multiplier included.
        value_to: The other end of a range.
        unit: Or None.
        counted: Or None.
        core: Where the number and its unit end, before the counted thing.
        also: Start and end of the same amount in other units behind it: "$8m; 7m euros" in brackets.
        spoilt: Whether something glued to the end shows that this is no number of its own (21st, 5G).
    """

    start: int
    end: int
    number: Number
    value: float
    value_to: float | None
    unit: Unit | None
    counted: Counted | None
    core: int
    spoilt: bool = False
    also: tuple[int, int] | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing tells what the number is of."""
        return self.unit is None and self.counted is None


def read_amount(passage: Passage, number: Number, floor: int, limit: int) -> Amount:
    """What belongs to a number within its sentence, from `floor` to `limit`."""
    money = currency_before(passage.text, number.start, floor)
    if money is None and (unit := letter_before(passage, number.start)) is not None:
        money = Found(unit, number.start - 1)
    if money is not None:
        value, end = number.value, number.end
        if number.letter:
            value, end = value * LETTERS[number.letter], end + 1
        if passage.low[number.start - 1] == "-":
            value = -value
        # "US$5m dollars" and "$20 Canadian": the sign has said it; only a rate or a code may follow.
        code = unit_behind(passage, end, limit)
        if code is not None and code.unit.kind == "money":
            end = code.end
        unit, last = with_rate(passage, Found(named_currency(money.unit, passage), end), limit)
        return Amount(money.end, last, number, value, None, unit, None, last, _is_spoilt(passage, end))
    if number.letter:
        return _lettered(passage, number, limit)
    return _plain(passage, number, number.value, number.end, limit)


def _lettered(passage: Passage, number: Number, limit: int) -> Amount:
    """Digits with a letter behind: "5m people" are millions, "a 5m wall" is metres high."""
    letter, behind = number.letter, number.end + 1
    as_scale = _plain(passage, number, number.value * LETTERS[letter], behind, limit)
    if letter == "k":
        return as_scale
    if letter == "t":
        return Amount(number.start, behind, number, number.value, None, TONNE, None, behind)
    counts = as_scale.counted is not None and not as_scale.counted.hyphened
    race = as_scale.counted is not None and as_scale.counted.head in lexicon.RACES
    if as_scale.unit is not None or (counts and not race):
        return as_scale
    if letter == "m" and (race or is_length(passage, number, behind, limit)):
        return Amount(number.start, behind, number, number.value, None, METRE, None, behind)
    return as_scale if letter == "m" else as_scale._replace(spoilt=as_scale.spoilt or as_scale.bare)


def _plain(passage: Passage, number: Number, value: float, end: int, limit: int) -> Amount:
    found = unit_behind(passage, end, limit)
    if found is None:
        # "tens of billions of dollars", "3 milliards d'euros", "a quarter of a percentage point"
        scaled = number.scale > 1 or number.written == "vague"
        of = _OF_A.match(passage.low, end) if number.written == "fraction" else _OF.match(passage.low, end)
        if of is not None and (scaled or of.re is _OF_A):
            found = unit_behind(passage, of.end(), limit)
    if found is not None and not _is_mistaken(passage, number, found):
        unit = (
            _pounds(passage, found.unit, number.start, found.end)
            if found.unit.symbol == "GBP"
            else found.unit
        )
        unit = named_currency(unit, passage) if unit.kind == "money" else unit
        unit, core = with_rate(passage, Found(unit, found.end), limit)
        counted = mass_behind(passage, core, limit) if unit.kind in _MASSES else None
        last, spoilt = counted.end if counted else core, _is_spoilt(passage, core)
        return Amount(number.start, last, number, value, None, unit, counted, core, spoilt)
    if number.written == "fraction":
        counted = mass_behind(passage, end, limit)
    else:
        counted = counted_behind(passage, end, limit, value)
    last = counted.end if counted else end
    if counted is not None and counted.head in ("times", "fold") and _TIMES.match(passage.low, end, limit):
        return Amount(number.start, last, number, value, None, TIMES, None, last)
    return Amount(number.start, last, number, value, None, None, counted, end, _is_spoilt(passage, end))


def _is_spoilt(passage: Passage, end: int) -> bool:
    behind = passage.low[end : end + 1]
    return behind.isalnum() or (behind == "'" and passage.low[end + 1 : end + 2].isdigit())


def _is_mistaken(passage: Passage, number: Number, found: Found) -> bool:
    """ "seven won medals", "50 Cent" and the code behind a year ("2016 NPR") are no money."""
    if found.unit.symbol == "s":  # "three second-half goals"
        return passage.low.startswith("second-", found.end - len("second"))
    if found.unit.symbol in ("cup", "st"):  # of a sport, and of walls
        return not (
            passage.low.startswith(" of ", found.end)
            if found.unit.symbol == "cup"
            else _WEIGHT.search(passage.low, max(0, number.start - _NEARBY), found.end + _NEARBY // 2)
        )
    if found.unit.kind != "money":
        return False
    if found.unit.symbol == "pence":
        return number.value in _LINES
    if found.unit.symbol == "cent":
        return passage.text.startswith("Cent", found.end - len("Cent"))
    if found.unit.symbol == "KRW" and passage.low.startswith("won", found.end - 3):
        return number.value < _LEAST_WON
    year = number.written == "digits" and number.end - number.start == 4 and number.scale == 1
    return (
        year
        and _FIRST_YEAR <= number.value <= _LAST_YEAR
        and passage.text[found.end - 3 : found.end].isupper()
    )


def _pounds(passage: Passage, sterling: Unit, start: int, end: int) -> Unit:
    """Pounds are money unless the words around speak of weight."""
    low = passage.low
    if not low.startswith("pound", end - 6) and not low.startswith("pound", end - 5):
        return sterling
    around = low[max(0, start - _NEARBY) : start] + low[end : end + _NEARBY // 2]
    return POUND if low.startswith(" of ", end) or low[end - 6] == "-" or _WEIGHT.search(around) else sterling
