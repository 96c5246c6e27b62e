"""Cut the work into batches."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from wiredesk.build.batch import Batch
from wiredesk.read import Found

_BATCH_FILES: Final = 50
"""Files of a batch at most: about a second of work, so that progress moves and little is lost by a kill."""

_FIRST_FILES: Final = 8
"""Files of each process's first batch: something to read should be there before a second has passed."""

_BATCH_BYTES: Final = 2**21
"""Bytes of a batch at most, or one file: for mailboxes and dumps that hold thousands of articles."""

_ROUNDS: Final = 4
"""Batches for each process at least, so that none is idle for long at the end."""


def batches_of(founds: Sequence[Found], width: int) -> list[Batch]:
    """Cut files into batches, in their order, for an engine that works on `width` of them at once."""
    most = max(1, min(_BATCH_FILES, ceil(len(founds) / (_ROUNDS * width))))
    batches: list[Batch] = []
    batch: list[Found] = []
    room = _BATCH_BYTES
    for found in founds:
        size = size_of(found)
        full = most if len(batches) >= width else min(most, _FIRST_FILES)
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
