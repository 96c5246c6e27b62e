"""The grammar: which kinds of tokens in a row are a date, and who reads them.

A rule is a regular expression over kinds of tokens (`lexer.KINDS`), written with their names; white
space between names means nothing. Names in capitals of two letters and more are the shorthands below.
At each place the first rule that fits and whose reader accepts wins, so the longer ones stand first.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from wiredesk.extract.dates import days, explicit, months, units, years
from wiredesk.extract.dates.found import Found, Reading, Situation
from wiredesk.extract.dates.lexer import CODE, Row, kinds_of, tokens_of
from wiredesk.extract.dates.lexicon import COMPANIONS, STRONG, WEAK

Reader = Callable[[Found], Reading | None]
"""Reads an expression; None where it is no date after all."""

_SHORTHANDS: Final = {
    "MONTH": "(?:Month|ShortMonth stop?)",
    "WEEKDAY": "(?:(?:Weekday|ShortWeekday stop?) comma?)",
    "NUMBER": "(?:DD|NTH)",
    "UNTIL": "(?:dash|to)",
    "MODIFIER": "(?:(?:the? edge of|the? early dash?) the?)",
    "SPOKEN": "(?:a? couple of?|tens (?:dash? ones)?|ones|DD|NUM|YYYY|a)",
    "COUNT": "(?:SPOKEN (?:and a half)?)",
    "UNIT": "(?:day|week|fortnight|month|quarter|year|decade|century)",
    "UNITS": "(?:days|weeks|months|years|decades|centuries|UNIT)",
    "LASTNEXT": "(?:the? (?:last|next|this|current))",
    "THATONE": "(?:the? (?:last|next|past|this [past next]?))",
    "ANAPHORIC": "(?:the? (?:previous|following)|the? same|that)",
}


def _expanded(pattern: str) -> str:
    """Replace names by the characters that stand for their kinds."""
    return re.sub(
        r"[A-Za-z]+", lambda m: CODE[m[0]] if m[0] in CODE else _expanded(_SHORTHANDS[m[0]]), pattern
    ).replace(" ", "")


_RULES: Final[tuple[tuple[str, Reader], ...]] = (
    # dates in figures
    ("iso", explicit.iso_day),
    ("isoweek", explicit.iso_week),
    ("isomonth", explicit.iso_month),
    ("cjk", explicit.cjk),
    ("dotted", explicit.dotted),
    ("slashed", explicit.slashed),
    # ranges
    (
        "WEEKDAY? NUMBER stop? (?:UNTIL|and) WEEKDAY? the? NUMBER stop? of? MONTH (?:comma|of)? YYYY",
        explicit.days_of_month,
    ),
    ("WEEKDAY? MONTH NUMBER (?:UNTIL|and) WEEKDAY? NUMBER comma? YYYY", explicit.days_of_month),
    (
        "NUMBER stop? of? MONTH YYYY? UNTIL WEEKDAY? the? NUMBER stop? of? MONTH (?:comma|of)? YYYY",
        explicit.day_to_day,
    ),
    ("MONTH NUMBER comma? YYYY? UNTIL WEEKDAY? MONTH NUMBER comma? YYYY", explicit.day_to_day),
    (
        "(?<=between) NUMBER stop? of? MONTH YYYY? and the? NUMBER stop? of? MONTH comma? YYYY",
        explicit.day_to_day,
    ),
    ("(?<=between) MONTH NUMBER comma? YYYY? and MONTH NUMBER comma? YYYY", explicit.day_to_day),
    ("MONTH YYYY? UNTIL MONTH of? YYYY", explicit.month_to_month),
    ("(?<=between) MONTH YYYY? and MONTH of? YYYY", explicit.month_to_month),
    ("YYYY dash YYYY", years.year_to_year),
    ("YYYY slash YYYY", years.year_to_year),
    ("(?<=from) YYYY to YYYY", years.year_to_year),
    ("(?<=between) YYYY and YYYY", years.year_to_year),
    ("YYYY [dash slash] [DD NUM]", years.short_years),
    # a day, its year written or said
    ("WEEKDAY? NUMBER Month slash Month YYYY", explicit.full_twice),
    ("Month slash Month of? YYYY", explicit.month_twice),
    ("WEEKDAY? the? NUMBER (?:of|dash|stop)? MONTH (?:comma|of|stop|dash)? YYYY", explicit.full),
    ("DD dash? ShortMonth stop? dash? [DD NUM]", explicit.short_full),
    ("WEEKDAY? the? (?:tens dash?)? ordinal of MONTH (?:comma|of)? YYYY", explicit.full),
    ("WEEKDAY? MONTH the? NUMBER (?:comma|stop|of|dash)? YYYY", explicit.full),
    (
        "WEEKDAY? the? (?:NUMBER stop?|ordinal) of? MONTH of? (?:LASTNEXT|ANAPHORIC) year",
        days.month_day_of_year,
    ),
    ("WEEKDAY? MONTH NUMBER comma? of? (?:LASTNEXT|ANAPHORIC) year", days.month_day_of_year),
    # a day of a year to be found
    ("WEEKDAY? NUMBER stop? (?:UNTIL|and) WEEKDAY? the? NUMBER stop? of? MONTH", days.days_of_month),
    ("WEEKDAY? MONTH NUMBER (?:UNTIL|and) NUMBER (?!counted)", days.days_of_month),
    ("NUMBER stop? of? MONTH UNTIL WEEKDAY? the? NUMBER stop? of? MONTH", days.day_to_day),
    ("MONTH NUMBER UNTIL WEEKDAY? MONTH NUMBER", days.day_to_day),
    ("(?<=between) MONTH NUMBER and MONTH NUMBER", days.day_to_day),
    ("WEEKDAY? the? NUMBER stop? of? MONTH (?!NUMBER)", days.month_day),
    ("WEEKDAY? the? (?:tens dash?)? ordinal of MONTH", days.month_day),
    ("WEEKDAY? MONTH the? NUMBER (?!counted)", days.month_day),
    ("the? (?:ordinal|NTH|last) Weekday (?:of|in) MONTH comma? YYYY", explicit.weekday_of_month),
    ("the? (?:ordinal|NTH|last) Weekday (?:of|in) MONTH", days.weekday_of_month),
    ("the NTH (?:of the month)?", days.day_of_context),
    # months
    ("MODIFIER? MONTH comma? of? YYYY", explicit.month_of_year),
    ("MODIFIER? MONTH of? (?:LASTNEXT|ANAPHORIC) year", months.month_of_year),
    ("MONTH dash (?:to dash)? MONTH", months.month_to_month),
    ("(?<=from) Month to Month", months.month_to_month),
    ("(?<=between) Month and Month", months.month_to_month),
    ("MODIFIER? (?:THATONE early?)? dash? Month", months.month),
    # quarters, halves, fiscal years, seasons
    (
        "the? (?:ordinal|NTH) dash? (?:quarter|half) of the? (?:fiscal year?|year)? YYYY",
        explicit.quarter_of_year,
    ),
    (
        "the? (?:ordinal|NTH) dash? (?:quarter|half) of (?:LASTNEXT|ANAPHORIC) (?:fiscal)? year",
        months.quarter_of_year,
    ),
    ("LASTNEXT year possessive (?:ordinal|NTH) dash? (?:quarter|half)", months.quarter_of_year),
    ("the? YYYY possessive? (?:ordinal|NTH) dash? (?:quarter|half)", explicit.quarter_of_year),
    ("the? (?:ordinal|last) SPOKEN months of YYYY", explicit.months_of_year),
    ("[Q H] (?:of|comma|dash)? YYYY", explicit.quarter_of_year),
    ("YYYY dash? [Q H]", explicit.quarter_of_year),
    ("the? fiscal? (?:ordinal|NTH) dash? quarter (?!of (?:YYYY|LASTNEXT|ANAPHORIC))", months.quarter),
    ("the? (?:ordinal|NTH) dash? half (?!of)", months.half),
    ("the? year dash? (?:ago|earlier) (?:quarter|period)", months.quarter_before),
    ("the last? quarter", months.quarter_reported),
    ("Q", months.quarter),
    ("the? fiscal dash? year? YYYY", explicit.fiscal_year),
    ("FY", explicit.fiscal_year),
    (
        "MODIFIER? the? early? season of? (?:isomonth|YYYY (?:[dash slash] [DD NUM])?)",
        explicit.season_of_year,
    ),
    ("the? (?:previous|following) season", months.season_of_context),
    ("THATONE early? season", months.season),
    ("the? early? season (?!of)", months.bare_season),
    # decades, centuries
    ("MODIFIER? the? NNNs", explicit.decade),
    ("the early? dash? nineties", explicit.decade),
    ("MODIFIER? the? (?:tens dash?)? (?:NTH|ordinal) dash? century", explicit.century),
    # feasts
    ("Holiday comma? (?:of|in)? YYYY", explicit.holiday_of_year),
    ("(?:last|next|this)? Holiday", days.holiday),
    # days of the week, days by name
    ("Weekday of? (?:last|next|this) week", days.weekday_of_week),
    (
        "(?:the? early dash?)? (?:(?:THATONE|the? (?:previous|following)) early?)? Weekday part?",
        days.weekday,
    ),
    ("the? day (?:before|after) dayword", days.day_beyond),
    ("(?:early|earlier|later)? dayword part?", days.day_word),
    (
        "(?:early|earlier|later)? (?:this|last|that|the (?:next|previous|following|same)) early? part",
        days.part_of_day,
    ),
    ("the part before", days.part_of_day),
    ("overnight", days.overnight),
    # units around
    ("the? (?:last|next|past|previous|following) COUNT UNITS (?!ago|earlier)", units.period),
    ("COUNT dash? UNITS dash? (?:ago|earlier)", units.ago),
    ("the year dash? (?:ago|earlier)", units.ago),
    ("COUNT UNITS (?:(?:before|after) that|later|before|after)", units.ago),
    ("the (?:day|week|month|year) (?:before|after)", units.ago),
    ("COUNT UNITS from (?:now|dayword)", units.from_now),
    ("(?:the|this) past UNIT", units.period),
    ("(?:earlier|later|MODIFIER)? LASTNEXT fiscal? UNIT", units.unit),
    ("(?:earlier|later|MODIFIER)? ANAPHORIC UNIT", units.unit),
    ("(?:earlier|later) in the UNIT", units.within_unit),
    ("the? edge of the? (?:week|month|quarter|year|decade|century)", units.edge_of_unit),
    ("the? yearend", units.edge_of_unit),
    ("THATONE weekend", units.weekend),
    ("(?<=[cue in]) the weekend", units.weekend),
    # a year alone
    ("MODIFIER? YYYY", years.year),
)

_PATTERNS: Final = tuple((re.compile(_expanded(pattern)), read) for pattern, read in _RULES)
_NO_START: Final = _expanded("(?![of to and in from between stop comma dash slash close open counted])")
"""A cheap look before all rules are tried: no date begins with one of these."""
_ANY: Final = re.compile(
    f"{_NO_START}(?:"
    + "|".join(f"(?P<r{place}>{_expanded(pattern)})" for place, (pattern, _) in enumerate(_RULES))
    + ")"
)
_SHAPES = "NTH iso isoweek isomonth slashed dotted cjk NNNs Q H FY YYYY"
_STRONG: Final = re.compile(_expanded(f"[{' '.join(sorted(STRONG))} {_SHAPES}]"))
_WEAK: Final = re.compile(_expanded(f"[{' '.join(sorted(WEAK))}]"))
_COMPANIONS: Final = re.compile(_expanded(f"[{' '.join(sorted(COMPANIONS))}]"))
_RUN: Final = re.compile(_expanded("[^other sign rest money clock every cue Theirs zone era numbered]+"))
"""Tokens in a row of which none is of a kind that never is part of a date."""


def _may_hold_date(run: str) -> bool:
    """Whether one of the kinds in the run makes a date likely: most numbers and articles are alone."""
    return _STRONG.search(run) is not None or (
        _WEAK.search(run) is not None and _COMPANIONS.search(run) is not None
    )


def readings(sentence: str, situation: Situation) -> Iterator[tuple[Found, Reading]]:
    """Read the date expressions of a sentence.

    Args:
        sentence: Its text.
        situation: What is known at its beginning; each date that is read becomes the context of the next.

    Yields:
        Each expression with its reading; in order, without overlap.
    """
    rows = tokens_of(sentence, situation.language)
    kinds = kinds_of(rows)
    for run in _RUN.finditer(kinds):
        if not _may_hold_date(run.group()):
            continue
        place = run.start()
        while match := _ANY.search(kinds, place, run.end()):
            accepted = _accepted(sentence, rows, kinds, match, situation)
            if accepted is None:
                place = match.start() + 1
                continue
            found, reading = accepted
            place = found.last
            yield found, reading
            if reading.when is not None:
                situation = situation.after(reading.when)


def _accepted(
    sentence: str, rows: list[Row], kinds: str, match: re.Match[str], situation: Situation
) -> tuple[Found, Reading] | None:
    """The first rule that fits where `match` begins and whose reader accepts."""
    rule = int((match.lastgroup or "r0")[1:])
    fits: re.Match[str] | None = match
    for pattern, read in _PATTERNS[rule:]:
        if fits is None:
            fits = pattern.match(kinds, match.start(), match.endpos)
        if fits is not None:
            found = Found(sentence, rows, fits.start(), fits.end(), situation)
            reading = read(found)
            if reading is not None:
                return found, reading
        fits = None
    return None
