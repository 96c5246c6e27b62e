"""Text in terminal cells: measuring, cutting and laying out columns.

Everything that comes from outside goes through `clean` here before it is measured, so that what is measured
is what is shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from rich.cells import cell_len, set_cell_size

from wiredesk.text import safe_line

_DISPUTED = {
    **dict.fromkeys((0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400))),
    **{0x1F1E6 + at: letter for at, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")},
}
"""Variation selectors and skin tones go, flags become their letters: terminals disagree about their width."""


class Span(NamedTuple):
    """A stretch of text in one style (a token of `wiredesk_tui.theme.TOKENS`)."""

    text: str
    token: str = "text"  # noqa: S105 (the name of a style)


Line = list[Span]


def clean(text: str) -> str:
    """Make outside text fit for one row: nothing in it acts on the terminal or hides."""
    if text.isascii() and text.isprintable():
        return text
    return safe_line(text).translate(_DISPUTED)


def width_of(text: str) -> int:
    """Cells that a cleaned text takes."""
    return len(text) if text.isascii() else cell_len(text)


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """Cut a cleaned text to at most that many cells; the cut shows."""
    if width_of(text) <= width:
        return text
    if width <= 0:
        return ""
    room = width - len(ellipsis)
    if room <= 0:
        return set_cell_size(text, width).rstrip()
    kept = text[:room] if text.isascii() else set_cell_size(text, room)
    return kept.rstrip() + ellipsis


def line_width(line: Sequence[Span]) -> int:
    """Cells that a line takes."""
    return sum(width_of(span.text) for span in line)


@dataclass(frozen=True)
class Column:
    """A column of a list.

    Attributes:
        name: Its caption.
        least: Fewest cells in which it says anything.
        most: Most cells it can use; None takes all that is left.
        right: Aligned to the right.
        drop: Columns with a higher number go first when the list is narrow; 0 stays.
        wish: Cells in which it can be read well: as long as it lacks some, columns from `EXTRA` on go.
    """

    name: str
    least: int
    most: int | None = None
    right: bool = False
    drop: int = 0
    wish: int = 0

    def for_texts(self, texts: Iterable[str]) -> "Column":
        """The same column, no wider than its longest text or caption needs; left out where it has no text."""
        longest = max((width_of(clean(text)) for text in texts), default=0)
        longest = max(longest, len(self.name)) if longest else 0
        most = longest if self.most is None else min(self.most, longest)
        return replace(self, least=min(self.least, most), most=most, wish=min(self.wish, most))


GAP = 2
"""Blank cells between columns."""


EXTRA: Final = 3
"""Columns with this `drop` or a higher one stay only where all others are as wide as they wish."""


def fit(columns: Sequence[Column], width: int) -> list[int]:
    """Cells for each column in a row of that width; 0 for a column that is left out.

    Columns get their least first, then what they wish, then their most, each time those first that stay
    longest, and the one without a `most` gets the rest. In a row too narrow even for the columns that stay,
    the last ones give way.
    """
    kept = [at for at, column in enumerate(columns) if column.most != 0]
    while len(kept) > 1 and _needed(columns, kept) > width:
        last = max(kept, key=lambda at: columns[at].drop)
        if columns[last].drop == 0:
            break
        kept.remove(last)
    while len(kept) > 1 and _least(columns, kept[:-1]) + GAP >= width:
        kept.pop()
    widths = [columns[at].least if at in kept else 0 for at in range(len(columns))]
    spare = width - _least(columns, kept)
    if spare < 0:
        widths[kept[-1]] += spare
        return widths
    in_turn = sorted(kept, key=lambda at: columns[at].drop)
    for at in in_turn:
        more = min(max(0, columns[at].wish - widths[at]), spare)
        widths[at] += more
        spare -= more
    greedy = [at for at in kept if columns[at].most is None]
    for at in in_turn:
        # Free text is worth more than the last cells of a narrow column.
        share = spare // 2 if greedy else spare
        more = min(max(0, (columns[at].most or 0) - widths[at]), share)
        widths[at] += more
        spare -= more
    if greedy:
        widths[greedy[0]] += spare
    return widths


def _needed(columns: Sequence[Column], kept: Sequence[int]) -> int:
    """Cells without which a column goes: with extras among them, those that the others wish for."""
    if all(columns[at].drop < EXTRA for at in kept):
        return _least(columns, kept)
    wishes = sum(max(0, columns[at].wish - columns[at].least) for at in kept if columns[at].drop < EXTRA)
    return _least(columns, kept) + wishes


def _least(columns: Sequence[Column], kept: Sequence[int]) -> int:
    return sum(columns[at].least for at in kept) + GAP * (len(kept) - 1)


def table_line(
    columns: Sequence[Column], widths: Sequence[int], cells: Sequence[Span], ellipsis: str = "…"
) -> Line:
    """Lay one row's cells (uncleaned) into the columns' widths."""
    line: Line = []
    for column, width, span in zip(columns, widths, cells, strict=True):
        if width > 0:
            text = cut(clean(span.text), width, ellipsis)
            blank = Span(" " * (width - width_of(text)))
            cell = Span(text, span.token)
            line += [Span(" " * GAP)] if line else []
            line += [blank, cell] if column.right else [cell, blank]
    return line
