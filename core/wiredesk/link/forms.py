"""Distinct names of a corpus, each looked at once: what it is compared by, and whether it is a name."""

import re
from dataclasses import dataclass, replace

from wiredesk.link.heads import head_of, person_in
from wiredesk.link.lexicon import Entry, Lexicon
from wiredesk.link.normalise import body_key, core, is_acronym, undotted
from wiredesk.link.person import PersonName, parse_person
from wiredesk.link.vocabulary import vocabulary
from wiredesk.text import fold

_HYPHEN = re.compile(r"[-‐-–]")
# A body's or place's name of more words is not asked whether it may be a person's, tagged wrongly.
_PERSON_WORDS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One surface as tagged with one kind.

    Attributes:
        surface: As it stands in the text.
        kind: As tagged.
        core: Without article, quotes, possessive and what only describes it.
        key: What bodies and places are compared by (`normalise.body_key`).
        person: The surface read as a person's name; None where it cannot be one.
        entry: What the lexicon knows of it.
        by_alias: The lexicon knows it by another name than its entry's own.
        short: An acronym without its periods; "" for a name that is none.
        noun: The name is only a common noun ("Commission"), which may stand for a longer name.
    """

    surface: str
    kind: str
    core: str
    key: str
    person: PersonName | None
    entry: Entry | None
    by_alias: bool
    short: str
    noun: bool


def make_form(surface: str, kind: str, lexicon: Lexicon) -> Form | None:
    """Look at a surface; None where it names no actor.

    No actors are nationalities and peoples, days and months, titles alone, furniture, bare common nouns
    in lower case, and what holds no letter.
    """
    name = core(surface)
    key = body_key(name)
    if not key or not any(char.isalpha() for char in name) or (len(name) < 2 and not name.isupper()):
        return None
    words = vocabulary()
    entry = lexicon.find(name, key)
    if entry is None and not name.isalnum():
        head = _of_no_state(head_of(name, kind), kind, lexicon)
        if head != name and body_key(head):
            name, key = head, body_key(head)
            entry = lexicon.find(name, key)
    folded = fold(undotted(name))
    if entry is None and (folded in words.nothing or folded in lexicon.adjectives):
        return None
    if entry is None and _joins_states(name, lexicon):
        return None
    if entry is None and folded in words.no_actors and (name.isupper() or kind != "person"):
        return None
    start, end = person_in(surface) if kind == "person" else (0, len(surface))
    asked = kind == "person" or name.count(" ") < _PERSON_WORDS
    person = parse_person(surface[start:end]) if asked else None
    if person is not None and start:
        person = replace(person, start=person.start + start)
    if kind == "person" and person is None and entry is None:
        return None
    short = undotted(name) if is_acronym(name) else ""
    noun = entry is None and kind != "person" and key in words.common and not short
    if noun and name.islower():
        return None
    if (
        entry is None
        and " " not in folded
        and name.islower()
        and kind in ("place", "group")
        and key in words.group_tails
    ):
        return None
    by_alias = entry is not None and key != body_key(core(entry.name))
    return Form(surface, kind, name, key, person, entry, by_alias, short, noun)


def _joins_states(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is two places with a hyphen, as in "US-Iraq talks", which is neither of them."""
    parts = _HYPHEN.split(name) if " " not in name else []
    return len(parts) > 1 and all(
        (entry := lexicon.find(part, body_key(part))) is not None and entry.kind == "place" for part in parts
    )


def _of_no_state(name: str, kind: str, lexicon: Lexicon) -> str:
    """A place or proper name without its state's possessive: "Kenya's Lake Sorvik".

    A common noun keeps it, since the state tells which one is meant: "Kenya's Ministry of Health".
    """
    if kind == "person":
        return name
    for mark in ("'s ", "’s "):
        owner, found, rest = name.partition(mark)
        state = lexicon.keys.get(body_key(owner)) or lexicon.exact.get(undotted(owner)) if found else None
        if state is not None and lexicon.entries[state].adjectives and rest[:1].isupper():
            words = body_key(rest).split()
            general = words[-1] in vocabulary().common or words[0] in vocabulary().common
            return name if general and kind != "place" else rest
    return name
