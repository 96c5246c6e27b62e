"""A theme in fewer colours: the nearest of the terminal's 256 that can still be read."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.style import Style

from wiredesk_tui.theme import Palette, contrast

_STEPS: Final = (0, 95, 135, 175, 215, 255)
_CUBE: Final = [ColorTriplet(red, green, blue) for red in _STEPS for green in _STEPS for blue in _STEPS]
_GREYS: Final = [ColorTriplet(level, level, level) for level in range(8, 239, 10)]
SHADES: Final = tuple(dict.fromkeys(_CUBE + _GREYS))
"""Colours 16 to 255 of xterm, which all terminals with 256 share; the first 16 are the reader's own."""


def lowered(palette: Palette, colours: int) -> Palette:
    """The same theme for a terminal of 256 colours; for all others it is left as it is.

    No token is less readable than its theme promises: where the nearest colour would be, the next is taken.
    """
    if colours != 256:
        return palette
    promised = palette.file.contrast
    styles = {token: _lower(style, promised) for token, style in palette.styles.items()}
    base = styles["text"]
    ground = {
        name: colour.triplet.hex
        for name, colour in (("foreground", base.color), ("background", base.bgcolor))
        if colour is not None and colour.triplet is not None
    }
    return replace(palette, file=replace(palette.file, **ground), styles=styles)


def _lower(style: Style, promised: float) -> Style:
    if style.bgcolor is not None and style.bgcolor.triplet is not None:
        style += Style(bgcolor=Color.from_triplet(nearest(style.bgcolor.triplet)[0]))
    if style.color is None or style.color.triplet is None:
        return style
    wanted = min(promised, contrast(style) or promised)
    for triplet in nearest(style.color.triplet):
        near = style + Style(color=Color.from_triplet(triplet))
        if (contrast(near) or wanted) >= wanted:
            return near
    return style


@lru_cache(maxsize=256)
def nearest(colour: ColorTriplet) -> list[ColorTriplet]:
    """The 240 shades, the nearest first, by the weighted distance of Riemersma's "Colour metric"."""

    def distance(other: ColorTriplet) -> float:
        red = (colour.red + other.red) / 2
        return (
            (2 + red / 256) * (colour.red - other.red) ** 2
            + 4 * (colour.green - other.green) ** 2
            + (2 + (255 - red) / 256) * (colour.blue - other.blue) ** 2
        )

    return sorted(SHADES, key=distance)
