"""What a reader's own theme file says, checked key by key."""

import difflib
import re
from collections.abc import Iterable
from typing import Annotated, Any, Final

from pydantic import AfterValidator, Field, ValidationError
from rich.color import ANSI_COLOR_NAMES

from wiredesk_tui.outside import model_of, stated_in
from wiredesk_tui.theme import TOKENS, ThemeError, ThemeFile

_ATTRIBUTES: Final = frozenset({"bold", "italic", "underline", "reverse"})
_ANSI: Final = [name for name, number in ANSI_COLOR_NAMES.items() if number < 16 and name != "gray"]
_HEX: Final = re.compile(r"#[0-9a-fA-F]{6}")


def _nearest(word: str, words: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(words), n=1)
    return f"; did you mean '{close[0]}'?" if close else ""


def _colour(text: str) -> str:
    if text != "default" and not _HEX.fullmatch(text) and text not in _ANSI:
        raise ValueError(
            f"'{text}' is no colour: write '#rrggbb' or a name such as 'bright_blue'{_nearest(text, _ANSI)}"
        )
    return text


def _style(text: str) -> str:
    words = text.split()
    for at, word in enumerate(words):
        if word == "on":
            if at != len(words) - 2:
                raise ValueError("'on' takes one colour behind it, at the end")
        elif word not in _ATTRIBUTES:
            _colour(word)
    return text


_COLOUR: Final = Annotated[str, AfterValidator(_colour)]
_FILE: Final = model_of(
    ThemeFile,
    {
        **dict.fromkeys(("foreground", "background", "accent"), _COLOUR),
        "contrast": Annotated[float, Field(ge=1.0, le=21.0)],
        "tokens": dict[str, Annotated[str, AfterValidator(_style)]],
    },
)


def theme_file(name: str, data: dict[str, Any]) -> ThemeFile:
    """What a theme file says.

    Args:
        name: Of the file, for messages.
        data: What stands in it.

    Raises:
        ThemeError: a key or a token is unknown, or a colour is none.
    """
    try:
        file = ThemeFile(**stated_in(_FILE, data))
    except ValidationError as error:
        raise ThemeError(f"{name}: {_first(error)}") from error
    for token in file.tokens:
        if token not in TOKENS:
            raise ThemeError(f"{name}: tokens.{token}: unknown token{_nearest(token, TOKENS)}")
    return file


def _first(error: ValidationError) -> str:
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"{key}: unknown key{_nearest(key, _FILE.model_fields)}"
    return f"{key}: {first['msg'].removeprefix('Value error, ')}"
