"""The very start: the frame of the last time is shown while everything else is still to be loaded."""

import os
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from wiredesk_tui.early.circumstances import circumstances, piles, state_folder
from wiredesk_tui.early.painted import OUTPUT, Painted, paint
from wiredesk_tui.early.shelf import find, keep
from wiredesk_tui.terminal.grid import Row

if TYPE_CHECKING:
    from wiredesk_tui.early.composed import Composed

FRAMES: Final = "frames"
"""Folder of the kept frames, in that of what the program remembers."""


class Opening:
    """A start of the program.

    Attributes:
        painted: The frame that stands on the terminal; None where there is none.
    """

    def __init__(self, made_for: tuple[str, ...] | None, folder: str, painted: Painted | None) -> None:
        self.painted = painted
        self._made_for = made_for
        self._folder = folder

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leave()

    def leave(self) -> None:
        """Take the frame away, unless the toolkit has taken it over: something else is to be shown."""
        if self.painted is not None:
            self.painted.leave()
            self.painted = None

    def trust(self) -> None:
        """The toolkit is about to take the terminal over: it has a way of its own with interrupts."""
        if self.painted is not None:
            self.painted.trust()

    def keep(
        self, rows: Sequence[Row], *, store: str, generation: str, depends: Sequence[str], in_colour: bool
    ) -> None:
        """Keep a frame for the next start like this one; see `wiredesk_tui.early.shelf.keep`."""
        if self._made_for is not None:
            keep(
                self._folder,
                self._made_for,
                store=store,
                generation=generation,
                depends=depends,
                erases_in_colour=in_colour,
                rows=rows,
            )


NO_OPENING: Final = Opening(None, "", None)
"""A start that shows nothing early, and keeps nothing."""


def begin(arguments: Sequence[str]) -> Opening:
    """Show the frame that the last start like this one has kept, if it is still true; else a new one.

    A new one is made of what was kept beside the index, where anything was.

    Args:
        arguments: What stands behind the program's name.
    """
    made_for = circumstances(arguments, os.environ)
    folder = os.path.join(state_folder(os.environ), FRAMES)
    if made_for is None:
        return Opening(None, folder, None)
    try:
        columns, rows = os.get_terminal_size(OUTPUT)
    except OSError:
        return Opening(None, folder, None)
    still = find(folder, made_for, (columns, rows)) or _composed(arguments, columns, rows)
    painted = paint(still.rows, in_colour=still.erases_in_colour) if still is not None else None
    return Opening(made_for, folder, painted)


def _composed(arguments: Sequence[str], columns: int, rows: int) -> "Composed | None":
    """The frame of a start that no other was like: it takes longer, for more is loaded for it."""
    from wiredesk_tui.early.composed import compose

    paths = piles(arguments, os.environ)
    return compose(paths, columns, rows) if paths is not None else None
