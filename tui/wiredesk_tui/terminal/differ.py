"""The frame differ: it knows what the terminal shows, and writes only what has to change.

The toolkit repaints each region in which something asked to be repainted, with a whole colour code for
each piece of text. Over a slow line that is most of what is sent. Here each new frame is compared cell by
cell with the one before; what differs is written with the shortest cursor moves and colour changes, lines
that only moved are moved by the terminal, and what is empty is erased rather than written.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from rich.color import ColorSystem
from rich.segment import Segment

from wiredesk_tui.terminal.grid import BLANK, Cell, Row
from wiredesk_tui.terminal.ink import Ink
from wiredesk_tui.terminal.passes import write_by_pen
from wiredesk_tui.terminal.pen import Pen
from wiredesk_tui.terminal.scrolling import find_shift, shifted
from wiredesk_tui.terminal.styles import cells_of, cut_in_two

ERASE_FROM: Final = 4
"""Blank cells from which erasing the rest of a line is shorter than writing them."""
FEW_ROWS: Final = 5
"""What a step of the cursor or a letter changes at most: it is shown at once."""
WORTH_ERASING: Final = 40
"""Bytes of a row below which there is nothing to gain by erasing it first."""
MOVED_FROM: Final = 4
"""Changed rows from which it is worth looking whether rows only moved."""


class Differ:
    """What a terminal shows, and what it should show.

    Args:
        width: Of the screen, in cells.
        height: In rows.
        system: The colours that the terminal has.
        erases_in_colour: Erased cells get the ground of the pen (terminfo's `bce`), not the terminal's own.
    """

    def __init__(
        self, width: int, height: int, system: ColorSystem, *, erases_in_colour: bool = False
    ) -> None:
        self.width, self.height, self.system = width, height, system
        self._in_colour = erases_in_colour
        self._wanted: list[Row] = [[BLANK] * width for _ in range(height)]
        self._shown: list[Row] | None = None
        self._ink = Ink()

    def put(self, y: int, x: int, segments: Iterable[Segment]) -> None:
        """Have text stand at a place; what is outside of the screen is left out."""
        if not 0 <= y < self.height or not 0 <= x < self.width:
            return
        cells = cells_of(segments, self.system)[: self.width - x]
        row = self._wanted[y]
        behind = x + len(cells)
        whole = [*row[:x], *cells, *row[behind:]]
        for half in (x - 1, behind):  # of a wide character that lost its other half
            if 0 <= half < self.width and cut_in_two(whole, half):
                whole[half] = BLANK._replace(pen=Pen(ground=whole[half].pen.ground))
        self._wanted[y] = whole

    def knows(self, rows: Sequence[Row]) -> None:
        """Something else has written these rows to the terminal, as many and as wide as the screen's."""
        self._shown = [list(row) for row in rows]

    @property
    def rows(self) -> Sequence[Row]:
        """What the terminal should show."""
        return self._wanted

    @property
    def erases_in_colour(self) -> bool:
        """Erased cells get the ground of the pen."""
        return self._in_colour

    def forget(self) -> None:
        """Something else has written to the terminal: the next frame clears it and writes everything."""
        self._shown = None

    @property
    def much(self) -> bool:
        """More than a few rows have to change."""
        if self._shown is None:
            return True
        changed = sum(new != old for new, old in zip(self._wanted, self._shown, strict=True))
        return changed > FEW_ROWS

    def frame(self) -> str:
        """What to send so that the terminal shows what it should; empty where it does already."""
        ink = self._ink
        if self._shown is None:
            ground = self._commonest_ground() if self._in_colour else ""
            self._shown = [[Cell(" ", Pen(ground=ground))] * self.width for _ in range(self.height)]
            ink.start_over(Pen(ground=ground))
        changed = [y for y, row in enumerate(self._wanted) if row != self._shown[y]]
        if not changed:
            return ink.taken()
        ways = self._ways(ink.onwards(), self._shown)
        shift = find_shift(self._shown, self._wanted) if len(changed) >= MOVED_FROM else None
        if shift is not None:
            moving = ink.onwards()
            moving.scroll(shift.top, shift.bottom, shift.by)
            ways += self._ways(moving, shifted(self._shown, shift, [BLANK] * self.width))
        ink.take_over(min(ways, key=lambda way: way.size))
        self._shown = list(self._wanted)
        return ink.taken()

    def _ways(self, ink: Ink, shown: Sequence[Row]) -> list[Ink]:
        """From row to row, and, where nothing is in doubt, pen by pen."""
        by_row = ink.copy()
        for y, (old, new) in enumerate(zip(shown, self._wanted, strict=True)):
            if old != new:
                self._write_row(by_row, y, old, new)
        if any(cell.doubtful for row in (*shown, *self._wanted) for cell in row):
            return [by_row]
        write_by_pen(ink, shown, self._wanted, erases_in_colour=self._in_colour)
        return [by_row, ink]

    def leave_cursor(self, y: int, x: int) -> str:
        """What to send so that the terminal's own cursor stands at a place, for those who watch it."""
        self._ink.move(y, x, self._wanted)
        return self._ink.taken()

    def _commonest_ground(self) -> str:
        grounds = Counter(cell.pen.ground for row in self._wanted for cell in row if cell.blank)
        return max(grounds, key=grounds.__getitem__, default="")

    def _write_row(self, ink: Ink, y: int, old: Row, new: Row) -> None:
        """Write what differs; or erase first and leave out the gaps, where that is shorter."""
        over = ink.onwards()
        self._write_over(over, y, old, new)
        ground = new[-1].pen.ground
        if over.size > WORTH_ERASING and new[-1].blank and (self._in_colour or not ground):
            first = next(x for x, cell in enumerate(new) if cell != old[x])
            while first > 0 and not new[first].text:
                first -= 1
            erased = ink.onwards()
            erased.move(y, first, self._wanted)
            erased.erase_rest(ground)
            clean = [*new[:first], *[Cell(" ", Pen(ground=ground))] * (self.width - first)]
            self._write_over(erased, y, clean, new)
            over = min(over, erased, key=lambda way: way.size)
        ink.take_over(over)

    def _write_over(self, ink: Ink, y: int, old: Row, new: Row) -> None:
        # Where terminals may disagree about widths, what stands behind cannot be trusted to stand there.
        doubtful = any(cell.doubtful for cell in old) or any(cell.doubtful for cell in new)
        differs = [doubtful or a != b for a, b in zip(old, new, strict=True)]
        tail = self._blank_tail(new)
        if sum(differs[tail:]) < ERASE_FROM:
            tail = self.width
        x = 0
        while x < tail:
            if not differs[x]:
                x += 1
                continue
            end = x + 1
            while end < tail and (differs[end] or not new[end].text):
                end += 1
            while x > 0 and not new[x].text:
                x -= 1
            ink.move(y, x, self._wanted)
            ink.write(y, x, new[x:end])
            x = end
        if tail < self.width:
            ink.move(y, differs.index(True, tail), self._wanted)
            ink.erase_rest(new[-1].pen.ground)

    def _blank_tail(self, row: Row) -> int:
        """From where on all cells are the same blank, one that erasing makes; the width where none are."""
        last = row[-1]
        if not last.blank or (last.pen.ground and not self._in_colour):
            return self.width
        x = self.width
        while x > 0 and row[x - 1] == last:
            x -= 1
        return x
