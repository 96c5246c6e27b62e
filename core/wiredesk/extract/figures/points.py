"""Points that are percentage points: of a poll, an approval, a forecast; not those of an index or a match."""

import re
from typing import Final

from wiredesk.extract.figures.amounts import Amount
from wiredesk.extract.figures.passage import Passage
from wiredesk.extract.figures.units import PERCENTAGE_POINT

_POINTS: Final = re.compile(r"[ -](?:points?|puntos?|punkten?|punkte)(?![\w-])")
_POLLED: Final = re.compile(
    r"(?<!\w)(?:polls?|polled|polling|pollsters?|approval|disapproval|ratings?|support|surveys?|votes?|voters"
    r"|forecasts?|swing|unemployment|joblessness|jobless|inflation|rates?|growth|turnout|shares? of|margins?"
    r"|gdp|leads?|chômage|sondages?|inflación|encuestas?|desempleo|umfragen?|arbeitslosenquote|inflationsrate)(?!\w)"
)
_QUOTED: Final = re.compile(
    r"(?<!\w)(?:index|indexes|indices|ftse|dow|nasdaq|dax|cac|nikkei|sensex|nifty|hang seng|stocks?|shares"
    r"|bourse|market|s&p|rebounds?|assists?|quarterback|season|league|table|championship|drivers?|game|match"
    r"|scored?|scoring|licen[cs]e)(?!\w)"
)
_MOVED_TO: Final = re.compile(r"points? (?:to|at|from) [0-9.,]+ ?(?:%|per ?cent|pct)")
_MOST = 60
"""Polls and rates hardly move by so many; an index does every day."""


def with_points(passage: Passage, amounts: list[Amount], floor: int, limit: int) -> list[Amount]:
    """The amounts of a sentence, with the unit of a percentage point where its points are such.

    Its sentence must give a percentage, or the text one, and the sentence speak of a poll or a rate; what
    speaks of an index, shares or a match leaves them points.
    """
    at = [n for n, amount in enumerate(amounts) if _are_points(passage, amount)]
    low = passage.low
    if not at or _QUOTED.search(low, floor, limit):
        return amounts
    here = any(amount.unit is not None and amount.unit.kind == "percent" for amount in amounts)
    polled = _POLLED.search(low, floor, limit) is not None
    if not (polled and (here or _has_percentage(low))) and not (here and _MOVED_TO.search(low, floor, limit)):
        return amounts
    return [
        _in_points(passage, amount, limit) if n in at else amount for n, amount in enumerate(amounts)
    ]  # fmt: skip


def _are_points(passage: Passage, amount: Amount) -> bool:
    if amount.unit is not None or amount.value > _MOST:
        return False
    if amount.counted is None:
        return _POINTS.match(passage.low, amount.number.end) is not None
    return amount.counted.head in ("point", "points", "puntos", "punkte") and not amount.counted.hyphened


def _has_percentage(low: str) -> bool:
    return "%" in low or "per cent" in low or "percent" in low


def _in_points(passage: Passage, amount: Amount, limit: int) -> Amount:
    word = _POINTS.match(passage.low, amount.number.end, limit)
    end = amount.end if word is None else max(word.end(), amount.end)
    return amount._replace(unit=PERCENTAGE_POINT, counted=None, end=end, core=end)
