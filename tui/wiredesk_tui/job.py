"""What the program is asked to open."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from wiredesk.store import Index


@dataclass(frozen=True, slots=True)
class Progress:
    """How far indexing has come.

    Attributes:
        stage: What is being done, in a word or two ("reading", "linking").
        done: Files, or articles, that are through with this stage.
        total: All of them; 0 while it is not known.
    """

    stage: str
    done: int
    total: int


OnProgress = Callable[[Progress], None]
OnPartial = Callable[[Index], None]


@dataclass(frozen=True)
class Job:
    """A pile of articles to open.

    Attributes:
        title: What the pile is called on the screen.
        open: Gives the stored index, or None where there is none. Called in a thread.
        build: Brings the index up to date and gives it; tells how far it is, hands on each better index that can
            be read already, and stops early, with what it has, once the event is set. Called in a thread.
            Both may raise `wiredesk.errors.WiredeskError`, whose text is shown.
    """

    title: str
    open: Callable[[], Index | None]
    build: Callable[[OnProgress, OnPartial, Event], Index]
