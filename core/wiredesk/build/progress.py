"""What a build tells while it runs, and how it is stopped."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from wiredesk.errors import WiredeskError

Phase = Literal["find", "check", "extract", "link", "write"]
"""Look for files; compare them with the index; find facts in those that changed; bring the facts of
all together; write the index."""

_SETTLED: Final = 2.0
"""Seconds after which a pace is told: the first second loads models and starts processes."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is.

    Attributes:
        phase: What is being done.
        done: Files that the phase is done with, of `total`.
        total: Files that the phase has to do; 0 while that is not known.
        articles: Articles so far, those that did not change included.
        refused: Files without an article so far, likewise.
        rate: Files that the phase does in a second; None while that is not known.
        left: Seconds that the phase will take still at that rate; None while that is not known.
    """

    phase: Phase
    done: int = 0
    total: int = 0
    articles: int = 0
    refused: int = 0
    rate: float | None = None
    left: float | None = None


class Cancel(Protocol):
    """Something that can be asked whether to stop; `threading.Event` is one."""

    def is_set(self) -> bool:
        """Whether to stop."""
        ...


class Cancelled(WiredeskError):
    """The build was stopped on request; the old index stays, and what was done is kept for the next time."""


class WorkerFailed(RuntimeError):
    """A worker process met a defect of the program; the text ends with its traceback."""


def stop_if_set(cancel: Cancel | None) -> None:
    """Stop here when asked to.

    Raises:
        Cancelled: the reader of the news asked for it.
    """
    if cancel is not None and cancel.is_set():
        raise Cancelled("indexing: stopped before it was done; index again to go on from here")


@dataclass(slots=True)
class Pace:
    """How fast the phase goes that is at work: files done since it began, by the seconds since then.

    What an index already held is done when a phase begins, so it does not count.

    Attributes:
        clock: Gives seconds that only grow.
    """

    clock: Callable[[], float] = time.monotonic
    _phase: Phase | None = None
    _since: float = 0.0
    _first: int = 0

    def told(self, phase: Phase, done: int, total: int) -> tuple[float | None, float | None]:
        """Files a second and the seconds that are left, or None for both while nobody can tell."""
        now = self.clock()
        if phase != self._phase:
            self._phase, self._since, self._first = phase, now, done
        took, finished = now - self._since, done - self._first
        if took < _SETTLED or finished <= 0:
            return None, None
        rate = finished / took
        return rate, max(0, total - done) / rate
