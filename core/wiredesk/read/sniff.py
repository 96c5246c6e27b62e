"""Which format a file is in: by its first bytes where they tell, by its suffix where they do not."""

import codecs
import re
from typing import Final, Literal

from wiredesk.errors import ReadError
from wiredesk.read.encoding import wide_encoding

Kind = Literal["plain", "html", "feed", "mail", "mbox", "jsonl"]

HEAD_BYTES: Final = 4096
"""As much as is looked at."""

_ARCHIVE = "an archive; unpack it and give its folder"
_IMAGE = "an image, which holds no text; leave it out"
_SOUND = "sound or video, which holds no text; give a transcript"
_OFFICE = "an office document; save it as plain text or HTML"
_DATA = "a data file, not articles; export its texts as JSON Lines"
_PROGRAM = "a program or its library; leave it out"
_SETTINGS = "a program's source or settings, not an article; leave it out, or rename it to .txt"

_SIGNATURES: Final = (
    (b"%PDF-", "a PDF; save its text as plain text or HTML (pdftotext does)"),
    (b"PK\x03\x04", "a zip archive or an office document; unpack it, or save it as plain text or HTML"),
    (b"PK\x05\x06", _ARCHIVE), (b"\x1f\x8b", _ARCHIVE), (b"BZh", _ARCHIVE), (b"\xfd7zXZ\0", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE), (b"Rar!\x1a\x07", _ARCHIVE), (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE), (b"{\\rtf", _OFFICE),
    (b"\x89PNG", _IMAGE), (b"\xff\xd8\xff", _IMAGE), (b"GIF87a", _IMAGE), (b"GIF89a", _IMAGE),
    (b"II*\0", _IMAGE), (b"MM\0*", _IMAGE), (b"\0\0\1\0", _IMAGE),
    (b"ID3", _SOUND), (b"OggS", _SOUND), (b"fLaC", _SOUND), (b"\x1aE\xdf\xa3", _SOUND), (b"RIFF", _SOUND),
    (b"SQLite format 3\0", _DATA), (b"PAR1", _DATA), (b"ARROW1", _DATA),
    (b"\x7fELF", _PROGRAM), (b"MZ\x90", _PROGRAM), (b"\xca\xfe\xba\xbe", _PROGRAM),
)  # fmt: skip
_SUFFIXES: Final = {
    suffix: reason
    for suffixes, reason in (
        (".zip .gz .tgz .bz2 .xz .7z .rar .tar .zst", _ARCHIVE),
        (".png .jpg .jpeg .gif .webp .bmp .tif .tiff .svg .ico .heic .avif", _IMAGE),
        (".mp3 .mp4 .m4a .ogg .wav .flac .avi .mov .mkv .webm", _SOUND),
        (".pdf .doc .docx .odt .rtf .ppt .pptx .epub .pages .msg", _OFFICE),
        (".csv .tsv .xls .xlsx .ods .parquet .sqlite .db .feather .pkl .npy", _DATA),
        (".exe .dll .so .o .pyc .class .jar .woff .woff2 .ttf .otf .bin", _PROGRAM),
        (".py .js .mjs .ts .css .scss .sh .c .h .cpp .java .go .rs .rb .php .sql", _SETTINGS),
        (".toml .yaml .yml .ini .cfg .lock", _SETTINGS),
    )
    for suffix in suffixes.split()
}
"""Kinds that hold no article even where their bytes happen to be text."""

_SKIPPED = r"(?:\s++|<\?[^>]*+>|(?><!--.*?-->)|(?><!doctype[^>\[]*+(?:\[.*?\]\s*+)?+>))*+"
"""Declarations and comments before the root; nothing is tried twice, so that no file can make it slow."""
_ROOT = re.compile(_SKIPPED + r"<([a-z][\w.:-]*)", re.IGNORECASE | re.DOTALL)
_HTML_DOCTYPE = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:(?><!--.*?-->)\s*+)*+<!doctype\s+html\b", re.IGNORECASE | re.DOTALL
)
_PAGE_ROOTS = frozenset({
    "html", "head", "body", "title", "meta", "article", "main", "section", "div", "p", "h1", "h2", "h3",
    "span", "table", "center", "font", "ul", "ol", "br", "b", "i", "a",
})  # fmt: skip
_FEED_ROOTS = frozenset({"rss", "feed", "rdf", "channel", "entry"})
_JSON = re.compile(r'\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}?\s*$)|\[\s*[{\]]')
_FROM_LINE = re.compile(r"From \S+.*\d{4}.*\n(?:>?[\w-]+:|>From )")
_HEADER = re.compile(r"^([A-Za-z][\w-]*):", re.MULTILINE)
_MAIL_ONLY = frozenset(
    {"received", "message-id", "mime-version", "return-path", "delivered-to", "dkim-signature"}
)
_MAIL_ALSO = frozenset({"from", "to", "subject", "date", "content-type", "reply-to", "sender"})

_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_XML_SUFFIXES = frozenset({".xml", ".rss", ".atom", ".rdf"})
_MAIL_SUFFIXES = frozenset({".eml", ".mail"})
_JSON_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ".jsonlines"})
_BINARY_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\b\x1a\x1b"))
"""Control bytes but those that terminals' logs and old printers leave in texts."""
_CONTROLS = 4
_CONTROL_SHARE = 0.02
"""Control bytes that may stand in text: a few in any, and a share of the first bytes."""


def kind_of(head: bytes, suffix: str) -> Kind:
    """Tell the format of a file.

    Args:
        head: Its first `HEAD_BYTES` bytes, or more.
        suffix: Of its name, with the dot, in lower case.

    Raises:
        ReadError: it is of a kind that is not read; the text is the reason.
    """
    head = head[:HEAD_BYTES]
    for signature, reason in _SIGNATURES:
        if head.startswith(signature):
            raise ReadError(f"is {reason}")
    glance = _glance(head)
    if (marked := _markup_kind(glance, suffix)) is not None:
        return marked
    if _FROM_LINE.match(glance):
        return "mbox"
    if suffix in _MAIL_SUFFIXES or _looks_like_mail(glance):
        return "mail"
    if suffix in _SUFFIXES:
        raise ReadError(f"is {_SUFFIXES[suffix]}")
    if suffix in _JSON_SUFFIXES or _JSON.match(glance):
        return "jsonl"
    if suffix in _XML_SUFFIXES and glance.strip():
        raise ReadError("is no XML at all; rename it to what it is")
    if _is_binary(head):
        raise ReadError("holds binary data, not text; leave it out or convert it")
    return "plain"


def _glance(head: bytes) -> str:
    """The head as text, well enough to see markup and header names."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = head.decode("utf-16", "replace")
    elif (wide := wide_encoding(head)) is not None:
        text = head.decode(wide, "replace")
    else:
        text = head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    return text.replace("\r\n", "\n").lstrip()


def _markup_kind(glance: str, suffix: str) -> Kind | None:
    if not glance.startswith("<"):
        return None
    if _HTML_DOCTYPE.match(glance):
        return "html"
    found = _ROOT.match(glance)
    root = found[1].lower().rpartition(":")[2] if found else ""
    if root in _FEED_ROOTS:
        return "feed"
    if suffix in _PAGE_SUFFIXES or root in _PAGE_ROOTS:
        return "html"
    if suffix in (".rss", ".atom"):
        return "feed"
    if glance.startswith("<?xml") or (root and suffix in _XML_SUFFIXES):
        raise ReadError(
            "is XML, but neither a feed (RSS, Atom) nor a page; convert it to one of them or to plain text"
        )
    return None


def _looks_like_mail(glance: str) -> bool:
    block = glance.partition("\n\n")[0]
    if not _HEADER.match(block):
        return False
    names = {name.lower() for name in _HEADER.findall(block)}
    return bool(names & _MAIL_ONLY) and bool(names & _MAIL_ALSO)


def _is_binary(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or wide_encoding(head) is not None:
        return False
    controls = len(head) - len(head.translate(None, delete=_BINARY_CONTROLS))
    return controls > _CONTROLS + len(head) * _CONTROL_SHARE
