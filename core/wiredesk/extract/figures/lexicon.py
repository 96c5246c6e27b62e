"""English words that tell what a number counts, and whether it counts anything: nouns.toml, as sets."""

import tomllib
from importlib.resources import files
from typing import Final, cast

_TABLE = files("wiredesk.extract.figures").joinpath("nouns.toml")
_LISTS = cast("dict[str, str]", tomllib.loads(_TABLE.read_text(encoding="utf-8")))


def _words(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


STOPS: Final = _words("stops")
VERBS: Final = _words("verbs")
PLURALS: Final = _words("plurals")
ATTRIBUTIVE: Final = _words("attributive")
NOMINAL: Final = _words("nominal")
NOT_PLURAL: Final = _words("not_plural")
PERSONS: Final = _words("persons")
CONTESTS: Final = _words("contests")
RACES: Final = _words("races")
LABELS: Final = _words("labels")
UNHYPHENED: Final = _words("unhyphened")
MANY: Final = _words("many")
DETERMINERS: Final = _words("determiners")
COUNT_VERBS: Final = _words("count_verbs")
WEEKDAYS: Final = _words("weekdays")
OPENERS: Final = _words("openers") | WEEKDAYS | STOPS
PLACES: Final = _words("places")
PER: Final = _words("per")
PER_JOINS: Final = tuple(_LISTS["per_joins"].split("|"))
SUFFERED: Final = _words("suffered")
DOINGS: Final = _words("doings")
PASTS: Final = _words("pasts")
SAYINGS: Final = _words("sayings")
NOT_PAST: Final = _words("not_past")
DIALLED: Final = _words("dialled")
TEAMS: Final = _words("teams")
SPREADING: Final = _words("spreading")
PARTICLE_VERBS: Final = _words("particle_verbs")
PHRASAL: Final = _words("phrasal")
BOUNDING: Final = _words("bounding")
LENGTHY_BEFORE: Final = tuple(_LISTS["lengthy_before"].split("|"))
LENGTHY_BEHIND: Final = tuple(_LISTS["lengthy_behind"].split("|"))
LENGTHY_THINGS: Final = _words("lengthy_things")
COUNTED_TOPICS: Final = _words("counted_topics")
RACING: Final = _words("racing")
ATHLETICS: Final = _words("athletics")
