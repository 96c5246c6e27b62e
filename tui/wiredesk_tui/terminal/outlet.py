"""What the toolkit needs to be told of a profile."""

from collections.abc import Mapping
from typing import Final, Literal

from rich.color import ColorSystem
from rich.console import Console
from textual.app import _NullFile  # pyright: ignore[reportPrivateUsage] - what the toolkit gives its own console
from textual.driver import Driver

from wiredesk_tui.terminal.profile import Profile
from wiredesk_tui.terminal.styles import SYSTEMS

_NAMES: Final[Mapping[ColorSystem, Literal["standard", "256", "truecolor"]]] = {
    ColorSystem.STANDARD: "standard",
    ColorSystem.EIGHT_BIT: "256",
    ColorSystem.TRUECOLOR: "truecolor",
}


def console_of(profile: Profile) -> Console:
    """A console that writes no more colours than there are."""
    return Console(
        color_system=_NAMES[SYSTEMS[profile.colours]],
        file=_NullFile(),  # pyright: ignore[reportArgumentType]
        highlight=False,
        emoji=False,
        legacy_windows=False,
        force_terminal=True,
        no_color=False,
        soft_wrap=False,
        _environ={},
    )


def set_mouse(driver: Driver | None, *, on: bool) -> None:
    """Let the program have the mouse from now on, or give it back to the terminal."""
    if driver is None or driver.is_headless:
        return
    turn = getattr(driver, "_enable_mouse_support" if on else "_disable_mouse_support", None)
    if callable(turn):
        driver._mouse = True  # pyright: ignore[reportPrivateUsage] - which both of them ask for
        turn()
        driver._mouse = on  # pyright: ignore[reportPrivateUsage]
