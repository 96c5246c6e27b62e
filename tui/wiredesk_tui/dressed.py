"""An app that wears themes, in the colours that its terminal has."""

import os
from typing import TypeVar

from textual.filter import Monochrome, NoColor
from textual.theme import Theme

from wiredesk_tui.grounded import GroundedApp
from wiredesk_tui.look import Look
from wiredesk_tui.settings import Settings
from wiredesk_tui.terminal.ground import THEMES, Ground, Grounds
from wiredesk_tui.terminal.outlet import console_of, set_mouse
from wiredesk_tui.terminal.profile import Profile, switched, terminfo_colours
from wiredesk_tui.theme import Palette
from wiredesk_tui.wearing import worn
from wiredesk_tui.wishes import NextProfile, NextTheme, OtherGround

Returned = TypeVar("Returned")


class DressedApp(GroundedApp[Returned]):
    """Puts themes on: the reader's, or what fits the terminal's ground.

    Args:
        settings: The reader's.
        themes: Name -> theme; the one of the settings is among them.
        profile: What the terminal can show.
        grounds: What is known of its ground; None where no theme hangs on it.
    """

    _picked = False
    """The reader has put a theme on."""

    def __init__(
        self, settings: Settings, themes: dict[str, Palette], profile: Profile, grounds: Grounds | None
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        # The toolkit would paint greys where no colours are wanted.
        self._filters = [one for one in self._filters if not isinstance(one, Monochrome | NoColor)]
        self.profile, self.grounds = profile, grounds
        self._themes, self._mouse = themes, settings.mouse
        self._ascii = profile.ascii if settings.ascii is None else settings.ascii
        self._wear(settings.theme)

    @property
    def worn(self) -> Look:
        """What is on, ready to paint with."""
        return self._look

    def show_look(self, text: str) -> None:
        """Paint everything with what is on now, and tell so if there is something to tell."""
        raise NotImplementedError

    def on_next_theme(self, _: NextTheme) -> None:
        """Put the next theme on that the terminal can show."""
        names = [name for name in self._themes if self.profile.theme(name) == name]
        self.use_theme(names[(names.index(self._look.palette.name) + 1) % len(names)])

    def follow(self, ground: Ground) -> None:
        """Put on what fits the terminal's ground, unless the reader has put something on meanwhile."""
        if not self._picked and self._wanted != THEMES[ground]:
            self._wear(THEMES[ground])
            self.show_look("")

    def on_other_ground(self, _: OtherGround) -> None:
        """Take the ground for light where it was dark, and the other way round."""
        light = self._themes[self._wanted].file.dark
        self.learn("light" if light else "dark", "reader")
        self.use_theme(THEMES["light" if light else "dark"])

    def use_theme(self, name: str) -> None:
        """Put a theme on.

        Raises:
            KeyError: there is no such theme.
        """
        self._picked = True
        self._wear(name)
        self.show_look(f"theme: {self._look.palette.name}")

    def on_next_profile(self, _: NextProfile) -> None:
        """Send the terminal more, or less."""
        self.profile = switched(self.profile, os.environ, terminfo_colours())
        set_mouse(self._driver, on=self._mouse and self.profile.mouse)
        self._wear(self._wanted)
        self.show_look(f"profile: {self.profile.name}: {self.profile.told()}")

    def _wear(self, name: str) -> None:
        """Take a theme, in the colours that there are."""
        self._wanted = name
        self.console = console_of(self.profile)
        self._look = worn(self._themes[self.profile.theme(name)], self.profile, ascii=self._ascii)
        theme = toolkit_theme(self._look.palette, self.profile.colours)
        self.register_theme(theme)
        self.theme = theme.name


def toolkit_theme(palette: Palette, colours: int) -> Theme:
    """The theme for the toolkit's own widgets: only the input has any.

    Args:
        palette: What the program itself paints with.
        colours: How many the terminal has; the toolkit tells themes apart by their names.
    """

    def colour(name: str) -> str:
        return name if name.startswith("#") else f"ansi_{name}"

    file = palette.file
    text, ground, accent = colour(file.foreground), colour(file.background), colour(file.accent)
    muted = palette["muted"].color
    return Theme(
        name=f"{palette.name}-{colours}",
        primary=accent,
        foreground=text,
        background=ground,
        surface=ground,
        panel=ground,
        boost=ground,
        dark=file.dark,
        ansi=not file.foreground.startswith("#"),
        variables={
            "ansi-background": ground,
            "ansi-foreground": text,
            "muted": colour(muted.name) if muted and not muted.is_default else text,
        },
    )
