"""The counted thing behind a number: "22 Kurdish soldiers" counts Kurdish soldiers."""

import re
from typing import NamedTuple

from wiredesk.extract.figures import lexicon
from wiredesk.extract.figures.passage import Passage

_WORD = re.compile(r" ((?:[a-z]\.){2,}|[^\W\d_](?:[\w'&]|-(?=\w))*|[0-9]{3}s)")
"""A word; models such as "Boeing 737s" end a noun phrase, too."""
_HYPHENED = re.compile(r"-([^\W\d_]+)(?![\w])")
_FILLER = re.compile(
    r"(?:-plus|\+|-odd| odd)?"
    r"(?: (?:more|other|additional|further|extra|or so|or more|or fewer|or less))?(?= )"
)
_OF = re.compile(
    r" of(?: (?:all |both )?(?:the|its|their|his|her|our|these|those|my|your)(?: own)?)?(?= [a-z])"
)
_OF_NUMBER = re.compile(r" of (?:the|its|their|his|her|our|these|those)(?: [a-z'-]+){0,2} ")
_OF_THEM = re.compile(r" of (?:them|whom|us|which|these|those|you)(?![\w])")
_COUNT = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|[0-9]+"
_ALONGSIDE = re.compile(
    rf" ((?:[a-z-]+ ){{0,2}}[a-z-]+)(?:,| and| but| or)(?: and)?(?: at least| about| some)?"
    rf" (?:{_COUNT})(?![\w'])"
)
_COUNTED_BEFORE = re.compile(
    rf"(?:^|\W)(?:{_COUNT}) (?:[a-z-]+ ){{0,2}}[a-z-]+s?(?:,| and| but)(?: and)? one$"
)
_CLOSED = re.compile(
    r" ((?:[a-z-]+ ){0,2}?[a-z-]+)(?=[.,;:)]| (?:and|in|on|at|of|to|were|was|had|have|after|with|by)[ ,])"
)
_BESIDE = 44
"""Characters before "one" in which the count stands beside which it is one itself."""
_OF_ABROAD = re.compile(
    r" (?:(?:de la|de l'|des|du|del|de los|de las|de|der|von|من) |d'|de l')([^\W\d_][\w-]*)"
)
_MOST_WORDS = 6
"""Words a noun phrase may have: longer ones are hardly ever one phrase."""
_MOST_SINGULAR = 3
_NO_MEN = frozenset({"specimen", "regimen", "yemen", "acumen", "abdomen", "omen", "semen", "stamen", "amen"})

_PLURAL_ENDS = ("children", "people", "folk")
"""Ends of compounds of irregular plurals: grandchildren, townspeople, fisherfolk."""


class Counted(NamedTuple):
    """What stands behind a number.

    Attributes:
        start: Of the counted thing; equal to `end` where the number counts something not named there
            ("four of them").
        end: Behind the counted thing.
        hyphened: Whether a hyphen joins it to the number ("a 15-member council").
        head: Its last word, in lower case; "" for none.
    """

    start: int
    end: int
    hyphened: bool
    head: str


def counted_behind(passage: Passage, at: int, limit: int, value: float) -> Counted | None:
    """The thing counted by a number that ends at `at`, or None.

    The head of the phrase is told by its plural; a value of 1 counts a singular, and only one of a
    few kinds (persons, vehicles, ...), since "one" is mostly a pronoun.
    """
    order = passage.wording.noun
    if order == "first":
        return _first(passage, at, limit)
    if order == "next":
        return _next(passage, at, limit)
    if order == "capital":
        return _capital(passage, at, limit)
    low = passage.low
    if (filler := _FILLER.match(low, at, limit)) is not None:
        at = filler.end()
    if low[at : at + 1] == "-":
        if low.startswith("-strong ", at):
            noun = _WORD.match(low, at + len("-strong"), limit)
            return None if noun is None else Counted(noun.start(1), noun.end(), hyphened=False, head=noun[1])
        match = _HYPHENED.match(low, at, limit)
        if match is None or match[1] in lexicon.STOPS:
            return None
        return Counted(match.start(1), match.end(), hyphened=True, head=match[1])
    if not low.startswith(" of ", at):
        return _singular(passage, at, limit) if value == 1 else _plural_phrase(passage, at, limit)
    if (them := _OF_THEM.match(low, at, limit) or _OF_NUMBER.fullmatch(low, at, limit)) is not None:
        end = them.end() if them.re is _OF_THEM else at
        return Counted(end, end, hyphened=False, head="")
    partitive = _OF.match(low, at, limit)
    return _plural_phrase(passage, partitive.end(), limit) if partitive is not None and value != 1 else None


def mass_behind(passage: Passage, at: int, limit: int) -> Counted | None:
    """What a measure is of: "50,000 tonnes of wheat" measures wheat."""
    if passage.wording.code != "en":
        return _mass_abroad(passage, at, limit)
    partitive = _OF.match(passage.low, at, limit)
    if partitive is None:
        return None
    return _plural_phrase(passage, partitive.end(), limit) or _closed_phrase(passage, partitive.end(), limit)


def _mass_abroad(passage: Passage, at: int, limit: int) -> Counted | None:
    match = _OF_ABROAD.match(passage.low, at, limit)
    return None if match is None else Counted(match.start(1), match.end(), hyphened=False, head=match[1])


def _plural_phrase(passage: Passage, at: int, limit: int) -> Counted | None:
    low, text = passage.low, passage.text
    first, nominal, end = at + 1, None, at
    head = ""
    for _ in range(_MOST_WORDS):
        match = _WORD.match(low, end, limit)
        word = match[1] if match is not None else ""
        plural = bool(word) and is_plural(word, text[end + 1 : end + 1 + len(word)])
        if head and not (plural and _may_stand_before(head, text[end - len(head) : end])):
            return Counted(first, end, hyphened=False, head=head)
        if match is None or (_ends(passage, match) and not _joins(passage, match, first, end, limit)):
            break
        end, head = match.end(), word if plural else ""
        if nominal is None and not plural and word in lexicon.NOMINAL:
            nominal = Counted(first, end, hyphened=False, head=word)
    return Counted(first, end, hyphened=False, head=head) if head else nominal


def _joins(passage: Passage, match: re.Match[str], first: int, end: int, limit: int) -> bool:
    """Whether "and" or "or" joins two adjectives of one phrase: "six shipping and trading companies"."""
    if match[1] not in ("and", "or") or end <= first:
        return False
    before = passage.low[first:end].rsplit(" ", 1)[-1]
    behind = _WORD.match(passage.low, match.end(), limit)
    if behind is None or before in lexicon.SUFFERED or before.endswith("ed") or _ends(passage, behind):
        return False
    further = _WORD.match(passage.low, behind.end(), limit)
    plain = passage.text[behind.start(1)].islower() and not is_plural(behind[1], behind[1])
    return plain and further is not None and is_plural(further[1], further[1])


def _may_stand_before(head: str, written: str) -> bool:
    """Whether a plural can be the first of a compound: an irregular one, a name, one of a few others."""
    return head in lexicon.PLURALS or head in lexicon.ATTRIBUTIVE or head[-1] != "s" or written[0].isupper()


def _singular(passage: Passage, at: int, limit: int) -> Counted | None:
    low = passage.low
    first, end = -1, at
    for _ in range(_MOST_SINGULAR):
        match = _WORD.match(low, end, limit)
        if match is None or _ends(passage, match):
            break
        end = match.end()
        first = match.start(1) if first < 0 else first
        if match[1] in lexicon.PERSONS:
            following = _WORD.match(low, end, limit)
            if following is None or following[1] not in lexicon.PERSONS:
                return Counted(first, end, hyphened=False, head=match[1])
    return _counted_alongside(low, at, limit)


def _counted_alongside(low: str, at: int, limit: int) -> Counted | None:
    """What "one" counts where another count stands beside it: "one shop and two pubs"."""
    match = _ALONGSIDE.match(low, at)  # past the limit, which is the other count
    if match is None and _COUNTED_BEFORE.search(low[max(0, at - _BESIDE) : at]):
        match = _CLOSED.match(low, at, limit)
    if match is None or any(word in lexicon.STOPS or word in lexicon.VERBS for word in match[1].split(" ")):
        return None
    return Counted(match.start(1), match.end(1), hyphened=False, head=match[1].rsplit(" ", 1)[-1])


def _closed_phrase(passage: Passage, at: int, limit: int) -> Counted | None:
    """A phrase whose end is certain: a function word or a sign follows within three words."""
    low = passage.low
    first, end, head = -1, at, ""
    for _ in range(_MOST_SINGULAR + 1):
        match = _WORD.match(low, end, limit)
        if match is None or match[1] in lexicon.STOPS:
            closed = match is not None or low[end : end + 1] != " "
            return Counted(first, end, hyphened=False, head=head) if head and closed else None
        if match[1] in lexicon.VERBS or match[1].endswith(("ed", "'s")):
            return None
        first, end, head = (match.start(1) if first < 0 else first), match.end(), match[1]
    return None


def _ends(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a noun phrase ends before this word; "US" in capitals is no pronoun."""
    if match[1] in lexicon.STOPS:
        start = match.start(1)
        return not passage.text[start : start + 2].strip().isupper()
    return match[1] in lexicon.VERBS


def is_plural(word: str, written: str) -> bool:
    """Whether an English word looks like a plural noun; `word` in lower case, `written` as in the text."""
    if word in lexicon.PLURALS:
        return True
    if word.endswith("men"):
        return word not in _NO_MEN
    if word.endswith(_PLURAL_ENDS):
        return True
    if word[-1] != "s" or word in lexicon.NOT_PLURAL:
        return False
    if len(word) < 4:
        return written[:2].isupper() and written[-1] == "s"  # MPs, PCs
    # -is and -us are mostly singular (crisis, campus), save for peoples (Iraqis, Israelis).
    return word[-2] not in "su'" and (word[-2] != "i" or written[0].isupper())


def _first(passage: Passage, at: int, limit: int) -> Counted | None:
    """Romance languages: the head comes first ("22 soldats kurdes")."""
    low = passage.low
    if low.startswith((" de ", " d'"), at):
        at = low.index("d", at) + (2 if low[at + 2] == "e" else 1)
        if low[at : at + 1] == "'":
            match = re.compile(r"'([^\W\d_]+)").match(low, at, limit)
            return Counted(match.start(1), match.end(), hyphened=False, head=match[1]) if match else None
    match = _WORD.match(low, at, limit)
    if match is None or match[1] in passage.wording.stops or match[1][-1] not in "sx":
        return None
    return Counted(match.start(1), match.end(), hyphened=False, head=match[1])


def _next(passage: Passage, at: int, limit: int) -> Counted | None:
    """Arabic: the counted thing is the next word, with "من" before it or without."""
    partitive = passage.low.startswith(" من ", at)
    match = _WORD.match(passage.low, at + len(" من") if partitive else at, limit)
    if match is None or match[1] in passage.wording.stops:
        return None
    return Counted(match.start(1), match.end(), hyphened=False, head=match[1])


def _capital(passage: Passage, at: int, limit: int) -> Counted | None:
    """German: the head is the first word with a capital ("22 kurdische Soldaten")."""
    first, end = -1, at
    for _ in range(_MOST_SINGULAR):
        match = _WORD.match(passage.low, end, limit)
        if match is None or match[1] in passage.wording.stops:
            return None
        first, end = (match.start(1) if first < 0 else first), match.end()
        if passage.text[match.start(1)].isupper():
            return Counted(first, end, hyphened=False, head=match[1])
    return None
