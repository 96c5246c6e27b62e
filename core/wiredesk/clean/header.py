"""What stands around an article: bylines, lines that hold the day, mastheads, `Key: value` blocks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from wiredesk.clean.lines import Line
from wiredesk.clean.outlets import is_outlet_like, is_role, is_wire, lexicon
from wiredesk.clean.proper import are_names
from wiredesk.clean.tenses import tenses
from wiredesk.days import stated_dates, weekdays
from wiredesk.read.document import Stated

LONGEST_HEADER = 18
"""Words; a line that holds more is no header line."""
LONGEST_HEADER_LINE = 160
"""Characters."""
MOST_BESIDE_DATE = 9
"""Words beside a date."""
LONGEST_BYLINE = 16
SHORTEST_TOWN = 4
"""Letters of a town behind a name; fewer are a degree."""
MIN_FIELDS = 2
"""So many `Key: value` lines make a block."""

_BY = re.compile(
    r"(?:(?:opinion|analysis|comment|story|words|text|report|written|posted|exclusive|long "
    r"read|an? (?:\w+ ){1,2})[,:]?\s?)?"
    r"(?:textos?(?=:)|textes?(?=:)|"
    r"\bby|par|por|von|di|door|byline|author|auteur|autor|autora|oleh|بقلم|written by)(?::\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:\bT)?\b[0-9]{1,2}\s?(?:[:.h]\s?[0-9]{2}(?::[0-9]{2})?|h)(?:\s?(?:[ap]\.?m\b\.?|"
    r"Uhr|hrs|hs\b|Z\b))?|\b[0-9]{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\(?\b(?:GMT|UTC|BST|CES?T|E[SD]?T|C[SD]T|P[SD]?T|IST|EAT|WAT|SAST|MSK|AST|JST|KST|"
    r"WIB)\b(?:\s?[+-]\s?[0-9:]+)?\)?"
)
_LABEL_WORDS = re.compile(
    r"\b(?:(?:last|first)\s+)?(?:published|updated|posted|modified|issued|released|publié|"
    r"publiée|mis à jour|mise à jour|publicado|publicada|actualizado|actualizada|veröffentlicht|"
    r"aktualisiert|stand|as of|as at|date|dated|edition|issue|volume|vol|no|nr|n°)\b[.:]?(?:\s+(?:on|"
    r"at|le|el|am|à|the|a las))?",
    re.IGNORECASE,
)
_SCENE = re.compile(r"\s(?:at|in|on|near|outside|inside|during|after|before|with|from|à|dans|en|im|am)\s")
_COUNT_LABEL = re.compile(r"(?:vol|no|nr|n°|issue|edition)", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[—–/-]\s+")
_EDGES = " \t,;:|•·-–—/()[].«»\"'*_>"
_SEGMENTS = re.compile(r"\s*[|•·/]\s*|\s+[-–—]\s+|,\s+|\s+(?:for|pour|para|für)\s+")
_FIELD = re.compile(
    r"(?P<name>title|headline|source|outlet|publication|publisher|newspaper|date|published|"
    r"publication date|pubdate|byline|author|by|url|link|language|lang|"
    r"titre|auteur|titre|título|titulo|autor|fuente|fecha|titel|quelle|datum|section|summary|"
    r"dek|standfirst|subtitle)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_FIELD_OF = {
    **dict.fromkeys(("title", "headline", "titre", "título", "titulo", "titel"), "title"),
    **dict.fromkeys(("source", "outlet", "publication", "publisher", "newspaper"), "source"),
    **dict.fromkeys(("fuente", "quelle"), "source"),
    **dict.fromkeys(("date", "published", "publication date", "pubdate", "fecha", "datum"), "published"),
    **dict.fromkeys(("byline", "author", "by", "auteur", "autor"), "byline"),
    **dict.fromkeys(("url", "link"), "url"),
    **dict.fromkeys(("language", "lang"), "language"),
    **dict.fromkeys(("summary", "dek", "standfirst", "subtitle"), "summary"),
}  # fmt: skip


@cache
def _weekday() -> re.Pattern[str]:
    names = sorted(weekdays(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b\.?,?", re.IGNORECASE)


@cache
def _published_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, tenses().stamp.published))})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeaderDate:
    """A header line that states a day.

    Attributes:
        day: The day.
        published: True where the line says that it was published then, False where it says updated,
            None where it says neither.
        rest: What else the line holds: a byline, a masthead, a place; "" for nothing.
    """

    day: date
    published: bool | None
    rest: str


def header_date(text: str) -> HeaderDate | None:
    """The day that a header line states; None where it is none: no day, or words of a sentence besides."""
    if (
        len(text) > LONGEST_HEADER_LINE
        or text.count(" ") >= LONGEST_HEADER
        or ("20" not in text and "19" not in text)
    ):
        return None
    days = [stated for stated in stated_dates(text) if stated.grain == "day"]
    if not days:
        return None
    chosen, published = days[0], None
    if spoken := _published_words().search(text):
        published = True
        chosen = next((day for day in days if day.start > spoken.start()), days[0])
    elif (label := _LABEL_WORDS.search(text, 0, days[0].start)) and not _COUNT_LABEL.match(label[0]):
        published = False
    rest = text
    for stated in reversed(days):
        rest = rest[: stated.start] + " | " + rest[stated.end :]
    for pattern in (_TIME, _ZONE, _weekday(), _LABEL_WORDS):
        rest = pattern.sub(" ", rest)
    rest = re.sub(r"(?:\s*\|\s*)+", " | ", " ".join(rest.split())).strip(_EDGES)
    rest = re.sub(
        r"^(?:le|el|den|am|on|the|at|à|de)\b\s*|\s*\b(?:at|on|à|a las|um|le|el|and|y|et)$",
        "",
        rest,
        flags=re.IGNORECASE,
    ).strip(_EDGES)
    if rest and not (published is not None and rest.count(" ") < 4) and not _is_header_rest(rest):
        return None
    return HeaderDate(chosen.first, published, rest)


def _is_header_rest(rest: str) -> bool:
    """Whether what stands beside a date can be a byline, a masthead or a place, and no picture's subject."""
    if byline(rest):
        return True
    scene = _SCENE.search(rest)
    if scene and rest[: scene.start()].count(" ") < 1:
        return False
    return rest.count(" ") < MOST_BESIDE_DATE and (
        are_names(rest) or rest.isupper() or not any(map(str.isalpha, rest))
    )


def byline(text: str) -> str | None:
    """The people whom a byline names: "By Jane Doe in Paris" gives "Jane Doe"; None for another line."""
    if text.count(" ") >= LONGEST_BYLINE:
        return None
    for part in _PARTS.split(text):
        found = _BY.match(part)
        rest = part[found.end() :].strip(" .*_") if found else ""
        if rest and not rest[0].isdigit() and are_names(_without_roles(rest)):
            return _people(rest)
    return None


def _without_roles(names: str) -> str:
    """A byline without what its people are: "Jane Doe, health reporter, The Ledger"."""
    first, *others = re.split(r",\s+", names)
    return ", ".join([first, *(part for part in others if not is_role(part))])


def byline_place(text: str) -> str | None:
    """The town behind the one name of a byline: "By Jane Doe, Abuja" gives "Abuja"; None for another line."""
    found = _BY.match(text)
    names, comma, place = text[found.end() :].strip(" .*_").partition(", ") if found else ("", "", "")
    return place if comma and byline(text) and " " in names and _is_town(place) else None


def _is_town(word: str) -> bool:
    """Whether what follows a name in a byline is one capitalised word, no role, outlet or degree."""
    return (
        len(word) >= SHORTEST_TOWN
        and word.isalpha()
        and word.istitle()
        and not (is_role(word) or is_wire(word) or is_outlet_like(word))
        and word.casefold() not in lexicon().no_places
    )


def _people(names: str) -> str | None:
    """The names in a byline without places, roles and outlets."""
    names = re.split(r"\s*[|•·(]\s*", names)[0]
    kept: list[str] = []
    for part in re.split(r",\s+", names):
        person = re.split(r"\s+(?:in|à|en|aus|at|for|FOR|from|reporting)\s+", part)[0].strip()
        if person and not is_outlet_like(person) and not is_role(person):
            if kept and " " in kept[0] and " " not in person and _is_town(person):
                break
            kept.append(person)
            if " and " in f" {part} " or len(kept) >= 6:
                break
        elif kept:
            break
    return ", ".join(kept) or None


def is_signature(text: str) -> bool:
    """Whether a line at an article's foot names who wrote it: "—Jane Doe, The Ledger", "(Harbour Post)"."""
    if text[0] not in "—–-(" or (text[0] == "(" and text[-1] not in ")."):
        return False
    bare = text.strip(_EDGES)
    return (
        bool(bare)
        and bare.count(" ") < LONGEST_BYLINE
        and not any(map(str.isdigit, bare))
        and are_names(bare)
    )


def outlet_in(text: str) -> str | None:
    """The outlet that a header line or byline names: "THE HERALD | World", "By Jane Doe, The Ledger"."""
    text = text.strip(_EDGES)
    found = _BY.match(text)
    for segment in _SEGMENTS.split(text[found.end() :] if found else text):
        name = segment.strip(_EDGES)
        if name and (is_outlet_like(name) or is_wire(name)) and not is_role(name) and are_names(name):
            return name
    return None


def fields_at(lines: Sequence[Line], start: int) -> tuple[Stated | None, int]:
    """The `Title: ...`, `Source: ...` block that starts at a line.

    Returns:
        What it states, and how many lines it takes; None and 0 where there is no block.
    """
    found: dict[str, str] = {}
    at = start
    while at < len(lines) and (at == start or lines[at].gap == 0):
        field = _FIELD.fullmatch(lines[at].text)
        name = _FIELD_OF.get(field["name"].casefold(), "") if field else None
        if field is None or name is None or name in found:
            break
        found[name or f"other{at}"] = field["value"].strip()
        at += 1
    if at - start < MIN_FIELDS or not found.keys() & {"title", "source", "published", "url"}:
        return None, 0
    stated = header_date(found.get("published", ""))
    block = Stated(
        title=found.get("title"),
        source=found.get("source"),
        published=stated.day if stated else None,
        url=found.get("url"),
        byline=found.get("byline"),
        summary=found.get("summary"),
        language=found.get("language"),
    )
    return block, at - start
