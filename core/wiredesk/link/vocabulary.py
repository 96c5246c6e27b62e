"""The words that linking needs to know, read once from `vocabulary.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words without full stops; `vocabulary.toml` says what each list is for.

    Attributes:
        same_name: A name to the spelling that stands for it.
        long_name: A given name to the one that it is short for.
        same_word: A word in the name of a body to the spelling that stands for it.
    """

    honorifics: frozenset[str]
    offices: frozenset[str]
    office_words: frozenset[str]
    office_links: frozenset[str]
    past: frozenset[str]
    leads: frozenset[str]
    joined: frozenset[str]
    particles: frozenset[str]
    leading_particles: frozenset[str]
    no_person: frozenset[str]
    surname_titles: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    suffixes: frozenset[str]
    legal: frozenset[str]
    tails: frozenset[str]
    descriptors: frozenset[str]
    place_parts: frozenset[str]
    affiliates: frozenset[str]
    place_tails: frozenset[str]
    group_tails: frozenset[str]
    common: frozenset[str]
    state_bodies: frozenset[str]
    ministries: frozenset[str]
    breaks: frozenset[str]
    ends: frozenset[str]
    nothing: frozenset[str]
    no_actors: frozenset[str]
    same_name: dict[str, str]
    long_name: dict[str, str]
    title_names: frozenset[str]
    same_word: dict[str, str]


def _first_of_row(rows: list[list[str]]) -> dict[str, str]:
    return {word: row[0] for row in rows for word in row}


@cache
def vocabulary() -> Vocabulary:
    """The shipped vocabulary."""
    lists = tomllib.loads(files("wiredesk.link").joinpath("vocabulary.toml").read_text(encoding="utf-8"))
    long_names = _first_of_row(lists.pop("short_names"))
    spellings = _first_of_row(lists.pop("spellings"))
    words = _first_of_row(lists.pop("same_words"))
    return Vocabulary(
        **{name: frozenset(words_of) for name, words_of in lists.items()},
        same_name=spellings,
        long_name=long_names,
        same_word=words,
    )
