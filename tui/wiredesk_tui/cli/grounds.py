"""The terminal's ground as the settings and the place where the program runs give it."""

import os

from wiredesk_tui.places import ground_file
from wiredesk_tui.settings import Settings
from wiredesk_tui.terminal.ground import THEMES, WORDS, Grounds, grounds
from wiredesk_tui.terminal.profile import Profile

FEWEST_COLOURS = 256
"""With fewer the theme is one for both grounds."""


def grounds_here(settings: Settings, profile: Profile) -> Grounds:
    """What is known of the ground of this terminal."""
    follows = settings.follows_ground and profile.colours >= FEWEST_COLOURS
    return grounds(settings.ground, os.environ, ground_file(), follows=follows)


def theme_here(settings: Settings, profile: Profile) -> str:
    """The theme that is set, or that of the ground as far as it is known."""
    return THEMES[grounds_here(settings, profile).told.ground] if settings.follows_ground else settings.theme


def ground_in_words(settings: Settings, profile: Profile) -> str:
    """The ground, what it was told by, and whether anything hangs on it."""
    known = grounds_here(settings, profile)
    words = f"{known.told.ground} (told by {WORDS[known.told.by]})"
    if not settings.follows_ground:
        return f"{words}; a theme is set, which counts more"
    if profile.colours < FEWEST_COLOURS:
        return f"{words}; the theme is one for both"
    return words + ("; the terminal is asked when the desk opens" if known.asks else "")
