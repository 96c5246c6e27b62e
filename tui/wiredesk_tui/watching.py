"""An open desk that goes on with what comes in: in a thread, and told by messages."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import Final

from textual.message import Message

from wiredesk.store import Index
from wiredesk_tui.job import OnPartial, OnProgress, Progress, Watch
from wiredesk_tui.wishes import Say

QUIET: Final = 3.0
"""Seconds of work on what has come in before progress is shown: most updates are done by then, and what is
not shown costs the line nothing."""


@dataclass
class Updated(Message):
    """The pile has changed: there is another index.

    Attributes:
        index: The one to go on with.
        note: What is different in it, in words; "" for nothing worth a word.
        last: Nothing is being worked on any more; else more is to come.
    """

    index: Index
    note: str
    last: bool = True


@dataclass
class Idle(Message):
    """What was worked on is done, whether anything came of it or not."""


def keep(
    watch: Watch,
    arrived: Callable[[Index], object],
    post: Callable[[Message], object],
    on_progress: OnProgress,
    on_partial: OnPartial,
    cancel: Event,
) -> None:
    """Bring an index up to date, then hand on each next one, until cancelled.

    Args:
        watch: As in `wiredesk_tui.job.Job`.
        arrived: Takes the first index.
        post: Hands a message to the screen.
        on_progress: Told of all progress up to the first index, and of long work afterwards.
        on_partial: Takes what can be read of the first index already; of later ones, that is posted.
        cancel: Set to stop.

    Raises:
        WiredeskError: the first index cannot be made.
    """
    later, opened = Later(on_progress), False

    def on_part(index: Index) -> None:
        if opened:
            post(Updated(index, "", last=False))
        else:
            on_partial(index)

    for index, note in watch(later.tell, on_part, lambda text: post(Say(text)), cancel):
        if cancel.is_set():
            return
        if opened:
            post(Updated(index, note))
        else:
            arrived(index)
            later.begin(lambda: post(Idle()))
            opened = True


class Later:
    """Hands progress on: at first all of it, once the desk is open only that of long work."""

    def __init__(self, on_progress: OnProgress, clock: Callable[[], float] = monotonic) -> None:
        self._on_progress, self._clock = on_progress, clock
        self._idle: Callable[[], object] | None = None
        self._since: float | None = None
        self._shown = False

    def begin(self, idle: Callable[[], object]) -> None:
        """From now on be quiet about short work; `idle` is called when long work is done."""
        self._idle = idle

    def tell(self, progress: Progress | None) -> None:
        """Take a step of the work; None: it is done."""
        if self._idle is None:
            if progress is not None:
                self._on_progress(progress)
            return
        if progress is None:
            if self._shown:
                self._idle()
            self._since, self._shown = None, False
            return
        now = self._clock()
        self._since = now if self._since is None else self._since
        if now - self._since >= QUIET:
            self._shown = True
            self._on_progress(progress)
