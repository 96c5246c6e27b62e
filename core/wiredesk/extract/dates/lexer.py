"""A sentence as tokens of known kinds, and those kinds as a string, one character a token.

The grammar (grammar.py) is written over kinds, so that one rule serves every month name of every
language; since the string is as long as the sentence has tokens, its regular expressions are cheap.
"""

import re
from typing import Final, NamedTuple

from wiredesk.extract.dates.lexicon import lexicon_of

_SHAPES: Final = re.compile(
    r"""\s*(?:
      (?P<YY> (?<! \w ) ['’] \d\d (?! [\w'’] ) )
    | (?P<word> [^\W\d_\u3040-\u9fff]\w* )
    | (?P<sign> [^\w\s'’‘] | (?=['’‘]) (?! ['’]s\b | ['’‘]\d0['’]?s ) . )
    | (?P<NNNs> (?: 1[0-9]|20 )\d0 ['’]? s \b | (?<! \w ) ['’‘][3-9]0 ['’]? s \b )
    | (?P<possessive> ['’][sS]\b )
    | (?P<iso> \d{4}-\d\d-\d\d (?!\d) )
    | (?P<isoweek> \d{4}-W\d\d (?!\d) )
    | (?P<isomonth> \d{4}-(?:0[1-9]|1[0-2]) (?![\d-]) )
    | (?P<slashed> \d{1,2}/\d{1,2}/(?:\d{4}|\d\d) (?![\d/]) )
    | (?P<dotted> \d{1,2}\.\d{1,2}\.\d{4} (?!\d) )
    | (?P<cjk> \d{4}年 (?: \d{1,2}月 (?: \d{1,2}日 )? )? )
    | (?P<clock> \d{1,2} (?: [:.]\d\d )? \s? [AaPp] \.? [Mm] \b | \d{1,2}:\d\d (?: :\d\d )? )
    | (?P<NTH> \d{1,2} (?: st|nd|rd|th|er|º|ª|ST|ND|RD|TH ) \b )
    | (?P<figure> (?: \d{1,3}(?:,\d{3})+ (?!\d) | \d+ ) (?: \.\d+ )? \w* )
    | (?P<rest> . )
    )""",
    re.VERBOSE,
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+")
_SIGNS: Final = {
    ",": "comma", "،": "comma", ".": "stop", "-": "dash", "–": "dash", "—": "dash", "‑": "dash", "/": "slash",
    "(": "open", ")": "close", "%": "counted", "°": "counted", "$": "money", "£": "money", "€": "money",
    "¥": "money", "₹": "money", "#": "money",
}  # fmt: skip
_ADDRESS_HEADS: Final = frozenset({"http", "https", "www"})
_DIGITS: Final = re.compile(r"\d+")
_QUARTERS: Final = frozenset({"1Q", "2Q", "3Q", "4Q"})
_OTHER: Final = ("other", 0)
_YEARS: Final = range(1000, 2101)
_DAYS: Final = range(1, 32)

KINDS: Final = tuple(
    """
    other Month ShortMonth Weekday ShortWeekday dayword overnight part season day days week weeks
    fortnight month months year years decade decades century centuries quarter half weekend ones tens
    couple ordinal nineties last next this past current previous following same that the a of to and
    between from in cue Theirs ago earlier later now before after yearend edge early period fiscal every era
    ended zone counted numbered NamedBefore NamedAfter Holiday iso isoweek isomonth slashed dotted cjk clock
    NTH NNNs Q H FY YYYY YY DD NUM possessive rest comma stop dash slash open close money sign
    """.split()  # noqa: SIM905
)
"""All kinds of tokens: those of the lexicon, those told by their shape, signs, and all the rest."""

_FIRST_CODE: Final = 0x4E00  # any block of letters that regular expressions take literally
CODE: Final = {kind: chr(_FIRST_CODE + place) for place, kind in enumerate(KINDS)}
"""The character that stands for a kind."""


class Token(NamedTuple):
    """A word, a figure or a sign.

    Attributes:
        start: Offset in the sentence.
        end: Offset behind it.
        kind: One of `KINDS`.
        text: As written.
        value: Of a word of the lexicon its value there, of a whole number the number; else 0.
    """

    start: int
    end: int
    kind: str
    text: str
    value: int


Row = tuple[int, int, str, str, int]
"""The fields of a `Token`; a bare tuple, since most words of a sentence are never looked at."""


def _figure(text: str) -> tuple[str, int]:
    if not text.isdecimal():
        return ("Q", int(text[0])) if text in _QUARTERS else ("NUM", 0)
    value = int(text[:9])
    if len(text) == len("2000") and value in _YEARS:
        return "YYYY", value
    return ("DD" if len(text) <= len("31") and value in _DAYS else "NUM"), value


def _phrase(
    sentence: str, start: int, phrases: tuple[tuple[str, str, int], ...]
) -> tuple[int, str, int] | None:
    """End, kind and value of the longest of the phrases that stands at `start`."""
    for form, kind, value in phrases:
        end = start + len(form)
        if sentence[start:end].replace("’", "'") == form and not sentence[end : end + 1].isalnum():
            return end, kind, value
    return None


def tokens_of(sentence: str, language: str | None) -> list[Row]:
    """Cut a sentence into the fields of its tokens; white space is left out."""
    lexicon = lexicon_of(language)
    words, phrases = lexicon.words, lexicon.phrases
    rows: list[Row] = []
    behind = 0
    for match in _SHAPES.finditer(sentence):
        kind = match.lastgroup
        if kind is None:
            continue
        start, end = match.span(kind)
        if start < behind:
            continue
        text, value = match[kind], 0
        if kind == "word":
            kind, value = words.get(text, _OTHER)
            if text in phrases:
                if phrase := _phrase(sentence, start, phrases[text]):
                    end, kind, value = phrase
                    behind, text = end, sentence[start:end]
            elif text in _ADDRESS_HEADS and (address := _ADDRESS.match(sentence, start)):
                end, kind = address.end(), "other"
                behind, text = end, sentence[start:end]
        elif kind == "sign":
            kind = _SIGNS.get(text, kind)
        elif kind == "figure":
            kind, value = _figure(text)
        elif kind in ("NTH", "YY"):
            value = int(_DIGITS.findall(text)[0])
        rows.append((start, end, kind, text, value))
    return rows


def kinds_of(rows: list[Row]) -> str:
    """The kinds of the tokens as a string, one character each (`CODE`)."""
    return "".join([CODE[row[2]] for row in rows])
