"""Ages of persons that no unit tells: "aged 21", "Dana Kerim, 21, said", "the minister, 58,"."""

import re

from wiredesk.extract.figures.amounts import Amount
from wiredesk.extract.figures.passage import Passage
from wiredesk.extract.figures.units import YEAR_OF_AGE

_AGED = re.compile(
    r"(?:^|[^\w])(?:aged?|ages|at the age of)"
    r" (?:about |around |just |only |between |[0-9]{1,2} (?:and|to|or) )?$"
)
_AGE_LIMIT = re.compile(r"\bages? of (?:just |about |[\w-]+ (?:and|to) )?$")
_BEHIND = re.compile(r",(?: (?:from|of|said|who|was|and|told|has|is)\b|[^\d]|$)")
_APPOSED = re.compile(r"[^\W\d_]{2,}, $")
_OLDEST = 115
_GROWN = 15
"""Younger persons are hardly ever told apart by a bare number behind a comma, unless behind a name."""
_REACH = 24
"""Characters before an age in which "aged" or the end of a name stands."""


def with_age(passage: Passage, amount: Amount, floor: int) -> Amount:
    """The amount, with the unit of age where it is the age of a person."""
    if not amount.bare or amount.number.written != "digits" or not 1 <= amount.value <= _OLDEST:
        return amount
    start, end = amount.number.start, amount.number.end
    before = passage.low[max(floor, start - _REACH) : start]
    if _AGED.search(before):
        return amount._replace(unit=YEAR_OF_AGE)
    if amount.value == int(amount.value) and _APPOSED.search(before) and _BEHIND.match(passage.low, end):
        word = passage.text[max(floor, start - _REACH) : start - 2].rsplit(" ", 1)[-1]
        if word[:1].isupper() or (amount.value >= _GROWN and passage.low.startswith(",", end)):
            return amount._replace(unit=YEAR_OF_AGE)
    return amount


def is_age_limit(before: str) -> bool:
    """Whether what stands before a number makes it an age that rules name: "from the age of 18"."""
    return _AGE_LIMIT.search(before) is not None
