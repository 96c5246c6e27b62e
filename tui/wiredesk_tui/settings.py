"""The reader's settings, as values; `wiredesk_tui.settings_file` reads them."""

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final, Literal

from wiredesk_tui.keymaps import giving_way
from wiredesk_tui.layouts import Keyboard
from wiredesk_tui.presets import PRESETS, Preset
from wiredesk_tui.terminal.ground import WantedGround
from wiredesk_tui.terminal.profile import Wanted

STATED: Final = "stated"
"""The field that no file states."""
StartPane = Literal["brief", "articles", "actors", "timeline", "figures", "search"]


@dataclass(frozen=True)
class Settings:
    """What the reader may set. Every key may be left out."""

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
    names: str = "auto"
    """What finds names: `auto` (careful up to a number of articles), fast, careful, spacy:MODEL."""
    keywords: Literal["auto", "yake", "yake-rust"] = "auto"
    """What finds keywords: `auto` is yake-rust where it is installed."""
    processes: int | None = None
    """How many processes find facts while indexing; 0 for none, unset: as the machine allows."""
    watch: bool = False
    """Go on with files that are new, changed or removed while the desk is open."""
    poll: float | None = None
    """Seconds between two looks at the files while watching; unset: as the system tells."""
    feeds: tuple[str, ...] = ()
    """Addresses of feeds, and OPML files that list some, for `wiredesk fetch` and `wiredesk watch`."""
    feeds_to: Path | None = None
    """Where the articles of the feeds are stored."""
    keys: Preset = "default"
    """The set of keys to begin with: default, vim, arrows."""
    keyboard: Keyboard = "auto"
    """Whose characters lie where the keys are: `auto` is any of those that are known."""
    keymap: dict[str, str] = field(default_factory=dict[str, str])
    """Action -> its keys, parted by commas; goes before the set of keys."""

    stated: frozenset[str] = frozenset()
    """Names of those above that the reader's file states; all others are defaults."""

    @property
    def held(self) -> dict[str, Any]:
        """What may be set -> its value."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name != STATED}

    @property
    def follows_ground(self) -> bool:
        """The theme is that of the terminal's ground: none is set."""
        return "theme" not in self.stated

    @property
    def keys_in_force(self) -> dict[str, str]:
        """Action -> its keys, where they are not the default ones."""
        return giving_way(PRESETS[self.keys], self.keymap)
