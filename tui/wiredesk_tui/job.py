"""What the program is asked to open."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from wiredesk.store import Index


class Progress(Protocol):
    """How far indexing has come, as `wiredesk.build` tells it: what is being done, and how much of it is."""

    @property
    def phase(self) -> str:
        """What is being done, in a word."""
        ...

    @property
    def done(self) -> int:
        """Files that are through with it."""
        ...

    @property
    def total(self) -> int:
        """All of them; 0 while it is not known."""
        ...


OnProgress = Callable[[Progress], None]
OnPartial = Callable[[Index], None]


@dataclass(frozen=True)
class Job:
    """A pile of articles to open.

    Attributes:
        title: What the pile is called on the screen.
        open: Gives the stored index, or None where there is none. Called in a thread.
        build: Brings the index up to date and gives it; tells how far it is, hands on each better index
            that can be read already, and stops early once the event is set. Called in a thread.
            Both may raise `wiredesk.errors.WiredeskError`, whose text is shown.
    """

    title: str
    open: Callable[[], Index | None]
    build: Callable[[OnProgress, OnPartial, Event], Index]
