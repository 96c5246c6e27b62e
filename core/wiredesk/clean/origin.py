"""Where an article comes from: its outlet, the wire service whose copy it is, who wrote it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wiredesk.clean.captions import is_credit
from wiredesk.clean.dateline import Dateline
from wiredesk.clean.furniture import furniture_kind
from wiredesk.clean.header import byline, header_date, is_signature, outlet_in
from wiredesk.clean.lines import Line
from wiredesk.clean.outlets import is_outlet_like, is_role, is_wire, lexicon
from wiredesk.clean.proper import are_names, is_name_line
from wiredesk.read.document import Stated

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright))?[\s,:]*(?:by\s+)?(?:[0-9]{4}(?:\s?[-–]\s?[0-9]{4})?)?[\s,:]*(?:by\s+)?(?P<owner>[^\W\d_][^.|©,;]{1,60})",
    re.IGNORECASE,
)
_OWNER_FIRST = re.compile(r"(?P<owner>[^\W\d_][^.|©,;:]{1,60}?)\s*(?:©|\(c\))\s*[0-9]{4}", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:source|outlet|publisher|published (?:by|in)|publication|quelle|fuente|fonte|المصدر)"
    r"\s*:\s*(?P<owner>[^\W\d_].{1,60})|"
    r"(?:published by|from)\s+(?P<by>(?:the\s)?[^\W\d_a-z].{1,60})",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\s*(?:[-–—|]\s*)?(?:all rights reserved|tous droits réservés|todos los derechos reservados|"
    r"alle rechte vorbehalten|and (?:its )?contributors|licensed|ltd|inc|llc)\b.*$",
    re.IGNORECASE,
)
_SIGNED_AGENCY = re.compile(r"[(\[—–-]\s*([^()\[\]]{2,40})[)\]]?\.?$")
_ARTICLE = re.compile(r"(?:The|El|La|Los|Las|Le|Les|L['’]|Der|Die|Das|Il|Lo|O|A)\s?(?=[^\W\d_a-z])")
_YEARS = re.compile(r"[\s,]*[0-9]{4}(?:\s?[-–]\s?[0-9]{4})?$")
_MASTHEAD_WORDS = 5


@dataclass(frozen=True, slots=True)
class Origin:
    """An article's outlet with what shows it, its wire service and its byline."""

    source: str | None
    source_from: str | None
    agency: str | None
    byline: str | None


def origin(
    stated: Stated, header: Sequence[Line], footer: Sequence[Line], line: Dateline | None, last: str
) -> Origin:
    """Where an article comes from.

    A name in running text ("told the Herald") shows no outlet, and the credit of a picture neither
    outlet nor wire service.

    Args:
        stated: What the container states.
        header: Dropped lines above the body.
        footer: Dropped lines at or below the body.
        line: The dateline.
        last: The body's last paragraph, which may end with a wire service in brackets.
    """
    agency = (line.agency if line else None) or _signed_agency(footer, last)
    source, shown = _source(stated, header, footer, line)
    if source is None and line and line.agency:
        source, shown = line.agency, "dateline"
    return Origin(source, shown, agency, stated.byline or _byline(header, source))


def _source(
    stated: Stated, header: Sequence[Line], footer: Sequence[Line], line: Dateline | None
) -> tuple[str | None, str | None]:
    if stated.source:
        return stated.source, "user" if "source" in stated.by_user else "metadata"
    for row in header:
        if named := _labelled(row.text):
            return named, "header"
    if named := _masthead(header):
        return named, "header"
    if line and line.outlet:
        return line.outlet, "dateline"
    for row in (*footer, *header):
        if named := _copyright(row.text):
            return named, "copyright"
    for row in footer:
        if furniture_kind(row) not in (None, "nav"):
            continue
        named = _labelled(row.text) or _signed_outlet(row.text)
        if named and not (line and named == line.agency):
            return named, "header"
    return None, None


def _labelled(text: str) -> str | None:
    found = _LABELLED.fullmatch(text)
    name = ((found["owner"] or found["by"]) if found else "").strip(" .")
    return (
        name
        if name
        and name.count(" ") < 7
        and (is_outlet_like(name) or is_wire(name) or (found is not None and found["owner"]))
        else None
    )


def _masthead(header: Sequence[Line]) -> str | None:
    """The outlet that a line above the body names, alone, beside a date or behind a byline."""
    for row in header:
        if furniture_kind(row) not in (None, "stamp", "tail"):
            continue
        if row.words > 16 or is_credit(row) or _copyright(row.text):
            continue
        day = header_date(row.text)
        named = outlet_in(day.rest if day else row.text)
        if named and not (
            is_wire(named) and byline(row.text) is None and named in lexicon().wires and row.words > 3
        ):
            return named
    for row, below in pairwise(header):
        bare = (
            furniture_kind(row) is None
            and header_date(row.text) is None
            and header_date(below.text) is not None
        )
        if bare and row.words <= _MASTHEAD_WORDS and not byline(row.text) and _is_title_of_outlet(row.text):
            return row.text
    return None


def _is_title_of_outlet(text: str) -> bool:
    """Whether words beside a date may be an outlet's title rather than who wrote it."""
    return text.isupper() or (are_names(text) and (text.count(" ") >= 3 or _ARTICLE.match(text) is not None))


def _copyright(text: str) -> str | None:
    if not any(mark in text for mark in ("©", "(c)", "(C)", "opyright", "OPYRIGHT")):
        return None
    for pattern in (_OWNER_FIRST, _COPYRIGHT):
        if found := pattern.search(text):
            name = _YEARS.sub("", _RIGHTS.sub("", found["owner"])).strip(" -–—")
            if (
                name
                and name.count(" ") < 7
                and name[0].isupper()
                and name.casefold() not in ("copyright", "all rights reserved")
            ):
                return name
    return None


def _signed_outlet(text: str) -> str | None:
    """The outlet that signs at the foot: "(Harbour Post)", "—Jane Doe, Harbour Post"."""
    if is_role(text) or not (is_signature(text) or is_outlet_like(text)):
        return None
    named = outlet_in(text.strip("()[]—–- ."))
    return named if named and named not in lexicon().wires else None


def _signed_agency(footer: Sequence[Line], last: str) -> str | None:
    for text in (last, *(row.text for row in footer)):
        found = _SIGNED_AGENCY.search(text[-60:])
        for name in re.split(r"\s*[/,]\s*", found[1]) if found else ():
            if name in lexicon().wires:
                return name
    return None


def _byline(header: Sequence[Line], source: str | None) -> str | None:
    for row in header:
        day = header_date(row.text)
        text = day.rest if day else row.text
        for part in text.split(" | "):
            if named := byline(part.strip()):
                return named
    for row in header:
        day = header_date(row.text)
        text = (day.rest if day else row.text).split(" | ")[0].split(", ")[0]
        if furniture_kind(row) is None and is_name_line(text) and text != source and not outlet_in(text):
            return text
    return None
