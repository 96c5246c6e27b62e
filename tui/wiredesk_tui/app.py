"""The program: one desk over one pile of articles."""

import os
import signal
from asyncio import get_running_loop
from pathlib import Path
from typing import ClassVar, Final

from textual.app import App
from textual.binding import BindingType
from textual.theme import Theme

from wiredesk_tui.job import Job
from wiredesk_tui.look import ASCII, UNICODE, Look
from wiredesk_tui.screen import DeskScreen
from wiredesk_tui.settings import Settings
from wiredesk_tui.theme import Palette, ThemeError, load_themes
from wiredesk_tui.wishes import NextTheme

PAUSE: Final = 0.15
"""Seconds without a key before a search that is being typed is looked up."""
MONOCHROME: Final = "monochrome"
SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP)
SIGNALLED: Final = 128
"""A program that a signal ended gives this and the signal's number."""


class WiredeskApp(App[int]):
    """Shows a pile of articles.

    Args:
        job: What to open.
        settings: The reader's.
        themes: Name -> theme; at least one.
        colour: The terminal may be sent colours.
        pause: Seconds without a key before a search that is being typed is looked up.
        signals: Listen to the signals that ask the program to end.
    """

    CSS_PATH = "desk.tcss"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        job: Job,
        settings: Settings | None = None,
        themes: dict[str, Palette] | None = None,
        *,
        colour: bool = True,
        pause: float = PAUSE,
        signals: bool = False,
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self._job = job
        self._settings = settings or Settings()
        self._themes = themes if themes is not None else load_themes()[0]
        self._pause = pause
        self._signals = signals
        for palette in self._themes.values():
            self.register_theme(toolkit_theme(palette))
        self._palette = self._themes[self._settings.theme if colour else MONOCHROME]
        self._glyphs = ASCII if self._settings.ascii else UNICODE
        self.theme = self._palette.name
        self.set_keymap(self._settings.keymap)

    @property
    def desks(self) -> list[DeskScreen]:
        """The desk, which lies under all other screens; empty once the program has ended."""
        return [screen for screen in self.screen_stack if isinstance(screen, DeskScreen)]

    def get_default_screen(self) -> DeskScreen:
        """The desk."""
        look = Look(self._palette, self._glyphs)
        return DeskScreen(self._job, look, self._settings.keymap, self._settings.pane, pause=self._pause)

    def on_mount(self) -> None:
        """Listen to those who may end the program from outside."""
        if self._signals:
            for number in SIGNALS:
                get_running_loop().add_signal_handler(number, self._end, SIGNALLED + number)

    def _end(self, code: int = 0) -> None:
        for desk in self.desks:
            desk.stop()
        self.exit(code, return_code=code)

    async def action_quit(self) -> None:
        """Leave, politely."""
        self._end()

    def action_help_quit(self) -> None:
        """Leave as well: who presses Ctrl+C means it."""
        self._end()

    def on_next_theme(self, _: NextTheme) -> None:
        """Put the next theme on."""
        names = list(self._themes)
        self.use_theme(names[(names.index(self._palette.name) + 1) % len(names)])

    def use_theme(self, name: str) -> None:
        """Put a theme on.

        Raises:
            KeyError: there is no such theme.
        """
        self._palette = self._themes[name]
        self.theme = name
        for desk in self.desks:
            desk.look = Look(self._palette, self._glyphs)
            desk.tell(f"theme: {name}")


def toolkit_theme(palette: Palette) -> Theme:
    """The theme for the toolkit's own widgets: only the input has any."""

    def colour(name: str) -> str:
        return name if name.startswith("#") else f"ansi_{name}"

    file = palette.file
    text, ground, accent = colour(file.foreground), colour(file.background), colour(file.accent)
    return Theme(
        name=palette.name,
        primary=accent,
        foreground=text,
        background=ground,
        surface=ground,
        panel=ground,
        boost=ground,
        dark=file.dark,
        ansi=not file.foreground.startswith("#"),
        variables={"ansi-background": ground, "ansi-foreground": text},
    )


def run(job: Job, settings: Settings) -> int:
    """Open a pile of articles in the terminal, and stay until the reader leaves.

    Returns:
        The exit code: 0, or 128 and the number of the signal that ended the program.

    Raises:
        ThemeError: the settings name a theme that does not exist, or its file has a mistake.
    """
    folders: list[Path] = [settings.themes] if settings.themes else []
    themes, mistakes = load_themes(*folders)
    if settings.theme not in themes:
        for mistake in mistakes:
            if str(mistake).startswith(f"{settings.theme}.toml:"):
                raise mistake
        raise ThemeError(f"theme: there is no '{settings.theme}'; there are {', '.join(themes)}")
    colour = "NO_COLOR" not in os.environ
    app = WiredeskApp(job, settings, themes, colour=colour, signals=True)
    app.run(mouse=settings.mouse)
    return app.return_code or 0
