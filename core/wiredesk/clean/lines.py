"""A text as lines: trimmed, unwrapped, with the room that stands before each."""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

RULE_MARKS = "-–—=_*~#•·+"
LIST_MARKS = "•●▪■◦‣∙*"
WIDEST_WRAP = 120
"""Text that was wrapped by hand or by a mail program is narrower than this; a paragraph a line is wider."""
NARROWEST_WRAP = 50
WRAPPED_SHARE = 0.5
"""Share of the line breaks in blocks that fall within a sentence, where the next word no longer fitted."""
MIN_WRAPPED = 3
KEY_LENGTH = 330
"""Only lines up to this many characters are compared as wholes; longer ones are body."""

CLOCK = re.compile(r"(?:\[?[0-2]?[0-9][:.h][0-5][0-9]\b|[0-9]{1,2}\s?[ap]\.?m\b)", re.IGNORECASE)
"""A time of day: with it the entries of a live blog start."""

_WORD = re.compile(r"[^\W_]+")
_ASCII_WORDS = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
"""What `_WORD` finds in small letters, for text in ASCII alone: six times as fast."""
_RULE = re.compile(rf"[\s{re.escape(RULE_MARKS)}]*")
_HEADING_MARK = re.compile(r"#{1,6}\s+(?=\S)")
"""What Markdown writes before a heading; a hashtag has no space behind its sign."""
_TERMINAL = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]\s]*$")
_DENSE = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DENSE_CHARS_A_WORD = 2


def key(text: str) -> str:
    """The words of a text in small letters: what stays when case, punctuation and spaces go."""
    if text.isascii():
        return " ".join(text.translate(_ASCII_WORDS).split())
    return " ".join(_WORD.findall(text.casefold()))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does: with a full stop or the like, perhaps in quotes or brackets."""
    return _TERMINAL.search(text[-6:]) is not None


@dataclass(frozen=True, slots=True)
class Line:
    """One line with words in it.

    Attributes:
        text: Without white space at its ends, no tab inside.
        gap: How many blank lines stand before it.
        rule: Length of the row of dashes, asterisks or the like that stands before it; 0: none.
        words: How many words; scripts without spaces count two characters a word.
        sentence: Whether it ends as a sentence does.
        key: See `key`; "" for a line of more than `KEY_LENGTH` characters.
    """

    text: str
    gap: int
    rule: int
    words: int
    sentence: bool
    key: str

    @property
    def bullet(self) -> bool:
        """Whether it is an item of a list."""
        return self.text[0] in LIST_MARKS or self.text.startswith(("- ", "– "))


def _line(text: str, gap: int, rule: int) -> Line:
    words = text.count(" ") + 1
    if not text.isascii() and words * 12 < len(text) and _DENSE.search(text):
        words = max(words, len(text) // _DENSE_CHARS_A_WORD)
    short = key(text) if len(text) <= KEY_LENGTH else ""
    return Line(text, gap, rule, words, ends_sentence(text), short)


def _fills(first: str, second: str, width: int) -> bool:
    """Whether the next line's first word no longer fitted: then the break is a wrap."""
    word = second.split(maxsplit=1)[0]
    return len(first) + 1 + len(word) > width


def _wrap_width(rows: list[str]) -> int:
    """The width at which the text was wrapped; 0 when each line is a paragraph."""
    spaced = [row for row in rows if " " in row]
    width = max(map(len, spaced), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    pairs = [(a, b) for a, b in itertools.pairwise(rows) if a and b]
    filled = sum(_fills(a, b, width) and not ends_sentence(a) and not b[0].isupper() for a, b in pairs)
    return width if filled >= MIN_WRAPPED and filled >= WRAPPED_SHARE * len(pairs) else 0


def _unwrap(rows: list[str], width: int) -> Iterable[str]:
    """Join the lines of a wrapped paragraph again."""
    whole, last = "", ""
    for row in rows:
        if whole and row and last and _fills(last, row, width) and row[0] not in LIST_MARKS:
            whole += row if last[-1] == "-" and last[-2:-1].isalpha() else " " + row
        else:
            if whole or last:
                yield whole
            if not row:
                yield ""
            whole = row
        last = row
    if whole:
        yield whole


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold words, in order; lines wrapped at a fixed width are joined."""
    rows = [" ".join(row.split("\t")).strip() if "\t" in row else row.strip() for row in text.split("\n")]
    width = _wrap_width(rows)
    lines: list[Line] = []
    gap = rule = 0
    for row in _unwrap(rows, width) if width else rows:
        if not row:
            gap += 1
        elif row[0] in RULE_MARKS and _RULE.fullmatch(row):
            rule = max(rule, len(row))
            gap += 1
        else:
            marked = _HEADING_MARK.match(row) if row[0] == "#" else None
            lines.append(_line(row[marked.end() :] if marked else row, gap, rule))
            gap = rule = 0
    return lines


def _ends_with_stop(text: str) -> bool:
    bare = text.rstrip("\"'”’»)")
    return bare.endswith(".") and not bare.endswith(("...", "U.S.", "U.N.", "U.K."))


def is_headline_like(line: Line) -> bool:
    """Whether a line could stand above an article: short, no sentence's full stop, no list item."""
    text = line.text
    return (
        line.words <= 28
        and len(text) <= 220
        and text[-1] not in ",;:"
        and not _ends_with_stop(text)
        and not line.bullet
        and text[0] not in "<>({[|/\\"
        and any(map(str.isalpha, text))
    )


def is_body_like(line: Line) -> bool:
    """Whether a line is text beyond doubt: a whole sentence, or long."""
    return (line.sentence and line.words >= 10) or line.words > 32
