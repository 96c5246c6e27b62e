"""Two numbers of which one is counted out of the other: "one in five adults", "15 of the 40 samples"."""

import re
from typing import Final

from wiredesk.extract.figures.amounts import Amount
from wiredesk.extract.figures.passage import Passage

_RATIO: Final = re.compile(r" (?:in|out of)(?: every| each)? ")
_WHOLES: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000})
"""What "in" and a number may make a share of; before any other it tells a place or a time."""
_FEW = 100
"""One in up to so many is a share, whatever the number."""
_OUT_OF: Final = re.compile(
    r" (?:out )?of (?:the |its |their |his |her |our |these |those |all |a total of )?"
    r"(?:some |about |around |nearly |almost |over |roughly |more than |at least |an estimated )?"
    r"(?:last |first |next |past |other |remaining |latest |new )?"
)


def join_shares(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """Make one fraction of "one in five people", and leave out marks such as "10 out of 10".

    In "15 of the 40 samples" both stay; the first counts samples, too.
    """
    joined: list[Amount] = []
    for amount in amounts:
        before = joined[-1] if joined else None
        if before is not None and _is_ratio(passage, before, amount):
            joined.pop()
            if before.value < amount.value:
                joined.append(_share(before, amount))
        elif before is not None and amount.counted is not None and _is_part(passage, before, amount):
            joined[-1] = before._replace(counted=amount.counted)
            joined.append(amount)
        else:
            joined.append(amount)
    return joined


def _is_ratio(passage: Passage, first: Amount, second: Amount) -> bool:
    gap = passage.low[first.end : second.start]
    if not first.bare or second.unit is not None or not _RATIO.fullmatch(gap):
        return False
    of_few = second.value in _WHOLES or (first.value == 1 and second.value <= _FEW)
    whole = of_few and 0 < first.value <= second.value and second.value_to is None
    return whole and ("out" in gap or first.value == 1 or second.counted is not None)


def _share(first: Amount, second: Amount) -> Amount:
    return first._replace(
        end=second.end,
        number=first.number._replace(written="fraction"),
        value=first.value / second.value,
        counted=second.counted,
        core=second.core,
    )


def _is_part(passage: Passage, first: Amount, second: Amount) -> bool:
    if first.unit is not None or (first.counted is not None and first.counted.head):
        return False
    return _OUT_OF.fullmatch(passage.low, first.number.end, second.start) is not None
