"""Mail by Python's email package: one message (.eml) or a mailbox of them (mbox)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, message_from_string
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default as default_policy
from email.utils import parseaddr
from typing import Final, cast

from wiredesk.days import parse_day
from wiredesk.errors import ReadError
from wiredesk.read.document import Stated
from wiredesk.read.draft import Draft, Parsed, Reject
from wiredesk.read.encoding import decode
from wiredesk.read.limits import DOCUMENTS, HEADER_BYTES, MAIL_DEPTH, MAIL_PARTS, MESSAGE_BYTES
from wiredesk.read.markup import text_of_fragment
from wiredesk.text import newlines

_FROM_LINE = re.compile(rb"(?:\A|\n\r?\n)(From [^\n]*\d{4}[^\n]*\n)(?=>?[\w-]+:|>From )")
"""What parts the messages of a mailbox: a From line with a year, after an empty line, before a header."""
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_LONG_HEADER = re.compile(
    rb"^(?:subject|from|date|message-id|list-(?:id|unsubscribe|post)|content-[\w-]+):(?:[^\n]|\n[ \t]){%d}"
    % HEADER_BYTES,
    re.IGNORECASE | re.MULTILINE,
)
_BOUNDARY = re.compile(r"^(--\S.*?)[ \t\r]*$", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- $.*\Z", re.MULTILINE | re.DOTALL)
_LIST_HEADERS: Final = ("List-Id", "List-Unsubscribe", "List-Post")
"""Mail of a list or newsletter: its sender is an outlet. Else the sender is a person."""
_HEADER_FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
    MessageError,
)
"""What the header parser of `email` is known to raise on malformed headers, besides its own errors."""
_NO_BODY = "has no text body; nothing of it is read"


@dataclass(slots=True)
class _Parts:
    """What a message holds, apart."""

    plain: list[EmailMessage] = field(default_factory=list[EmailMessage])
    html: list[EmailMessage] = field(default_factory=list[EmailMessage])
    attached: list[EmailMessage] = field(default_factory=list[EmailMessage])
    messages: list[EmailMessage] = field(default_factory=list[EmailMessage])
    others: list[str] = field(default_factory=list[str])
    """Names of attachments that are not read."""


def read_message(data: bytes) -> Parsed:
    """Read one message; texts and messages attached to it become documents of their own.

    Raises:
        ReadError: it is too large.
    """
    return _parsed(_from_message(data, "message"))


def read_mailbox(data: bytes) -> Parsed:
    """Read a mailbox, a message at a time; a message that cannot be read is rejected alone."""
    starts = [(found.start(1), found.end(1)) for found in _FROM_LINE.finditer(data)][: DOCUMENTS + 1]
    ends = [start for start, _ in starts[1:]] + [len(data)]
    found: list[Draft | Reject] = []
    for number, ((_, begin), end) in enumerate(zip(starts, ends, strict=True), start=1):
        name = f"message {number}"
        try:
            found += _from_message(_QUOTED_FROM.sub(rb"\1", data[begin:end]), name)
        except ReadError as error:
            found.append(Reject(name, str(error)))
    return _parsed(found)


def _parsed(found: "Iterator[Draft | Reject] | list[Draft | Reject]") -> Parsed:
    every = list(found)
    return Parsed(
        drafts=tuple(one for one in every if isinstance(one, Draft)),
        rejects=tuple(one for one in every if isinstance(one, Reject)),
    )


def _from_message(data: bytes, name: str) -> Iterator[Draft | Reject]:
    if len(data) > MESSAGE_BYTES:
        size = len(data) // 1024**2
        raise ReadError(
            f"is a message of {size} MB, more than {MESSAGE_BYTES // 1024**2}; remove attachments"
        )
    if _LONG_HEADER.search(data):
        raise ReadError(f"has a header of more than {HEADER_BYTES:,} bytes, as no letter has; shorten it")
    try:
        message = message_from_bytes(data, policy=default_policy)
    except _HEADER_FAULTS as error:
        raise ReadError(
            f"is too broken to be read as mail ({type(error).__name__}); save it again"
        ) from error
    yield from _documents(message, name, MAIL_DEPTH)


def _documents(message: EmailMessage, name: str, depth: int) -> Iterator[Draft | Reject]:
    name = _header(message, "Message-ID").strip("<> ") or name
    stated = _stated(message)
    parts = _parts(message)
    text = "\n\n".join(filter(None, map(_plain_text, parts.plain)))
    if not text.strip():
        text = "\n".join(filter(None, map(_html_text, parts.html)))
    if text.strip():
        yield Draft(text=text, item=name, stated=stated)
    elif not (parts.attached or parts.messages):
        yield Reject(name, _NO_BODY)
    for part in parts.attached:
        attached = _html_text(part) if _kind(part) == "text/html" else _plain_text(part)
        shown = f"{name} {_file_name(part)}"
        yield Draft(
            text=attached, item=shown, stated=Stated(source=stated.source, published=stated.published)
        )
    for number, inner in enumerate(parts.messages, start=1):
        if depth > 1:
            yield from _documents(inner, f"{name} message {number}", depth - 1)
        else:
            yield Reject(
                f"{name} message {number}", f"is attached {MAIL_DEPTH} messages deep; save it on its own"
            )
    for other in parts.others:
        yield Reject(
            f"{name} {other}", "is an attachment of a kind that is not read; save it as text or HTML"
        )


def _parts(message: EmailMessage) -> _Parts:
    """Sort the parts of a message without looking into messages attached to it."""
    parts = _Parts()
    todo = [message]
    for _ in range(MAIL_PARTS):
        if not todo:
            break
        part = todo.pop(0)
        kind = _kind(part)
        inner = cast("object", part.get_payload())
        if isinstance(inner, list):
            within = cast("list[EmailMessage]", inner)  # of lists, the default policy makes nothing else
            if kind == "message/rfc822":
                parts.messages += within
            else:
                todo[:0] = within
        elif kind.startswith("multipart/"):
            todo[:0] = _mended(inner) if isinstance(inner, str) else []
        elif _is_attachment(part):
            if kind in ("text/plain", "text/html"):
                parts.attached.append(part)
            elif not kind.startswith(("image/", "application/pgp", "application/pkcs7", "text/calendar")):
                parts.others.append(_file_name(part))
        elif kind == "text/html":
            parts.html.append(part)
        elif kind.startswith("text/"):
            parts.plain.append(part)
    return parts


def _mended(payload: str) -> list[EmailMessage]:
    """Parts of a multipart whose stated boundary never comes: by the first line that looks like one."""
    boundary = _BOUNDARY.search(payload)
    if boundary is None:
        return []
    pieces = re.split(rf"^{re.escape(boundary[1])}(?:--)?\s*$", payload, flags=re.MULTILINE)[
        1 : MAIL_PARTS + 1
    ]
    return [message_from_string(piece.lstrip(), policy=default_policy) for piece in pieces]


def _kind(part: EmailMessage) -> str:
    try:
        return part.get_content_type()
    except _HEADER_FAULTS:
        return "text/plain"  # RFC 2045, section 5.2: what a part is whose type cannot be read


def _is_attachment(part: EmailMessage) -> bool:
    return _header(part, "Content-Disposition").strip().lower().startswith("attachment")


def _file_name(part: EmailMessage) -> str:
    """The name of an attachment, for show alone: nothing is ever written under it."""
    try:
        return part.get_filename() or "attachment"
    except _HEADER_FAULTS:
        return "attachment"


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, "")).strip()
    except _HEADER_FAULTS:
        return ""


def _stated(message: EmailMessage) -> Stated:
    sender, address = parseaddr(_header(message, "From"))
    is_list = any(_header(message, name) for name in _LIST_HEADERS)
    return Stated(
        title=_header(message, "Subject") or None,
        source=(sender or address.partition("@")[2]) if is_list else None,
        published=parse_day(_header(message, "Date")),
        byline=None if is_list else sender or None,
    )


def _plain_text(part: EmailMessage) -> str:
    text = _SIGNATURE.sub("", newlines(_decoded(part)))
    try:
        flowed = str(part.get_param("format", "")).lower() == "flowed"
    except _HEADER_FAULTS:
        flowed = False
    return (
        re.sub(r" \n(?=[^\n>])", " ", text) if flowed else text
    )  # RFC 3676: a line that goes on ends in a space


def _html_text(part: EmailMessage) -> str:
    return text_of_fragment(_decoded(part))


def _decoded(part: EmailMessage) -> str:
    try:
        data = part.get_payload(decode=True)
        charset = part.get_content_charset()
    except _HEADER_FAULTS:
        return ""
    return decode(data, charset).text if isinstance(data, bytes) else ""
