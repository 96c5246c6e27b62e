"""What a figure says of a movement: how far ("rose by 3%"), where to ("fell to 5%"), where from."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple, cast

from wiredesk.extract.figures import lexicon
from wiredesk.extract.figures.amounts import Amount
from wiredesk.extract.figures.passage import Passage
from wiredesk.extract.figures.wording import any_of
from wiredesk.schema import Change

_TABLE: Final = cast(
    "dict[str, dict[str, str]]",
    tomllib.loads(files("wiredesk.extract.figures").joinpath("changes.toml").read_text(encoding="utf-8")),
)
_REACH: Final = 70
"""Characters before a figure in which its verb of movement stands; farther off it mostly has another's."""
_FAR: Final = 110
"""The same for an end of a movement: "rose by 3% in March, the office said, to 5%"."""
_JUST_BEFORE: Final = 40
"""What "by", "from" or "a rise of about" right before a figure is looked for in; the longest has 34."""
_LAST_WORDS: Final = 5
"""Words of that; most figures have none there that tells of a movement."""
_COMPARING: Final = ("to ", "with ")
_MEASURED: Final = frozenset({"percent", "points", "money", "fraction", "temperature", "rate"})
"""Kinds that move by themselves; of other things, some verbs say that they were lost or won."""
_LOOSE: Final = frozenset(
    {
        "lose", "loses", "lost", "losing", "gain", "gains", "gained", "gaining", "added", "adding", "adds",
        "raise", "raises", "raised", "raising", "shed", "sheds", "shedding", "perdu", "perd", "perdió",
        "pierde", "ganó", "gana", "gagné", "gagne", "verlor", "verliert", "gewann", "خسر", "خسرت",
    }
)  # fmt: skip
"""Verbs that move measures alone: "lost 3%" is a movement, "lost three matches" and "raised $5m" are none."""
_RAISES: Final = frozenset(
    {
        "raise", "raises", "raised", "raising", "lose", "loses", "lost", "losing", "perdu", "perd",
        "perdió", "pierde", "gagné", "gagne", "ganó", "gana", "verlor", "verliert", "gewann",
    }
)  # fmt: skip
"""Verbs that take money without moving it ("raised $75m in a share sale")."""
_POINTS: Final = frozenset({"points", "point", "jobs", "posts", "stellen", "postes", "puntos", "places"})
_ARTICLES: Final = r"an?(?: record| total of| average of| further)? |the |l'|un |una |einen? "
_COMPARED: Final = re.compile(
    r"(?:compared|according|due|thanks|close|equal|equivalent|similar|next) (?:to|with) $"
)
_ADVERBS: Final = frozenset({"up", "down", "higher", "lower"})
"""They go with many verbs ("set up four offices"), and move measures alone."""
_PARTICLES: Final = frozenset({"up", "down"})
_LEVEL: Final = re.compile(
    r"(?<!\w)(?:levels?|depths?|heights?|rainfall|seas?|water|waters|rivers?|lakes?|glaciers?|tides?|distances?|lengths?"
    r"|ranges?|visibility|thickness|mileage|widths?|reservoirs?|snow|ice|ground|table|shoreline|coastline|output|production)"
    r"(?!\w)"
)
"""What of lengths moves by them; anything else that falls 200 metres travels."""
_SAME: Final = re.compile(r",? or (?:by )?")
_AND: Final = re.compile(r"[^.;:,]{0,40},? and ")
_WORD: Final = re.compile(r"(\w+)")
_CLAUSE: Final = re.compile(r"[.;:!?](?=\s)|[()\n\"“”]|, (?:while|and|but|as|which|who)\b")


class _Words(NamedTuple):
    ends: Mapping[str, str]
    last: re.Pattern[str]
    behind: re.Pattern[str]
    up_behind: frozenset[str]
    ups: frozenset[str]
    noun_before: re.Pattern[str]
    joined: frozenset[str]
    nouns: frozenset[str]
    by: frozenset[str]
    to: frozenset[str]


@cache
def _words(language: str) -> _Words:
    table = _TABLE.get(language, _TABLE["en"])
    verbs = dict.fromkeys(table["up"].split(), "up") | dict.fromkeys(table["down"].split(), "down")
    nouns = dict.fromkeys(table["up_before"].split(), "up")
    nouns |= dict.fromkeys(table["down_before"].split(), "down")
    behind = [*table["up_behind"].split(), *table["down_behind"].split()]
    nothing = "(?!)"
    ends = {*table["by"].split(), *table["to"].split(), *table["from"].split()}
    return _Words(
        {**verbs, **nouns},
        re.compile(rf"(?<!\w)({any_of(ends)}) ?(?:{_ARTICLES})?$"),
        re.compile(rf"[ -](?:[a-z-]+ ){{0,2}}?({any_of(behind) or nothing})(?!\w| than| als| que)"),
        frozenset(table["up_behind"].split()),
        frozenset(table["up"].split()),
        re.compile(
            rf"(?<!\w)({any_of(nouns)}) (?:of |de |d'|von |in )?(?:about |some |just |only |another )?$"
        ),
        frozenset(_WORD.findall(" ".join(ends))),
        frozenset(nouns),
        frozenset(table["by"].split()),
        frozenset(table["to"].split()),
    )


def change_of(passage: Passage, amount: Amount, start: int, floor: int, limit: int) -> Change | None:
    """The movement that a figure is part of, or None.

    Args:
        amount: The figure's.
        start: Of the figure, its hedge included.
        floor: Where its sentence begins.
        limit: Where its sentence ends.
    """
    low, words = passage.low, _words(passage.wording.code)
    at = max(floor, start - _FAR)
    before, near = low[at:start], low[max(floor, start - _JUST_BEFORE) : start]
    span = amount.unit is not None and amount.unit.kind == "duration"
    tail = _WORD.findall(near)[-_LAST_WORDS:]
    if (near.endswith(_COMPARING) and _COMPARED.search(near)) or (
        span and low.startswith("-", amount.number.end)
    ):
        return None  # "compared to 5%"; "fell to a 10-year low"
    end = words.last.search(near) if not words.joined.isdisjoint(tail) else None
    if end is not None:
        return _end(words, low[at : start - len(near) + end.start()], end[1], amount)
    noun = words.noun_before.search(near) if not words.nouns.isdisjoint(tail) else None
    if noun is not None and noun[1] in _PARTICLES and _is_phrasal(low[at : start - len(near) + noun.start()]):
        return None
    if noun is not None and _moves(amount):
        return "up by" if words.ends[noun[1]] == "up" else "down by"
    last = next((word for word in reversed(tail) if word.strip("an")), "")
    verb = _last_verb(words, before[-_REACH:]) if last in words.ends else None
    if verb is not None and not before[-_REACH:][verb.end() :].strip(" an"):
        phrasal = verb[1] in _PARTICLES and _is_phrasal(before[-_REACH:][: verb.start()])
        return None if phrasal or _travels(amount, before) else _by(words, verb[1], amount)
    if amount.unit is None or not _moves(amount):
        return None
    behind = words.behind.match(low, amount.end if amount.counted is None else amount.core, limit)
    if behind is not None:
        if behind[0].count(" ") > 1 and behind[1] in ("up", "more", "down", "less", "más", "menos"):
            return None
        return "up by" if behind[1] in words.up_behind else "down by"
    return None


def _is_phrasal(before: str) -> bool:
    """Whether "up" or "down" belongs to the verb before it: "chase down 312"."""
    return before.rstrip(" ").rsplit(" ", 1)[-1] in lexicon.PHRASAL


def _travels(amount: Amount, before: str) -> bool:
    """Whether somebody moved so far, and no measure did: "plunged 200 metres", but "the river rose 2 m"."""
    length = amount.unit is not None and amount.unit.kind == "length"
    return length and _LEVEL.search(before) is None


def is_moving(passage: Passage, before: str) -> bool:
    """Whether the end of a text, in lower case, has a word of movement in its last clause."""
    return _last_verb(_words(passage.wording.code), before) is not None


def goes_on(gap: str, same_kind: bool, change: Change | None) -> bool:
    """Whether a figure's movement is that of the one before: "fell 62 points, or 0.9 per cent".

    Args:
        gap: What stands between the two, in lower case.
        same_kind: Whether both are of one kind, as in "up 3% on the month and 4% on the year".
        change: Of the one before.
    """
    if change is None or not change.endswith(" by"):
        return False
    return _SAME.fullmatch(gap) is not None or (same_kind and _AND.fullmatch(gap) is not None)


def _end(words: _Words, before: str, word: str, amount: Amount) -> Change | None:
    """ "rose by 3%", "rose from 2%", "rose ... to 5%" """
    verb = _last_verb(words, before)
    if verb is None or (word not in words.by and _travels(amount, before)):
        return None
    way, between = words.ends[verb[1]], before[verb.end() :]
    if word in words.to and (word not in words.by or word == "by"):
        return "up to" if way == "up" else "down to"
    if word in words.by and (amount.unit is not None or amount.bare or verb.end() >= len(before) - 12):
        if word in ("de", "d'", "del") and not between.strip() and verb[1] in ("passé", "pasó"):
            return "up from"
        return "up by" if way == "up" else "down by"
    return "up from" if way == "up" else "down from"


def _by(words: _Words, verb: str, amount: Amount) -> Change | None:
    """ "rose 3%", "fell 20 points", "cut 500 jobs" """
    money = amount.unit is not None and amount.unit.kind == "money"
    if verb in _LOOSE | _ADVERBS and not (_moves(amount) or amount.bare):
        return None
    if (verb in _RAISES and money) or (amount.unit is not None and amount.unit.kind in ("duration", "age")):
        return None
    return "up by" if words.ends[verb] == "up" else "down by"


def _moves(amount: Amount) -> bool:
    if amount.unit is not None:
        return amount.unit.kind in _MEASURED
    head = amount.counted.head if amount.counted is not None else ""
    return (amount.number.written == "fraction" and not head) or head in _POINTS


def _last_verb(words: _Words, before: str) -> re.Match[str] | None:
    """The last word of movement of the clause that a text ends with."""
    cut = 0
    for clause in _CLAUSE.finditer(before):
        cut = clause.end()
    said = reversed(list(_WORD.finditer(before, cut)))
    return next((word for word in said if word[1] in words.ends), None)
