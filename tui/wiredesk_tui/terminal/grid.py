"""The cells of a terminal."""

from typing import Final, NamedTuple

from wiredesk_tui.terminal.pen import PLAIN, Pen

_PICTURES: Final = "\U0001f000"
"""From here on terminals disagree about widths: what they draw depends on their edition of Unicode."""


class Cell(NamedTuple):
    """One cell of the screen; behind a wide character stands a cell without text."""

    text: str = " "
    pen: Pen = PLAIN

    @property
    def doubtful(self) -> bool:
        """Terminals disagree about where the cursor stands behind it."""
        return len(self.text) > 1 or self.text >= _PICTURES

    @property
    def blank(self) -> bool:
        """Nothing but the ground shows."""
        return self.text == " " and not self.pen.marks_blanks


Row = list[Cell]
BLANK: Final = Cell()
