"""What a build tells while it runs, and how it is stopped."""

from dataclasses import dataclass
from typing import Literal, Protocol

from wiredesk.errors import WiredeskError

Phase = Literal["find", "check", "extract", "link", "write"]
"""Look for files; compare them with the index; find facts in those that changed; bring the facts of
all together; write the index."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is.

    Attributes:
        phase: What is being done.
        done: Files that the phase is done with, of `total`.
        total: Files that the phase has to do; 0 while that is not known.
        articles: Articles so far, those that did not change included.
        refused: Files without an article so far, likewise.
    """

    phase: Phase
    done: int = 0
    total: int = 0
    articles: int = 0
    refused: int = 0


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
