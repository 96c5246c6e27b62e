"""Text in ASCII, for terminals and outputs that have no more.

What has an equal in ASCII gets it ("≥" becomes ">=", "é" becomes "e"), and nothing changes its meaning; what
has none becomes "?", as many as it takes cells.
"""

import codecs
import unicodedata
from functools import lru_cache
from typing import Final

READABLE: Final = "wiredesk-readable"
"""Name of the error handler that spells what an encoding lacks in ASCII."""

_SPELT: Final[dict[str, str]] = {
    **dict.fromkeys("‘’‚‛ʼʹ´′`", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‹", "<"),
    **dict.fromkeys("‐‑‒–—―−─━", "-"),
    **dict.fromkeys("│┃▏▎▍▌", "|"),
    **dict.fromkeys("•·‣∙●▪", "*"),
    **dict.fromkeys("›▸▶→", ">"),
    **dict.fromkeys("█▉▊▋▓▒", "#"),
    "░": "-", "←": "<", "↑": "^", "↓": "v", "×": "x", "÷": "/", "±": "+-", "≈": "~", "≠": "!=", "≥": ">=",
    "≤": "<=", "€": "EUR", "£": "GBP", "¥": "JPY", "¢": "c", "§": "S.", "¶": "P.", "°": "deg", "©": "(c)",
    "®": "(R)", "†": "+", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l",
    "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H",
    "¿": "?", "¡": "!", "\u2044": "/",
}  # fmt: skip


@lru_cache(maxsize=4096)
def _spell(char: str) -> str:
    if char in _SPELT:
        return _SPELT[char]
    parts = unicodedata.normalize("NFKD", char)
    spelt = "".join(
        part if " " <= part <= "~" else _SPELT.get(part, "")
        for part in parts
        if not unicodedata.combining(part)
    )
    if spelt or unicodedata.combining(char):
        return spelt
    return "??" if unicodedata.east_asian_width(char) in "WF" else "?"


def to_ascii(text: str) -> str:
    """The text with nothing above U+007E in it."""
    if text.isascii():
        return text.replace("\x7f", "?")
    return "".join(char if char < "\x7f" else _spell(char) for char in text)


def _readable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return to_ascii(error.object[error.start : error.end]), error.end


def register() -> None:
    """Let streams name `READABLE` as their way with what their encoding lacks."""
    codecs.register_error(READABLE, _readable)
