"""Numbers in words: "twenty-two", "three hundred thousand", "half a million", "dozens of"."""

import re
from typing import Final

from wiredesk.extract.figures.number import Number
from wiredesk.extract.figures.passage import Passage
from wiredesk.extract.figures.sums import Sum
from wiredesk.extract.figures.wording import Wording

_HALF_MORE = re.compile(r"[ -]and[ -](?:a|one)[ -](half|quarter)(?![a-z])")
_HALF_OF = re.compile(r"half(?:[ -]an? |-| )([a-z]+)(?![a-z])")
_PARTS: Final = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "seventh": 1 / 7,
    "eighth": 1 / 8, "ninth": 1 / 9, "tenth": 1 / 10, "hundredth": 1 / 100, "thousandth": 1 / 1000,
}  # fmt: skip
_PART = re.compile(rf"[ -](half|halves|{'|'.join(list(_PARTS)[1:])})(s?)(?![a-z])")
_WHOLE = re.compile(r" (?:of|the|an?|its|their|his|her|our|my|that|those|these|this)(?![a-z])")
_ENDS = re.compile(
    r"(?:[.,;:)!?\"”'\n]|$| (?:of|in|to|from|since|on|at|over|and|or|this|last|compared|after|as|when|because"
    r"|more|less|fewer|higher|lower|bigger|smaller|during|by|between|but|for|with|within|before|while|off|if"
    r"|each|is|are|was|were|had|have)(?![a-z]))"
)
"""What may follow "a third" where it is a share; before a noun it is an ordinal ("a third man")."""
_SHARE_BEFORE = re.compile(
    r"(?:by|than|nearly|almost|about|around|roughly|over|under|least|approximately|to|up|down|just|only|for|some|exactly"
    r"|another|further|from|up to|close to|least|take|takes|took|is|was|are|were) $"
)
_OTHER_HALF = re.compile(
    r"(?:first|second|other|top|bottom|final|latter|early|opening|better|front|back|last|later|one|centre|fly"
    r"|half|his|her) $"
)
_FRACTION = re.compile(rf"(?:{'|'.join(_PARTS)})(?![a-z])")
_BOUND = re.compile(
    r"(?:(?:more|less|fewer|longer|shorter|higher|lower|further|bigger) than|over|under|nearly|almost|about"
    r"|around|at least|within|up to|roughly|approximately|barely|just short of|close to) $"
)
_LONG = (" decade", " century", " fortnight")
_DURING = re.compile(r"(?<!\w)(?:for|in|within|after|of) $")
_MEASURE_OF = re.compile(
    r" (?:tonne|ton|kilo|kilogram|pound|ounce|gram|gallon|litre|liter|pint|inch|foot|metre|meter|acre"
    r"|hectare) of (?!the)"
)
_OF_VAGUE = re.compile(r" (?:de )?([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")
_WHOLE_ABROAD = re.compile(r" (?:de|des|du|del|der|von|dieser|seiner|ihrer|من)(?!\w)| d'| ال")
_OF_SCALE = re.compile(r" of (thousands|millions|billions|trillions)(?![a-z])")
_LEAST = re.compile(r"(?<![\w-])(?:several|(?:a )?few|many|couple of) $")
_DOZEN = 12
_LOOK_BACK = 12
"""Characters before a multiplier word in which its "a" or "several" stands."""


def read_spelled(passage: Passage, start: int) -> Number | None:
    """The number in words that begins at `start`, or None where the word there counts nothing.

    A multiplier alone ("million") takes the "a" or "several" before it into the number.
    """
    low, words = passage.low, passage.wording
    match = words.more.match(low, start)
    if match is None and low.startswith(("a ", "an "), start):
        return _one(low, start)
    if match is None:
        if words.code != "en":
            return _abroad(low, start, words) or _vague(low, start, words)
        return _half(low, start, words) or _fraction(low, start) or _vague(low, start, words)
    word = match[2]
    if words.parts and (share := words.part.match(low, match.end())) and word in words.cardinals:
        return Number(start, share.end(), words.cardinals[word] * words.parts[share[1]], 1, "fraction")
    if word in words.cardinals and not words.goes_on.match(low, match.end()):
        return Number(start, match.end(), float(words.cardinals[word]), 1, "words")
    if word in words.scales:
        if words.code != "en" and words.scales[word] <= 1e3:  # "mil", "cent", "tausend" need no "one"
            return _sum(low, start, start, words, Sum(group=1.0, last=1.0))
        return _with_article(low, start, words) or _vague(low, start, words)
    part = _PART.match(low, match.end())
    if part is not None and words.code == "en" and _is_part(word, part):
        value = words.cardinals[word] * _PARTS["half" if part[1] == "halves" else part[1]]
        return Number(start, part.end(), value, 1, "fraction")
    number = _sum(low, start, start, words, Sum())
    return _with_decimals(low, number, words) if low.startswith(" point ", number.end) else number


def _is_part(word: str, part: re.Match[str]) -> bool:
    """Whether a cardinal and an ordinal make a fraction: "two thirds"; "two quarters" are half a year."""
    if part[1] == "quarter" and part[2]:
        return word == "three"
    return bool(part[2]) or part[1] == "halves" or word == "one"


def multiply(low: str, number: Number, words: Wording) -> Number:
    """Take the "and a half" and the multiplier words behind digits into the number."""
    value, end = number.value, number.end
    if not (behind := low[end : end + 2]).strip(" -").isalpha():
        return number  # no word follows
    half = _HALF_MORE.match(low, end) if behind[1:] == "a" else None
    if half is not None:
        value, end = value + _PARTS[half[1]], half.end()
    scale = 1.0
    while (match := words.more.match(low, end)) and not match[1] and match[2] in words.scales:
        factor = words.scales[match[2]]
        if factor == words.scales.get("dozen") and scale > 1:
            break
        value, scale, end = value * factor, scale * factor, match.end()
    return Number(number.start, end, value, scale, number.written)


def _with_decimals(low: str, number: Number, words: Wording) -> Number:
    """ "one point three", as it is said in speeches"""
    value, place, end = number.value, 0.1, number.end + len(" point")
    while (match := words.more.match(low, end)) and words.cardinals.get(match[2], 10) < 10:
        value, place, end = value + words.cardinals[match[2]] * place, place / 10, match.end()
    return number if end == number.end + len(" point") else number._replace(end=end, value=round(value, 6))


def _one(low: str, start: int) -> Number | None:
    """ "more than a year", "a gallon of water", "the worst in a decade": one of a unit"""
    end = start + 2 if low[start + 1] == "n" else start + 1
    before = low[max(0, start - _LOOK_BACK) : start]
    long = low.startswith(_LONG, end) and _DURING.search(before)
    if _BOUND.search(before) or long or _MEASURE_OF.match(low, end):
        return Number(start, end, 1.0, 1, "words")
    return None


def _half(low: str, start: int, words: Wording) -> Number | None:
    """ "half a million", "half-dozen" """
    match = _HALF_OF.match(low, start)
    scale = words.scales.get(match[1]) if match is not None else None
    if match is None or scale is None:
        return None
    if low[max(0, start - 2) : start] == "a ":
        start -= 2
    return Number(start, match.end(), scale / 2, scale, "words")


def _fraction(low: str, start: int) -> Number | None:
    """ "half of", "half an hour", "a third of", "a quarter of", and bare in "rose by a fifth" """
    match = _FRACTION.match(low, start)
    if match is None:
        return None
    word, end = match[0], match.end()
    if word == "half":
        before = low[max(0, start - _LOOK_BACK) : start]
        if _OTHER_HALF.search(before):
            return None
        whole = _WHOLE.match(low, end)
        if whole is None and not (_SHARE_BEFORE.search(before) and _ENDS.match(low, end)):
            return None
        return Number(start, end, 1 / 2, 1, "fraction")
    if low[max(0, start - 2) : start] != "a " and low[max(0, start - 3) : start] != "an ":
        return None
    first = start - (2 if low[start - 2 : start] == "a " else 3)
    share = _SHARE_BEFORE.search(low[max(0, first - _LOOK_BACK) : first])
    if low.startswith(" of ", end) or (share is not None and _ENDS.match(low, end)):
        return Number(first, end, _PARTS[word], 1, "fraction")
    return None


def _abroad(low: str, start: int, words: Wording) -> Number | None:
    """ "une vingtaine", "ein Drittel der", "medio millón" """
    half = words.half.match(low, start)
    if half is not None:
        scale = words.scales[half[1]]
        return Number(start, half.end(), scale / 2, scale, "words")
    word = _WORD.match(low, start)
    if word is None:
        return None
    if word[0] in words.rounds:
        return Number(start, word.end(), words.rounds[word[0]], 1, "round")
    whole = word[0] in words.parts and _WHOLE_ABROAD.match(low, word.end())
    return Number(start, word.end(), words.parts[word[0]], 1, "fraction") if whole else None


def _vague(low: str, start: int, words: Wording) -> Number | None:
    """ "thousands", "tens of billions", "several hundred" """
    for word, least in words.vague.items():
        if low.startswith(word, start) and not low[start + len(word) : start + len(word) + 1].isalpha():
            end = start + len(word)
            more = _OF_SCALE.match(low, end)
            if more is not None:
                return Number(start, more.end(), least * words.scales[more[1].rstrip("s")], 1, "vague")
            of = _OF_VAGUE.match(low, end)
            if of is not None and words.vague.get(of[1], 0) >= least:
                return Number(start, of.end(), least * words.vague[of[1]], 1, "vague")
            return Number(start, end, float(least), 1, "vague")
    return None


def _with_article(low: str, start: int, words: Wording) -> Number | None:
    """ "a dozen", "a hundred and five", "several thousand" """
    before = low[max(0, start - _LOOK_BACK) : start]
    match = words.one.search(before) or _LEAST.search(before)
    if match is None:
        return None
    first = start - len(before) + match.start()
    number = _sum(low, first, start - 1, words, Sum(group=1.0, last=1.0))
    return number if match.re is words.one else number._replace(written="vague")


def _sum(low: str, start: int, at: int, words: Wording, number: Sum) -> Number:
    """Add up the number words from `at` on, as long as they make one number that begins at `start`."""
    end = at
    while match := words.more.match(low, end):
        word = match[2]
        if word in words.cardinals:
            taken = number.add(words.cardinals[word], joined=bool(match[1]))
        else:
            taken = not match[1] and number.multiply(words.scales[word])
        if not taken:
            break
        end = match.end()
        half = _HALF_MORE.match(low, end)
        if half is not None:
            number.add_part(_PARTS[half[1]])
            end = half.end()
        if words.scales.get(word) == _DOZEN:
            break
    return Number(start, end, number.total + (number.group or 0.0), number.scale, "words")
