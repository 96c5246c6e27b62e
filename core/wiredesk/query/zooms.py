"""The spans of time by which a timeline is counted."""

from typing import Final, Literal, get_args

Zoom = Literal["decade", "year", "month", "week", "day"]
ZOOMS: Final[tuple[Zoom, ...]] = get_args(Zoom)
"""The widest first."""
