"""Cut the work into batches and run them: in this process, or in several of their own."""

import os
import sys
from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final

from wiredesk.build.batch import Batch, Steps, extract_batch
from wiredesk.build.facts import Facts
from wiredesk.build.pool import in_processes
from wiredesk.build.progress import Cancel, stop_if_set
from wiredesk.read import Found

_BATCH_FILES: Final = 50
"""Files of a batch at most: about a second of work, so that progress moves and little is lost by a kill."""

_FIRST_FILES: Final = 8
"""Files of each process's first batch: something to read should be there before a second has passed."""

_BATCH_BYTES: Final = 2**21
"""Bytes of a batch at most, or one file: for mailboxes and dumps that hold thousands of articles."""

_ROUNDS: Final = 4
"""Batches for each process at least, so that none is idle for long at the end."""

_HANDFUL: Final = 60
"""Up to so many files (a second of work), starting processes costs more than it brings."""

_DEFAULT_PROCESSES: Final = 2
"""The second process brings 1.9 times the pace; a machine that others use should keep the rest."""


def processes_for(files: int, wanted: int | None) -> int:
    """How many worker processes to use for so many files; 0 stands for this process alone.

    Args:
        wanted: What the user asked for, at least 0; None: not more than the machine has cores for.
    """
    if wanted is not None:
        return min(wanted, files)
    if files <= _HANDFUL or not sys.executable or _cores() < _DEFAULT_PROCESSES:
        return 0
    return _DEFAULT_PROCESSES


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def batches_of(founds: Sequence[Found], processes: int) -> list[Batch]:
    """Cut files into batches, in their order."""
    most = max(1, min(_BATCH_FILES, ceil(len(founds) / (_ROUNDS * max(1, processes)))))
    batches: list[Batch] = []
    batch: list[Found] = []
    room = _BATCH_BYTES
    for found in founds:
        size = size_of(found)
        full = most if len(batches) >= max(1, processes) else min(most, _FIRST_FILES)
        if batch and (len(batch) == full or size > room):
            batches.append(tuple(batch))
            batch, room = [], _BATCH_BYTES
        batch.append(found)
        room -= size
    return [*batches, tuple(batch)] if batch else batches


def size_of(found: Found) -> int:
    """Bytes of a found file; 0 where it cannot be told."""
    if found.data is not None:
        return len(found.data)
    try:
        return found.file.stat().st_size
    except (OSError, ValueError):  # reading it will tell why
        return 0


def run_batches(
    batches: Sequence[Batch], steps: Steps, processes: int, cancel: Cancel | None
) -> Iterator[Facts]:
    """The facts of each batch, in whichever order they are ready.

    Args:
        processes: How many worker processes; 0: this process works alone.

    Raises:
        Cancelled: it was asked for.
        WorkerFailed: a defect of the program ended a worker.
    """
    return in_processes(batches, steps, processes, cancel) if processes else _here(batches, steps, cancel)


def _here(batches: Sequence[Batch], steps: Steps, cancel: Cancel | None) -> Iterator[Facts]:
    if not batches:
        return
    extraction = steps()
    for batch in batches:
        stop_if_set(cancel)
        yield extract_batch(batch, extraction)
