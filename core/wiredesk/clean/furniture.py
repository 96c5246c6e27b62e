"""Lines that are no part of an article: share, follow, read more, sign-offs, rights, notes, menus.

What they say is data (`furniture.toml`); here is how a line is compared with it.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from wiredesk.clean.lines import Line, key
from wiredesk.clean.proper import are_names
from wiredesk.text import fold

Kind = Literal[
    "stamp", "share", "more", "tail", "signoff", "translated", "note", "subscribe", "advert", "copyright",
    "cookies", "tags", "contact", "nav", "menu", "reading", "byline", "kicker", "end",
]  # fmt: skip

WEAK: Final[frozenset[str]] = frozenset({"kicker", "nav", "byline", "end", "tail", "contact", "tags"})
"""Kinds whose words may also head a section of an article: furniture only at its head, its foot, or
beside other furniture."""

LONGEST = 90
"""No furniture line has more words."""

_HOME: Final[frozenset[str]] = frozenset({"home", "accueil", "inicio", "startseite", "portada", "homepage"})
_BAR = re.compile(r"\s*[|>»›·•/]\s*|\s{3,}")
_AGO = re.compile(r"\b(?:ago|il y a|hace|vor|há|fa|geleden|önce|назад|тому|منذ|پیش)\b", re.IGNORECASE)
_FIRST_WORDS = 40
_NUMBER = re.compile(r"\b\d+(?: \d{3})*\b")
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b.{0,12}\d{4})", re.IGNORECASE)
_HANDLE = re.compile(
    r"(?:@[\w.]+|#\w+|(?:https?://|www\.)\S+|\S+@\S+\.\w+)(?:[\s,|•·/]+(?:@[\w.]+|#\w+|"
    r"(?:https?://|www\.)\S+))*"
)
_MARKS_OF_DESKS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    # what wire desks write for one another
    (
        "note",
        re.compile(r"[A-Z]{2,3}-{1,2}[A-Z][\w’'. -]{1,60},\s?.*\b(?:\d?(?:st|nd|rd|th) Ld\b|Writethru).*"),
    ),
    ("note", re.compile(r"[A-Z]{2,3}(?:-[A-Z]{2,3})?--[A-Z][\w’'. -]{1,60}(?:,\s?\d{2,4})?")),
    (
        "note",
        re.compile(
            r"\((?:adds?|recasts?|updates?|corrects?|writes through|refiles?|repeats?|removes?|releads?|"
            r"clarifies|changes|fixes|drops|inserts?|with|refile)\b[^()]{3,160}\)",
            re.IGNORECASE,
        ),
    ),
    ("note", re.compile(r"eds\s?:\s.*", re.IGNORECASE)),
    ("signoff", re.compile(r"[a-z]{2,5}(?:[/-][a-z]{2,5}){1,5}/?")),
    ("signoff", re.compile(r"dpa(?: [a-z]{1,4}\d?){1,6}")),
    ("signoff", re.compile(r"\(\(.{3,120}\)\)")),
    (
        "stamp",
        re.compile(
            r"(?:il y a |hace |vor |há )?\d{1,2} ?(?:min(?:ute|uto)?s?|hours?|hrs?|days?|weeks?|months?|"
            r"heures?|jours?|horas?|días?|stunden?|tage?n?)(?: ago| atrás)?",
            re.IGNORECASE,
        ),
    ),
    ("share", re.compile(r"\d{1,2}:\d\d(?::\d\d)?\s?/\s?\d{1,2}:\d\d(?::\d\d)?")),
    (
        "tail",
        re.compile(r"\d+ (?:responses?|comments?|thoughts?|repl(?:y|ies)) (?:to|on) .{3,120}", re.IGNORECASE),
    ),
    ("end", re.compile(r"(?:# ?){3,}|-? ?30 ?-?|x{3,}", re.IGNORECASE)),
)
"""Slugs with their numbers, notes on what is new in a version, the initials of editors, players' clocks."""
_LONGEST_MARK = 160
_CLOCK_SENTENCE = re.compile(r"\b[ap]\.m\.$")


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Kind
    language: str
    words: int = 14
    line: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: tuple[_Rule, ...]


@dataclass(frozen=True, slots=True)
class _Start:
    kind: Kind
    phrase: str
    words: int
    accepts: Callable[[Line, str], bool]


@dataclass(frozen=True)
class _Lexicon:
    lines: dict[str, Kind] = field(default_factory=dict[str, Kind])
    starts: dict[str, list[_Start]] = field(default_factory=dict[str, list[_Start]])
    within: dict[str, list[tuple[str, Kind, int]]] = field(
        default_factory=dict[str, list[tuple[str, Kind, int]]]
    )
    """By the longest word of each phrase, so that a line is asked for its own words alone."""


def _always(_line: Line, _phrase: str) -> bool:
    return True


def _no_sentence(line: Line, _phrase: str) -> bool:
    return not line.sentence or line.words <= 12


def _is_stamp(line: Line, _phrase: str) -> bool:
    """A line about the day of publication holds a number or an "ago" and is no sentence."""
    ends = line.sentence and not _CLOCK_SENTENCE.search(line.text)
    return not ends and (
        any(map(str.isdigit, line.text)) or line.words <= 4 or _AGO.search(line.text) is not None
    )


def _is_label(line: Line, phrase: str) -> bool:
    pattern = r"[\W_]*" + r"[\W_]+".join(map(re.escape, phrase.split()))
    return (
        re.match(pattern + r"[\s\])]*(?:\([^)]*\)\s*)?(?:[:.|…>»–—]|-(?=\s|$))", line.text.casefold())
        is not None
    )


def _is_signoff(line: Line, phrase: str) -> bool:
    behind = line.text[line.text.casefold().find(phrase.split()[-1]) + len(phrase.split()[-1]) :]
    return are_names(behind.strip(" .:()[]*_"))


@cache
def _lexicon() -> _Lexicon:
    file = resources.files("wiredesk.clean").joinpath("furniture.toml")
    rules = _File.model_validate(tomllib.loads(file.read_text("utf-8"))).rule
    lexicon = _Lexicon()

    def start(rule: _Rule, phrases: tuple[str, ...], accepts: Callable[[Line, str], bool]) -> None:
        for phrase in phrases:
            for form in dict.fromkeys((key(phrase), key(fold(phrase)))):
                entry = _Start(rule.kind, form, rule.words, accepts)
                lexicon.starts.setdefault(form.split()[0], []).append(entry)

    for rule in rules:
        for phrase in rule.line:
            marked = " ".join("#" if word == "#" else key(word) for word in phrase.split())
            for form in (marked, fold(marked)):
                lexicon.lines.setdefault(form, rule.kind)
        start(rule, rule.start, {"stamp": _is_stamp, "more": _no_sentence}.get(rule.kind, _always))
        start(rule, rule.label, _is_label)
        start(rule, rule.names, _is_signoff)
        for phrase in map(key, rule.within):
            longest = max(phrase.split(), key=len)
            lexicon.within.setdefault(longest, []).append((f" {phrase} ", rule.kind, rule.words))
    return lexicon


def _menu(text: str) -> Kind | None:
    """A bar of menu entries: "Home | World | Sport", "Home > Africa"."""
    parts = [part for part in map(key, _BAR.split(text)) if part]
    known = _lexicon().lines
    if len(parts) >= 2 and (parts[0] in _HOME or sum(part in known for part in parts) * 2 > len(parts)):
        return "share" if all(known.get(part) == "share" for part in parts) else "menu"
    return None


def _desk_mark(text: str) -> Kind | None:
    if len(text) > _LONGEST_MARK:
        return None
    return next((kind for kind, mark in _MARKS_OF_DESKS if mark.fullmatch(text)), None)


def furniture_kind(line: Line) -> Kind | None:
    """What kind of furniture a line is; None for text.

    A `WEAK` kind is a guess that the place of the line in its article must confirm.
    """
    if line.words > LONGEST:
        return None
    if (marked := _desk_mark(line.text)) is not None:
        return marked
    lexicon = _lexicon()
    words = line.key or key(line.text[: _FIRST_WORDS * 8])
    if not words:
        return None
    if line.words <= 12:
        known = lexicon.lines.get(words) or lexicon.lines.get(_NUMBER.sub("#", words)) or _menu(line.text)
        if known:
            return known
    for entry in lexicon.starts.get(words.partition(" ")[0], ()):
        phrase = entry.phrase
        if (
            line.words <= entry.words
            and words.startswith(phrase)
            and words[len(phrase) : len(phrase) + 1] in ("", " ")
        ) and entry.accepts(line, phrase):
            return entry.kind
    return _kind_within(line, words) if line.key and line.words <= 60 else None


def _kind_within(line: Line, words: str) -> Kind | None:
    """What something anywhere in a short line shows it to be."""
    padded = f" {words} "
    within = _lexicon().within
    for word in words.split():
        for phrase, kind, most in within.get(word, ()):
            if phrase in padded and line.words <= most:
                return kind
    if (
        ("©" in line.text or "opyright" in line.text or "(c)" in line.text)
        and line.words <= 40
        and _COPYRIGHT.match(line.text.lstrip("( "))
    ):
        return "copyright"
    if line.words <= 14 and not line.sentence and _ADDRESS.search(line.text):
        return "contact"
    if line.text[0] in "@#hw" and _HANDLE.fullmatch(line.text):
        return "share"
    return None
