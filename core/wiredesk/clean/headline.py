"""Which line is the headline."""

from collections import Counter
from collections.abc import Sequence

from wiredesk.clean.captions import is_credit, is_credited
from wiredesk.clean.dateline import dateline, lone_dateline
from wiredesk.clean.furniture_marks import Kind
from wiredesk.clean.header import byline, header_date, outlet_in
from wiredesk.clean.lines import Line, is_body_like, is_headline_like, key
from wiredesk.clean.outlets import is_institution
from wiredesk.clean.proper import are_names, is_name_line

REACH = 40
"""The headline is among so many first lines: menus can be long."""
LONGEST_WITH_STOP = 16
"""Words of a headline that ends with a full stop."""

REPEATED = 4.0
LONG = 2.0
"""Four words or more."""
LONGER = 0.5
"""Six words or more."""
SHOUTED = -2.0
"""All in capitals, and three words or fewer or with an institution in it: a label."""
OUTLET = -4.0
IN_A_MENU = -2.0
"""A short line among short lines."""
A_CANDIDATE_LOWER = -0.8
MENU_WORDS = 3
MASTHEAD_WORDS = 5
"""So few words, all names, above a line with a date are an outlet's."""
LABELLED = 5
"""A first line of so many words that starts like a link, "Watch: ...", is a headline with a label."""


def choose_headline(
    lines: Sequence[Line],
    kinds: Sequence[Kind | None],
    times: Counter[str],
    stated: str | None,
    *,
    blocks: bool,
) -> int | None:
    """The line that is the headline.

    Args:
        lines: The article's lines.
        kinds: What furniture each is.
        times: How often each line's key comes.
        stated: The title that the container states: only a line that says the same is a headline then.
        blocks: Whether the lines are paragraphs: then only a stated title is looked for.

    Returns:
        The line's number; None where no line is a headline.
    """
    if stated is not None:
        return _stated_headline(lines, stated)
    if blocks:
        return None
    best, best_worth, candidates = None, 0.0, 0
    for at, line in enumerate(lines[:REACH]):
        if best is not None and _begins_body(lines, kinds, at):
            break
        if not _may_be(line, kinds[at], first=at == 0):
            if best is None and _begins_body(lines, kinds, at):
                break
            continue
        worth = _worth(lines, at, times) + A_CANDIDATE_LOWER * candidates
        candidates += 1
        if best is None or worth > best_worth:
            best, best_worth = at, worth
    return best if best is not None else _headline_with_stop(lines, kinds)


def _stated_headline(lines: Sequence[Line], stated: str) -> int | None:
    """The line that says what the container states, perhaps without the outlet's name behind it."""
    wanted = key(stated)
    for at, line in enumerate(lines[:REACH]):
        if line.key and (
            line.key == wanted
            or (line.words >= 4 and wanted.startswith(line.key + " ") and len(line.key) * 2 > len(wanted))
        ):
            return at
    return None


def _begins_body(lines: Sequence[Line], kinds: Sequence[Kind | None], at: int) -> bool:
    line = lines[at]
    if kinds[at] is not None:
        return False
    return (is_body_like(line) and not is_headline_like(line)) or dateline(line.text, first=False) is not None


def _may_be(line: Line, kind: Kind | None, *, first: bool) -> bool:
    if (
        (kind is not None and not (first and kind == "more" and line.words >= LABELLED))
        or not is_headline_like(line)
        or is_credit(line)
        or is_credited(line.text)
    ):
        return False
    text = line.text
    return not (byline(text) or header_date(text) or dateline(text, first=False))


def _worth(lines: Sequence[Line], at: int, times: Counter[str]) -> float:
    line = lines[at]
    worth = 0.0
    if times[line.key] > 1 and line.words >= 3:
        worth += REPEATED
    worth += LONG * (line.words >= 4) + LONGER * (line.words >= 6)
    if line.text.isupper() and (line.words <= MENU_WORDS or is_institution(line.text)):
        worth += SHOUTED
    if line.words <= MENU_WORDS:
        worth += IN_A_MENU * _among_short(lines, at)
    if line.words <= 8 and outlet_in(line.text):
        worth += OUTLET
    dated_below = at + 1 < len(lines) and line.words <= MASTHEAD_WORDS and header_date(lines[at + 1].text)
    if dated_below and are_names(line.text):
        worth += OUTLET
    if lone_dateline(line.text) or (at > 0 and is_name_line(line.text)):
        worth += OUTLET
    return worth


def _among_short(lines: Sequence[Line], at: int) -> bool:
    around = [lines[other] for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    return any(line.words <= MENU_WORDS for line in around)


def _headline_with_stop(lines: Sequence[Line], kinds: Sequence[Kind | None]) -> int | None:
    """A short first line that ends with a full stop, above longer paragraphs."""
    text = [at for at in range(min(len(lines), REACH)) if kinds[at] is None and not byline(lines[at].text)]
    if len(text) < 2:
        return None
    line, below = lines[text[0]], lines[text[1]]
    short = line.words <= LONGEST_WITH_STOP and line.text[0] not in "\"“«‘'" and not line.bullet
    apart = (
        lines[text[0] + 1].gap > 0 and below.words > line.words and dateline(line.text, first=True) is None
    )
    return text[0] if short and apart else None
