"""Keyboards with other letters: which of their characters lie where a key of ours lies.

All of them count at once, as hardly any of their characters is a key of ours. The rows are those of the
layouts us, ru, ua, gr, ara, ir, il and fr in xkeyboard-config.
"""

from collections.abc import Iterable, Mapping
from string import ascii_letters
from typing import Final

from wiredesk_tui.keys import KEYS, keys_of

_LATIN: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_LATIN_SHIFTED: Final = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_ROWS: Final[dict[str, tuple[str, str]]] = {
    "Russian": ("йцукенгшщзхъфывапролджэячсмитьбю.", "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"),
    "Ukrainian": ("йцукенгшщзхїфівапролджєячсмитьбю.", "ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ,"),
    "Greek": (";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,./", ':΅ΕΡΤΥΘΙΟΠ{}ΑΣΔΦΓΗΞΚΛ¨"ΖΧΨΩΒΝΜ<>?'),
    "Arabic": ("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوزظ", " " * 16 + "\ufef7" + " " * 15 + "؟"),
    "Persian": ("ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو./", "                                ؟"),
    "Hebrew": ("/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.", "                                 "),
}
"""Unshifted and shifted, key by key as `_LATIN`; a blank types nothing of its own."""

_NUMBERS: Final = "1234567"
_DIGITS: Final = ("&é\"'(-è", "١٢٣٤٥٦٧", "۱۲۳۴۵۶۷")
"""What the keys 1 to 7 type without shift on a French keyboard, and the Arabic and Persian digits."""

_OURS: Final = frozenset(
    [
        " ",
        ",",
        *ascii_letters,
        *_NUMBERS,
        *(one for key in KEYS for one in key.keys.split(",") if len(one) == 1),
    ]
)
"""Characters that are keys of ours or may be a reader's own; the comma parts keys."""


def _pairs() -> Iterable[tuple[str, str]]:
    for digits in _DIGITS:
        yield from zip(_NUMBERS, digits, strict=True)
    for plain, shifted in _ROWS.values():
        yield from zip(_LATIN, plain, strict=True)
        yield from zip(_LATIN_SHIFTED, shifted, strict=True)


def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    taken: dict[str, str] = {}
    for ours, theirs in _pairs():
        others = found.setdefault(ours, [])
        if theirs not in _OURS and taken.setdefault(theirs, ours) == ours and theirs not in others:
            others.append(theirs)
    return {key: tuple(others) for key, others in found.items()}


SAME_PLACE: Final[dict[str, tuple[str, ...]]] = _table()
"""A key of ours -> the characters that other keyboards type there."""


def spread(keymap: Mapping[str, str]) -> dict[str, str]:
    """Every action with its keys, and with those that lie in their places on other keyboards.

    Args:
        keymap: Action -> its keys, where they are not the default ones.

    Returns:
        Action -> all its keys, parted by commas. A character that is itself somebody's key stays that.
    """
    own = {
        key.id: keys_of(key.id, keymap) + (key.also.split(",") if key.also and key.id not in keymap else [])
        for key in KEYS
    }
    taken = {key for keys in own.values() for key in keys}
    return {
        action: ",".join([*keys, *(char for key in keys for char in _others(key) if char not in taken)])
        for action, keys in own.items()
    }


def _others(key: str) -> tuple[str, ...]:
    return SAME_PLACE.get(key, ())
