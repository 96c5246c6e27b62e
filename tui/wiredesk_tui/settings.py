"""The reader's settings, from a TOML file."""

import difflib
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wiredesk.errors import ConfigError
from wiredesk_tui.keymaps import clashes, giving_way, unknown_key
from wiredesk_tui.keys import BY_ID
from wiredesk_tui.layouts import Keyboard
from wiredesk_tui.presets import PRESETS, Preset
from wiredesk_tui.terminal.ground import WantedGround
from wiredesk_tui.terminal.profile import Wanted

StartPane = Literal["brief", "articles", "actors", "timeline", "figures", "search"]


_TABLE: Final = re.compile(r"\s*\[([^\[\]]+)\]")
_ENTRY: Final = re.compile(r"""\s*([\w-]+|"[^"]*"|'[^']*')\s*=""")


class SettingsError(ConfigError):
    """A settings file with a mistake in it."""


class Settings(BaseModel):
    """What the reader may set. Every key may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    theme: str = "dark"
    """Name of a theme: one of the shipped ones, or a file in `themes`."""
    ground: WantedGround = "auto"
    """Whether the terminal's ground is light or dark, where no theme is set; `auto` asks the terminal."""
    themes: Path | None = None
    """A folder with themes of the reader's own."""
    profile: Wanted = "auto"
    """How much is sent to the terminal: auto, rich, lean, plain."""
    ascii: bool | None = None
    """Show nothing but ASCII, or everything; unset: as the terminal and the locale say."""
    mouse: bool = False
    """Let the program have the mouse, if the profile does; the terminal's own selection then needs Shift."""
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
    watch: bool = False
    """Go on with files that are new, changed or removed while the desk is open."""
    poll: float | None = Field(default=None, ge=0.5, le=3600)
    """Seconds between two looks at the files while watching; unset: as the system tells."""
    feeds: tuple[str, ...] = ()
    """Addresses of feeds, and OPML files that list some, for `wiredesk fetch` and `wiredesk watch`."""
    feeds_to: Path | None = None
    """Where the articles of the feeds are stored."""
    keys: Preset = "default"
    """The set of keys to begin with: default, vim, arrows."""
    keyboard: Keyboard = "auto"
    """Whose characters lie where the keys are: `auto` is any of those that are known."""
    keymap: dict[str, str] = Field(default_factory=dict)
    """Action -> its keys, parted by commas; goes before the set of keys."""

    @property
    def follows_ground(self) -> bool:
        """The theme is that of the terminal's ground: none is set."""
        return "theme" not in self.model_fields_set

    @property
    def keys_in_force(self) -> dict[str, str]:
        """Action -> its keys, where they are not the default ones."""
        return giving_way(PRESETS[self.keys], self.keymap)


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
        settings = Settings.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        known = first["type"] != "extra_forbidden"
        told = first["msg"] if known else f"unknown key{_meant(key, Settings.model_fields)}"
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
