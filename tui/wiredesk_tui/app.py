"""The program: one desk over one pile of articles."""

import signal
import sys
from asyncio import get_running_loop
from collections.abc import Callable, Sequence
from functools import partial
from os import environ
from pathlib import Path
from typing import ClassVar, Final, Self

from textual.binding import BindingType

from wiredesk_tui.bars import StatusBar
from wiredesk_tui.bindings import bindings
from wiredesk_tui.dressed import DressedApp
from wiredesk_tui.job import Job
from wiredesk_tui.keys import keys_of, shown
from wiredesk_tui.layouts import spread
from wiredesk_tui.places import citation_file, printed_folder
from wiredesk_tui.screen import DeskScreen
from wiredesk_tui.settings import Settings
from wiredesk_tui.terminal.arrival import ArrivingApp, StandingFrame
from wiredesk_tui.terminal.clipboard import Handed, hand_on
from wiredesk_tui.terminal.grid import Row
from wiredesk_tui.terminal.ground import Grounds
from wiredesk_tui.terminal.printed import Printed
from wiredesk_tui.terminal.profile import RICH, Profile
from wiredesk_tui.terminal.styles import cells_of
from wiredesk_tui.theme import Palette, ThemeError, load_themes
from wiredesk_tui.wishes import Arrived, HandOn

STYLE: Final = "desk.tcss"
Keep = Callable[[Sequence[Row], str, bool], object]
"""Keeps a frame: its cells, the name of its index, and whether erased cells get the ground of the pen."""
PAUSE: Final = 0.15
"""Seconds without a key before a search that is being typed is looked up."""
SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
SIGNALLED: Final = 128
"""A program that a signal ended gives this and the signal's number."""


class WiredeskApp(DressedApp[int], ArrivingApp[int]):
    """Shows a pile of articles.

    Args:
        job: What to open.
        settings: The reader's.
        themes: Name -> theme; at least one.
        profile: What the terminal can show.
        grounds: What is known of its ground; None where no theme hangs on it.
        pause: Seconds without a key before a search that is being typed is looked up.
        signals: Listen to the signals that ask the program to end.
    """

    keeps: Keep | None = None
    """Keeps the first frame for the next start."""

    CSS_PATH = STYLE
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = bindings("program")

    def __init__(
        self,
        job: Job,
        settings: Settings | None = None,
        themes: dict[str, Palette] | None = None,
        *,
        profile: Profile = RICH,
        grounds: Grounds | None = None,
        pause: float = PAUSE,
        signals: bool = False,
    ) -> None:
        settings = settings or Settings()
        super().__init__(settings, load_themes()[0] if themes is None else themes, profile, grounds)
        self._job, self._settings = job, settings
        self._pause = pause
        self._signals = signals
        self.set_keymap(spread(settings.keys_in_force, settings.keyboard))

    @classmethod
    def made(cls, job: Job, settings: Settings, profile: Profile, grounds: Grounds | None = None) -> Self:
        """An app with all themes that there are, which signals may end.

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
        return cls(job, settings, themes, profile=profile, grounds=grounds, signals=True)

    @property
    def desks(self) -> list[DeskScreen]:
        """The desk, which lies under all other screens; empty once the program has ended."""
        return [screen for screen in self.screen_stack if isinstance(screen, DeskScreen)]

    def get_default_screen(self) -> DeskScreen:
        """The desk."""
        keymap = self._settings.keys_in_force
        desk = DeskScreen(self._job, self.worn, keymap, self._settings.pane, pause=self._pause)
        desk.between, desk.follows = self.profile.between, self._follows
        return desk

    @property
    def _follows(self) -> bool:
        """The terminal takes a page for each row that the cursor rests on; a slow line would not."""
        return self.profile.name == "rich"

    @property
    def busy(self) -> bool:
        """A pane or the reader waits for what it is to show."""
        return any(desk.flow.busy for desk in self.desks)

    def on_arrived(self, event: Arrived) -> None:
        """Show what there is, and keep it for the next start if nothing else was asked for yet."""
        self.run_worker(self._arrive_with(event.generation))

    async def _arrive_with(self, generation: str) -> None:
        await self.all_painted()
        if not self.is_running:  # it was told to end meanwhile
            return
        for desk in self.desks:
            whole = desk.flow.index.generation == generation and not desk.flow.busy
            if self.keeps is not None and generation and whole and not self.touched:
                self._keep_frame(desk, self.keeps)
        self.arrive()

    def _keep_frame(self, desk: DeskScreen, keep: Keep) -> None:
        differ, status = self._differ, desk.query_one(StatusBar)
        if differ is None or not status.region.height or self.screen is not desk:
            return
        rows = list(differ.rows)
        strip = status.paint(status.opening_line(status.size.width), status.size.width)
        rows[status.region.y] = cells_of(strip, differ.system)
        self.run_worker(partial(keep, rows, desk.flow.index.generation, differ.erases_in_colour), thread=True)

    def on_mount(self) -> None:
        """Listen to those who may end the program from outside."""
        if self._signals:
            for number in SIGNALS:
                get_running_loop().add_signal_handler(number, self._end, SIGNALLED + number)

    def _end(self, code: int = 0) -> None:
        for desk in self.desks:
            desk.stop()
        if code:
            self.end(code)
        else:
            self.exit(0)

    async def action_quit(self) -> None:
        """Leave, politely."""
        self._end()

    def action_quit_now(self) -> None:
        """Leave as well: who presses Ctrl+C means it."""
        self._end()

    def action_suspend(self) -> None:
        """Rest in the background until the shell calls."""
        self.action_suspend_process()

    def action_redraw(self) -> None:
        """Draw everything again, also over what another program has written."""
        self.screen.refresh(layout=True, repaint=True)
        self.repaint_terminal()

    def ask_ground(self, *, at_once: bool) -> None:
        """Ask whether the ground is light; any other key than the one that says so goes on as usual."""
        keys = keys_of("ground", self._settings.keys_in_force)
        question = f"is this screen light? {shown(keys[0], ascii=True)} puts the light theme on, for good"
        for desk in self.desks:
            if at_once:
                desk.tell(question)
            else:
                desk.aside = question

    def on_hand_on(self, wish: HandOn) -> None:
        """Hand a text on for pasting, and show it with what is known of that."""
        handed = self.handed(wish.text)
        self._clipboard = wish.text
        if handed.sequence and self._driver is not None:
            self._driver.write(handed.sequence)
        for desk in self.desks:
            desk.show_notice("Citation", f"{wish.text}\n\n{handed.words}")

    def handed(self, text: str) -> Handed:
        """Hand a text on for pasting, as far as this terminal lets us."""
        environment = {"TERM": "xterm"} if self.is_headless else environ
        return hand_on(text, environment, profile=self.profile.name, file=citation_file())

    def show_look(self, text: str) -> None:
        """Paint the desk with what is on now, and tell so if there is something to tell."""
        for desk in self.desks:
            desk.look, desk.between, desk.follows = self.worn, self.profile.between, self._follows
            if text:
                desk.tell(text)


def run(
    job: Job,
    settings: Settings,
    profile: Profile = RICH,
    grounds: Grounds | None = None,
    *,
    first: StandingFrame | None = None,
    keep: Keep | None = None,
) -> int:
    """Open a pile of articles in the terminal, and stay until the reader leaves.

    Args:
        job: What to open.
        settings: The reader's.
        profile: What the terminal can show.
        grounds: What is known of its ground; None where no theme hangs on it.
        first: What stands on the terminal already.
        keep: Keeps the first frame for the next start.

    Returns:
        The exit code: 0, or 128 and the number of the signal that ended the program.

    Raises:
        ThemeError: the settings name a theme that does not exist, or its file has a mistake.
    """
    app = WiredeskApp.made(job, settings, profile, grounds)
    app.keeps = keep
    app.begin_on(first)
    app.printed = printed = Printed(str(printed_folder()))
    app.run(mouse=settings.mouse and profile.mouse)
    code = app.return_code or 0
    if told := printed.left(failed=code != 0):
        sys.stderr.write(f"wiredesk: {told}\n")
    return code
