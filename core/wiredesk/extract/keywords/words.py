"""Lists of words that decide what may be a keyword, by language."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, cast

_EVERY_LANGUAGE: Final = "all"


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of words.toml for one language; a list that a language has not is empty."""

    links: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    hollow: frozenset[str] = frozenset()
    nouns_in_ly: frozenset[str] = frozenset()
    before_noun: frozenset[str] = frozenset()
    before_verb: frozenset[str] = frozenset()
    before_either: frozenset[str] = frozenset()
    behind_verb: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()


@cache
def _tables() -> dict[str, dict[str, str]]:
    content = files("wiredesk.extract.keywords").joinpath("words.toml").read_text(encoding="utf-8")
    return cast("dict[str, dict[str, str]]", tomllib.loads(content))


@cache
def words_of(language: str) -> Words:
    """The lists for a language: ISO 639-1."""
    lists = {**_tables()[_EVERY_LANGUAGE], **_tables().get(language, {})}
    lists.pop("same_places", None)
    return Words(**{name: frozenset(words.split()) for name, words in lists.items()})


@cache
def same_places(language: str) -> dict[str, str]:
    """Names of places that have several, each with the first of its group; in lower case without dots."""
    groups = _tables().get(language, {}).get("same_places", "").replace(".", "").split("|")
    listed = [[" ".join(name.split()) for name in group.split(";")] for group in groups]
    return {name: names[0] for names in listed for name in names}
