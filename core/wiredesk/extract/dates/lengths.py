"""Lengths of time, repeated times and times of day: TIMEX3's types beside DATE, for those who ask for them.

No part of a timeline: a length has no place in the calendar, a time of day none but its day's.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from wiredesk.extract.dates.lexicon import DEFAULT_LANGUAGE
from wiredesk.extract.dates.timex import Timex

_ONES: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS: Final = {
    **{word: number for number, word in enumerate(_ONES, start=1)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    **{
        f"{ten}-{one}": 10 * tens + ones
        for tens, ten in enumerate(_TENS, start=2)
        for ones, one in enumerate(_ONES[:9], start=1)
    },
    "a": 1, "an": 1, "couple": 2, "dozen": 12,
}  # fmt: skip
_UNITS: Final = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "week": "{}W",
    "fortnight": "{}W", "weekend": "{}WE", "month": "{}M", "quarter": "{}Q",
    "year": "{}Y", "decade": "{}DE", "century": "{}CE",
}  # fmt: skip
_TIMES_TEN: Final = {"decade": 10, "century": 100, "fortnight": 2}
_REPEATED: Final = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y",
    "annual": "P1Y", "annually": "P1Y", "hourly": "PT1H",
}  # fmt: skip
_SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNIT: Final = "second|minute|hour|day|night|week|fortnight|weekend|month|quarter|year|decade|century"
_PLURAL: Final = "seconds|minutes|hours|days|weeks|months|years|decades|centuries"
_WORD: Final = "|".join(sorted(_NUMBERS.keys() - {"a", "an", "couple", "dozen"}, key=len, reverse=True))
_COUNT: Final = rf"(?P<count>\d+(?:[.,]\d+)?|{_WORD}|a\s+couple(?:\s+of)?|a\s+dozen)"
_VAGUE: Final = r"(?:several|a\s+few|few|many|some)"
_HEDGE: Final = (
    r"(?:(?:about|around|nearly|almost|approximately|roughly|at\s+least|(?:more|less)\s+than|over|up\s+to)"
    r"\s+)?"
)
_STEP: Final = r"(?:the\s+)?(?:past|last|next|coming|first|previous|following)"
_NO_AGE: Final = r"(?![\s-]+olds?\b)"


def _expression(pattern: str, *, but: str = r"\Z") -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$£€.,-])(?!{but})(?:{pattern})(?!\w)", re.IGNORECASE)


_COUNTED: Final = _expression(
    rf"{_HEDGE}(?:(?:{_STEP}|the)\s+)?{_COUNT}(?P<half>\s+and\s+a\s+half)?[\s-]+(?P<unit>{_UNIT}|centurie)s?{_NO_AGE}"
)
_ONE: Final = _expression(
    rf"{_HEDGE}(?P<part>half\s+)?an?\s+(?P<unit>{_UNIT})|{_STEP}\s+(?P<this>decade|century)",
    but=r"an?\s+second\b",
)
_UNCOUNTED: Final = _expression(rf"(?:{_STEP}\s+)?(?:{_VAGUE}\s+)?(?P<units>{_PLURAL}){_NO_AGE}")
_EVERY: Final = _expression(
    rf"(?P<word>{'|'.join(_REPEATED)})|(?:every|each)\s+(?:(?P<day>{'|'.join(_WEEKDAYS)})|(?P<each>{_UNIT})"
    rf"|(?P<season>{'|'.join(_SEASONS)}))"
    rf"|(?P<days>{'|'.join(_WEEKDAYS)})s|(?:once|twice|times)\s+an?\s+(?P<per>{_UNIT})"
)
_CLOCK: Final = _expression(
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.\s?m\.|[ap]\s?m\b)"
    r"|(?P<hours>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)|(?P<name>noon|midnight)"
)


def lengths(sentence: str, language: str | None, day: date | None) -> list[Timex]:
    """Lengths, repeated times and times of day of an English sentence; none in other languages.

    Args:
        sentence: Its text.
        language: ISO 639-1, or None for unknown: read as English.
        day: The day that times of day are taken for; or None.

    Returns:
        Expressions without overlap, in no order; where several fit, the repeated time, the time of day,
        the counted length win in this order.
    """
    if language not in (None, DEFAULT_LANGUAGE):
        return []
    found: list[Timex] = []
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Timex]], ...] = (
        (_EVERY, _repeated),
        (_CLOCK, lambda match: _time_of_day(match, day)),
        (_COUNTED, _counted),
        (_ONE, _one),
        (_UNCOUNTED, _uncounted),
    )
    for pattern, read in readers:
        found += free_of(map(read, pattern.finditer(sentence)), found)
    return found


def free_of(timexes: Iterator[Timex], taken: list[Timex]) -> list[Timex]:
    """Those that overlap none of the others."""
    return [one for one in timexes if not any(one.start < k.end and k.start < one.end for k in taken)]


def _length(unit: str, number: float | None) -> str:
    if number is None:
        return "P" + _UNITS[unit].format("X")
    many = number * _TIMES_TEN.get(unit, 1)
    form = {"decade": "{}Y", "century": "{}Y"}.get(unit, _UNITS[unit])
    return "P" + form.format(int(many) if many == int(many) else many)


def _counted(match: re.Match[str]) -> Timex:
    words = match["count"].lower().split()
    written = words[1] if len(words) > 1 else words[0]
    number = float(written.replace(",", "")) if written[0].isdigit() else float(_NUMBERS[written])
    unit = match["unit"].lower().replace("centurie", "century")
    return Timex(*match.span(), "DURATION", _length(unit, number + (0.5 if match["half"] else 0)))


def _one(match: re.Match[str]) -> Timex:
    unit = (match["unit"] or match["this"]).lower()
    halves = {"year": "P6M", "hour": "PT30M", "day": "PT12H", "century": "P50Y", "decade": "P5Y"}
    value = halves.get(unit, _length(unit, 0.5)) if match["part"] else _length(unit, 1)
    return Timex(*match.span(), "DURATION", value)


def _uncounted(match: re.Match[str]) -> Timex:
    unit = match["units"].lower().removesuffix("s").replace("centurie", "century")
    return Timex(*match.span(), "DURATION", _length(unit, None))


def _repeated(match: re.Match[str]) -> Timex:
    if match["word"]:
        value = _REPEATED[match["word"].lower()]
    elif day := match["day"] or match["days"]:
        value = f"XXXX-WXX-{_WEEKDAYS.index(day.lower()) + 1}"
    elif season := match["season"]:
        value = f"XXXX-{_SEASONS[season.lower()]}"
    else:
        value = _length((match["each"] or match["per"]).lower(), 1)
    return Timex(*match.span(), "SET", value)


def _time_of_day(match: re.Match[str], day: date | None) -> Timex:
    hour = int(match["hour"] or match["hours"] or 12)
    if half := match["half"]:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if (match["name"] or "").lower() == "midnight":
        hour = 24
    value = day and f"{day.isoformat()}T{hour:02d}:{match['minute'] or match['minutes'] or '00'}"
    return Timex(*match.span(), "TIME", value)
