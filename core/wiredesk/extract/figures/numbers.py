"""Finds every number of a passage, however it is written."""

from wiredesk.extract.figures.digits import DIGITS, SIGNS, VULGAR, read_digits
from wiredesk.extract.figures.number import Number
from wiredesk.extract.figures.passage import Passage
from wiredesk.extract.figures.spelled import read_spelled

_BREAKS = "\n\"“”'‘(—–/[:"
"""Characters other than a space behind which a number in words may begin."""


def find_numbers(passage: Passage) -> list[Number]:
    """All numbers of a passage in their order, without overlap."""
    low, glued = passage.low, bool(passage.wording.clitics)
    runs = {match.start(): match[0] for match in DIGITS.finditer(low)}
    if any(sign in low for sign in SIGNS) and (
        parts := {match.start(): match[0] for match in VULGAR.finditer(low)}
    ):
        runs = dict(sorted({**runs, **parts}.items()))
    scanned = passage.wording.scan.finditer(_spaced(low))
    words = [match.start() + (len(match[1]) if glued else 0) for match in scanned]
    found: list[Number] = []
    behind = 0
    for start in sorted([*runs, *words]) if words else runs:
        if start < behind:
            continue
        raw = runs.get(start)
        number = read_spelled(passage, start) if raw is None else read_digits(passage, start, raw, behind)
        if number is not None and number.start >= behind:
            found.append(number)
            behind = number.end
    return found


def _spaced(low: str) -> str:
    """The text with a space before every word, so that the scan can look for " two".

    A search for a fixed first character is several times as fast as a look behind at every place. The
    space put in front makes the offset of a match that of its word.
    """
    for char in _BREAKS:
        low = low.replace(char, " ")
    return " " + low
