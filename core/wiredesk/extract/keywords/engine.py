"""Which implementation of YAKE scores the phrases, and nothing else of it than its scores.

YAKE: Campos et al., "YAKE! Keyword extraction from single documents using multiple local features",
Information Sciences 509 (2020). yake is its authors' own program; yake-rust does the same some seven times
faster, and where the two cut a text into words alike, with the same scores.
"""

import logging
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib.machinery import ModuleSpec
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol

from wiredesk.errors import ConfigError
from wiredesk.extract.keywords.words import words_of

KEYWORD_ENGINES: Final = ("auto", "yake", "yake-rust")

LONGEST: Final = 3
"""Words of the longest phrase."""

_ALL = 1_000_000
"""YAKE must be told how many phrases to hand out."""
_DIGITS = 4
"""Significant digits of a score: few enough that sums taken in another order come out the same."""

_SAME_NAME = "ar bg da de el en es et fa fi fr hi hr hu hy id it lt lv nl no pl pt ro ru sk sl sv tr uk"
_LANGUAGES: Final = {**{code: code for code in _SAME_NAME.split()}, "cs": "cz", "nb": "no", "nn": "no"}
"""Languages for which YAKE has stop words, and its name for each. Chinese and Japanese are left out: YAKE
looks for words between spaces."""

LANGUAGES: Final = frozenset(_LANGUAGES)
"""ISO 639-1 codes of the languages that have keywords."""


class _Engine(Protocol):
    def phrases(self, text: str) -> list[tuple[str, float]]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """YAKE for one language.

    Attributes:
        engine: What scores.
        small: Stop words, those that join the parts of a name included.
    """

    engine: _Engine
    small: frozenset[str]

    def scores(self, text: str) -> list[tuple[float, str]]:
        """Score and lower-case form of each phrase of the text, best first; equal scores by the alphabet.

        Neither engine gives equal scores in a fixed order, and sums in the last digits differ from run
        to run: hence the rounding before the sorting.
        """
        best: dict[str, float] = {}
        for phrase, score in self.engine.phrases(text):
            small = phrase.lower()
            rounded = float(f"{score:.{_DIGITS}g}")
            best[small] = min(rounded, best.get(small, rounded))
        return sorted((score, phrase) for phrase, score in best.items())


def keyword_engine(wanted: str = "auto") -> str:
    """Name and version of the engine that is used: "yake 0.7.3", "yake-rust 1.2.1".

    Args:
        wanted: The engine by name, or "auto": yake-rust where it is installed. What this function has
            given once, with a version, is a name, too.

    Raises:
        ConfigError: yake-rust is wanted and not installed, or there is no engine of that name.
    """
    name = _chosen(wanted)
    return f"{name} {version(name)}"


def _chosen(wanted: str) -> str:
    wanted = wanted.partition(" ")[0]
    if wanted not in KEYWORD_ENGINES:
        raise ConfigError(f"keywords.engine: no engine {wanted!r}; choose from {', '.join(KEYWORD_ENGINES)}")
    fast = find_spec("yake_rust") is not None
    if wanted == "auto":
        return "yake-rust" if fast else "yake"
    if wanted == "yake-rust" and not fast:
        raise ConfigError(
            'keywords.engine: yake-rust is not installed; run pip install "wiredesk[fast]", or choose "auto"'
        )
    return wanted


def scorer_of(language: str | None, wanted: str = "auto") -> Scorer | None:
    """The scorer for a language, or None where the language is unknown or has no stop words.

    Raises:
        ConfigError: as `keyword_engine`.
    """
    code = language if language in _LANGUAGES else None
    return None if code is None else _scorer(code, _chosen(wanted))


@cache
def _scorer(language: str, engine: str) -> Scorer:
    stop_words = _stop_words(language)
    make = _RustEngine if engine == "yake-rust" else _PythonEngine
    return Scorer(make(stop_words), stop_words)


@cache
def _stop_words(language: str) -> frozenset[str]:
    """YAKE's own list and ours, the same for both engines.

    The file is read without importing yake, which takes as long as the rest of a program's start.
    """
    (place,) = [Path(at) for at in _found("yake").submodule_search_locations or ()]
    file = place / "core" / "StopwordsList" / f"stopwords_{_LANGUAGES[language]}.txt"
    own = file.read_text(encoding="utf-8").lower().split("\n")
    return (frozenset(own) - {""}) | words_of(language).reporting


def _found(package: str) -> ModuleSpec:
    spec = find_spec(package)
    if spec is None:
        raise ModuleNotFoundError(package)
    return spec


class _PythonEngine:
    def __init__(self, stop_words: AbstractSet[str]) -> None:
        # Imported at the first article only: the import takes as long as the rest of a program's start.
        from yake import KeywordExtractor

        # YAKE answers every exception with an empty list and a warning; where no handler is set up, logging
        # would print that across the reader's screen.
        logging.getLogger("yake").addHandler(logging.NullHandler())
        # dedup_lim=1: no merging by YAKE, which compares letters only and keeps whichever came first.
        self._extractor = KeywordExtractor(stopwords=set(stop_words), n=LONGEST, dedup_lim=1.0, top=_ALL)

    def phrases(self, text: str) -> list[tuple[str, float]]:
        return self._extractor.extract_keywords(text)


class _RustEngine:
    def __init__(self, stop_words: AbstractSet[str]) -> None:
        from yake_rust import Yake

        self._extractor = Yake(
            stopwords=set(stop_words), ngrams=LONGEST, window_size=1, remove_duplicates=False
        )

    def phrases(self, text: str) -> list[tuple[str, float]]:
        # The space keeps the first word of the text from being taken for a name; line feeds would end
        # sentences where yake does not.
        return self._extractor.get_n_best(" " + text.replace("\n", " "), n=_ALL)
