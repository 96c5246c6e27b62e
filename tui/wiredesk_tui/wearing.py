"""A theme as it is worn in a terminal: in the colours and with the characters that it has."""

from wiredesk_tui.look import ASCII, UNICODE, Look
from wiredesk_tui.shades import lowered
from wiredesk_tui.terminal.profile import Profile
from wiredesk_tui.theme import Palette


def worn(palette: Palette, profile: Profile, *, ascii: bool | None) -> Look:
    """What to paint with.

    Args:
        palette: The theme, one that the profile can show.
        profile: What the terminal can show.
        ascii: The reader's setting; None leaves it to the profile.
    """
    glyphs = ASCII if (profile.ascii if ascii is None else ascii) else UNICODE
    return Look(lowered(palette, profile.colours), glyphs)
