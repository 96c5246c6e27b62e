"""What the program is asked to open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from wiredesk.desk import Desk
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
OnNote = Callable[[str], object]
Watch = Callable[[Callable[[Progress | None], None], OnPartial, OnNote, Event], Iterator[tuple[Index, str]]]


@dataclass(frozen=True)
class Job:
    """A pile of articles to open.

    Attributes:
        title: What the pile is called on the screen.
        open: Gives the stored index, or None where there is none. Called in a thread.
        build: Brings the index up to date and gives it; tells how far it is, hands on each better index
            that can be read already, and stops early once the event is set. Called in a thread.
            Both may raise `wiredesk.errors.WiredeskError`, whose text is shown.
        watch: In place of `build`, where the pile is to be watched: gives the index brought up to date and,
            each time something has changed, the next one with what has changed in words, until the event is
            set. Progress of None says that work is done. Called in a thread; only the first may fail.
        join: In place of `build`, where another process is just writing the index: as `watch`, and the first
            index is what is stored.
        desk: The reader's own work on the pile; None: nothing is kept.
    """

    title: str
    open: Callable[[], Index | None]
    build: Callable[[OnProgress, OnPartial, Event], Index]
    watch: Watch | None = None
    desk: Desk | None = None
    join: Watch | None = None
