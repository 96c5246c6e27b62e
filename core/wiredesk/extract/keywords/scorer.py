"""YAKE, and nothing else of it than its scores.

YAKE: Campos et al., "YAKE! Keyword extraction from single documents using multiple local features",
Information Sciences 509 (2020).
"""

import logging
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from yake import KeywordExtractor

LONGEST: Final = 3
"""Words of the longest keyword."""

_MOST_TEXT = 60_000
"""Characters of an article that are scored, some 10,000 words: by then a text has said what it is about."""
_ALL = 1_000_000
"""YAKE must be told how many keywords to hand out."""
_DIGITS = 6
"""Significant digits of a score: few enough that sums taken in another order come out the same."""

_SAME_NAME = "ar bg da de el en es et fa fi fr hi hr hu hy id it lt lv nl no pl pt ro ru sk sl sv tr uk"
_LANGUAGES: Final = {**{code: code for code in _SAME_NAME.split()}, "cs": "cz", "nb": "no", "nn": "no"}
"""Languages for which YAKE has stop words, and its name for each. Chinese and Japanese are left out: YAKE
looks for words between spaces."""

_POSSESSIVE = re.compile(r"['’]s(?!\w)")
_QUOTES = re.compile(r"[\"“”„«»‘`]|(?<!\w)['’]|['’](?!\w)")

_table = tomllib.loads(files("wiredesk.extract.keywords").joinpath("words.toml").read_text(encoding="utf-8"))
_LISTS = {name: frozenset(words.split()) for name, words in cast("dict[str, str]", _table).items()}

LINKS: Final = _LISTS["links"]
DAYS: Final = _LISTS["days"]
MONTHS: Final = _LISTS["months"]
EMPTY: Final = _LISTS["empty"]
NOUNS_IN_LY: Final = _LISTS["nouns_in_ly"]


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """YAKE for one language.

    Attributes:
        extractor: YAKE's own object, which is slow to make.
        small: Stop words, those that join the parts of a name included.
    """

    extractor: "KeywordExtractor"
    small: frozenset[str]

    def scores(self, text: str) -> list[tuple[float, str]]:
        """Score and lower-case form of each phrase of the text, best first; equal scores by the alphabet.

        The comma for the possessive keeps "Iraq's army" from becoming the phrase "Iraq army".
        """
        plain = _QUOTES.sub(" ", _POSSESSIVE.sub(" ,", text[:_MOST_TEXT]))
        found = self.extractor.extract_keywords(plain)
        return sorted((float(f"{score:.{_DIGITS}g}"), phrase) for phrase, score in found)


@cache
def scorer_of(language: str | None) -> Scorer | None:
    """The scorer for a language, or None where the language is unknown or has no stop words."""
    name = _LANGUAGES.get(language or "")
    if name is None:
        return None
    # Imported at the first article only: the import takes as long as the rest of a program's start.
    from yake import KeywordExtractor

    # YAKE answers every exception with an empty list and a warning; where no handler is set up, logging
    # would print that across the reader's screen.
    logging.getLogger("yake").addHandler(logging.NullHandler())
    # dedup_lim=1: no merging by YAKE, which compares letters only and keeps whichever came first.
    extractor = KeywordExtractor(lan=name, n=LONGEST, dedup_lim=1.0, top=_ALL)
    extractor.stopword_set |= _LISTS["reporting"] if name == "en" else frozenset()
    return Scorer(extractor, frozenset(extractor.stopword_set))
