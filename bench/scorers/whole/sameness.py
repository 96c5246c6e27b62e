"""When two names, nouns or keywords are the same, however they are written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_SIGNS: Final = {
    **dict.fromkeys("‐‑‒–—―−﹘－", "-"),
    **dict.fromkeys("‘’‚‛ʼ`´′", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d",
}  # fmt: skip

_HONORIFICS: Final = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "captain", "capt",
    "chief", "president", "minister", "prime", "governor", "mayor", "brigadier", "general", "gen",
    "colonel", "col", "secretary", "ambassador", "senator", "sen", "rep", "judge", "justice", "sheikh",
    "chairman", "chair", "acting", "outgoing", "former", "deputy", "premier",
})  # fmt: skip
_ARTICLES: Final = frozenset({"the", "le", "la", "les"})
_LEADS: Final = frozenset({
    "on", "in", "at", "by", "since", "from", "until", "till", "during", "over", "within", "the", "a", "an",
    "for", "after", "before", "around", "about", "le", "la", "les", "en", "depuis", "du", "des", "au",
    "aux", "de",
})  # fmt: skip


def fold(text: str) -> str:
    """Without case, accents, and the choice of dash, quote and space."""
    return Folded(text).text.strip()


@dataclass(frozen=True)
class Folded:
    """A text that can be searched however it is written, with the way back to its own offsets."""

    raw: str

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        characters: list[str] = []
        offsets: list[int] = []
        for offset, raw in enumerate(self.raw):
            for character in _plain(raw):
                if character == " " and (not characters or characters[-1] == " "):
                    continue
                characters.append(character)
                offsets.append(offset)
        return "".join(characters), offsets

    @property
    def text(self) -> str:
        """The folded text."""
        return self._folded[0]

    def find(self, needle: str, start: int = 0) -> Iterator[int]:
        """Where the needle stands as whole words, in folded offsets."""
        needle = fold(needle)
        at = self.text.find(needle, start) if needle else -1
        while at >= 0:
            if self._whole(at, at + len(needle)):
                yield at
            at = self.text.find(needle, at + 1)

    def span(self, start: int, length: int) -> tuple[int, int]:
        """A folded stretch in the text's own offsets."""
        offsets = self._folded[1]
        return offsets[start], offsets[start + length - 1] + 1

    def _whole(self, start: int, end: int) -> bool:
        text = self.text
        before = start == 0 or not (text[start].isalnum() and text[start - 1].isalnum())
        return before and (end >= len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


def _plain(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    if character.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if not unicodedata.combining(part)).lower()


def surface_key(surface: str, kind: str | None = None) -> str:
    """Key under which two surfaces of a name are the same: no leading article, possessive or honorific."""
    text = fold(surface).replace(".", "").strip(" ,;:\"'()[]")
    if text.endswith("'s"):
        text = text[:-2]
    elif text.endswith("s'") and kind != "organisation":
        text = text[:-1]
    words = re.split(r"[-\s]+", text)
    dropped = _ARTICLES | _HONORIFICS if kind == "person" else _ARTICLES
    while len(words) > 1 and words[0] in dropped:
        words.pop(0)
    return " ".join(words)


def expression_key(expression: str) -> str:
    """Key under which two date expressions are the same: no leading prepositions and articles."""
    words = re.split(r"[-\s]+", fold(expression).strip(" ,;:.\"'()").removesuffix("'s"))
    while len(words) > 1 and words[0] in _LEADS:
        words.pop(0)
    return " ".join(words)


def stems(text: str) -> list[str]:
    """Folded words, without plural endings."""
    return [_stem(word) for word in re.findall(r"[^\W_]+", fold(text))]


def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def same_noun(noun: str | None, wanted: Iterable[str]) -> bool:
    """The head agrees; modifiers may differ."""
    found = stems(noun or "")
    for want in filter(None, map(stems, wanted)):
        if found and (want[-1] == found[-1] or (want[-1] in found and len(found) <= len(want) + 3)):
            return True
    return False


def same_keyword(keyword: str, wanted: Iterable[str]) -> bool:
    """The same words, two more, or half of them with the same head."""
    found = stems(keyword)
    for want in filter(None, map(stems, wanted)):
        if not found:
            return False
        if set(want) <= set(found) and len(found) <= len(want) + 2:
            return True
        half = len(want) > 1 and 2 * len(found) >= len(want)
        if half and set(found) <= set(want) and found[-1] == want[-1]:
            return True
    return False
