"""How an index comes to the screen: as it is stored, while it grows, and as it is when all is done."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import Final

from wiredesk.errors import StoreLockedError, WiredeskError
from wiredesk.store import Index
from wiredesk_tui.job import Job, Progress, Watch
from wiredesk_tui.watching import keep
from wiredesk_tui.work import Failed, Indexed, Post, Progressed, Unstored

UNSHOWN: Final = 5.0
"""Seconds after which an index is brought up to date even if the stored one is not shown yet."""

SCREENFUL: Final = 20
"""Articles below which the beginning of an index is not shown: so few are all there within seconds."""
PATIENCE: Final = 8
"""Reports of progress for one state of an index that has not doubled: about as many bytes as a pane takes."""


@dataclass
class Growth:
    """Which states of a growing index are shown: each means that a whole pane is painted anew.

    Attributes:
        articles: How many the state has that was shown last.
        at: When that was, in seconds.
    """

    articles: int = 0
    at: float = 0.0

    def worth(self, articles: int, now: float, between: float) -> bool:
        """Whether to show a state, which is noted as done.

        Args:
            articles: How many it has.
            now: Seconds of a clock that only goes forward.
            between: Seconds between two reports of progress, as the line wants.
        """
        if articles < SCREENFUL or (articles < 2 * self.articles and now - self.at < PATIENCE * between):
            return False
        self.articles, self.at = articles, now
        return True


def load(job: Job, post: Post, cancel: Event, shown: Event, between: Callable[[], float]) -> None:
    """Open the stored index, then bring it up to date, handing on whatever can be shown.

    It is brought up to date once it is shown: what finds facts takes long to be loaded.

    Args:
        job: What to open.
        post: Hands a message to the screen.
        cancel: Set to stop.
        shown: Set when the stored index is shown.
        between: Gives the seconds between two reports of progress: it hangs on the line, and may change.
    """
    told, phase = 0.0, ""
    showing = Growth()

    def on_progress(progress: Progress) -> None:
        nonlocal told, phase
        now = monotonic()
        if progress.phase != phase or progress.done == progress.total or now - told >= between():
            told, phase = now, progress.phase
            post(Progressed(progress))

    def on_partial(partial: Index) -> None:
        if showing.worth(partial.articles.height, monotonic(), between()):
            post(Indexed(partial))

    try:
        stored = job.open()
        post(Indexed(stored) if stored is not None else Unstored())
        if stored is not None:
            shown.wait(UNSHOWN)
    except WiredeskError as error:
        post(Failed(str(error)))
    if cancel.is_set():
        return

    def arrived(index: Index) -> None:
        if not cancel.is_set():
            post(Indexed(index, last=True))

    try:
        watch = job.watch or _built(job, lambda: arrived(job.build(on_progress, on_partial, cancel)))
        if watch is not None:
            keep(watch, arrived, post, on_progress, on_partial, cancel)
    except WiredeskError as error:
        if not cancel.is_set():
            post(Failed(str(error)))


def _built(job: Job, build: Callable[[], None]) -> Watch | None:
    """Build; where somebody else is at it just now, give what shows what comes of that."""
    try:
        build()
    except StoreLockedError:
        if job.join is None:
            raise
        return job.join
    return None
