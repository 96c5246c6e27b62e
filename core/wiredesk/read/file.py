"""One found file to documents: the one door through which all text comes, and is made safe.

Whatever stands in a file, reading it gives documents, refusals or both, and never an exception.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Final

from wiredesk.errors import ReadError
from wiredesk.read.document import Document, FileRead, Refusal, Stated
from wiredesk.read.draft import Parsed, Reject
from wiredesk.read.feed import read_feed
from wiredesk.read.found import Found, bytes_of, digest, digest_of_refusal
from wiredesk.read.html import read_page
from wiredesk.read.jsonl import read_json
from wiredesk.read.limits import DOCUMENT_CHARACTERS, DOCUMENTS, ITEM_CHARACTERS, METADATA_CHARACTERS
from wiredesk.read.mail import read_mailbox, read_message
from wiredesk.read.plain import read_plain
from wiredesk.read.sidecar import Sidecar
from wiredesk.read.sniff import Kind, kind_of
from wiredesk.text import newlines, safe, safe_line

_READERS: Final[Mapping[Kind, tuple[str, Callable[[bytes], Parsed]]]] = {
    "plain": ("plain", read_plain),
    "html": ("html", read_page),
    "feed": ("feed", read_feed),
    "mail": ("mail", read_message),
    "mbox": ("mail", read_mailbox),
    "jsonl": ("jsonl", read_json),
}
"""Kind to the format it is shown as, and its reader."""

_TEXT_FIELDS = tuple(field.name for field in fields(Stated) if field.name not in ("published", "by_user"))
_NO_TEXT = "holds no text; remove it or fill it"


def read_file(found: Found) -> FileRead:
    """Read all documents of a found file.

    Never raises for what stands in a file or for a file that cannot be opened: that becomes refusals.
    There is always at least one document or refusal.

    Args:
        found: As `find_files` gave it.
    """
    if found.refusals:
        refused_digest = digest_of_refusal(*(refusal.reason for refusal in found.refusals))
        return FileRead(found.path, 0, refused_digest, None, None, (), found.refusals)
    try:
        data = bytes_of(found)
    except ReadError as error:
        refusal = Refusal(found.path, None, str(error))
        return FileRead(found.path, 0, digest_of_refusal(str(error)), None, None, (), (refusal,))
    shown_format = None
    try:
        if not data.strip():
            raise ReadError(_NO_TEXT)
        shown_format, reader = _READERS[kind_of(data, PurePosixPath(found.path).suffix.lower())]
        parsed = reader(data)
    except ReadError as error:
        parsed = Parsed(drafts=(), rejects=(Reject(None, str(error)),))
    documents, refusals = _checked(found.path, parsed, found.sidecar)
    return FileRead(
        path=found.path,
        bytes=len(data),
        digest=digest(data, found.sidecar),
        format=shown_format,
        encoding=parsed.encoding,
        documents=documents,
        refusals=refusals,
    )


def _checked(
    path: str, parsed: Parsed, sidecar: Sidecar | None
) -> tuple[tuple[Document, ...], tuple[Refusal, ...]]:
    """Make drafts safe; refuse those without text, beyond the limits, or beyond their number."""
    documents: list[Document] = []
    refusals: list[Refusal] = []
    only = len(parsed.drafts) == 1
    times: dict[str | None, int] = {}
    for draft in parsed.drafts[:DOCUMENTS]:
        item = _told_apart(_safe_item(draft.item), times)
        if (reason := _reason_against(draft.text)) is not None:
            refusals.append(Refusal(path, item, reason))
            continue
        stated = safe_stated(draft.stated)
        if sidecar is not None:
            stated = safe_stated(sidecar.applied_to(stated, only=only))
        documents.append(Document(path, item, safe(newlines(draft.text)), stated, draft.blocks, draft.single))
    refusals += [
        Refusal(path, _safe_item(reject.item), safe_line(reject.reason)) for reject in parsed.rejects
    ]
    if len(parsed.drafts) > DOCUMENTS:
        refusals.append(
            Refusal(path, None, f"holds more than {DOCUMENTS:,} documents; the rest is not read; split it")
        )
    if not documents and not refusals:
        refusals.append(Refusal(path, None, _NO_TEXT))
    return tuple(documents), tuple(refusals)


def _reason_against(text: str) -> str | None:
    if len(text) > DOCUMENT_CHARACTERS:
        return (
            f"holds {len(text):,} characters, more than the {DOCUMENT_CHARACTERS:,} of a document; split it"
        )
    return _NO_TEXT if not text.strip() else None


def safe_stated(stated: Stated) -> Stated:
    """Metadata fit to be shown on one line; what is empty or far too long becomes None.

    An address that is not of the web (`javascript:`, `file:`) becomes None too: readers may follow it.
    """
    if stated == _NOTHING:
        return stated
    values = {name: _line(getattr(stated, name)) for name in _TEXT_FIELDS}
    url = values["url"]
    if url is not None and not (url.lower().startswith(("http://", "https://")) and " " not in url):
        values["url"] = None
    return replace(stated, **values)


_NOTHING = Stated()


def _line(value: str | None) -> str | None:
    if value is None:
        return None
    line = " ".join(safe_line(value[: METADATA_CHARACTERS * 2]).split())
    return line if 0 < len(line) <= METADATA_CHARACTERS else None


def _safe_item(item: str | None) -> str | None:
    line = " ".join(safe_line(item).split()) if item is not None else ""
    if len(line) > ITEM_CHARACTERS:
        return blake2b(line.encode(), digest_size=16).hexdigest()
    return line or None


def _told_apart(item: str | None, times: dict[str | None, int]) -> str | None:
    """An item's name, numbered from its second time in the file on: feeds do repeat their ids."""
    times[item] = number = times.get(item, 0) + 1
    if item is None or number == 1:
        return item
    return _told_apart(f"{item} ({number})", times)
