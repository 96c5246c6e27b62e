"""Lines that are no part of an article: share, follow, read more, sign-offs, rights, notes, menus.

What they say is data (`furniture.toml`); here is how a line is compared with it.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final

from pydantic import BaseModel, ConfigDict

from wiredesk.clean.furniture_marks import Kind, marked_kind
from wiredesk.clean.lines import Line, key
from wiredesk.clean.proper import are_names
from wiredesk.text import fold

WEAK: Final[frozenset[str]] = frozenset({"kicker", "nav", "byline", "end", "tail", "contact", "tags"})
"""Kinds whose words may also head a section of an article: furniture only at its head, its foot, or
beside other furniture."""

LONGEST = 90
"""No furniture line has more words."""

_HOME: Final[frozenset[str]] = frozenset({"home", "accueil", "inicio", "startseite", "portada", "homepage"})
_BAR = re.compile(r"\s*[|>»›·•/]\s*|\s{3,}")
_AGO = re.compile(r"\b(?:ago|il y a|hace|vor|há|fa|geleden|önce|назад|тому|منذ|پیش)\b", re.IGNORECASE)
_LONGEST_START = 120
"""Characters in which the longest phrase that a line may start with ends."""
LONGEST_NUMBERED = 20
"""Words of a line whose first words may hold a number: "You've read 2 of 3 free articles"."""
MENU_ENTRIES = 3
"""So many entries, none of more than `MENU_WORDS` words, make a bar a menu."""
MENU_WORDS = 4
_NUMBER = re.compile(r"\b\d+(?: \d{3})*\b")
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_COPYRIGHT = re.compile(
    r"[( ]*(?:©|copyright\b.{0,12}\d{4}|\(c\)\s*(?:copyright\s+|by\s+)?(?:(?:19|20)\d{2}\b|"
    r"(?-i:[A-Z])[^.;:]{2,60}\b(?:19|20)\d{2}\.?$))",
    re.IGNORECASE,
)
"""With a year behind it: "(c)" also counts off the points of a law."""
_HANDLE = re.compile(
    r"(?:@[\w.]+|#\w+|(?:https?://|www\.)\S+|\S+@\S+\.\w+)(?:[\s,|•·/]+(?:@[\w.]+|#\w+|"
    r"(?:https?://|www\.)\S+))*"
)
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
        re.match(
            pattern + r"[\s\])]*(?:\([^)]*\)\s*|\d[\d/. -]{3,12})?(?:[:.|…>»–—]|-(?=\s|$))",
            line.text.casefold(),
        )
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
            marked = " ".join("#" if word == "#" else key(word) for word in phrase.split())
            for form in dict.fromkeys((marked, fold(marked))):
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
    if len(parts) < 2:
        return None
    told = sum(part in known or _NUMBER.sub("#", part) in known for part in parts)
    if parts[0] in _HOME or told * 2 > len(parts):
        return "share" if all(known.get(part) == "share" for part in parts) else "menu"
    return "nav" if _invites(text) else None


def _invites(text: str) -> bool:
    """Whether all entries of a bar are a few words, most with a small one: "Where we work | Join us".

    Rows of tables may be so, too: hence only a guess.
    """
    entries = [entry.split() for entry in text.split("|")]
    if len(entries) < MENU_ENTRIES or any(not 1 <= len(entry) <= MENU_WORDS for entry in entries):
        return False
    small = sum(any(word[0].islower() and len(word) > 1 for word in entry) for entry in entries)
    return small * 2 > len(entries)


def furniture_kind(line: Line) -> Kind | None:
    """What kind of furniture a line is; None for text.

    A `WEAK` kind is a guess that the place of the line in its article must confirm.
    """
    if line.words > LONGEST:
        return None
    if (marked := marked_kind(line.text)) is not None:
        return marked
    lexicon = _lexicon()
    words = line.key or key(line.text[:_LONGEST_START])
    if not words:
        return None
    if line.words <= 12:
        known = lexicon.lines.get(words) or lexicon.lines.get(_NUMBER.sub("#", words)) or _menu(line.text)
        if known:
            return known
    if (kind := _kind_of_start(line, words)) is not None:
        return kind
    if (
        line.words <= LONGEST_NUMBERED
        and _NUMBER.search(words)
        and (kind := _kind_of_start(line, _NUMBER.sub("#", words))) is not None
    ):
        return kind
    return _kind_within(line, words) if line.key and line.words <= 60 else None


def _kind_of_start(line: Line, words: str) -> Kind | None:
    """What the first words of a line show it to be."""
    for entry in _lexicon().starts.get(words.partition(" ")[0], ()):
        phrase = entry.phrase
        if (
            line.words <= entry.words
            and words.startswith(phrase)
            and words[len(phrase) : len(phrase) + 1] in ("", " ")
        ) and entry.accepts(line, phrase):
            return entry.kind
    return None


def _kind_within(line: Line, words: str) -> Kind | None:
    """What something anywhere in a short line shows it to be."""
    padded = f" {words} "
    within = _lexicon().within
    for word in words.split():
        for phrase, kind, most in within.get(word, ()):
            if phrase in padded and line.words <= most:
                return kind
    if (
        ("©" in line.text or "opyright" in line.text or "(c)" in line.text or "(C)" in line.text)
        and line.words <= 40
        and _COPYRIGHT.match(line.text)
    ):
        return "copyright"
    if line.words <= 14 and not line.sentence and _ADDRESS.search(line.text):
        return "contact"
    if line.text[0] in "@#hw" and _HANDLE.fullmatch(line.text):
        return "share"
    return None
