"""Articles of a feed as files: one each, as a feed with a single entry, named after its content."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from wiredesk.errors import FetchError, ReadError, StoreError
from wiredesk.read.draft import Draft
from wiredesk.read.encoding import decode
from wiredesk.read.feed import read_feed
from wiredesk.read.file import safe_stated
from wiredesk.read.jsonl import read_json
from wiredesk.read.sniff import kind_of
from wiredesk.store.disk import make_folder, replace_file
from wiredesk.text import newlines, safe

SUFFIX: Final = ".atom"
_DIGEST_BYTES: Final = 16
_ENCODING: Final = re.compile(rb"\s*<\?xml[^>]*\bencoding\s*=")
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*>")


@dataclass(frozen=True, slots=True)
class Item:
    """One article.

    Attributes:
        name: Of its file: a digest of what the feed says of it, without the feed's own name, so that an
            article which stands in two feeds of an outlet is kept once.
        data: The file.
    """

    name: str
    data: bytes


def items_of(data: bytes, charset: str | None) -> list[Item]:
    """The articles of a feed (RSS, Atom, JSON Feed), in its order.

    Args:
        data: The feed.
        charset: As the server states it; counts where the feed itself states none.

    Raises:
        FetchError: it is no feed, or none that can be read.
    """
    try:
        kind = kind_of(data, "")
        if kind == "feed":
            drafts = read_feed(_stated(data, charset)).drafts
        elif kind == "jsonl":
            drafts = read_json(data).drafts
        else:
            raise FetchError("is no feed (RSS, Atom, JSON Feed); look for the address of the feed itself")
    except ReadError as error:
        raise FetchError(str(error)) from error
    return list({item.name: item for item in map(_item, drafts)}.values())


def store_items(items: Sequence[Item], folder: Path, known: Sequence[str]) -> int:
    """Write the articles that are not there yet, each whole or not at all.

    Args:
        items: Articles of one feed.
        folder: For them; made where it is missing.
        known: Names of those that were in the feed the last time: they are not written again, also where
            their files have been taken away meanwhile.

    Returns:
        How many were written.

    Raises:
        FetchError: one cannot be written.
    """
    before = frozenset(known)
    new = [item for item in items if item.name not in before and not (folder / item.name).exists()]
    try:
        if new:
            make_folder(folder)
        for item in new:
            replace_file(folder / item.name, item.data, durable=False)
    except StoreError as error:
        raise FetchError(str(error)) from error
    return len(new)


def _stated(data: bytes, charset: str | None) -> bytes:
    """A feed with the character set that only its server states stated in it."""
    if charset is None or _ENCODING.match(data):
        return data
    text = _DECLARATION.sub("", decode(data, charset).text)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + text.encode("utf-8", "replace")


def _item(draft: Draft) -> Item:
    stated = replace(draft, stated=safe_stated(draft.stated))
    nameless = replace(stated, stated=replace(stated.stated, source=None))
    digest = blake2b(_entry(nameless), digest_size=_DIGEST_BYTES).hexdigest()
    return Item(f"{digest}{SUFFIX}", _entry(stated))


def _entry(draft: Draft) -> bytes:
    about = draft.stated
    language = f" xml:lang={quoteattr(about.language)}" if about.language else ""
    lines = [f'<feed xmlns="http://www.w3.org/2005/Atom"{language}>']
    if about.source:
        lines.append(f"<title>{_plain(about.source)}</title>")
    lines.append("<entry>")
    if draft.item:
        lines.append(f"<id>{_plain(draft.item)}</id>")
    if about.title:
        lines.append(f"<title>{_plain(about.title)}</title>")
    if about.url:
        lines.append(f"<link href={quoteattr(safe(about.url))}/>")
    if about.published:
        lines.append(f"<published>{about.published.isoformat()}</published>")
    if about.byline:
        lines.append(f"<author><name>{_plain(about.byline)}</name></author>")
    if about.summary:
        lines.append(f"<summary>{_plain(about.summary)}</summary>")
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in newlines(draft.text).split("\n") if line)
    lines += [f'<content type="html">{_plain(paragraphs)}</content>', "</entry>", "</feed>", ""]
    return "\n".join(lines).encode("utf-8", "replace")


def _plain(text: str) -> str:
    """Text as XML holds it: controls, which it may not, are marks of what was there."""
    return escape(safe(text))
