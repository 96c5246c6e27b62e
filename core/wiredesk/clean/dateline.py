"""Datelines: "LUMERA, Tarn (Agency) – ...", "LUMERA: ...", "LUMERA, 3 May (Agency) -", "Lumera, 3 mayo.-"."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from wiredesk.clean.dateline_forms import (
    ALONE,
    ARABIC,
    BRACKETED,
    DATE_FIRST,
    DAY_BEHIND,
    FORM,
    NAMED_ALONE,
    OUTLET_FIRST,
    SLASHED,
    UNBRACKETED,
)
from wiredesk.clean.lines import ends_sentence
from wiredesk.clean.outlets import is_outlet_like, is_wire, lexicon
from wiredesk.days import months, stated_dates, weekdays

LONGEST = 130
"""Characters from the line's start to the dateline's end."""
LONGEST_HEADLINE = 220
"""Characters; a shorter line that ends as no sentence does, "KAYAK: Six Boats in Final", is a headline."""
MIN_WORDS = 8
"""A dateline with a weak mark (a colon, a full stop, a bare dash) must have so many words behind it."""

_SPOKEN = re.compile(
    r"[\"'“‘]?(?:I|We|My|Our|You|Your|Me|Yes|No,|Well,|Thanks?|Sorry|Sure|Okay|OK|Look,|Listen,|Let me|"
    r"Good (?:morning|afternoon|evening))\b"
)
"""What nobody reports begins so: behind a name and a colon it is what somebody says."""
_PLACE_WORD = re.compile(r"([\s/-]+|[’'])")
_WEAK_MARKS = frozenset({":", "::", "|"})
_APOSTROPHES = frozenset("’'")
_ABBREVIATED = frozenset({"UK", "USA", "UAE", "US", "UN", "EU", "DC"})
_SPLIT_OUTLETS = re.compile(r"\s*[/|]\s*|\s+[-–]\s+")


_NAMES_WIRE = re.compile(r"[(/（]|[-–—]\s|:\s")
"""No wire service is named at a line's start without one of these."""
_WIRE_FORMS = (
    (SLASHED, re.compile("/")),
    (UNBRACKETED, re.compile(r"[-–—:]\s")),
    (BRACKETED, re.compile(r"[)]\s")),
)
"""The forms in which a wire service names itself, each with what must stand in a line to be worth a look."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says.

    Attributes:
        end: Offset in the line at which the text behind the dateline begins.
        place: As it stands, with its region; None where only an agency is named.
        outlet: The outlet in brackets that is no wire service.
        agency: The wire service in brackets.
        day: The day, where it is stated with its year.
    """

    end: int
    place: str | None
    outlet: str | None
    agency: str | None
    day: date | None


def _is_place(found: re.Match[str]) -> bool:
    place = found["place"]
    words = place.casefold().rstrip(".").split()
    lead = lexicon().no_places
    return (
        len(place) > 2
        and place not in lexicon().wires
        and not (found.re is FORM and found["mark"] in _WEAK_MARKS and words[0] in lexicon().offices)
        and words[0] not in lead
        and words[-1] not in lead
        and place.casefold() not in weekdays()
    )


def _outlets(text: str | None) -> tuple[str | None, str | None]:
    """The outlet and the wire service in a dateline's brackets."""
    outlet = agency = None
    for name in _SPLIT_OUTLETS.split(text or ""):
        if not name or (any(map(str.isdigit, name)) and not is_wire(name)):
            if name and re.search(r"[^\W\d_]", name) and not next(stated_dates(name), None):
                outlet = outlet or name
            continue
        if is_wire(name):
            agency = agency or name
        elif name[0].isupper():
            outlet = outlet or name
    return outlet, agency


def _day(text: str) -> date | None:
    return next((stated.first for stated in stated_dates(text) if stated.grain == "day"), None)


def _is_day(text: str) -> bool:
    """Whether what looks like a day of a month is one: one of its words is a month."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}
    return not words.isdisjoint(months())


@lru_cache(maxsize=512)  # the headline, the body's start and the cuts between articles ask for the same lines
def dateline(text: str, *, first: bool) -> Dateline | None:
    """The dateline at the start of a line.

    Args:
        text: The line.
        first: Whether it is the first line of an article's body; only there a place that is not in
            capital letters, without brackets or date, counts.

    Returns:
        None where the line has no dateline.
    """
    head = text[:LONGEST]
    found = FORM.match(head)
    weak = (
        not found
        or "/" in head
        or (found["mark"] == "." and not found["date"])
        or is_wire(found["region"].rpartition(",")[2].strip())
    )
    if weak and _NAMES_WIRE.search(head) and (known := _of_wire(head)):
        return known
    if not found:
        return _agency_alone(head) if first else None
    rest = text[found.end() :]
    if (found["date"] and not _is_day(found["date"])) or not rest or not _starts_text(rest):
        return None
    if not _is_place(found):
        return _agency_alone(head) if first else None
    mark, outlet = found["mark"], found["outlet"]
    strong = outlet is not None or bool(found["date"])
    glued = mark == "—" and text[found.end() - 1] == "—" and not (found["caps"] and first)
    if glued or (mark == ":" and not strong and _SPOKEN.match(rest)):
        return None
    if not strong and (
        rest.count(" ") + 1 < MIN_WORDS or not (len(text) > LONGEST_HEADLINE or ends_sentence(text))
    ):
        return None
    if not found["caps"]:
        if mark in (":", "|", ".", "::") and not strong:
            return None
        if not strong and not (first and (found["region"] or found["place"].count(" ") < 2)):
            return None
    elif mark == "." and ("." in found["place"] or not (strong or first)):
        return None
    named, agency = _outlets(outlet)
    if outlet and not named and not agency and not found["date"]:
        return None
    place = written_small(found["place"] + found["region"])
    day = _day(found["date"]) or (_day(outlet) if outlet else None)
    end = found.end()
    if not found["date"] and (behind := DAY_BEHIND.match(head, end)) and _is_day(behind["date"]):
        day, end = day or _day(behind["date"]), behind.end()
    return Dateline(end, place, named, agency, day)


def written_small(place: str) -> str:
    """A place as it is written within a sentence: "PORT-AU-PRINCE, Haiti" is "Port-au-Prince, Haiti"."""
    place = place.strip(" ,-–—")
    parts = [part if not part.isupper() or len(part) <= 2 else _small(part) for part in place.split(", ")]
    return ", ".join(parts)


def _small(part: str) -> str:
    words = _PLACE_WORD.split(part)  # every second one is what parts two words
    return "".join(map(_small_word, words, ["", *words]))


def _small_word(word: str, before: str) -> str:
    if word.count(".") > 1 or word in _ABBREVIATED:
        return word
    links = word.casefold() in lexicon().place_links or (len(word) == 1 and before in _APOSTROPHES)
    return word.lower() if before and links else word.capitalize()


def _of_wire(head: str) -> Dateline | None:
    """Datelines in the manner of one wire service, which is named in them."""
    for form, mark in _WIRE_FORMS:
        found = form.match(head) if mark.search(head) else None
        if (
            found
            and (is_wire(found["outlet"]) or _is_release(found))
            and (not found["date"] or _is_day(found["date"]))
            and _is_place(found)
            and _starts_text(head[found.end() :])
        ):
            place = written_small(found["place"] + found["region"])
            outlet, agency = _outlets(found["outlet"])
            return Dateline(found.end(), place, outlet, agency, _day(found["date"] or ""))
    if "(" in head and (dated := DATE_FIRST.match(head)) and is_wire(dated["outlet"]):
        return Dateline(dated.end(), None, None, dated["outlet"], _day(dated["date"]))
    if not head.isascii() and (found := ARABIC.match(head)) and is_wire(found["outlet"] or found["bare"]):
        return Dateline(found.end(), found["place"], None, found["outlet"] or found["bare"], None)
    return None


def _is_release(found: re.Match[str]) -> bool:
    """Whether slashes mark who sends out a press release: "LUMERA, Tarn, May 3, 2024 /Service/ -- "."""
    dashed = found[0].rstrip().endswith(("-", "–"))
    return found.re is SLASHED and bool(found["caps"]) and dashed and _day(found["date"] or "") is not None


def _starts_text(rest: str) -> bool:
    start = rest.lstrip("\"'“”«‘’([¿¡ ")[:1]
    return start.isupper() or start.isdigit() or not start.isascii()


def _agency_alone(head: str) -> Dateline | None:
    """ "(Agency) - ..." or "AGENCY – ..." without a place, or with one behind it."""
    found = OUTLET_FIRST.match(head)
    if not found or found["outlet"] not in lexicon().wires:
        return None
    placed = FORM.match(head, found.end())
    if placed and placed["caps"] and placed["date"] and _is_day(placed["date"]) and _is_place(placed):
        place = written_small(placed["place"] + placed["region"])
        return Dateline(placed.end(), place, None, found["outlet"], _day(placed["date"]))
    return Dateline(found.end(), None, None, found["outlet"], None)


def lone_dateline(text: str) -> Dateline | None:
    """A dateline on a line of its own: "EL AMRA, Tunisia", "TRIPOLI, LIBYA | Sunday 8 November"."""
    if len(text) > LONGEST:
        return None
    if (named := NAMED_ALONE.fullmatch(text)) and _is_place(named):
        outlet, agency = _outlets(named["outlet"])
        if (named["date"] and _is_day(named["date"])) or agency or not (named["date"] or named["outlet"]):
            place = written_small(named["place"] + named["region"])
            return Dateline(len(text), place, outlet, agency, _day(named["date"]))
    found = ALONE.match(text)
    if not found:
        return None
    place, _, behind = found["place"].rpartition(", ")
    if place and behind.casefold() in weekdays():
        return Dateline(len(text), written_small(place), None, None, None)
    if not _is_place(found):
        return None
    rest = (found["rest"] or "").rstrip(")")
    if "," not in found["place"] and not rest:
        return None
    day = _day(rest)
    if not rest or day or _is_day(rest) or rest.casefold().strip(" .") in weekdays():
        return Dateline(len(text), written_small(found["place"]), None, None, day)
    if is_outlet_like(rest) or is_wire(rest):
        return Dateline(len(text), written_small(found["place"]), *_outlets(rest), None)
    return None
