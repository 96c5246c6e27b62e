"""Which kind of actor a name is, as far as the name alone tells."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from wiredesk.extract.names.lexicon import DATA
from wiredesk.extract.names.tokens import DASH
from wiredesk.schema import ActorKind

_OF_LABEL: dict[str, ActorKind] = {"PER": "person", "LOC": "place", "ORG": "organisation"}
_ENDS_HEAD = frozenset(("of", "for", "in", "to", "against", "on", "(", DASH))
"""Words before which the head of a body's name stands: Front for ..., Party of ..."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """The curated lists of `data/kinds.toml`, in lower case."""

    heads: frozenset[str]
    not_groups: frozenset[str]
    groups: frozenset[str]
    lower_case: frozenset[str]
    state_forces: frozenset[tuple[str, ...]]
    places: frozenset[tuple[str, ...]]
    openings: frozenset[str]
    """First words of `lower_case`, `state_forces` and `places`: most words are none of them."""


@cache
def load_kind_words() -> KindWords:
    """The lists shipped with the package, read once in a process."""
    lists: dict[str, str] = tomllib.loads((DATA / "kinds.toml").read_text(encoding="utf-8"))
    lower_case = frozenset(lists["lower_case"].split())
    state_forces = frozenset(tuple(phrase.split()) for phrase in _phrases(lists["state_forces"]))
    places = frozenset(tuple(phrase.split()) for phrase in _phrases(lists["places"]))
    return KindWords(
        heads=frozenset(lists["heads"].split()),
        not_groups=_phrases(lists["not_groups"]),
        groups=_phrases(lists["groups"]),
        lower_case=lower_case,
        state_forces=state_forces,
        places=places,
        openings=lower_case | {phrase[0] for phrase in state_forces | places},
    )


def _phrases(text: str) -> frozenset[str]:
    return frozenset(text.strip().replace("\n", "|").split("|"))


def kind_of(label: str, surface: str, words: Sequence[str]) -> ActorKind | None:
    """The kind of a tagged name; None for a label that names no actor (MISC).

    Armed groups, forces, coalitions and parties are groups: they are known by name, or by the head of
    their name (its last word, or the one before "of", "for" and the like).
    """
    kind = _OF_LABEL.get(label)
    return "group" if kind == "organisation" and _is_group(surface, words) else kind


def _is_group(surface: str, words: Sequence[str]) -> bool:
    known = load_kind_words()
    if len(words) == 2 and words[1].lower() in known.groups:
        return True  # Kurdish Peshmerga, Afghan Taliban
    name = surface.lower().replace("’", "'")
    if name in known.groups:
        return True
    head_end = next((at for at, word in enumerate(words) if at and word in _ENDS_HEAD), len(words))
    return words[head_end - 1].lower() in known.heads and name not in known.not_groups
