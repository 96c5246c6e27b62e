"""The grammar: which kinds of tokens in a row are a date, and who reads them.

Rules are written as `patterns` says. At each place the first rule that fits and whose reader accepts wins,
so the longer ones stand first.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from wiredesk.extract.dates import days, explicit, months, units, years
from wiredesk.extract.dates.found import UNKNOWN, Found, Reading, Situation
from wiredesk.extract.dates.leaning import is_birth
from wiredesk.extract.dates.lexer import Row, kinds_of, tokens_of
from wiredesk.extract.dates.lexicon import COMPANIONS, STRONG, WEAK
from wiredesk.extract.dates.patterns import any_of, expanded, starts

Reader = Callable[[Found], Reading | None]
"""Reads an expression; None where it is no date after all."""

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
    ("WEEKDAY? the? NUMBER stop? of? MONTH YY", years.day_of_short_year),
    ("WEEKDAY? MONTH NUMBER comma? YY", years.day_of_short_year),
    ("the? week ended WEEKDAY? (?:MONTH NUMBER|NUMBER MONTH) comma? YYYY?", units.week_ended),
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
    ("MODIFIER? MONTH YY", years.month_of_short_year),
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
    ("the same quarter (?=of YYYY)", months.same_quarter),
    ("the last? quarter", months.quarter_reported),
    ("Q", months.quarter),
    ("the? fiscal dash? year? YYYY", explicit.fiscal_year),
    ("FY", explicit.fiscal_year),
    (
        "MODIFIER? the? early? season of? (?:isomonth|YYYY (?:[dash slash] [DD NUM])?)",
        explicit.season_of_year,
    ),
    ("MODIFIER? the? early? season of (?:LASTNEXT|ANAPHORIC) year", months.season_of_year),
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
    ("Weekday week", days.weekday_after_next),
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
    ("early dash month", units.edge_of_unit),
    ("THATONE weekend", units.weekend),
    ("week [DD NUM] (?:of? YYYY|of the year)?", units.week_of_year),
    ("(?<=[cue in]) the weekend", units.weekend),
    # a year alone
    ("(?<=in) YY", years.short_year),
    ("MODIFIER? YYYY", years.year),
)

_NEVER_FIRST: Final = frozenset(
    expanded("of to and in from between stop comma dash slash close open counted")
)
"""No date begins with one of these, whatever a rule says."""


def _by_first() -> dict[str, tuple[tuple[re.Pattern[str], Reader], ...]]:
    """The rules that may begin with a kind, in their order, for each kind."""
    rules = [(expanded(pattern), read) for pattern, read in _RULES]
    compiled = [(starts(pattern), (re.compile(pattern), read)) for pattern, read in rules]
    firsts = frozenset[str]().union(*(first for first, _ in compiled)) - _NEVER_FIRST
    return {kind: tuple(rule for first, rule in compiled if kind in first) for kind in sorted(firsts)}


_BY_FIRST: Final = _by_first()
_START: Final = re.compile(f"[{''.join(_BY_FIRST)}]")
_STRONG: Final = any_of(
    STRONG
    | {"NTH", "iso", "isoweek", "isomonth", "slashed", "dotted", "cjk", "NNNs", "Q", "H", "FY", "YYYY", "YY"}
)
_WEAK: Final = any_of(WEAK)
_COMPANIONS: Final = any_of(COMPANIONS)
_PAIRS: Final = re.compile(expanded("week [DD NUM]|early dash month"))
_RUN: Final = re.compile(expanded("[^other sign rest money clock every cue Theirs zone era numbered]+"))
"""Tokens in a row of which none is of a kind that never is part of a date."""


def _may_hold_date(run: str) -> bool:
    """Whether one of the kinds in the run makes a date likely: most numbers and articles are alone."""
    return _STRONG.search(run) is not None or (
        _WEAK.search(run) is not None
        and (_COMPANIONS.search(run) is not None or _PAIRS.search(run) is not None)
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
        while start := _START.search(kinds, place, run.end()):
            place = start.start()
            found, reading = _accepted(sentence, rows, kinds, place, run.end(), situation)
            if found is None:
                place += 1
                continue
            place = found.last
            yield found, reading
            if reading.when is not None and not is_birth(found, reading):
                situation = situation.after(reading.when)


def _accepted(
    sentence: str, rows: list[Row], kinds: str, place: int, end: int, situation: Situation
) -> tuple[Found | None, Reading]:
    """The first rule that fits at a place and whose reader accepts."""
    for pattern, read in _BY_FIRST[kinds[place]]:
        fits = pattern.match(kinds, place, end)
        if fits is not None:
            found = Found(sentence, rows, place, fits.end(), situation)
            reading = read(found)
            if reading is not None:
                return found, reading
    return None, UNKNOWN
