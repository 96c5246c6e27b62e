"""Numbers in digits, in the style of the text's language: "1,600.5", "1.600,5", "816 000", "4.2bn", "2½"."""

import re
from typing import Final

from wiredesk.extract.figures.number import Number
from wiredesk.extract.figures.passage import Passage
from wiredesk.extract.figures.spelled import multiply
from wiredesk.extract.figures.units import is_letter, is_prefix

DIGITS: Final = re.compile(r"[0-9]+(?:[.,][0-9]+|'[0-9]{3}(?![0-9]))*")
"""A run of digits, grouped or not; the Swiss group by apostrophes."""

VULGAR: Final = re.compile(r"(?<![0-9])(?<![0-9][ -])[½¼¾⅓⅔⅛]")
"""A fraction of one character that stands alone. Apart from `DIGITS`, which is twice as fast without it."""

_SPACED = re.compile(r"(?: [0-9]{3})+(?![0-9]| [0-9])")
_FRACTION = re.compile(r"[ -]?([½¼¾⅓⅔⅛])|[ -]([1-9])/([2-9])(?![0-9/])")
SIGNS: Final = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8}
"""Fractions of one character, with their values."""
_PART_OF = re.compile(
    r"/([0-9]{1,3})(?=(?:th|rd)?(?: of | the |[ -](?:inch|mile|cup|teaspoon|tablespoon|point)))"
)
"""Behind a numerator: "1/4 inch", "about 1/40 of it"; without a thing behind it, "9/11" is a name."""
_POWER = re.compile(
    r" ?[x×*·] ?(10|2)\^?([-⁻]?)([0-9⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\w|[.,][0-9])|e([-+]?)([0-9]{1,3})(?!\w|[.,][0-9])"
)
_RAISED_DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ERROR = re.compile(
    r" ?(?:±|\+/-|\+-|plus or minus) ?[0-9]+(?:[.,][0-9]+)*(?:e-?[0-9]+| ?[x×] ?10-?[0-9]+)?(?![\w.,]*[0-9])"
)
"""The margin that a measurement states of itself: part of it, no figure of its own."""
_MOST_POWER = 300
_PLURAL = re.compile(r"'?s(?!\w)")
_LETTER = re.compile(r"([kmbt])(?![a-z0-9²³^])")
_TIME = re.compile(
    r"(?:[.:][0-5][0-9])? ?(?:[ap]\.m\b|[ap]m\b|o'clock|gmt\b|utc\b|bst\b|cet\b|est\b|edt\b)"
    r"|(?:h| h |:)[0-5][0-9](?![0-9])| uhr\b"
)
_HOUR = re.compile(r"[0-9]{1,2}[.,][0-5][0-9]")
"""Digits that can be hours and minutes; "2.1 pm" is a length."""
_GLUED_BEFORE = frozenset("#@_/:\\^=&")
_GLUED_BEHIND = frozenset("/:\\_")
_BEFORE_HYPHEN = frozenset({"", "%", "k", "m", "b", "t", "bn", "tn", "mn"})
_PREFIX_LENGTH = 4
"""Letters of the longest currency code that may be glued to an amount (USD5, Rs500, RM20)."""
_LEAST_OF_LETTER = 1e5
"""The least multiplier that makes a currency of a single letter in front."""
_MOST_DIGITS = 24
"""A longer run is an account, a key or noise, never a figure."""


def read_digits(passage: Passage, start: int, raw: str, behind: int) -> Number | None:
    """The number whose digits `raw` begin at `start`; None for what is glued into something else.

    Left out are parts of words and identifiers (G7, F-16, covid-19, 21st, 4x4), times of day, dates
    and ratios with strokes or colons, versions, and numbers with leading zeros.

    Args:
        raw: A match of `DIGITS`.
        behind: Where the number before this one ends.
    """
    low = passage.low
    end = start + len(raw)
    if len(raw) > _MOST_DIGITS or not _stands_free(passage, start, behind):
        return None
    if (raw.isdigit() or _HOUR.fullmatch(raw)) and _TIME.match(low, end):
        return None
    if low[end : end + 1] == " " and raw.isdigit() and len(raw) <= 3 and (spaced := _SPACED.match(low, end)):
        raw, end = raw + spaced[0].replace(" ", ""), spaced.end()
    if raw in SIGNS:
        return Number(start, end, SIGNS[raw], 1, "fraction")
    value = value_of(raw, decimal_comma=passage.wording.decimal_comma)
    if value is None:
        return None
    fraction = _FRACTION.match(low, end)
    if fraction is not None and value == int(value):
        value += SIGNS[fraction[1]] if fraction[1] else int(fraction[2]) / int(fraction[3])
        end = fraction.end()
    elif (part := _PART_OF.match(low, end)) is not None and 0 < value < int(part[1]):
        suffixed = part.end() + 2 * low.startswith(("th", "rd"), part.end())
        return Number(start, suffixed, value / int(part[1]), 1, "fraction")
    elif (power := _POWER.match(low, end)) is not None:
        base, sign, digits = (power[1], power[2], power[3]) if power[1] else ("10", power[4], power[5])
        exponent = min(int(digits.translate(_RAISED_DIGITS)), _MOST_POWER)
        value, end = value * float(base) ** (-exponent if sign in ("-", "⁻") else exponent), power.end()
    if (margin := _ERROR.match(low, end)) is not None:
        end = margin.end()
    if _PLURAL.match(low, end):
        return None  # a decade (1960s), models (737s)
    number = multiply(low, Number(start, end, value, 1, "digits"), passage.wording)
    after = low[number.end : number.end + 2]
    if after[:1] in _GLUED_BEHIND and after[1:].isdigit():
        return None
    if number.scale == 1 and after[:1].isalpha() and (letter := _LETTER.match(low, number.end)):
        number = number._replace(letter=letter[1])
    if (
        number.scale < _LEAST_OF_LETTER
        and number.letter not in ("m", "b")
        and is_letter(low[start - 1 : start].upper())
    ):
        return None  # "N95" is a name, "N95m" an amount
    return number


def value_of(raw: str, *, decimal_comma: bool) -> float | None:
    """The value of digits with points and commas, or None where they make no number.

    Both signs in one number, or one sign several times, tell the style by themselves; otherwise the
    language does: "1.600" is 1.6 in English and 1600 in German.
    """
    raw = raw.replace("'", "")
    if raw.isdigit():
        return None if raw[0] == "0" and len(raw) > 1 else float(raw)
    points, commas = raw.count("."), raw.count(",")
    if points and commas:
        decimal = "," if raw.rfind(",") > raw.rfind(".") else "."
    elif points > 1 or commas > 1:
        decimal = "," if points else "."
    else:
        decimal = "," if decimal_comma else "."
    whole, _, rest = raw.partition(decimal)
    groups = re.split(r"[.,]", whole)
    if not rest.isdigit() and rest:
        return None
    if len(groups) > 1 and not _are_groups(groups):
        # One comma that groups nothing is a decimal sign even in English ("4,5"), written abroad.
        return float(raw.replace(",", ".")) if commas == 1 and not points and len(groups[0]) < 4 else None
    if len(whole) > 1 and whole[0] == "0":
        return None
    return float("".join(groups) + ("." + rest if rest else ""))


def _are_groups(groups: list[str]) -> bool:
    """Thousands (1,234,567), or the Indian way (12,34,567)."""
    inner = {len(group) for group in groups[1:-1]}
    return 1 <= len(groups[0]) <= 3 and len(groups[-1]) == 3 and inner in ({3}, {2}, set())


def _stands_free(passage: Passage, start: int, behind: int) -> bool:
    """Whether what is glued to the front of the digits leaves them a number of their own."""
    low = passage.low
    before = low[start - 1 : start] if start else ""
    if not before or before == " ":
        return True
    if before.isalnum():
        if before in passage.wording.clitics and not low[start - 2 : start - 1].isalnum():
            return True
        word = re.search(r"[^\W\d_]*$", passage.text[max(0, start - _PREFIX_LENGTH) : start])
        return word is not None and (is_prefix(word[0]) or is_letter(word[0]))
    if before == "-":
        # The second end of a range may have a unit or a letter before its hyphen: "10%-15%", "5m-10m".
        return (
            start < 2
            or not low[start - 2].isalnum()
            or low[max(behind, start - 4) : start - 1] in _BEFORE_HYPHEN
        )
    if before in ".,":
        return not low[start - 2 : start - 1].isalnum()
    if before == "+":
        return start < 2 or not low[start - 2].isalnum()
    return before not in _GLUED_BEFORE
