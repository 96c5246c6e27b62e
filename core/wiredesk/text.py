"""Text that is safe to keep and to show, and the folding that search compares by.

Offsets everywhere in the library count Unicode code points of an article's text, which has been
through `safe` once, when it was read; `safe` maps one code point to one, so it never moves an offset.
"""

import re
import unicodedata
from functools import lru_cache

REPLACEMENT = "\ufffd"

_BIDI_CONTROLS = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_LINE_BREAKS = {0x2028: "\n", 0x2029: "\n", 0x85: "\n", 0x0B: "\n", 0x0C: "\n"}
_SAFE: dict[int, str] = {
    **{c: REPLACEMENT for c in (*range(0x20), *range(0x7F, 0xA0)) if c not in (0x09, 0x0A)},
    **dict.fromkeys(_BIDI_CONTROLS, REPLACEMENT),
    **dict.fromkeys(range(55296, 57344), REPLACEMENT),
    **dict.fromkeys(range(65529, 65532), REPLACEMENT),
    **dict.fromkeys((65534, 65535), REPLACEMENT),
    **dict.fromkeys(range(917504, 917632), REPLACEMENT),
    **_LINE_BREAKS,
}
"""Code points that may steer a terminal, reorder a line or hide text, and what stands for them."""

_UNSAFE = frozenset(map(chr, _SAFE))

_COLOUR_CODE = re.compile(r"(?:\x1b\[|\x9b)[0-9;:]{0,32}m")
"""SGR of ECMA-48. Other control sequences are left for `safe` to make visible."""

_INVISIBLE = dict.fromkeys([0x00AD, 0x061C, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF])
_ONE_LINE = {0x09: " ", 0x0A: " "}

_FOLDED: dict[str, str] = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02b9\u00b4`\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "æ": "ae", "Æ": "ae",
    "œ": "oe", "Œ": "oe", "ß": "ss", "…": "...",
}  # fmt: skip


def newlines(text: str) -> str:
    r"""Make lines end in `\n`; do this before any offset is taken.

    `\r\n` and lone `\r` become `\n`; a byte order mark goes, and so do the colour codes of text that was
    copied from a terminal, whose numbers would otherwise stay behind.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _COLOUR_CODE.sub("", text) if "\x1b" in text or "\x9b" in text else text


def safe(text: str) -> str:
    """Replace what could act on a terminal or deceive the eye, code point for code point.

    C0 controls (except tab and line feed), DEL, C1, bidirectional embeddings, overrides and isolates,
    lone surrogates, annotation and tag characters become U+FFFD; other line breaks become a line feed.
    The length never changes. Used at the door (articles) and at the display (everything).
    """
    if not text.isascii() and _UNSAFE.isdisjoint(text):  # translating what is not ASCII is ten times dearer
        return text
    return text.translate(_SAFE)


def safe_line(text: str) -> str:
    """`safe` for one display row: tabs and line feeds become spaces, invisible characters go.

    The length may change: cut the text to the row first, if offsets matter.
    """
    return safe(text).translate(_ONE_LINE).translate(_INVISIBLE)


_SPACES = dict.fromkeys((c for c in map(chr, range(0x3001)) if c.isspace()), " ")
_FOLD_TABLE = str.maketrans({**_FOLDED, **dict.fromkeys(map(chr, _INVISIBLE), ""), **_SPACES})


_ASCII_BYTES = "".join(map(chr, range(128))).translate(_FOLD_TABLE).casefold().encode() + bytes(
    range(128, 256)
)
"""What the bytes of a text in UTF-8 become that are ASCII characters; all others stay."""

_LONE = "surrogatepass"
_ASCII = bytes(range(128))

_FEW_CHARACTERS = 16
"""Different characters of a text up to which they are replaced one by one, rather than run by run."""


def beyond_ascii(text: str) -> str:
    """The characters of a text that are not ASCII, in their order: by its bytes, in a tenth of the time."""
    return text.encode("utf-8", _LONE).translate(None, _ASCII).decode("utf-8", _LONE)


def translate_ascii(text: str, table: bytes) -> str:
    """Translate the ASCII characters of a text by their bytes: a character would cost what thirty bytes do.

    Args:
        text: The text.
        table: 256 bytes, of which the upper half stands for itself.
    """
    return text.encode("utf-8", _LONE).translate(table).decode("utf-8", _LONE)


_BEYOND_ASCII = re.compile("[^\\x00-\\x7f]{1,32}")
"""Short enough that the runs of a text recur, as its words do."""


def _is_base(char: str) -> bool:
    return not unicodedata.combining(char)


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    return fold(char)


@lru_cache(maxsize=16384)
def _fold_run(run: str) -> str:
    bases = "".join(filter(_is_base, unicodedata.normalize("NFKD", run.translate(_FOLD_TABLE))))
    return bases.translate(_FOLD_TABLE).casefold()  # what decomposing brought out: the "ǣ" gives an "æ"


def _folded_run(found: re.Match[str]) -> str:
    return _fold_run(found[0])


def fold(text: str) -> str:
    """The form in which two texts are compared: no case, accents, quote styles, dashes or odd spaces.

    Every white space character becomes one space (runs are kept, so that offsets can be followed by
    `fold_with_offsets`, which gives the same text at a higher cost). Folding twice changes nothing.

    A character folds to the same wherever it stands, so the few that are not ASCII are folded apart:
    plain text is translated ten times as fast.
    """
    if not text.isascii():
        others = set(beyond_ascii(text))
        if len(others) > _FEW_CHARACTERS:
            text = _BEYOND_ASCII.sub(_folded_run, text)
        for char in others if len(others) <= _FEW_CHARACTERS else ():
            text = text.replace(char, _fold_run(char))
        if not text.isascii():
            return translate_ascii(text, _ASCII_BYTES)
    return text.translate(_FOLD_TABLE).casefold()


def folds_in_place(text: str) -> bool:
    """Whether each character of a text folds to one character, so that offsets stay."""
    return text.isascii() or all(len(_fold_char(char)) == 1 for char in set(beyond_ascii(text)))


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Fold a text and tell where each folded character came from.

    Returns:
        The folded text, and for each of its characters the offset in `text`, followed by `len(text)`:
        a match `[a:b]` of the folded text is `[offsets[a]:offsets[b - 1] + 1]` in the original.
    """
    folded: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        for plain in _fold_char(char):
            folded.append(plain)
            offsets.append(at)
    offsets.append(len(text))
    return "".join(folded), offsets
