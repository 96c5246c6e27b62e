"""The reader's settings, from a TOML file."""

import difflib
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wiredesk.errors import ConfigError
from wiredesk_tui.keys import BY_ID, clashes

StartPane = Literal["brief", "articles", "actors", "timeline", "figures", "search"]


class SettingsError(ConfigError):
    """A settings file with a mistake in it."""


class Settings(BaseModel):
    """What the reader may set. Every key may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    theme: str = "dark"
    """Name of a theme: one of the shipped ones, or a file in `themes`."""
    themes: Path | None = None
    """A folder with themes of the reader's own."""
    ascii: bool = False
    """Draw lines, bars and marks with ASCII characters."""
    mouse: bool = False
    """Let the program have the mouse; the terminal's own selection then needs the shift key."""
    pane: StartPane = "brief"
    """What to show first."""
    aliases: tuple[Path, ...] = ()
    """Files with further names and their aliases, in the form of the shipped `aliases.toml`."""
    names: str = Field(default="auto", pattern=r"^(auto|fast|careful|spacy:.+)$")
    """What finds names: `auto` (careful up to a number of articles), fast, careful, spacy:MODEL."""
    keywords: Literal["auto", "yake", "yake-rust"] = "auto"
    """What finds keywords: `auto` is yake-rust where it is installed."""
    processes: int | None = Field(default=None, ge=0, le=64)
    """How many processes find facts while indexing; 0 for none, unset: as the machine allows."""
    keymap: dict[str, str] = Field(default_factory=dict)
    """Action -> its keys, parted by commas."""


def load_settings(path: Path) -> Settings:
    """Read a settings file.

    Raises:
        SettingsError: the file cannot be read, is no TOML, or has a mistake; the message names the file, the
            key, and the key that was probably meant.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: is not TOML: {error}") from error
    try:
        settings = Settings.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            raise SettingsError(f"{path}: {key}: unknown key{_meant(key, Settings.model_fields)}") from error
        raise SettingsError(f"{path}: {key}: {first['msg']}") from error
    for action in settings.keymap:
        if action not in BY_ID:
            raise SettingsError(f"{path}: keymap.{action}: unknown action{_meant(action, BY_ID)}")
    for clash in clashes(settings.keymap):
        raise SettingsError(f"{path}: keymap: {clash}; give one of them another key")
    return settings


def _meant(word: str, words: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(words), n=1)
    return f"; did you mean '{close[0]}'?" if close else ""
