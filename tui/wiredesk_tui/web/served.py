"""The app as it is served: what it shows is the same, but it leaves nothing on the server."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from textual.driver import Driver
from textual.drivers.web_driver import WebDriver

from wiredesk.store import Index, Store
from wiredesk_tui import app
from wiredesk_tui.app import WiredeskApp
from wiredesk_tui.job import Job, OnPartial, OnProgress
from wiredesk_tui.settings import Settings
from wiredesk_tui.terminal.clipboard import Handed, hand_on
from wiredesk_tui.terminal.ground import THEMES
from wiredesk_tui.terminal.profile import RICH, Profile

BROWSER: Final[Profile] = replace(RICH, why="a browser", colours_why="a browser shows all")
PAGE: Final = {"TERM": "xterm"}
"""What the browser's terminal is, whatever terminal the server was started in."""


class PipeDriver(WebDriver):
    """The toolkit's driver for browsers; it ends with the server, also where that was killed."""

    def run_input_thread(self) -> None:
        """Read packets until the pipe is closed at the other end."""
        super().run_input_thread()
        if not self.exit_event.is_set():  # nobody has asked the app to end
            self._loop.call_soon_threadsafe(self._app.exit)


class ServedApp(WiredeskApp):
    """The desk in a browser."""

    CSS_PATH = Path(app.__file__).parent / app.STYLE

    def get_driver_class(self) -> type[Driver]:
        """The one for browsers."""
        return PipeDriver

    def handed(self, text: str) -> Handed:
        """Offer a text to the browser's clipboard; no file is written."""
        return hand_on(text, PAGE, profile=BROWSER.name, file=None)


def read_only(title: str, store: Store) -> Job:
    """A pile as its store holds it. Nothing is indexed, and nothing of the reader's is kept."""

    def opened() -> Index:
        return store.open(on_fallback=lambda _: None).read_only()

    def built(_progress: OnProgress, _partial: OnPartial, _cancel: object) -> Index:
        return opened()

    return Job(title, opened, built)


def served(title: str, store: Store, settings: Settings) -> ServedApp:
    """The app for one reader.

    Raises:
        ThemeError: the settings name a theme that does not exist, or its file has a mistake.
    """
    if settings.follows_ground:
        ground = "light" if settings.ground == "light" else "dark"
        settings = replace(settings, theme=THEMES[ground])
    return ServedApp.made(read_only(title, store), settings, BROWSER)
