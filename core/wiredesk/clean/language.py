"""The language of a text, told by its script and by the small words that every text is full of.

A table of function words instead of a statistical model: a model costs each process most of a second
and a hundred megabytes, and it names a language for two words as well. This one says None when it
cannot tell.
"""

import re
import tomllib
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict

SAMPLE = 800
"""Characters that are looked at."""
MIN_LETTERS = 40
"""A shorter text tells nothing."""
SURE_LETTERS = 120
"""A shorter text does not contradict its container."""
CONTRADICTED = 0.5
_EAST_ASIAN = frozenset({"han", "kana", "hangul"})
MIN_SHARE = 0.08
"""Share of a text's words that must be small words of its language; running text has 0.2 and more."""
MIN_SHARE_ELSEWHERE = 0.04
"""The same in scripts of few languages, whose small words are often written together with the next."""
MIN_HITS = 3
PLAIN_ENGLISH = 3
"""So many times "the" in a sample are English, and spare four fifths of the time that counting takes."""
PLAIN_OTHERS = 2
"""So many of four more words must stand beside it."""
_PLAIN_WORDS = (" and ", " of ", " to ", " in ")
ONE_LETTER = 0.25
"""What a word of one letter counts: many languages share it."""
OWN_LETTER = 0.5
MARGIN = 1.15
"""The best language must have so many times the second's small words."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_CODE = re.compile(r"([a-z]{2,3})(?:[-_].*)?")


class _Language(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    script: str
    words: frozenset[str] = frozenset()
    letters: str = ""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    scripts: dict[str, str]
    languages: dict[str, _Language]


@cache
def _file() -> _File:
    file = resources.files("wiredesk.clean").joinpath("languages.toml")
    return _File.model_validate(tomllib.loads(file.read_text("utf-8")))


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(f"[{ranges}]") for name, ranges in _file().scripts.items()}


@cache
def _by_word(script: str) -> dict[str, tuple[str, ...]]:
    """The languages of a script in which a small word is at home."""
    by_word: dict[str, tuple[str, ...]] = {}
    for code, language in _file().languages.items():
        if language.script == script:
            for word in sorted(language.words):
                by_word[word] = (*by_word.get(word, ()), code)
    return by_word


@cache
def _by_letter(script: str) -> dict[str, tuple[str, ...]]:
    """The languages of a script that have a letter their neighbours have not."""
    by_letter: dict[str, tuple[str, ...]] = {}
    for code, language in _file().languages.items():
        if language.script == script:
            for letter in sorted(set(language.letters)):
                by_letter[letter] = (*by_letter.get(letter, ()), code)
    return by_letter


@cache
def _of_script(script: str) -> tuple[str, ...]:
    return tuple(code for code, language in _file().languages.items() if language.script == script)


def language_of(text: str, stated: str | None) -> str | None:
    """A text's language: the one its container states, unless the text plainly is in another.

    The words of a text contradict what is stated where the stated language is known here, another is
    found, and the stated one has less than `CONTRADICTED` of the other's small words: pages carry the
    language of their template.

    Args:
        text: The text.
        stated: What the container states, or None.
    """
    code = stated_language(stated)
    if code is None or (code == "en" and _is_plain_english(text)):
        return detect_language(text)
    known = _file().languages.get(code)
    script, letters = _script(text[:SAMPLE])
    if known is None or letters < SURE_LETTERS:
        return code
    if known.script != script and not {known.script, script} <= _EAST_ASIAN:
        return detect_language(text) or code
    found = detect_language(text)
    if found is None or found == code or not known.words:
        return code
    hits = dict(_small_words(text[:SAMPLE], script))
    return found if hits.get(code, 0.0) < CONTRADICTED * hits[found] else code


def stated_language(stated: str | None) -> str | None:
    """The ISO 639 code in what a container states: "en-GB" gives "en"; None for what is no code."""
    found = _CODE.fullmatch(stated.strip().casefold()) if stated else None
    return found[1] if found and (len(found[1]) == 2 or found[1] in _file().languages) else None


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of a text's language (639-3 where there is none); None where nothing tells it."""
    if _is_plain_english(text):
        return "en"
    sample = text[:SAMPLE]
    script, letters = _script(sample)
    if letters < MIN_LETTERS:
        return None
    candidates = _of_script(script)
    if len(candidates) == 1:
        return candidates[0]
    ranked = _small_words(sample, script)
    words = len(_WORD.findall(sample))
    if not ranked or ranked[0][1] < max(MIN_HITS, _share(script) * words):
        return None
    if len(ranked) > 1 and ranked[0][1] < MARGIN * ranked[1][1]:
        return None
    return ranked[0][0]


def _is_plain_english(text: str) -> bool:
    """Whether a text says "the" so often that nothing else need be counted: no other has the word."""
    sample = text[:SAMPLE]
    if sample.count(" the ") < PLAIN_ENGLISH:
        return False
    return sum(word in sample for word in _PLAIN_WORDS) >= PLAIN_OTHERS


def _share(script: str) -> float:
    return MIN_SHARE if script == "latin" else MIN_SHARE_ELSEWHERE


def _script(sample: str) -> tuple[str, int]:
    """The script of most letters of a sample, and how many letters count."""
    ascii_letters = len(sample.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    if ascii_letters * 2 > len(sample):
        return "latin", ascii_letters
    counts = {name: len(pattern.findall(sample)) for name, pattern in _scripts().items()}
    script = max(counts, key=lambda name: (counts[name], name))
    letters = counts[script] * (3 if script in _EAST_ASIAN else 1)
    if script == "han" and counts["kana"] * 10 > counts["han"]:
        script = "kana"
    return script, letters


def _small_words(sample: str, script: str) -> list[tuple[str, float]]:
    """The languages of a script with the small words and letters of their own in a sample, most first."""
    small = sample.casefold()
    by_word = _by_word(script)
    hits: dict[str, float] = {}
    for word in _WORD.findall(small):
        for code in by_word.get(word, ()):
            hits[code] = hits.get(code, 0.0) + (1.0 if len(word) > 1 else ONE_LETTER)
    if not small.isascii():
        by_letter = _by_letter(script)
        for letter in small:
            if letter in by_letter:
                for code in by_letter[letter]:
                    hits[code] = hits.get(code, 0.0) + OWN_LETTER
    return sorted(hits.items(), key=lambda item: (-item[1], item[0]))
