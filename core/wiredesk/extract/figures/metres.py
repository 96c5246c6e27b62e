"""Whether "5m" are metres: a length has words of length around it, a count has not."""

import re
from typing import Final

from wiredesk.extract.figures import lexicon
from wiredesk.extract.figures.number import Number
from wiredesk.extract.figures.passage import Passage
from wiredesk.extract.figures.wording import any_of

_BEFORE: Final = re.compile(rf"(?<!\w)(?:{any_of(lexicon.LENGTHY_BEFORE)})(?!\w)")
_BEHIND: Final = re.compile(rf"[ -](?:{any_of(lexicon.LENGTHY_BEHIND)})(?!\w)|/s")
_MEASURED: Final = re.compile(
    r" ?[x×] ?[0-9]| by [0-9.]+ ?m(?!\w)| \([0-9][0-9,.]* ?(?:ft|feet|yards|yds|miles)(?!\w)"
)
"""Another side of a thing behind ("2.4m by 1.8m"), or the same in feet."""
_SIDES: Final = re.compile(r"[0-9]m?(?: by |[ ]?[x×] ?)$")
"""Behind the other side of a thing: "2.4m by 1.8m"."""
_SIDE_REACH = 6
_ENDS: Final = re.compile(r"[.!?] |\n")
_THING: Final = re.compile(rf"[ -](?:[a-z'-]+ ){{0,3}}?(?:{any_of(lexicon.LENGTHY_THINGS)})s?(?!\w)")
_COUNTED: Final = re.compile(rf"(?<!\w)(?:{any_of(lexicon.COUNTED_TOPICS)})(?!\w)")
_REACH: Final = 110
"""Characters before an amount in which a word of length or of what is counted stands; nearest wins."""
_NEAR: Final = 90
"""Characters behind it in which its sentence goes on to speak of running, swimming or climbing."""
_SPORT: Final = re.compile(rf"(?<!\w)(?:{any_of(lexicon.RACING)})(?!\w)")
_TRACK: Final = re.compile(rf"(?<!\w)(?:{any_of(lexicon.ATHLETICS)})(?!\w)")
_MOST_MILLIONS = 1000
"""From here on newspapers write billions: "1500m" is a distance."""


def is_length(passage: Passage, number: Number, behind: int, limit: int) -> bool:
    """Whether a number with "m" behind it, which ends at `behind`, is a length; else it is millions."""
    low, start = passage.low, number.start
    if _BEHIND.match(low, behind, limit) or _THING.match(low, behind, limit):
        return True
    if _MEASURED.match(low, behind) or _SIDES.search(low, max(0, start - _SIDE_REACH), start):
        return True
    before = _ENDS.split(low[max(0, start - _REACH) : start])[-1]
    length = _last(_BEFORE, before)
    if length < 0:
        if number.value >= _MOST_MILLIONS:
            return True
        if _last(_COUNTED, before) >= 0:
            return False
        sport = _SPORT.search(before) or _SPORT.search(low, behind, min(limit, behind + _NEAR))
        return sport is not None or _TRACK.search(low) is not None
    return length > _last(_COUNTED, before)


def _last(pattern: re.Pattern[str], before: str) -> int:
    """Where the last match begins, or -1."""
    return max((match.start() for match in pattern.finditer(before)), default=-1)
