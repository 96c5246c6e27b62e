"""RSS and Atom by feedparser: an entry a document."""

import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import blake2b
from typing import Final, cast

from wiredesk.days import parse_day
from wiredesk.errors import ReadError
from wiredesk.read.document import Stated
from wiredesk.read.draft import Draft, Parsed, Reject
from wiredesk.read.fields import as_language, as_text
from wiredesk.read.limits import FEED_BYTES
from wiredesk.read.markup import looks_like_markup, text_of_fragment
from wiredesk.text import fold, newlines

_Entry = Mapping[str, object]

_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]\w*);", re.IGNORECASE)
_MANY_ENTITIES: Final = 100
"""Entities a feed may declare for itself; real ones declare a handful of accented letters."""
_SAME_START: Final = 40
"""Characters by which a summary is known as the beginning of the content."""


def read_feed(data: bytes) -> Parsed:
    """Read all entries of a feed.

    An entry's text is its longest content, else its summary, else its title alone. Its item is its id,
    else its link, else a digest of it.

    Raises:
        ReadError: it is too large, or nothing in it is an entry.
    """
    if len(data) > FEED_BYTES:
        raise ReadError(
            f"is a feed of {len(data) // 1024**2} MB, more than {FEED_BYTES // 1024**2}; split it"
        )
    if data.count(b"<!ENTITY") > _MANY_ENTITIES:
        raise ReadError(
            f"declares more than {_MANY_ENTITIES} entities of its own, as attacks do; write them out"
        )
    # Imported here, the one place that needs it: 100 ms that only feeds have to pay.
    import feedparser

    try:
        # A stream of bytes: a string would be taken for an address to fetch or a file to open.
        parse = cast("Callable[..., _Entry]", feedparser.parse)
        parsed = parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
        entries = cast("list[_Entry]", parsed["entries"])
        feed = cast("_Entry", parsed["feed"])
        found = [_read_entry(entry, feed) for entry in entries]
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        # feedparser's own faults on broken markup; there is no class of its own to catch.
        raise ReadError(f"is a feed too broken to read ({type(error).__name__}); fetch it again") from error
    if not found:
        fault = parsed.get("bozo_exception") if parsed.get("bozo") else None
        raise ReadError(f"is a feed without entries{f' ({fault})' if fault else ''}; fetch it again")
    return Parsed(
        drafts=tuple(one for one in found if isinstance(one, Draft)),
        rejects=tuple(one for one in found if isinstance(one, Reject)),
        encoding=as_text(parsed.get("encoding")),
    )


def _read_entry(entry: _Entry, feed: _Entry) -> Draft | Reject:
    try:
        return _draft(entry, feed)
    except ReadError as error:
        return Reject(as_text(entry.get("id")) or as_text(entry.get("link")), str(error))


def _draft(entry: _Entry, feed: _Entry) -> Draft:
    title = _plain(as_text(entry.get("title")))
    summary = _plain(as_text(entry.get("summary")))
    content = max(_contents(entry), key=len, default="")
    if not (content or summary or title):
        raise ReadError("is an entry without title and text; there is nothing to read in it")
    link = as_text(entry.get("link"))
    item = as_text(entry.get("id")) or link
    if item is None:
        item = blake2b(f"{title}\n{content or summary}".encode("utf-8", "replace"), digest_size=8).hexdigest()
    return Draft(
        text=content or summary or title or "",
        item=item,
        stated=Stated(
            title=title,
            source=_plain(_source(entry) or as_text(feed.get("title"))),
            published=_published(entry),
            url=link,
            byline=_plain(as_text(entry.get("author"))),
            summary=summary if content and summary and not _begins_alike(content, summary) else None,
            language=as_language(as_text(feed.get("language"))),
        ),
        blocks=True,
    )


def _contents(entry: _Entry) -> list[str]:
    parts = entry.get("content")
    values = [part.get("value") for part in cast("list[_Entry]", parts)] if isinstance(parts, list) else []
    return [text for value in values if isinstance(value, str) and (text := _plain(value))]


def _plain(markup: str | None) -> str | None:
    """Text without markup: feeds carry HTML in any field, escaped or not, whatever type they state."""
    if markup is None:
        return None
    if looks_like_markup(markup) or _ENTITY.search(markup):
        return text_of_fragment(markup) or None
    return "\n".join(line.strip() for line in newlines(markup).split("\n") if line.strip()) or None


def _source(entry: _Entry) -> str | None:
    """The outlet an aggregator took the entry from."""
    source = entry.get("source")
    return as_text(cast("_Entry", source).get("title")) if isinstance(source, Mapping) else None


def _published(entry: _Entry) -> date | None:
    # The day as written: feedparser's parsed time is UTC's day, and takes a missing year from the clock.
    stated = (as_text(entry[name]) for name in ("published", "updated", "created") if name in entry)
    return next((day for text in stated if text and (day := parse_day(text))), None)


def _begins_alike(content: str, summary: str) -> bool:
    return fold(content[: _SAME_START * 2])[:_SAME_START].startswith(
        fold(summary[: _SAME_START * 2])[:_SAME_START]
    )
