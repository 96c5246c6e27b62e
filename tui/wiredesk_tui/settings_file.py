"""The reader's settings file: TOML, checked key by key."""

import difflib
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field, ValidationError

from wiredesk.errors import ConfigError
from wiredesk_tui.keymaps import clashes, unknown_key
from wiredesk_tui.keys import BY_ID
from wiredesk_tui.outside import model_of, stated_in
from wiredesk_tui.presets import PRESETS
from wiredesk_tui.settings import STATED, Settings

_TABLE: Final = re.compile(r"\s*\[([^\[\]]+)\]")
_ENTRY: Final = re.compile(r"""\s*([\w-]+|"[^"]*"|'[^']*')\s*=""")
_RULES: Final[dict[str, Any]] = {
    "names": Annotated[str, Field(pattern=r"^(auto|fast|careful|spacy:.+)$")],
    "processes": Annotated[int, Field(ge=0, le=64)],
    "poll": Annotated[float, Field(ge=0.5, le=3600)],
}
_FILE: Final = model_of(Settings, _RULES, without=frozenset({STATED}))


class SettingsError(ConfigError):
    """A settings file with a mistake in it."""


def load_settings(path: Path) -> Settings:
    """Read a settings file.

    Raises:
        SettingsError: the file cannot be read, is no TOML, or has a mistake; the message names the file, the
            line, the key, and the key that was probably meant.
    """
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: is not TOML: {error}") from error
    try:
        settings = Settings(**(stated := stated_in(_FILE, data)), stated=frozenset(stated))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        known = first["type"] != "extra_forbidden"
        told = first["msg"] if known else f"unknown key{_meant(key, _FILE.model_fields)}"
        raise SettingsError(f"{_at(path, text, key)}: {key}: {told}") from error
    _check_keys(path, text, settings)
    return settings


def _check_keys(path: Path, text: str, settings: Settings) -> None:
    for action, keys in settings.keymap.items():
        where = f"{_at(path, text, f'keymap.{action}')}: keymap.{action}"
        if action not in BY_ID:
            raise SettingsError(f"{where}: unknown action{_meant(action, BY_ID)}")
        if (wrong := unknown_key(keys)) is not None:
            raise SettingsError(f"{where}: {wrong}")
    before = set(clashes(PRESETS[settings.keys]))
    for clash in clashes(settings.keys_in_force):
        if clash not in before:
            mine = next((action for action in clash.actions if action in settings.keymap), None)
            where = _at(path, text, f"keymap.{mine}") if mine else f"{path}"
            raise SettingsError(f"{where}: keymap: {clash}; give one of them another key")


def _at(path: Path, text: str, key: str) -> str:
    """The file and, where it can be told, the line that sets a key."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if heading := _TABLE.match(line):
            table = heading[1].strip() + "."
        elif (entry := _ENTRY.match(line)) and table + entry[1].strip("\"'") == key:
            return f"{path}:{number}"
    return str(path)


def _meant(word: str, words: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(words), n=1)
    return f"; did you mean '{close[0]}'?" if close else ""
