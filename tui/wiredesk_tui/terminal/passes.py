"""Writing a frame pen by pen: where rows are full of colours, going back is cheaper than changing the pen."""

from collections.abc import Iterator, Sequence

from wiredesk_tui.terminal.grid import Cell, Row
from wiredesk_tui.terminal.ink import Ink
from wiredesk_tui.terminal.pen import Pen

Run = tuple[int, int, list[Cell]]
"""Row, column, and neighbouring cells that one pen writes."""


def write_by_pen(ink: Ink, shown: Sequence[Row], wanted: Sequence[Row], *, erases_in_colour: bool) -> None:
    """Write what differs, everything of one pen before anything of the next.

    Args:
        ink: Where to.
        shown: The rows that the terminal shows; none holds a doubtful cell.
        wanted: As many rows, as they should be; none holds a doubtful cell.
        erases_in_colour: As `wiredesk_tui.terminal.differ.Differ` has it.
    """
    passes: dict[Pen, list[Run]] = {}
    for y, (old, new) in enumerate(zip(shown, wanted, strict=True)):
        if old == new:
            continue
        ground, base = new[-1].pen.ground, old
        if new[-1].blank and (erases_in_colour or not ground):
            first = next(x for x, cell in enumerate(new) if cell != old[x])
            while first > 0 and not new[first].text:
                first -= 1
            ink.move(y, first, wanted)
            ink.erase_rest(ground)
            base = [*new[:first], *[Cell(" ", Pen(ground=ground))] * (len(new) - first)]
        for pen, run in _runs(y, base, new):
            passes.setdefault(pen, []).append(run)
    for runs in passes.values():
        for y, x, cells in runs:
            ink.move(y, x, wanted)
            ink.write(y, x, cells)


def _runs(y: int, old: Row, new: Row) -> Iterator[tuple[Pen, Run]]:
    x = 0
    while x < len(new):
        if new[x] == old[x]:
            x += 1
            continue
        while x > 0 and not new[x].text:
            x -= 1
        end, pen = x + 1, new[x].pen
        while end < len(new) and (not new[end].text or (new[end] != old[end] and _one(pen, new[end]))):
            end += 1
        yield pen, (y, x, new[x:end])
        x = end


def _one(pen: Pen, cell: Cell) -> bool:
    """The pen writes that cell too."""
    if cell.blank:
        return cell.pen.ground == pen.ground and not pen.marks_blanks
    return cell.pen == pen
