"""The names under which front matter, headers, sidecars and JSON keep a document's title, source, ..."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final, cast

from wiredesk.days import day_of_unix_time, parse_day
from wiredesk.read.document import Stated

_NAMES: Final = {
    "title": "title headline head heading subject",
    "source": (
        "source outlet publisher site sitename publication newspaper agency provider sourcename feedtitle "
        "sourcedomain"
    ),
    "published": (
        "published publishedat publisheddate publisheddatetime publishedon publishdate publishdatetime "
        "publishtime publicationdate pubdate datepublished datepublish firstpublished firstpublishdate "
        "issued date datetime created createdat createdutc timestamp"
    ),
    "url": "url link permalink href weburl canonicalurl sourceurl articleurl externalurl uri",
    "byline": "byline author authors by creator writer reporter authorname",
    "summary": "summary description subtitle standfirst lead lede dek deck abstract excerpt trailtext",
    "language": "language lang inlanguage locale languagecode",
}
FIELD_OF: Final = {name: field for field, names in _NAMES.items() for name in names.split()}
"""Plain name of a key (`plain_name`) to the field of `Stated` it fills; earlier names of a field win."""
_RANK_OF = {name: rank for rank, name in enumerate(FIELD_OF)}

_NAME_KEYS = ("name", "title", "value", "#text", "text", "href", "url")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_NOT_A_LANGUAGE = {"und", "mul", "zxx", "mis"}


@lru_cache(maxsize=1024)
def plain_name(key: str) -> str:
    """A key without case, spaces, dashes and underscores: "Published-At" is "publishedat"."""
    return re.sub(r"[\W_]+", "", key).lower()


def stated_of(values: Mapping[str, object]) -> Stated:
    """What a mapping states of its document, under any of the usual names; the rest is ignored.

    Values may be text, numbers, dates, lists or mappings with a name. What cannot be read stays None.
    """
    found: dict[str, object] = {}
    ranks: dict[str, int] = {}
    for key, value in values.items():
        name = plain_name(key)
        field = FIELD_OF.get(name)
        if field is None or value in (None, "", [], {}):
            continue
        rank = _RANK_OF[name]
        if rank < ranks.get(field, len(_RANK_OF)):
            ranks[field], found[field] = rank, value
    return Stated(
        title=as_text(found.get("title")),
        source=as_text(found.get("source")),
        published=as_day(found.get("published")),
        url=as_text(found.get("url")),
        byline=as_text(found.get("byline")),
        summary=as_text(found.get("summary")),
        language=as_language(as_text(found.get("language"))),
    )


def as_text(value: object) -> str | None:
    """Text of a value: a name within a mapping, all names of a list joined by ", "; None for no text."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float | date):
        return str(value)
    if isinstance(value, Mapping):
        named = cast("Mapping[str, object]", value)
        return next(
            (text for key in _NAME_KEYS if isinstance(text := named.get(key), str) and text.strip()), None
        )
    if isinstance(value, list):
        texts = [as_text(one) for one in cast("list[object]", value) if not isinstance(one, list)]
        return ", ".join(dict.fromkeys(text for text in texts if text)) or None
    return None


def as_day(value: object) -> date | None:
    """The day that a value states (`parse_day`), be it text, a date or a Unix time."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return parse_day(str(value)) or day_of_unix_time(value)
    text = as_text(value)
    return parse_day(text) if text else None


def as_language(tag: str | None) -> str | None:
    """The primary language of a BCP 47 tag or POSIX locale ("en-GB", "pt_BR.UTF-8"), in lower case."""
    match = _LANGUAGE.fullmatch((tag or "").strip().partition(".")[0])
    language = match[1].lower() if match else None
    return None if language in _NOT_A_LANGUAGE else language
