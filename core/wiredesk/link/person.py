"""A person's name, taken apart."""

import re
from dataclasses import dataclass

from wiredesk.link.normalise import core, in_one_spelling, undotted
from wiredesk.link.vocabulary import vocabulary
from wiredesk.text import fold

_NICKNAME = re.compile(r"""\s["“‘'][^"“”‘’']{1,24}["”’'](?=\s)|\s\([^()]{1,24}\)(?=\s)""")
_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az|ul|us|ud|ur)[-'](?=\w{2})")
_WORD = re.compile(r"[^\s,]+")
_GIVEN_PART_AT_MOST = 5
_NUMBERS = frozenset(
    ("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, folded and without titles.

    Attributes:
        words: Given names and surname in their usual order; a particle or Arabic article is no word.
        suffix: jr, sr, ii, iii …; "" for none.
        start: Where the name begins behind its titles, in the surface it was taken from.
        parts: Words that stand in its hyphenated words: a surname may be used by half.
        hyphened: The given name is two short words with a hyphen, so that it may also be written as two.
    """

    words: tuple[str, ...]
    suffix: str
    start: int
    parts: tuple[str, ...] = ()
    hyphened: bool = False

    @property
    def full(self) -> bool:
        """Whether the name says more than a surname or a given name; a monarch's number does."""
        return len(self.words) > 1 or self.suffix in _NUMBERS

    @property
    def bucket(self) -> tuple[str, str, str]:
        """First name, surname and suffix: equal for all forms of one person's full name."""
        return self.words[0], self.words[-1], self.suffix


def _word(raw: str) -> str:
    words = vocabulary()
    bare = _ARTICLE.sub("", raw)
    if bare.startswith(("abd-", "abdel-", "abdul-", "abdal-")):
        bare = "abd" + _ARTICLE.sub("", bare.split("-", 1)[1])
    elif bare.startswith(("abdel", "abdul", "abdal", "abdol")) and len(bare) > 7:
        bare = "abd" + bare[5:]
    bare = "".join(char for char in bare if char.isalnum())
    known = words.same_name.get(bare)
    return known if known is not None else in_one_spelling(bare)


def parse_person(surface: str) -> PersonName | None:
    """Take a person's name apart; None where nothing but titles, particles or signs is left.

    "Sheikh Omar al-Harb" gives the words omar, harb; "HARB, Omar" the same.
    """
    words = vocabulary()
    text = _NICKNAME.sub(lambda found: " " * len(found[0]), surface)
    tokens = [
        (fold(undotted(found[0])).strip(".'\"“”‘’()[]"), found.start()) for found in _WORD.finditer(text)
    ]
    tokens = [(token.removesuffix("'s"), at) for token, at in tokens if token]
    titles = (words.honorifics | words.offices) - words.title_names
    suffix = ""
    while len(tokens) > 1 and tokens[-1][0] in words.suffixes:
        suffix = tokens.pop()[0]
    if "," in surface and not suffix and len(tokens) in (2, 3) and surface.count(",") == 1:
        before = len(surface[: surface.index(",")].split())
        tokens = tokens[before:] + tokens[:before]
    while len(tokens) > 1 and tokens[0][0] in titles:
        tokens.pop(0)
    kept: list[str] = []
    pending = ""
    for token, _ in tokens:
        if token in words.joined or (pending and token in words.particles):
            pending = pending or ("abd" if token.startswith("abd") else token)
            continue
        if token in (words.particles if kept else words.leading_particles) and len(tokens) > 1:
            continue
        word = _word(token)
        if word:
            kept.append(words.same_name.get(pending + word, pending + word))
        pending = ""
    if pending:
        kept.append(pending)
    if any(token in words.no_person for token, _ in tokens):
        return None
    if not kept or (len(kept) == 1 and kept[0] in titles) or not any(char.isalpha() for char in kept[-1]):
        return None
    kept[:-1] = [words.long_name.get(word, word) for word in kept[:-1]]  # a surname is short for nothing
    hyphened = [_two_short_words(token) for token, _ in tokens] if len(kept) == 2 == len(tokens) else []
    if hyphened == [False, True]:  # "Doh Min-seo" is "Min-seo Doh"
        kept.reverse()
    halves = {
        _word(part) for token, _ in tokens[-1:] if "-" in token for part in token.split("-") if len(part) > 2
    }
    return PersonName(tuple(kept), suffix, min(at for _, at in tokens), tuple(sorted(halves)), any(hyphened))


def _two_short_words(token: str) -> bool:
    parts = token.split("-")
    return len(parts) == 2 and all(1 < len(part) <= _GIVEN_PART_AT_MOST for part in parts)


def display(surface: str, name: PersonName) -> str:
    """A surface without the titles before the name and the possessive behind it."""
    return core(surface[name.start :]) if name.start else core(surface)
