"""Where one article of a text ends and the next begins.

Each line that could be the first of an article collects evidence; the constants say what each sort is
worth, and `ENOUGH` how much a cut needs. They were set so that no two kinds of weak evidence (a gap, a
full stop before) suffice without one that belongs to the top of an article (a dateline, a byline, a
stamp, the headline again). A wrong cut is worse than a missed one: it tears a text apart.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from wiredesk.clean.captions import is_credited
from wiredesk.clean.dateline import dateline, lone_dateline
from wiredesk.clean.furniture_marks import Kind
from wiredesk.clean.header import byline, fields_at, header_date, is_signature
from wiredesk.clean.lines import CLOCK, Line, is_body_like, is_headline_like
from wiredesk.clean.outlets import is_outlet_like
from wiredesk.clean.proper import is_name_line

ENOUGH = 4.0

REPEATED_HEADLINE = 3.0
FIELDS = 4.0
STAMP = 2.0
SHARE = 1.0
BYLINE = 2.0
NAME = 1.0
DATELINE = 2.0
GAP = 1.0
WIDE_GAP = 2.5
"""`WIDE` blank lines or more, in a text where all gaps so wide stand above a long headline."""
WIDE = 3
RULE = 2.5
SHORT_RULE = 1.5
"""A row of fewer than `LONG_RULE` marks, which may part sections as well."""
LONG_RULE = 6
RULES_BEFORE_HEADLINES = 1.0
"""Each row of marks in the text stands above a line that could be a headline of five words or more."""
ENDED = 1.0
"""The line before ends a sentence or is a sign-off."""
SIGNED_OFF = 1.0
"""The line before is furniture of an article's foot."""
LONG_HEADLINE = 0.5
MASTHEAD_AGAIN = 2.0
"""The text's first line comes again."""

HEADER_LINES = 10
"""An article's body starts within so many lines of its headline."""
MIN_BODY_WORDS = 25
"""No article has fewer words of body."""
MIN_TITLE_WORDS = 3
LONG_TITLE_WORDS = 5
LIVE_ENTRIES = 3
"""A text with so many lines that start with a time of day is a live blog."""

_FOOT: frozenset[Kind] = frozenset(
    {"signoff", "copyright", "note", "subscribe", "end", "contact", "tags", "more"}
)
_SENTENCES = re.compile(r"(?:[!?…]|[^\W\d_A-Z]{3}\.)[\"'”’»)]*\s+(?=[^\W\d_a-z])")
"""The end of a sentence with another behind it: comments and answers, hardly ever a headline."""
_QUESTION = re.compile(r"(?:Q|A|Question|Answer)\s?[.:–-]\s", re.IGNORECASE)
_COUNTED = re.compile(r"(?:[0-9]{1,2}|[IVX]{1,4}|[a-z])[.)]\s")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with what its lines have in common."""

    lines: Sequence[Line]
    kinds: Sequence[Kind | None]
    usual_gap: int
    repeated: frozenset[str]
    live: bool
    ruled: bool
    wide: int


def split_lines(lines: Sequence[Line], kinds: Sequence[Kind | None]) -> list[tuple[int, int]]:
    """The articles of a text, as ranges of its lines that cover it.

    Args:
        lines: All lines of the text.
        kinds: What furniture each is.
    """
    if len(lines) < 2:
        return [(0, len(lines))]
    text = _text(lines, kinds)
    cuts = [0]
    for at in range(1, len(lines)):
        if _worth(text, at) >= ENOUGH:
            top = _top(lines, kinds, at, cuts[-1])
            above = _body_words(lines, kinds, cuts[-1], top)
            if above >= MIN_BODY_WORDS and _body_words(lines, kinds, at, len(lines)) >= MIN_BODY_WORDS:
                cuts.append(top)
    return list(zip(cuts, [*cuts[1:], len(lines)], strict=True))


def _text(lines: Sequence[Line], kinds: Sequence[Kind | None]) -> _Text:
    times = Counter(line.key for line in lines if line.words >= MIN_TITLE_WORDS)
    usual_gap = median_low([line.gap for line in lines[1:]])
    wide = max(WIDE, usual_gap + 2)
    below_rules = [line for line in lines[1:] if line.rule]
    below_gaps = [line for line in lines[1:] if line.gap >= wide and not line.rule]
    return _Text(
        lines,
        kinds,
        usual_gap=usual_gap,
        repeated=frozenset(key for key, number in times.items() if number > 1 and key),
        live=sum(CLOCK.match(line.text) is not None for line in lines) >= LIVE_ENTRIES,
        ruled=all(map(_is_long_headline, below_rules)),
        wide=wide if all(map(_is_long_headline, below_gaps)) else 0,
    )


def _is_long_headline(line: Line) -> bool:
    return line.words >= LONG_TITLE_WORDS and is_headline_like(line) and not _SENTENCES.search(line.text)


def _worth(text: _Text, at: int) -> float:
    """How much speaks for an article that starts at a line; 0 where it cannot."""
    lines, kinds = text.lines, text.kinds
    line, before = lines[at], lines[at - 1]
    worth = _room(text, at)
    signed = kinds[at - 1] in _FOOT or is_signature(before.text)
    ended = before.sentence or signed
    if not (ended or line.rule or worth >= WIDE_GAP):
        return 0.0
    worth += ENDED * ended + SIGNED_OFF * signed
    if ":" in line.text and fields_at(lines, at)[1] and not _heads_fields(lines, at):
        return worth + FIELDS
    if not _can_be_headline(line, kinds[at], masthead=bool(line.rule) or line.key == lines[0].key):
        return 0.0
    worth += LONG_HEADLINE * (line.words >= LONG_TITLE_WORDS)
    header = _header(lines, kinds, at)
    again = line.key in text.repeated and any(lines[other].key == line.key for other in header)
    if text.live and not line.rule:
        return worth + REPEATED_HEADLINE if again else 0.0
    worth += REPEATED_HEADLINE * again
    if line.key == lines[0].key and at > len(header):
        worth += MASTHEAD_AGAIN
    return worth + _header_worth(lines, kinds, header)


def _room(text: _Text, at: int) -> float:
    """What the space or the row of marks before a line is worth."""
    line = text.lines[at]
    if line.rule:
        rule = RULE if line.rule >= LONG_RULE else SHORT_RULE
        return rule + RULES_BEFORE_HEADLINES * text.ruled
    if text.wide and line.gap >= text.wide:
        return WIDE_GAP
    return GAP if line.gap > text.usual_gap and line.gap >= 2 else 0.0


def _heads_fields(lines: Sequence[Line], at: int) -> bool:
    """Whether the line continues a block that began above it."""
    return lines[at].gap == 0 and fields_at(lines, at - 1)[1] > 0


def _can_be_headline(line: Line, kind: Kind | None, *, masthead: bool) -> bool:
    """Whether an article may start with a line: its headline, or the masthead above it."""
    if kind is not None or not is_headline_like(line):
        return False
    if line.words < MIN_TITLE_WORDS and not (masthead or is_outlet_like(line.text)):
        return False
    text = line.text
    return not (
        CLOCK.match(text)
        or _QUESTION.match(text)
        or _COUNTED.match(text)
        or byline(text)
        or lone_dateline(text)
        or is_credited(text)
        or _SENTENCES.search(text)
    )


def _header(lines: Sequence[Line], kinds: Sequence[Kind | None], at: int) -> range:
    """The lines from below a headline to the first line of body, that one included."""
    for behind in range(at + 1, min(at + 1 + HEADER_LINES, len(lines))):
        if kinds[behind] is None and (
            is_body_like(lines[behind]) or dateline(lines[behind].text, first=True)
        ):
            return range(at + 1, behind + 1)
    return range(at + 1, min(at + 1 + HEADER_LINES, len(lines)))


def _header_worth(lines: Sequence[Line], kinds: Sequence[Kind | None], header: range) -> float:
    """What the lines between a headline and the body are worth, each sort once."""
    found: dict[str, float] = {}
    for at in header:
        line, kind = lines[at], kinds[at]
        if kind == "stamp" or (kind is None and header_date(line.text)):
            found["stamp"] = STAMP
        elif kind in ("share", "reading"):
            found["share"] = SHARE
        elif kind == "byline" or byline(line.text):
            found["byline"] = BYLINE
        elif is_name_line(line.text):
            found.setdefault("byline", NAME)
        elif kind is None and (dateline(line.text, first=False) or lone_dateline(line.text)):
            found["dateline"] = DATELINE
    return sum(found.values())


def _top(lines: Sequence[Line], kinds: Sequence[Kind | None], at: int, lowest: int) -> int:
    """The first line of the article whose headline was found: mastheads and labels above belong to it."""
    top = at
    while top - 1 > lowest and lines[top].rule == 0:
        above, kind = lines[top - 1], kinds[top - 1]
        if above.sentence or kind in _FOOT or kind in ("tail", "share"):
            break
        masthead = kind in ("kicker", "nav", "menu") or header_date(above.text) is not None
        again = above.key == lines[0].key and above.words <= 8
        if not (masthead or again or (above.gap >= 2 and above.words <= 5 and kind is None)):
            break
        top -= 1
    return top


def _body_words(lines: Sequence[Line], kinds: Sequence[Kind | None], start: int, end: int) -> int:
    return sum(lines[at].words for at in range(start, end) if kinds[at] is None and is_body_like(lines[at]))
