"""The toolkit's styled text as cells and pens."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from rich.cells import cell_len
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style

from wiredesk_tui.terminal.grid import Cell, Row
from wiredesk_tui.terminal.pen import OFF, PLAIN, Pen
from wiredesk_tui.terminal.profile import TRUE_COLOUR, Colours

SYSTEMS: Final[Mapping[Colours, ColorSystem]] = {
    0: ColorSystem.STANDARD,  # attributes are written only where there are colours
    16: ColorSystem.STANDARD,
    256: ColorSystem.EIGHT_BIT,
    TRUE_COLOUR: ColorSystem.TRUECOLOR,
}
"""What colours are written in where a terminal has so many."""
_JOINER: Final = "\u200d"


@lru_cache(maxsize=4096)
def pen_of(style: Style, system: ColorSystem) -> Pen:
    """The pen for a style, its colours brought down to those that the terminal has."""
    shown = (  # in the order of `OFF`
        style.bold, style.dim, style.italic, style.underline, style.blink, style.blink2, style.reverse,
        style.conceal, style.strike, style.underline2, style.frame, style.encircle, style.overline,
    )  # fmt: skip
    return Pen(
        tuple(code for code, on in zip(OFF, shown, strict=True) if on),
        _parameters(style.color, system, text=True),
        _parameters(style.bgcolor, system, text=False),
    )


def _parameters(colour: Color | None, system: ColorSystem, *, text: bool) -> str:
    if colour is None:
        return ""
    codes = ";".join(colour.downgrade(system).get_ansi_codes(foreground=text))
    return "" if codes == ("39" if text else "49") else codes


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
