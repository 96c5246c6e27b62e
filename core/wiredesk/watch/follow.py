"""An index that is kept up to date: whenever something changes, the next one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Event
from typing import Final

from wiredesk.errors import StoreLockedError, WiredeskError
from wiredesk.store import Index
from wiredesk.watch.changes import Changes, changes_between
from wiredesk.watch.lookout import Lookout, Stir

LOCKED: Final = 2.0
"""Seconds between two tries while another process writes the index: the system does not tell when it ends."""
PATIENT: Final = 2
"""Tries in a row that may find another writer before it is worth a word: where two processes follow the same
files, one of them always finds the other at work, and has the index a moment later."""
AGAIN: Final = 30.0
"""Seconds until what failed is tried again though nothing has changed: a disk may have room by then."""


@dataclass(frozen=True, eq=False, slots=True)
class Update:
    """The next index, and what is different in it."""

    index: Index
    changes: Changes


def follow(
    first: Index,
    lookout: Lookout,
    stop: Event,
    *,
    build: Callable[[], Index] | None,
    reopen: Callable[[], Index],
    on_told: Callable[[str], object],
    owed: Stir | None = None,
    locked: float = LOCKED,
    again: float = AGAIN,
) -> Iterator[Update]:
    """Hand on a new index whenever files or the store have changed, until stopped.

    Where another process is writing the index, it is waited for, and told if that takes long. What fails
    otherwise is told, and tried again when something changes or after a while; the index before stays good.

    Args:
        first: What is known already.
        lookout: Tells of changes; open.
        stop: Set to stop; then `build` may end with any error.
        build: Brings the index up to date with the files; None: somebody else does.
        reopen: Opens the index of the store as it stands.
        on_told: Called with what a person should know.
        owed: What is to be looked at right away.
        locked: See `LOCKED`.
        again: See `AGAIN`.
    """
    known, told, tries = first, "", 0
    while not stop.is_set():
        stir = owed or lookout.wait()
        if stir is None:
            break
        try:
            if stir.files:
                stir = lookout.settled(stir)
            index = build() if stir.files and build is not None else reopen()
        except WiredeskError as error:
            if stop.is_set():
                break
            is_locked = isinstance(error, StoreLockedError)
            tries = tries + 1 if is_locked else 0
            if str(error) != told and not 0 < tries <= PATIENT:
                told = str(error)
                on_told(told)
            wait = locked if is_locked else again
            owed = stir | (lookout.wait(wait) or Stir())
            continue
        owed, told, tries = None, "", 0
        if index.generation and index.generation == known.generation:
            continue
        changes = changes_between(known, index)
        known = index
        yield Update(index, changes)
