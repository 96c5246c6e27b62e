"""The forms in which names are compared."""

import re

from wiredesk.link.vocabulary import vocabulary
from wiredesk.text import fold

_EDGE = " \t\n\u00a0\"'“”‘’«»{},;:·•*-–—"
_BRACKETS = ("()", "[]")
_ARTICLE = re.compile(r"(?:the|an?|l['’])(?:\s+|(?<=['’]))(?=\S)", re.IGNORECASE)
_ENDS_IN_ABBREVIATION = re.compile(r"(?:\.\w*\.|\b(?:jr|sr|inc|ltd|co|corp|st|[a-z])\.)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_DOTTED = re.compile(r"(?<![^\W_])((?:[^\W\d_]\.){2,})")
_ARABIC_ARTICLE = re.compile(r"\b(?:al|el|as|ash|ad|an|ar|at|az|ul|ud|ur)-(?=\w)|^al ")
_NO_LETTER = re.compile(r"[\W_]+")
_LONG = 6
_FINAL_H = re.compile(r"(?<=[ae])h$")
_SPACES = re.compile(r"\s+")
SMALL_WORDS = frozenset(
    ("of", "the", "and", "for", "in", "on", "to", "at", "de", "la", "du", "des", "del", "di", "da", "y", "e")
)
"""Words that stand for nothing in an acronym."""


def core(surface: str) -> str:
    """A name without what surrounds it: quotes, brackets, a leading article, a possessive, odd spaces.

    "the  Kestrel Bank's" gives "Kestrel Bank"; a name that is only an article stays as it is.
    """
    if surface.isalnum():
        return surface
    name = _SPACES.sub(" ", surface).strip(_EDGE)
    if name[-1:] in "'’sS":
        name = _POSSESSIVE.sub("", name).strip(_EDGE)
    for opening, closing in _BRACKETS:
        if name.startswith(opening) and name.find(closing) in (-1, len(name) - 1):
            name = name[1:].removesuffix(closing)
        if name.endswith(closing) and opening not in name:
            name = name[:-1]
        if opening in name[1:] and closing not in name:  # the tagger stopped inside a bracket
            name = name[: name.index(opening, 1)].rstrip(_EDGE)
    if name[-1:] in (".", "!", "?") and not _ENDS_IN_ABBREVIATION.search(name):
        name = name.rstrip(".!?")
    article = _ARTICLE.match(name)
    return name[article.end() :] if article else name


def undotted(text: str) -> str:
    """Dotted abbreviations without their dots: "U.S." gives "US"."""
    return _DOTTED.sub(lambda found: found[1].replace(".", ""), text) if "." in text else text


def body_key(name: str, *, company: bool = True) -> str:
    """The key under which two names (as `core` gives them) of an organisation, place or group are the same.

    No case, accents, punctuation, Arabic article or possessive counts; words of two spellings are one;
    with `company`, neither does a company's legal form at the end.
    """
    folded = fold(undotted(name))
    if folded.isalnum():
        return vocabulary().same_word.get(folded, folded)
    folded = folded.removeprefix("al ")
    if not folded.replace(" ", "").isalnum():
        folded = _ARABIC_ARTICLE.sub(
            "", folded.replace("'s ", " ").replace("&", " and ").replace("+", " plus ").replace("'", "")
        )
    same = vocabulary().same_word
    words = [same.get(word, word) for word in _NO_LETTER.split(folded) if word]
    if company:
        while len(words) > 1 and (words[-1] in vocabulary().legal or words[-1] == "and"):
            words.pop()
    return " ".join(words)


def in_one_spelling(word: str) -> str:
    """A long folded word without what Latin letters write in several ways: "khateeb" and "khatib", "-a(h)".

    Short words are left alone, since there the same letters tell two names apart ("Moor", "Mur").
    """
    if len(word) < _LONG:
        return word
    return _FINAL_H.sub("", word.replace("ee", "i").replace("oo", "u").replace("ou", "u"))


def is_acronym(name: str) -> bool:
    """Whether a name is one word of mostly capitals, two to ten long: "KRX", "MoHFW", "F-SDK"."""
    if " " in name or name.islower():
        return False
    letters = undotted(name).replace("-", "").replace("&", "")
    capitals = sum(map(str.isupper, letters))
    return 2 <= len(letters) <= 10 and letters.isalnum() and capitals >= 2 and 2 * capitals > len(letters)


def initials(name: str) -> tuple[str, ...]:
    """What a name's words begin with, in capitals, the ways that bodies abbreviate themselves.

    "Anti-Graft Union of the Docks" gives AGUD (small words apart), AGUOTD, and AUD (hyphens join).
    """
    words = [word for word in _NO_LETTER.split(name) if word]
    whole = [word for word in name.split() if word[0].isalnum()]
    rows = (
        [word for word in words if word.casefold() not in SMALL_WORDS],
        words,
        [word for word in words if word.casefold() not in SMALL_WORDS or word.casefold() == "of"],
        [word for word in whole if word.casefold() not in SMALL_WORDS],
    )
    return tuple(dict.fromkeys("".join(word[0].upper() for word in row) for row in rows))


def abbreviates(short: str, long: str) -> bool:
    """Whether an acronym's letters stand in a longer name in order, its first one at the first word.

    The test of Schwartz and Hearst (2003) for definitions in brackets, anchored at the first word; or the
    acronym is made of beginnings of the name's words.
    """
    letters = "".join(char for char in fold(undotted(short)) if char.isalnum())
    text = fold(long)
    if not letters or not text or text[0] != letters[0] or len(text) <= len(letters):
        return False
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if at == 0:
            return False
    words = [word for word in _NO_LETTER.split(text) if word]
    starts = {word[0] for word in words}
    return letters[-1] in starts or len(letters) < 3 or len(words) == 1 or _of_beginnings(letters, words)


def _of_beginnings(letters: str, words: list[str]) -> bool:
    """Whether letters are beginnings of words in order, the first word's first; words may be passed over."""
    reached = {0}
    for number, word in enumerate(words):
        ends = {
            end
            for start in reached
            for end in range(start + 1, len(letters) + 1)
            if word.startswith(letters[start:end])
        }
        reached = ends if number == 0 else reached | ends
    return len(letters) in reached
