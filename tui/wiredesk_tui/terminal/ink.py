"""Writing to a terminal with the shortest cursor moves and colour changes."""

from collections.abc import Sequence

from wiredesk_tui.terminal.grid import Cell, Row
from wiredesk_tui.terminal.pen import PLAIN, Pen, change


class Ink:
    """Collects what is sent to a terminal, and knows where that leaves the cursor and the pen."""

    def __init__(self) -> None:
        self._pen: Pen | None = None
        self._at: tuple[int, int] | None = None
        """Row and column; behind the last column it is known only that the cursor is in that row."""
        self._out: list[str] = []

    def onwards(self) -> "Ink":
        """Another that goes on from where this one is, to try a way."""
        other = Ink()
        other._pen, other._at = self._pen, self._at
        return other

    def copy(self) -> "Ink":
        """Another that holds what this one holds."""
        other = self.onwards()
        other._out = list(self._out)
        return other

    def take_over(self, other: "Ink") -> None:
        """Go the way that another went."""
        self._pen, self._at = other._pen, other._at
        self._out += other._out

    @property
    def size(self) -> int:
        """Bytes collected."""
        return len("".join(self._out).encode())

    def taken(self) -> str:
        """What was collected; it is handed over once."""
        text = "".join(self._out)
        self._out = []
        return text

    def _take_up(self, pen: Pen) -> None:
        self._out.append(change(self._pen, pen))
        self._pen = pen

    def start_over(self, pen: Pen) -> None:
        """Clear the screen."""
        self._pen = None
        self._take_up(pen)
        self._out.append("\x1b[H\x1b[2J")
        self._at = (0, 0)

    def scroll(self, top: int, bottom: int, by: int) -> None:
        """Have the terminal move rows; by line feeds at the margin, which every terminal knows."""
        self._take_up(PLAIN)
        self._out.append(f"\x1b[{top + 1};{bottom + 1}r")
        self._out.append(f"\x1b[{bottom + 1}H" + "\n" * by if by > 0 else f"\x1b[{top + 1}H" + "\x1bM" * -by)
        self._out.append("\x1b[r")
        self._at = None  # home, on most terminals

    def move(self, y: int, x: int, rows: Sequence[Row]) -> None:
        """Put the cursor on a cell; over cells that stand there by writing them, where that is short."""
        if self._at == (y, x):
            return
        ways = [f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"]
        if self._at is not None:
            line, column = self._at
            if y == line and x == 0:
                ways.append("\r")
            elif y == line + 1 and x == 0:
                ways.append("\r\n")
            elif y == line and column < x:
                between = rows[y][column:x]
                if all(self._fits(cell) and not cell.doubtful for cell in between):
                    ways.append("".join(cell.text for cell in between))
                ways.append(f"\x1b[{x - column}C" if x - column > 1 else "\x1b[C")
        self._out.append(min(ways, key=lambda way: len(way.encode())))
        self._at = (y, x)

    def _fits(self, cell: Cell) -> bool:
        """The pen need not be changed for that cell."""
        if self._pen is None:
            return False
        if cell.blank:
            return cell.pen.ground == self._pen.ground and not self._pen.marks_blanks
        return cell.pen == self._pen

    def write(self, y: int, x: int, cells: Sequence[Cell]) -> None:
        """Write cells from where the cursor stands."""
        self._at = y, x + len(cells)
        for number, cell in enumerate(cells):
            if not cell.text:
                continue
            if not self._fits(cell):
                self._take_up(self._pen_for(cells, number))
            self._out.append(cell.text)
            if cell.doubtful:
                behind = next((n for n in range(number + 1, len(cells)) if cells[n].text), None)
                if behind is None:
                    self._at = None
                else:
                    self._out.append(f"\x1b[{y + 1};{x + behind + 1}H")

    def _pen_for(self, cells: Sequence[Cell], number: int) -> Pen:
        """The pen of a cell; of a blank the one that the text behind it needs, where that does for both."""
        cell = cells[number]
        if not cell.blank:
            return cell.pen
        ground = cell.pen.ground
        for behind in cells[number + 1 :]:
            if not behind.blank:
                if behind.text and behind.pen.ground == ground and not behind.pen.marks_blanks:
                    return behind.pen
                break
        return (self._pen or PLAIN).for_blank(ground)

    def erase_rest(self, ground: str) -> None:
        """Erase from the cursor to the end of its row."""
        if self._pen is None or self._pen != self._pen.for_blank(ground):
            self._take_up((self._pen or PLAIN).for_blank(ground))
        self._out.append("\x1b[K")
