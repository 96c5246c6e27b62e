"""Rules of the grammar as regular expressions over kinds of tokens (`lexer.KINDS`).

A rule is written with the names of kinds; white space between names means nothing. Names in capitals of
two letters and more are the shorthands below. It may hold sets, groups, alternatives, `?` and looks ahead
and back, and nothing else.
"""

import re
from collections.abc import Iterable
from typing import Final

from wiredesk.extract.dates.lexer import CODE

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
_ELEMENT: Final = re.compile(r"(?P<look>\(\?<?[=!])|(?P<open>\(\?:)|\[(?P<set>[^\]]*)\]|(?P<one>[^()|?\[\]])")


def expanded(pattern: str) -> str:
    """A rule with names replaced by the characters that stand for their kinds."""
    return re.sub(
        r"[A-Za-z]+", lambda m: CODE[m[0]] if m[0] in CODE else expanded(_SHORTHANDS[m[0]]), pattern
    ).replace(" ", "")


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Finds a token of one of the kinds."""
    return re.compile(expanded(f"[{' '.join(sorted(names))}]"))


def starts(pattern: str) -> frozenset[str]:
    """The characters with which what an expanded rule matches may begin."""
    found, _, _ = _alternatives(pattern, 0)
    return frozenset(found)


def _alternatives(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """First characters up to the end of the group, whether it may match nothing, where it ends."""
    found, empty = set[str](), False
    while True:
        ones, nothing, at = _sequence(pattern, at)
        found |= ones
        empty |= nothing
        if pattern[at : at + 1] != "|":
            return found, empty, at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[set[str], bool, int]:
    found, empty = set[str](), True
    while match := _ELEMENT.match(pattern, at):
        at = match.end()
        ones, nothing = set(match["one"] or match["set"] or ""), False
        if match["look"] or match["open"]:
            ones, nothing, at = _alternatives(pattern, at)
            at += len(")")
            if match["look"]:
                continue
        if pattern[at : at + 1] == "?":
            nothing, at = True, at + 1
        if empty:
            found |= ones
        empty &= nothing
    return found, empty, at
