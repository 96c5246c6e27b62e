"""The words that make dates, language by language (lexicon.toml)."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, cast

from wiredesk.extract.dates.feasts import feast_code

DEFAULT_LANGUAGE: Final = "en"

STRONG: Final = frozenset(
    {"Month", "ShortMonth", "Weekday", "ShortWeekday", "Holiday", "dayword", "overnight", "century",
     "quarter", "half", "season", "nineties", "weekend", "yearend"}
)  # fmt: skip
"""Kinds of words of which one makes a date likely."""
WEAK: Final = frozenset(
    {"day", "days", "week", "weeks", "fortnight", "month", "months", "year", "years", "decade", "decades",
     "centuries", "part"}
)  # fmt: skip
"""Kinds of words that make a date only together with one of `COMPANIONS`."""
COMPANIONS: Final = frozenset(
    {"last", "next", "this", "past", "current", "previous", "following", "same", "that", "ago", "earlier",
     "later", "now", "before", "after", "edge"}
)  # fmt: skip

_YEARS: Final = frozenset(
    form for year in range(1000, 2101) for form in (str(year), *([f"{year}s"] if year % 10 == 0 else []))
)
_SLASHED: Final = re.compile(r"\d/\d{1,2}/\d")
_SHORT_YEAR: Final = re.compile(r"['’]\d\d\b")
_ARABIC: Final = re.compile("[٠-٩]{4}")
_ASCII_WORD: Final = re.compile(r"[A-Za-z0-9]+")  # a third faster than \w+
_ANY_WORD: Final = re.compile(r"\w+")
_SHORT_DECADES: Final = tuple(f"{decade}s" for decade in range(30, 100, 10))
_CODES: Final = {
    **{f"Q{number}": ("Q", number) for number in range(1, 5)},
    **{f"H{number}": ("H", number) for number in range(1, 3)},
    **{f"FY{year % 100:02d}": ("FY", year) for year in range(2000, 2100)},
    **{f"FY{year}": ("FY", year) for year in range(1950, 2100)},
}
"""Quarters, halves and fiscal years as business news of any language writes them."""
_PLACES: Final = tuple(
    f"{day}{ending}"
    for day in range(1, 32)
    for ending in ("st", "nd", "rd", "th", "ST", "ND", "RD", "TH", "er")
)
"""Days of a month as places: 2nd, 21st."""
_BESIDE_WEAK: Final = frozenset(str(number) for number in range(1, 54)) | {"mid", "Mid", "MID"}
"""Companions that are no words of a kind in `COMPANIONS`: "week 32", "mid-month"."""
_QUARTERS: Final = ("1Q", "2Q", "3Q", "4Q")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words.

    Attributes:
        words: Written form to kind and value (1-based place in its list, of a feast its `feasts.feast` code).
        phrases: First word to the forms of several words with their kinds and values, the longest first.
        strong: Words (runs of letters and digits) of which every sentence with a date holds one,
        weak: or one of these,
        companions: and then one of these as well.
        word: Finds such words.
    """

    words: MappingProxyType[str, tuple[str, int]]
    phrases: MappingProxyType[str, tuple[tuple[str, str, int], ...]]
    strong: frozenset[str]
    weak: frozenset[str]
    companions: frozenset[str]

    word: re.Pattern[str]

    def may_date(self, sentence: str) -> bool:
        """Whether a sentence may hold a date, none of `in_figures`: spares most of them the grammar."""
        words = self.word.findall(sentence)
        if not self.strong.isdisjoint(words):
            return True
        return not self.weak.isdisjoint(words) and not (
            self.companions.isdisjoint(words) and _BESIDE_WEAK.isdisjoint(words)
        )


def in_figures(text: str) -> bool:
    """Whether it may hold a date in figures in which no year stands as a word of its own.

    Hardly ever true: asked once of an article before it is asked of its sentences.
    """
    return (
        ("/" in text and _SLASHED.search(text) is not None)
        or "年" in text
        or _SHORT_YEAR.search(text) is not None
        or (not text.isascii() and _ARABIC.search(text) is not None)
    )


def written_forms(entry: str) -> tuple[str, ...]:
    """The forms in which an entry of the lexicon is found; apostrophes are straight."""
    if entry[:1].isupper():
        return entry, entry.upper()
    return entry, entry[:1].upper() + entry[1:], entry.upper()


def _entries(tables: dict[str, object]) -> Iterator[tuple[str, str, int]]:
    for kind, words in tables.items():
        if kind == "holidays":
            for name, rule in cast("dict[str, int | str]", words).items():
                yield "Holiday", name, rule if isinstance(rule, int) else feast_code(rule)
        else:
            for place, spellings in enumerate(cast("list[str]", words), start=1):
                for entry in filter(None, spellings.split("|")):
                    yield kind, entry, place


@cache
def _tables() -> dict[str, dict[str, object]]:
    return tomllib.loads(files("wiredesk.extract.dates").joinpath("lexicon.toml").read_text(encoding="utf-8"))


@cache
def lexicon_of(language: str | None) -> Lexicon:
    """The lexicon of a language (ISO 639-1).

    An article whose language is not known is read as English; one in a language without a table has
    only its years and its dates in figures.
    """
    words: dict[str, tuple[str, int]] = dict(_CODES)
    phrases: dict[str, list[tuple[str, str, int]]] = {}
    strong, weak, companions = (
        {*_YEARS, *_CODES, *_QUARTERS, *_SHORT_DECADES, *_PLACES},
        set[str](),
        set[str](),
    )
    telling = [(STRONG, strong), (WEAK, weak), (COMPANIONS, companions)]
    for kind, entry, value in _entries(_tables().get(language or DEFAULT_LANGUAGE, {})):
        for form in written_forms(entry):
            parts = re.findall(r"\w+", form)
            if parts == [form]:
                words[form] = (kind, value)
            else:
                phrases.setdefault(parts[0], []).append((form, kind, value))
            for kinds, telling_words in telling:
                if kind in kinds:
                    telling_words.add(max(parts, key=len))
    ordered = {head: tuple(sorted(forms, key=lambda f: (-len(f[0]), f))) for head, forms in phrases.items()}
    return Lexicon(
        MappingProxyType(words),
        MappingProxyType(ordered),
        frozenset(strong),
        frozenset(weak),
        frozenset(companions),
        _ASCII_WORD if all(word.isascii() for word in strong | weak) else _ANY_WORD,
    )
