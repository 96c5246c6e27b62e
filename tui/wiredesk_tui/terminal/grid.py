"""Text as the cells of a terminal."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment

from wiredesk_tui.terminal.pen import PLAIN, Pen, pen_of

_JOINER: Final = "\u200d"
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


def cells_of(segments: Iterable[Segment], system: ColorSystem) -> Row:
    """What segments look like; blanks that look alike are alike."""
    row: Row = []
    for text, style, control in segments:
        if control:
            continue
        pen = pen_of(style, system) if style else PLAIN
        if text.isascii():
            blank = _blank(pen)
            row += [blank if char == " " else Cell(char, pen) for char in text]
        else:
            _add_clusters(row, text, pen)
    return row


def _blank(pen: Pen) -> Cell:
    return Cell(" ", pen if pen.marks_blanks else Pen(ground=pen.ground))


def _add_clusters(row: Row, text: str, pen: Pen) -> None:
    """Characters without a width of their own, and what a joiner joins, belong to the cell before."""
    for char in text:
        if char == " ":
            row.append(_blank(pen))
            continue
        lead = len(row) - 1
        while lead > 0 and not row[lead].text:
            lead -= 1
        if lead >= 0 and (cell_len(char) == 0 or row[lead].text.endswith(_JOINER)):
            joined = row[lead].text + char
            row[lead] = Cell(joined, row[lead].pen)
            row += [Cell("", pen)] * (cell_len(joined) - (len(row) - lead))
        elif width := cell_len(char):
            row.append(Cell(char, pen))
            row += [Cell("", pen)] * (width - 1)


def cut_in_two(row: Row, x: int) -> bool:
    """The cell is one half of a wide character whose other half is gone."""
    cell = row[x]
    if not cell.text:
        return x == 0 or (bool(row[x - 1].text) and cell_len(row[x - 1].text) < 2)
    if cell_len(cell.text) < 2:
        return False
    return x + 1 == len(row) or bool(row[x + 1].text)
