"""How a program arrives on a terminal where its first frame may stand already, and keys wait for it.

Until the first screen is there, frames are not sent, as the one that stands there is better; and keys are not
acted on, as what they are meant for is not there. Then they are, one after the other, each when what the one
before asked for is there.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from time import monotonic
from typing import Final, Protocol, TypeVar

from textual import events
from textual.message_pump import MessagePump

from wiredesk_tui.terminal.driver import FirstFrame
from wiredesk_tui.terminal.grid import Row
from wiredesk_tui.terminal.hook import DiffingApp

Returned = TypeVar("Returned")

PATIENCE: Final = 5.0
"""Seconds after which the program shows what it has, and hears keys, whatever is still missing."""
FOR_A_KEY: Final = 2.0
"""Seconds that the next key waits at most for what one asked for."""
TICK: Final = 0.01
"""Seconds between two looks at whether it is there."""
AT_ONCE: Final = "ctrl+c"
"""The key that is never kept waiting: it leaves."""


class StandingFrame(FirstFrame, Protocol):
    """A first frame, with its cells."""

    @property
    def rows(self) -> Sequence[Row]:
        """Row by row."""
        ...


class ArrivingApp(DiffingApp[Returned]):
    """An app that begins where a first frame stands, and catches up with the keys."""

    first_frame: StandingFrame | None = None
    touched = False
    """A key was acted on: what is shown is what the reader asked for."""
    _typed: deque[events.Event] | None = None

    def begin_on(self, frame: StandingFrame | None) -> None:
        """Wait with frames, where one stands already, and with keys, until `arrive` is called.

        Args:
            frame: What stands on the terminal; None for nothing.
        """
        self.first_frame = frame
        self._standing = frame.rows if frame is not None else None
        self._held = frame is not None
        self._typed = deque()

    @property
    def busy(self) -> bool:
        """What the last key asked for is not there yet."""
        return False

    def on_mount(self) -> None:
        """Arrive in any case."""
        if self._typed is not None:
            self.set_timer(PATIENCE, self.arrive)

    def arrive(self) -> None:
        """The first screen is there: show it, and act on the keys that were typed."""
        self.release()
        if self._typed is not None and not self.touched:
            self.touched = bool(self._typed)
            self.run_worker(self._catch_up())

    def release(self) -> None:
        """Send frames from now on."""
        if self._held:
            self._held = False
            self._send()

    async def on_event(self, event: events.Event) -> None:
        """Let keys wait while it is not their turn."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            waits = not (isinstance(event, events.Key) and event.key == AT_ONCE)
            if self._typed is not None and waits:
                self._typed.append(event)
                return
            self.touched = True
        await super().on_event(event)

    async def _catch_up(self) -> None:
        while self._typed and self.screen_stack:
            event = self._typed.popleft()
            heard = self._hearers()
            await super().on_event(event)
            await self._done(heard)
        self._typed = None

    def _hearers(self) -> list[MessagePump]:
        """Whoever hears of a key: who has the keys, and all that it stands in."""
        return [*(self.focused or self.screen).ancestors_with_self]

    async def all_painted(self) -> None:
        """Wait until what is shown has reached who has the keys, and is painted. For workers only."""
        for screen in self.screen_stack[-1:]:  # none once the program ends
            await self._done(list(reversed(self._hearers())))
            painted = asyncio.Event()
            if screen.call_after_refresh(painted.set):
                with suppress(TimeoutError):  # what ends just now is not painted any more
                    await asyncio.wait_for(painted.wait(), FOR_A_KEY)

    async def _done(self, heard: Sequence[MessagePump]) -> None:
        """Wait until a key was acted on and what it asked for is there."""
        end = monotonic() + FOR_A_KEY
        for pump in (*heard, *heard):  # twice: a key becomes a wish, which goes the same way
            passed = asyncio.Event()
            if pump is not self and pump.call_later(passed.set):
                with suppress(TimeoutError):  # whoever has gone hears nothing any more
                    await asyncio.wait_for(passed.wait(), max(0.0, end - monotonic()))
        while self.busy and monotonic() < end:
            await asyncio.sleep(TICK)
