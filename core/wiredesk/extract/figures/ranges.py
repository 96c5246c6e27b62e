"""Two numbers that belong together: ranges, changes, scores, and conversions in brackets."""

import re
from typing import Final

from wiredesk.extract.figures import lexicon
from wiredesk.extract.figures.amounts import Amount
from wiredesk.extract.figures.changes import is_moving
from wiredesk.extract.figures.passage import Passage

_HYPHEN = re.compile(r" ?[-–—] ?")
_MINUS = re.compile(r"(?:^|[ (])(-|minus )$")
_SPACED_HYPHEN = re.compile(r" [-–—] ")
_JOINED = re.compile(
    r"-? (to|and|or|bis|à|a|et|y|und|ou|o|oder) (?:\+ ?|plus )?"
    r"(?:about |around |as many as |even |perhaps |up to |almost |nearly |over |more than )?"
)
_BETWEEN = re.compile(r"(?<!\w)(?:between|entre|zwischen) (?:about |around |roughly |some )?$")
_FROM = re.compile(
    r"(?<!\w)(?:from|de|von) (?:about |around |roughly |some |a |an |as few as |just |only )?$"
)
_CHANGE = re.compile(
    r"\b(?:r[io]se[ns]?|rising|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing)?|increas(?:e[ds]?|ing)|decreas(?:e[ds]?|ing)"
    r"|reduc(?:e[ds]?|ing|tion)|rais(?:e[ds]?|ing)|lower(?:s|ed|ing)?|cut(?:s|ting)?|jump(?:s|ed|ing)?|up|down"
    r"|drop(?:s|ped|ping)?|climb(?:s|ed|ing)?|declin(?:e[ds]?|ing)|slid|slip(?:s|ped|ping)?|surg(?:e[ds]?|ing)"
    r"|soar(?:s|ed|ing)?|shr[aiu]nk(?:s|ing)?|expand(?:s|ed|ing)?|doubl(?:e[ds]?|ing)|went|gone|mov(?:e[ds]?|ing)"
    r"|swell(?:s|ed|ing)?|upgrad(?:e[ds]?|ing)|chang(?:e[ds]?|ing)|plung(?:e[ds]?|ing)|tripl(?:e[ds]?|ing)"
    r"|widen(?:s|ed|ing)?|narrow(?:s|ed|ing)?|revis(?:e[ds]?|ing)|improv(?:e[ds]?|ing)|trim(?:s|med|ming)?)\b"
)
_CHANGE_REACH = 110
"""Characters before "from 3 to 5" in which a verb of change makes it two figures."""
_CHANGE_NEAR = 14
"""Characters before "3 to 5" in which one does, where no "from" stands."""
_BRACKET = re.compile(
    r" ?[(\[](?:(?:or|about|around|approximately|roughly|nearly|almost|some|over|more than|equivalent to"
    r"|equal to|=) |[=~])*"
)
_AGAIN = re.compile(r"(?:[;,]| or|/) ?(?:or |about )?")
_OR = re.compile(r",? or (?:about |around |approximately |roughly |nearly |some )?| ?/ ?")
_WICKETS: Final = 10
_WIDEST = 24
"""Characters between two amounts that belong together."""
_SAME_BY: Final = 0.15
"""How far a conversion may be off: newspapers round it, seldom by more than a tenth."""
_SHARED: Final = frozenset(
    {"percent", "points", "temperature", "age", "length", "money", "duration", "mass", "area"}
)
_ENUMERATED: Final = frozenset({"percent", "points", "temperature", "age"})
"""Kinds whose unit stands once for both of "5 and 10 per cent"."""
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


def join_ranges(passage: Passage, amounts: list[Amount], floor: int) -> list[Amount]:
    """Make one amount of the two ends of a range, and leave out scores and votes.

    "between 10 and 20", "10-15 per cent" and "3 to 5 km" are one amount with two ends; "rose from 3 to
    5 per cent" stays two, the first with the unit of the second; "won 3-2" and "a 5-4 vote" are none.
    """
    joined: list[Amount] = []
    at = 0
    while at < len(amounts):
        if at + 1 < len(amounts) and _is_innings(passage, amounts[at], amounts[at + 1]):
            at += 2
            continue
        pair = _pair(passage, amounts[at], amounts[at + 1], floor) if at + 1 < len(amounts) else None
        if pair is None:
            joined.append(amounts[at])
            at += 1
        elif len(pair) > 1:  # two figures after all; the second may be one of a pair with the third
            joined.append(pair[0])
            at += 1
        else:
            joined += pair
            at += 2
    return joined


def _is_innings(passage: Passage, first: Amount, second: Amount) -> bool:
    """Runs and wickets: "45 for 3", "312 for six"."""
    return (
        first.bare
        and second.bare
        and passage.low[first.end : second.start] == " for "
        and min(first.value, second.value) <= _WICKETS
        and first.value == int(first.value)
        and second.value == int(second.value)
    )


def _pair(passage: Passage, first: Amount, second: Amount, floor: int) -> list[Amount] | None:
    """What two amounts make together: one range, two figures, nothing; or None where they are strangers."""
    gap = passage.low[first.end : second.start]
    if len(gap) > _WIDEST or (first.counted is not None and not gap.startswith(" ")):
        return None
    if _HYPHEN.fullmatch(gap):
        return _hyphened(_below_zero(passage, first, second), second, gap)
    word = _JOINED.fullmatch(gap)
    return _worded(passage, first, second, word[1], floor) if word is not None else None


def drop_conversions(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """Leave out amounts that say again in another unit what stands before: "1,600 km (994 miles)".

    The amount before keeps where they stand.
    """
    kept: list[Amount] = []
    said, end, inside = None, 0, False
    for amount in amounts:
        gap = passage.low[end : amount.start] if said is not None else ""
        if said is not None and _is_conversion(said, amount, gap, inside=inside):
            inside = inside or _BRACKET.fullmatch(gap) is not None
            end = amount.end
            first = kept[-1].also[0] if kept[-1].also is not None else amount.start
            kept[-1] = kept[-1]._replace(also=(first, end))
            continue
        kept.append(amount)
        said, end, inside = amount, amount.end, False
    return kept


def _is_conversion(said: Amount, amount: Amount, gap: str, *, inside: bool) -> bool:
    if said.unit is None or amount.unit is None or len(gap) > _WIDEST:
        return False
    if said.unit.kind != amount.unit.kind or (said.unit.symbol, said.unit.per) == (
        amount.unit.symbol,
        amount.unit.per,
    ):
        return False
    if (said.unit.per is None) != (amount.unit.per is None):
        return False  # "$34,990, or $499 a month"
    factors = said.unit.factor * amount.unit.factor
    same = factors and _near(said.value * said.unit.factor, amount.value * amount.unit.factor)
    if _BRACKET.fullmatch(gap) or (inside and _AGAIN.fullmatch(gap)):
        return not factors or bool(same) or said.value_to is not None
    return _OR.fullmatch(gap) is not None and (bool(same) or said.unit.kind in ("money", "temperature"))


def _near(first: float, second: float) -> bool:
    return abs(first - second) <= _SAME_BY * max(abs(first), abs(second))


def _below_zero(passage: Passage, first: Amount, second: Amount) -> Amount:
    """The first end of a range with the minus sign that the second's unit explains: "-5-0 degrees"."""
    measured = second.unit is not None and second.unit.kind in ("temperature", "percent", "points")
    if not first.bare or not measured or first.value < 0:
        return first
    minus = _MINUS.search(passage.low, max(0, first.start - len(" minus ")), first.start)
    return first if minus is None else first._replace(value=-first.value, start=first.start - len(minus[1]))


def _hyphened(first: Amount, second: Amount, gap: str) -> list[Amount]:
    if _SPACED_HYPHEN.fullmatch(gap) and (first.counted is not None or first.unit is not None):
        return [first, second]  # a dash between two clauses
    first = _scaled(first, second)
    exact = first.value != int(first.value) or second.value != int(second.value)
    if second.bare and first.bare and not (exact or first.number.scale > 1 or second.number.scale > 1):
        return []
    if second.counted is not None and second.counted.head in lexicon.CONTESTS:
        return []
    if _are_one(first, second):
        return [_range(first, second, first.start)]
    return [] if first.bare else [first, second]


def _worded(passage: Passage, first: Amount, second: Amount, word: str, floor: int) -> list[Amount]:
    """One range, or the two amounts as they are."""
    low, first = passage.low, _below_zero(passage, first, second)
    before = low[max(floor, first.start - _CHANGE_REACH) : first.start]
    at = first.start - len(before)
    scaled = _scaled(first, second)
    if word in ("and", "et", "y", "und"):
        between = _BETWEEN.search(before)
        if between is not None and first.counted is None and _are_one(scaled, second):
            return [_range(scaled, second, at + between.start())]
        shared = second.unit is not None and second.unit.kind in _ENUMERATED
        scale_free = first.value == first.number.value  # not "11.9m and 49.2% of viewers"
        return (
            [_with_unit(first, second), second] if shared and first.bare and scale_free else [first, second]
        )
    if first.counted is not None:
        return [first, second]
    if word in ("or", "ou", "o", "oder"):
        near = not second.bare and first.value < second.value <= 3 * first.value
        return [_range(scaled, second, first.start)] if near and _are_one(scaled, second) else [first, second]
    source = _FROM.search(before)
    reach = before if source is not None else before[-_CHANGE_NEAR:]
    far = source is None and not second.bare and scaled.value < second.value <= 3 * scaled.value
    english = passage.wording.code == "en"
    if (_CHANGE.search(reach) if english else is_moving(passage, reach)) and not far:
        return [_with_unit(scaled, second), second]
    if second.bare and first.bare and source is None:
        return [first, second]
    if _are_one(scaled, second):
        return [_range(scaled, second, at + source.start() if source is not None else first.start)]
    return [_with_unit(scaled, second), second]


def _scaled(first: Amount, second: Amount) -> Amount:
    """Give the first number the multiplier that the second alone carries: "10 to 15 million"."""
    scale = second.value / second.number.value * second.number.scale if second.number.value else 1.0
    own = first.number.scale > 1 or first.value != first.number.value
    other = first.unit is not None and second.unit not in (None, first.unit)
    share = first.unit is not None and first.unit.kind in ("percent", "points") and second.unit is None
    if (
        own
        or share
        or other
        or scale <= 1
        or first.value >= second.value / scale
        or first.value * scale > second.value
    ):
        return first
    return first._replace(value=first.value * scale)


def _with_unit(first: Amount, second: Amount) -> Amount:
    if first.bare and second.unit is not None and second.unit.kind in _SHARED:
        return first._replace(unit=second.unit)
    return first


def _are_one(first: Amount, second: Amount) -> bool:
    if first.spoilt or second.spoilt or (first.value >= second.value and second.value >= 0):
        return False
    if first.value == second.value:
        return False
    if first.unit is None:
        return not (
            second.bare
            and _FIRST_YEAR <= first.value <= _LAST_YEAR
            and _FIRST_YEAR <= second.value <= _LAST_YEAR
        )
    return second.unit == first.unit or (second.unit is None and second.counted is None)


def _range(first: Amount, second: Amount, start: int) -> Amount:
    return first._replace(
        start=start,
        end=second.end,
        value=min(first.value, second.value),  # "from -18 to -34 degrees"
        value_to=max(first.value, second.value),
        unit=second.unit or first.unit,
        counted=second.counted or first.counted,
        core=second.core,
    )
