"""Telling wire services, outlets and owners of pictures from other names."""

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from pydantic import BaseModel, ConfigDict

from wiredesk.clean.lines import key

LONGEST_NAME = 4
"""Words that an outlet's name holds at most, small ones ("of", "de") apart."""

LONGEST_WIRE = 60
"""Characters; no wire service's name is longer."""
SHORTEST_FOLDED = 4
"""Names of so few letters must stand as they are listed: "AP", not "ap"."""

_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})/?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    wires: frozenset[str]
    pictures: frozenset[str]
    outlet_words: frozenset[str]
    no_outlet_words: frozenset[str]
    agency_words: frozenset[str]
    no_places: frozenset[str]
    offices: frozenset[str]
    place_links: frozenset[str]
    roles: frozenset[str]


@cache
def lexicon() -> _File:
    """The shipped names and words (`outlets.toml`)."""
    file = resources.files("wiredesk.clean").joinpath("outlets.toml")
    return _File.model_validate(tomllib.loads(file.read_text("utf-8")))


@cache
def _wires() -> frozenset[str]:
    return frozenset(key(name) for name in lexicon().wires)


@cache
def _agency_words() -> tuple[str, ...]:
    return tuple(sorted(f" {key(word)} " for word in lexicon().agency_words))


@lru_cache(maxsize=4096)
def is_wire(name: str) -> bool:
    """Whether a name is a known news agency's, or says of itself that it is one's."""
    if name in lexicon().wires:
        return True
    if len(name) > LONGEST_WIRE:
        return False
    words = key(name)
    if len(name) > SHORTEST_FOLDED and words in _wires():
        return True
    return any(word in f" {words} " for word in _agency_words())


def is_outlet_like(name: str) -> bool:
    """Whether a short name is likely an outlet's: capitalised, with a word such as "Herald" in it."""
    if _DOMAIN.fullmatch(name):
        return True
    words = _WORD.findall(name)
    telling = [word for word in words if not word[0].islower() and word != "The"]
    if name in lexicon().wires:
        return True
    if len(words) < 2 or not 0 < len(telling) <= LONGEST_NAME or not name[0].isupper():
        return False
    small = {word.casefold() for word in words}
    if small & lexicon().no_outlet_words:
        return False
    return any(word.casefold() in lexicon().outlet_words for word in telling)


def is_institution(words: str) -> bool:
    """Whether words name who issues a statement, or the statement: "COURT OF APPEAL", "PRESS RELEASE"."""
    return any(word.casefold() in lexicon().no_outlet_words for word in _WORD.findall(words))


def is_role(words: str) -> bool:
    """Whether words say what somebody who writes is: "staff writer", "Political Editor"."""
    return any(f" {role} " in f" {words.casefold()} " for role in lexicon().roles)
