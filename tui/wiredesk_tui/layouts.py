"""Keyboards with other letters: which of their characters lie where a key of ours lies.

As long as the reader has not named a keyboard, all of them count at once: hardly any of their characters is
a key of ours, and where two of them disagree the first one counts. The rows are those of the layouts us, ru,
ua, gr, ara, ir, il and fr in xkeyboard-config.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from string import ascii_letters
from typing import Final, Literal

from wiredesk_tui.keys import KEYS, keys_of

Keyboard = Literal["auto", "russian", "ukrainian", "greek", "arabic", "persian", "hebrew", "french"]

_LATIN: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_LATIN_SHIFTED: Final = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_ROWS: Final[dict[Keyboard, tuple[str, str]]] = {
    "russian": ("йцукенгшщзхъфывапролджэячсмитьбю.", "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"),
    "ukrainian": ("йцукенгшщзхїфівапролджєячсмитьбю.", "ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ,"),
    "greek": (";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,./", ':΅ΕΡΤΥΘΙΟΠ{}ΑΣΔΦΓΗΞΚΛ¨"ΖΧΨΩΒΝΜ<>?'),
    "arabic": (
        "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوزظ",
        "\u064e\u064b\u064f\u064c\ufef9إ`÷×؛<>\u0650\u064d][\ufef7أـ،/:\"~\u0652}{\ufef5آ',.؟",
    ),
    "persian": (
        "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو./",
        "\u0652\u064c\u064d\u064b\u064f\u0650\u064e\u0651][}{ؤئيإأآة»«:؛ك\u0653ژ\u0670\u200c\u0654ء><؟",
    ),
    "hebrew": ("/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.", 'QWERTYUIOP}{ASDFGHJKL:"ZXCVBNM><?'),
}
"""Unshifted and shifted, key by key as `_LATIN`."""

_NUMBERS: Final = "1234567890"
_DIGITS: Final[dict[Keyboard, str]] = {
    "french": "&é\"'(-è_çà",
    "arabic": "١٢٣٤٥٦٧٨٩٠",
    "persian": "۱۲۳۴۵۶۷۸۹۰",
}
"""What the keys of the digits type: without Shift on a French keyboard, and the Arabic and Persian digits."""
_SIGNS: Final = "!@#$%^&*()"
_SIGNS_THERE: Final[dict[Keyboard, str]] = {
    **dict.fromkeys(("russian", "ukrainian"), '!"№;%:?*()'),
    "persian": "!٬٫﷼٪×،*)(",
}
"""What they type with Shift, where that is not what `_SIGNS` has."""

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


def _pairs(keyboard: Keyboard) -> Iterable[tuple[str, str]]:
    for name, digits in _DIGITS.items():
        if keyboard in ("auto", name):
            yield from zip(_NUMBERS, digits, strict=True)
    for name, (plain, shifted) in _ROWS.items():
        if keyboard in ("auto", name):
            yield from zip(_LATIN, plain, strict=True)
            yield from zip(_LATIN_SHIFTED, shifted, strict=True)
    for name, signs in _SIGNS_THERE.items():
        if keyboard in ("auto", name):
            yield from zip(_SIGNS, signs, strict=True)


@lru_cache
def same_place(keyboard: Keyboard = "auto") -> Mapping[str, tuple[str, ...]]:
    """A key of ours -> the characters that another keyboard, or any of them, types there."""
    found: dict[str, list[str]] = {}
    taken: dict[str, str] = {}
    for ours, theirs in _pairs(keyboard):
        others = found.setdefault(ours, [])
        if theirs not in _OURS and taken.setdefault(theirs, ours) == ours and theirs not in others:
            others.append(theirs)
    return {key: tuple(others) for key, others in found.items()}


def spread(keymap: Mapping[str, str], keyboard: Keyboard = "auto") -> dict[str, str]:
    """Every action with its keys, and with those that lie in their places on another keyboard.

    Args:
        keymap: Action -> its keys, where they are not the default ones.
        keyboard: The reader's; `auto` is any.

    Returns:
        Action -> all its keys, parted by commas. A character that is itself somebody's key stays that.
    """
    own = {
        key.id: keys_of(key.id, keymap) + (key.also.split(",") if key.also and key.id not in keymap else [])
        for key in KEYS
    }
    taken = {key for keys in own.values() for key in keys}
    places = same_place(keyboard)
    return {
        action: ",".join(
            [*keys, *(char for key in keys for char in places.get(key, ()) if char not in taken)]
        )
        for action, keys in own.items()
    }
