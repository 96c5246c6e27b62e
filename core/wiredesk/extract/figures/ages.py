"""Ages of persons that no unit tells: "aged 21", "Dana Kerim, 21, said", "the minister, 58,"."""

import re
from typing import Final

from wiredesk.extract.figures.amounts import Amount
from wiredesk.extract.figures.passage import Passage
from wiredesk.extract.figures.units import YEAR_OF_AGE

_AGED = re.compile(
    r"(?:^|[^\w])(?:aged?|ages|at the age of)"
    r" (?:about |around |just |only |between |[0-9]{1,2} (?:and|to|or) )?$"
)
_WAS = re.compile(
    r"(?:^|[^\w'])(?:(?:he|she|i|who)(?: was| is| were|'s|'m)"
    r"(?: just| only| about| almost| nearly| now| already| still| aged)?"
    r"|(?:he|she|i|who|and|[a-z]+) (?:will |would |was |has |had )?turn(?:s|ed|ing)?"
    r"|(?:died|dies|dead|retired?|retires|married)(?: [a-z]+ly)? at(?: just| only)?|at the age of) $"
)
_WHOLE_LIFE = re.compile(
    r"[.;!?\"”)]*(?=\s|$)"
    r"(?! (?:years? (?:into|ago)|into|under|over|up|down|off|not|points?|for|out|percent|per|of|to|and [0-9])"
    r"(?!\w))"
)
_BEFORE_AGES: Final = frozenset(
    {
        "aged", "age", "ages", "of", "about", "around", "just", "only", "between", "and", "to", "or",
        "almost", "nearly", "now", "already", "still", "was", "is", "were", "turn", "turns", "turned",
        "turning", "at", "under", "over", "below", "above",
    }
)  # fmt: skip
"""Words right before an age; one look at them leaves most numbers."""
_BEFORE_AGES_ENDS: Final = (",", "'s", "'m")
_WAS_WHEN = re.compile(r" (?:was|is|were)(?: just| only| still)? $")
_WHEN = re.compile(r" (?:when|at the time|years old)(?: he| she| they| his| her|[.,;]|$)")
_UNDER = re.compile(
    r"(?<!\w)(?:children|people|women|men|girls|boys|anyone|those|adults|youths|kids|persons|students|pupils"
    r"|workers|drivers|residents|citizens|patients|voters|players|everyone|minors|someone)"
    r" (?:aged |who are |who were )?(?:under|over|below|above) (?:the age of )?$"
)
_AGE_LIMIT = re.compile(r"\bages? of (?:just |about |[\w-]+ (?:and|to) )?$")
_BEHIND = re.compile(r",(?: (?:from|of|said|who|was|and|told|has|is)\b|[^\d]|$)")
_APPOSED = re.compile(r"[^\W\d_]{2,}, $")
_LIMIT_REACH = 30
"""Characters before an age limit in which its "age of" ends; one word and "and" may stand between."""
_OLDEST = 115
_GROWN = 15
"""Younger persons are hardly ever told apart by a bare number behind a comma, unless behind a name."""
_YOUNGEST = 2
""""She was one" mostly says something else."""
_YOUNGEST_TURNING = 10
"""Younger ones hardly ever "turn"; with a year of school they do, but that has a name of its own."""
_REACH = 40
"""Characters before an age in which "aged" or the end of a name stands."""


def with_age(passage: Passage, amount: Amount, floor: int) -> Amount:
    """The amount, with the unit of age where it is the age of a person."""
    if not amount.bare or not 1 <= amount.value <= _OLDEST or amount.value_to is not None:
        return amount
    if amount.number.written not in ("digits", "words") or amount.number.letter:
        return amount
    start, end = amount.number.start, amount.number.end
    before = passage.low[max(floor, start - _REACH) : start]
    word = before[before.rfind(" ", 0, -1) + 1 : -1]
    if word.lstrip("(\"'“‘—–[") not in _BEFORE_AGES and not word.endswith(_BEFORE_AGES_ENDS):
        return amount
    if _AGED.search(before):
        return amount._replace(unit=YEAR_OF_AGE)
    if amount.value == int(amount.value) and _lived(passage, before, amount):
        return amount._replace(unit=YEAR_OF_AGE)
    if amount.number.written == "words":
        return amount
    if amount.value == int(amount.value) and _APPOSED.search(before) and _BEHIND.match(passage.low, end):
        word = passage.text[max(floor, start - _REACH) : start - 2].rsplit(" ", 1)[-1]
        if word[:1].isupper() or (amount.value >= _GROWN and passage.low.startswith(",", end)):
            return amount._replace(unit=YEAR_OF_AGE)
    return amount


def _lived(passage: Passage, before: str, amount: Amount) -> bool:
    """Whether a sentence tells how old somebody was: "she was 91", "was 19 when he", "died at 84"."""
    end = amount.number.end
    if _UNDER.search(before) or (_WAS_WHEN.search(before) and _WHEN.match(passage.low, end)):
        return True
    was = _WAS.search(before)
    if was is None or amount.value < _YOUNGEST or not _WHOLE_LIFE.match(passage.low, end):
        return False
    return "turn" not in was[0] or amount.value >= _YOUNGEST_TURNING


def is_age_limit(before: str) -> bool:
    """Whether what stands before a number makes it an age that rules name: "from the age of 18"."""
    return " of " in before[-_LIMIT_REACH:] and _AGE_LIMIT.search(before) is not None
