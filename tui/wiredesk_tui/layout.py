"""Which parts of the desk are on the screen, for every size."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from wiredesk_tui.contents import PaneName

Part = Literal["list", "reader"]

WIDE: Final = 120
"""Columns from which articles, reader, actors and timeline stand side by side."""
WIDE_LINES: Final = 16
"""Lines below which they do not, however wide the window is."""
LOW: Final = 16
"""Lines below which the list and the reader take turns."""
TINY: Final = 7
"""Lines below which the panes' names give way."""

ON_THE_RIGHT: Final[tuple[PaneName, ...]] = ("actors", "timeline")
"""Panes that a wide window shows beside the reader, always."""


@dataclass(frozen=True)
class Desk:
    """What decides which parts are seen.

    Attributes:
        width: Of the terminal, in columns.
        height: In lines.
        pane: The pane that was asked for last.
        left: The last one asked for of those that a wide window shows on the left.
        part: What has the keys.
        full: What has the keys has the whole screen.
        reading: The reader has an article.
    """

    width: int
    height: int
    pane: PaneName = "brief"
    left: PaneName = "brief"
    part: Part = "list"
    full: bool = False
    reading: bool = False

    def turned_to(self, pane: PaneName) -> "Desk":
        """The same desk with the keys in the list of a pane."""
        return replace(self, pane=pane, left=self.left if pane in ON_THE_RIGHT else pane, part="list")

    @property
    def wide(self) -> bool:
        """Four parts stand side by side."""
        return self.width >= WIDE and self.height >= WIDE_LINES

    @property
    def left_width(self) -> int:
        """Columns of what stands on the left where four parts do, as `desk.tcss` shares them out."""
        return (self.width - 2) * 7 // 20

    @property
    def alone(self) -> bool:
        """One part has the whole screen."""
        return self.full or (self.height < LOW and not self.wide)

    @property
    def panes(self) -> tuple[PaneName, ...]:
        """The panes that are seen."""
        if self.alone:
            return () if self.part == "reader" else (self.pane,)
        return (self.left, *ON_THE_RIGHT) if self.wide else (self.pane,)

    @property
    def reader(self) -> bool:
        """The reader is seen."""
        if self.alone:
            return self.part == "reader"
        return self.wide or self.reading or self.part == "reader"

    @property
    def top(self) -> bool:
        """The line with the panes' names is seen."""
        return self.height >= TINY
