"""Datelines: "LUMERA, Tarn (Agency) – ...", "LUMERA: ...", "LUMERA, 3 May (Agency) -", "Lumera, 3 mayo.-"."""

import re
from dataclasses import dataclass
from datetime import date

from wiredesk.clean.lines import ends_sentence
from wiredesk.clean.outlets import is_outlet_like, is_wire, lexicon
from wiredesk.days import months, stated_dates, weekdays

LONGEST = 130
"""Characters from the line's start to the dateline's end."""
LONGEST_HEADLINE = 220
"""Characters; a shorter line that ends as no sentence does, "KAYAK: Six Boats in Final", is a headline."""
MIN_WORDS = 8
"""A dateline with a weak mark (a colon, a full stop, a bare dash) must have so many words behind it."""

_MONTH = rf"(?i:{'|'.join(sorted(map(re.escape, months()), key=len, reverse=True))})\b\.?[ ][0-9]"
_UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĜĞĠĢĤĦĨĪĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚƏ"
_CAPS_WORD = rf"[{_UPPER}’'ʻ][{_UPPER}’'ʻ.-]*[{_UPPER}]"
_CAPS = rf"(?:{_CAPS_WORD}|ST\.)(?:[ /–-](?:{_CAPS_WORD}|AND|DE|D[EU]L?|LA|&))*"
_TITLE_WORD = rf"[{_UPPER}][\w’'.-]*"
_TITLE = rf"{_TITLE_WORD}(?:[ /–-](?:{_TITLE_WORD}|de|del|la|el|al|of|the|and|sur|am|an der|y|e)){{0,3}}"
_LEAD = r"(?:(?:(?:north|south|east|west|central)[a-z-]*|near|outside|off|in|the|le|el|den)[ ]){0,2}"
_REGION = rf"(?:,[ ]?{_LEAD}(?!{_MONTH}){_TITLE}){{0,3}}"
_SEPARATOR = r"(?:[-–—―]{1,3}|\.\s?[-–—]{1,2}|::?|\|)"

_FORM = re.compile(
    rf"""\s*
    (?P<place>(?P<caps>{_CAPS})(?![\w])|{_TITLE})
    (?P<region>{_REGION})
    (?P<date>(?:,?\s+(?:\w+\.?\s+|le\s+|el\s+|den\s+|on\s+)?(?:[^\W\d_]{{3,}}\.?\s+[0-9]{{1,2}}|[0-9]{{1,2}}(?:er|\.|st|nd|rd|th)?\s+(?:de\s+)?[^\W\d_]{{3,}}\.?)(?:,?\s+(?:de\s+)?[0-9]{{4}})?)?)
    (?:\s*[,.|]?\s*[(\[](?P<outlet>[^()\[\]]{{2,60}})[)\]])?
    \s*(?P<mark>{_SEPARATOR}|\.)(?=\s|$|["“«‘'])
    \s*
    """,
    re.VERBOSE,
)
_OUTLET_FIRST = re.compile(r"\(?(?P<outlet>[A-Z][\w .&/’'-]{1,40}?)\)?\s*(?:[-–—]{1,2})\s+")
_ALONE = re.compile(
    rf"(?P<place>(?P<caps>{_CAPS})(?:, ?(?:{_TITLE}|{_CAPS})){{0,2}})(?:\s*[,|/–—(-]\s*(?P<rest>.{{3,40}}))?$"
)
_SPLIT_OUTLETS = re.compile(r"\s*[/|]\s*|\s+[-–]\s+")


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
        and words[0] not in lead
        and words[-1] not in lead
        and place.casefold() not in _weekdays()
    )


def _weekdays() -> frozenset[str]:
    return weekdays()


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
    found = _FORM.match(head)
    if not found:
        return _agency_alone(head) if first else None
    if found["date"] and not _is_day(found["date"]):
        return None
    rest = text[found.end() :]
    if not rest or not _starts_text(rest):
        return None
    if not _is_place(found):
        return _agency_alone(head) if first else None
    mark, outlet = found["mark"], found["outlet"]
    strong = outlet is not None or bool(found["date"])
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
    place = (found["place"] + found["region"]).strip(" ,.")
    day = _day(found["date"]) or (_day(outlet) if outlet else None)
    return Dateline(found.end(), place, named, agency, day)


def _starts_text(rest: str) -> bool:
    start = rest.lstrip("\"'“”«‘’([¿¡ ")[:1]
    return start.isupper() or start.isdigit() or not start.isascii()


def _agency_alone(head: str) -> Dateline | None:
    """ "(Agency) - ..." or "AGENCY – ..." without a place."""
    found = _OUTLET_FIRST.match(head)
    if not found or found["outlet"] not in lexicon().wires:
        return None
    return Dateline(found.end(), None, None, found["outlet"], None)


def lone_dateline(text: str) -> Dateline | None:
    """A dateline on a line of its own: "EL AMRA, Tunisia", "TRIPOLI, LIBYA | Sunday 8 November"."""
    found = _ALONE.match(text) if len(text) <= LONGEST else None
    if not found:
        return None
    place, _, behind = found["place"].rpartition(", ")
    if place and behind.casefold() in _weekdays():
        return Dateline(len(text), place, None, None, None)
    if not _is_place(found):
        return None
    rest = (found["rest"] or "").rstrip(")")
    if "," not in found["place"] and not rest:
        return None
    day = _day(rest)
    if not rest or day or _is_day(rest) or rest.casefold().strip(" .") in _weekdays():
        return Dateline(len(text), found["place"], None, None, day)
    if is_outlet_like(rest) or is_wire(rest):
        return Dateline(len(text), found["place"], *_outlets(rest), None)
    return None
