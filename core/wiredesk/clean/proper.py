"""Telling names from sentences by their capitals."""

import re
from typing import Final

SHORTEST_VERB: Final = 3
"""Shorter words are taken for small ones: "es" in "Dar es Salaam"."""
_SMALL_WORDS: Final = frozenset(
    {
        "in", "and", "by", "for", "the", "of", "at", "with", "from", "to", "a", "an", "on", "de",
        "du", "des", "la", "le", "les", "et", "en", "y", "e", "del", "da", "do", "dos", "das",
        "van", "von", "der", "den", "und", "im", "bei", "mit", "für", "par", "por", "pour", "à",
        "au", "aux", "al", "el", "los", "las", "bin", "ibn", "abu", "il", "di", "della", "og", "jr",
        "sr", "phd", "editing", "writing", "reporting", "additional", "translated", "compiled",
        "edited", "written", "via",
    }
)  # fmt: skip
_NAME_WORD = re.compile(r"[^\s,;:&/|()\[\]–—]+")
_NAME_PREFIX = re.compile(r"(?:al|el|as|ad|an|ash|ibn|d|l|de|van)[-'’]\w|[a-z]+[.]\w|[a-z][A-Z]")
_NAME_PARTICLES = "de|del|da|dos|van|von|der|den|bin|ibn|al|el|la|le|di|ter|abu|ben|y|e|and|und|et|&"
_NAMES_ONLY = re.compile(
    rf"(?:[^\W\d_a-z][\w’'.-]*|{_NAME_PARTICLES})"
    r"(?:,?\s(?:(?:al|el|as|ad|an|ash|d|l)[-’'][^\W\d_]+|[^\W\d_a-z][\w’'.-]*|"
    rf"{_NAME_PARTICLES}))+"
)


def are_names(text: str) -> bool:
    """Whether a text is names and the small words between them: no verb, no sentence."""
    words = _NAME_WORD.findall(text)
    small = [_is_small(word) for word in words]
    return not all(small) and all(
        is_small or _is_name(word) for word, is_small in zip(words, small, strict=True)
    )


def _is_small(word: str) -> bool:
    return len(word) < SHORTEST_VERB or word.casefold().strip(".’'") in _SMALL_WORDS


def _is_name(word: str) -> bool:
    return (
        word[0].isupper() or word[0] in "@#" or not word[0].isascii() or _NAME_PREFIX.match(word) is not None
    )


def is_name_line(text: str) -> bool:
    """Whether a line is two to five capitalised words, as the name of who wrote it."""
    return text.count(" ") in (1, 2, 3, 4) and not text.isupper() and _NAMES_ONLY.fullmatch(text) is not None
