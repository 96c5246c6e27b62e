"""JSON Lines, JSON lists and objects: an article an object, under the usual names."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, cast

from wiredesk.errors import ReadError
from wiredesk.read.document import Stated
from wiredesk.read.draft import Draft, Parsed, Reject
from wiredesk.read.encoding import decode
from wiredesk.read.fields import as_text, plain_name, stated_of
from wiredesk.read.limits import DOCUMENT_CHARACTERS, DOCUMENTS, JSON_BYTES
from wiredesk.read.markup import looks_like_markup, text_of_fragment
from wiredesk.text import newlines

_TEXTS: Final = (
    "text", "body", "content", "contenttext", "article", "articlebody", "articletext", "bodytext", "fulltext",
    "maintext", "cleanedtext", "story", "contenthtml", "bodyhtml", "html", "paragraphs",
)  # fmt: skip
_LESSER_TEXTS: Final = ("summary", "description", "abstract", "excerpt", "lead")
_IDS: Final = ("id", "guid", "uuid", "docid", "documentid", "articleid", "uid", "_id")
_LISTS: Final = (
    "items",
    "articles",
    "entries",
    "documents",
    "docs",
    "results",
    "news",
    "stories",
    "data",
    "hits",
)
"""Names of the list within an object that wraps one (news services, JSON Feed)."""
_NO_TEXT = f"has no text under any of the names {', '.join(_TEXTS[:5])}; rename the field that holds it"


def read_json(data: bytes) -> Parsed:
    """Read the articles of a JSON file: one object, a list, an object that wraps a list, or one a line.

    A line that is broken or holds no text is rejected alone.

    Raises:
        ReadError: it is neither JSON nor JSON Lines, or one value larger than the limit.
    """
    decoded = decode(data)
    text = newlines(decoded.text)
    first = text.lstrip()[:1]
    lines = text.split("\n")
    is_lines = first == "{" and _is_object(next((line for line in lines if line.strip()), ""))
    if is_lines and sum(1 for line in lines if line.strip()) > 1:
        found = list(_from_lines(lines))
    else:
        if len(data) > JSON_BYTES:
            raise ReadError(
                f"is one JSON value of {len(data) // 1024**2} MB; write it as JSON Lines, an article a line"
            )
        found = list(_from_value(_loaded(text)))
    return Parsed(
        drafts=tuple(one for one in found if isinstance(one, Draft)),
        rejects=tuple(one for one in found if isinstance(one, Reject)),
        encoding=decoded.encoding,
    )


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ReadError("is JSON nested too deeply to be articles; flatten it") from error
    except ValueError as error:
        raise ReadError(f"is not JSON: {error}; mend it") from error


def _from_lines(lines: Iterable[str]) -> Iterator[Draft | Reject]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        name = f"line {number}"
        if len(line) > DOCUMENT_CHARACTERS * 4:
            yield Reject(name, f"is a line of {len(line):,} characters, more than any article; split it")
            continue
        try:
            yield from _from_value(_loaded(line), name)
        except ReadError as error:
            yield Reject(name, str(error))


def _from_value(
    value: object, name: str | None = None, around: Stated | None = None
) -> Iterator[Draft | Reject]:
    """Articles in a value.

    Args:
        value: An object, or a list of them.
        name: Of the value, where it is one of many.
        around: What the object around it states.
    """
    if isinstance(value, list):
        for number, one in enumerate(cast("list[object]", value)[: DOCUMENTS + 1], start=1):
            at = f"{name}, item {number}" if name else f"item {number}"
            if isinstance(one, list):
                yield Reject(at, "is a list within a list; write an object for each article")
            else:
                yield from _from_value(one, at, around)
    elif isinstance(value, dict):
        fields = {plain_name(key): field for key, field in reversed(cast("dict[str, object]", value).items())}
        wrapped = next((fields[key] for key in _LISTS if _is_list_of_objects(fields.get(key))), None)
        if wrapped is not None and not _text(fields):
            yield from _from_value(wrapped, name, stated_of(fields))
        else:
            try:
                yield _article(fields, name, around)
            except ReadError as error:  # of HTML in it
                yield Reject(name, str(error))
    else:
        yield Reject(name, "is no object; write an object with title and text for each article")


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in cast("list[object]", value)[:1])


def _article(fields: Mapping[str, object], name: str | None, around: Stated | None) -> Draft | Reject:
    stated = stated_of(fields)
    text = _text(fields)
    if not text:
        lesser = (_plain(fields.get(key)) for key in _LESSER_TEXTS)
        text, stated = next(filter(None, lesser), ""), replace(stated, summary=None)
    item = next((str(fields[key]) for key in _IDS if isinstance(fields.get(key), str | int)), name)
    if not text:
        return Reject(item, _NO_TEXT)
    if around is not None:  # the title of a whole feed is its outlet
        source = stated.source or around.source or around.title
        stated = replace(stated, source=source, language=stated.language or around.language)
    return Draft(text=text, item=item, stated=stated)


def _text(fields: Mapping[str, object]) -> str:
    return max((_plain(fields.get(key)) for key in _TEXTS), key=len, default="")


def _plain(value: object) -> str:
    if isinstance(value, dict):
        value = as_text(cast("dict[str, object]", value))
    if isinstance(value, list):
        return "\n".join(filter(None, map(_plain, cast("list[object]", value))))
    text = value if isinstance(value, str) else None
    if not text:
        return ""
    return text_of_fragment(text) if looks_like_markup(text) else text
