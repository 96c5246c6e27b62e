"""Where the frame differ stands in the toolkit: between its compositor and its driver."""

import traceback
from asyncio import TimerHandle, get_running_loop
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from itertools import chain
from typing import Final, TypeVar

from rich.color import ColorSystem
from rich.console import RenderableType
from rich.segment import Segment
from rich.text import Text
from textual._compositor import ChopsUpdate, LayoutUpdate  # pyright: ignore[reportPrivateUsage]
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.widgets import Input

from wiredesk.text import safe
from wiredesk_tui.terminal.differ import Differ
from wiredesk_tui.terminal.driver import LineDriver
from wiredesk_tui.terminal.grid import Row
from wiredesk_tui.terminal.printed import Printed
from wiredesk_tui.terminal.profile import erases_in_colour

Returned = TypeVar("Returned")

TESTED: Final = "8.2.8"
"""The toolkit's edition whose compositor this reads; with any other, frames go the toolkit's own way."""
IN_ONE: Final = 512
"""Bytes from which the terminal is asked to show a frame at once; a shorter one comes in one piece anyway."""
COLOURS: Final = {
    None: ColorSystem.TRUECOLOR,  # as the toolkit takes it
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
    "windows": ColorSystem.WINDOWS,
}
TOGETHER: Final = 0.04
"""Seconds that a frame with much in it waits for the next: what is laid out anew is filled a moment
later, and between the two there is nothing to see."""
BEGIN: Final = "\x1b[?2026h"
END: Final = "\x1b[?2026l"


def places_of(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, int, Iterable[Segment]]]:
    """What an update puts where: row, column, text."""
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            yield y, update.region.x, chain.from_iterable(strips)
        return
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x <= last and end > first:
                yield y, x, strip if end <= last else strip.crop(0, min(end, last) - x)


class DiffingApp(App[Returned]):
    """An app whose frames are compared with what the terminal shows already.

    `_display` is where the toolkit hands a frame to the driver. Where it is called something else one day,
    nothing here is called, and the toolkit sends its frames as it always does.
    """

    _differ: Differ | None = None
    _waiting: TimerHandle | None = None
    _standing: Sequence[Row] | None = None
    """What stands on the terminal before the first frame, if that is known."""
    printed: Printed | None = None
    """Where that goes which others print while the program has the screen; None: across the screen."""
    _held = False
    """Frames are made, but not sent yet."""
    _diffing = version("textual") == TESTED

    def get_driver_class(self) -> type[Driver]:
        """The driver for a terminal; one that was asked for by name is left alone."""
        found = super().get_driver_class()
        return LineDriver if found is LinuxDriver else found

    def end(self, status: int) -> None:
        """End with a status, within a second."""
        if isinstance(self._driver, LineDriver):
            self._driver.end_soon(status)
        self.exit(return_code=status)

    def _fatal_error(self) -> None:
        """Show where a mistake of the program is, shortly: the toolkit would add all that is in memory."""
        told = safe(traceback.format_exc())
        self._exit_renderables.append(Text(told, overflow="fold"))
        self._close_messages_no_wait()

    def on_driver_signal_resume(self) -> None:
        """After a rest in the background, show everything again."""
        self.repaint_terminal()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if not self._diffing or not isinstance(renderable, LayoutUpdate | ChopsUpdate):
            if renderable is not None:  # None: nothing has changed, and what is shown is known still
                self._differ = None
            super()._display(screen, renderable)
            return
        if self._running and not self._closed and not self.is_headless and not self._batch_count:
            self._show(screen, renderable)
        self.post_display_hook()

    def _show(self, screen: Screen[object], update: LayoutUpdate | ChopsUpdate) -> None:
        width, height = self.size
        system = COLOURS[self.console.color_system]
        differ = self._differ
        if differ is None or (differ.width, differ.height, differ.system) != (width, height, system):
            differ = Differ(width, height, system, erases_in_colour=erases_in_colour())
            self._differ = differ
            standing, self._standing = self._standing, None
            if standing and (len(standing[0]), len(standing)) == (width, height):
                differ.knows(standing)
            update = screen._compositor.render_full_update()  # pyright: ignore[reportPrivateUsage]
        for y, x, segments in places_of(update):
            differ.put(y, x, segments)
        if differ.much:
            if self._waiting is None:
                self._waiting = get_running_loop().call_later(TOGETHER, self._send)
        elif self._waiting is None:
            self._send()

    def _send(self) -> None:
        self._waiting = None
        differ = self._differ
        if differ is None or not self._running or self._held:
            return
        if isinstance(self._driver, LineDriver) and not self._has_room(self._driver):
            return  # what is shown by then is sent when the line has taken the frame before
        data = differ.frame()
        if isinstance(self.focused, Input):  # what is composed for it shows at the terminal's own cursor
            x, y = self.screen.outer_size.clamp_offset(self.cursor_position)
            data += differ.leave_cursor(y, x)
        if data and self._driver is not None:
            in_one = self._sync_available and len(data) > IN_ONE
            self._driver.write(BEGIN + data + END if in_one else data)
            self._driver.flush()

    def _has_room(self, driver: LineDriver) -> bool:
        driver.on_room = self._send
        return driver.room()

    def repaint_terminal(self) -> None:
        """Clear the terminal and write everything again: another program has written there."""
        if self._differ is None:
            self.refresh(layout=True)
            return
        self._differ.forget()
        self._send()
