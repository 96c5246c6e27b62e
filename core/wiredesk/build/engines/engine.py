"""What all engines have in common: the one task that they run, and how they are asked to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from wiredesk.build.batch import Batch, Extraction, Steps, extract_batch, refused_batch
from wiredesk.build.engines.batches import size_of
from wiredesk.build.parts import Part, keep
from wiredesk.build.progress import Cancel

_SECONDS: Final = 60.0
"""Any batch may take as long: some sixty times what fifty articles take at the slowest methods."""

_SECONDS_PER_BYTE: Final = 1e-4
"""And as much for each byte more: a mailbox holds thousands of articles. Even the slowest methods, on
a machine with twice as many processes as cores, do a hundred kilobytes in a second, ten times as much."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is done to every batch, wherever that is; it can be sent to another process or machine.

    Attributes:
        steps: Gives the steps from a file to its facts; called once in each process.
        folder: Where the parts are kept, seen by everybody who works; None: they are held in memory.
        signature: Gives the digest of all that the facts depend on, where it is called.
        seconds: Seconds that a batch of no bytes may take; None: as long as it likes.
    """

    steps: Steps
    folder: Path | None
    signature: Callable[[], str]
    seconds: float | None = _SECONDS

    def run(self, batch: Batch, extraction: Extraction) -> Part:
        """Find the facts of some files and keep them.

        Raises:
            StoreError: the part cannot be written.
        """
        return keep(self.folder, extract_batch(batch, extraction))

    def refuse(self, batch: Batch, reason: str) -> Part:
        """Keep of some files why they could not be worked on.

        Raises:
            StoreError: the part cannot be written.
        """
        return keep(self.folder, refused_batch(batch, reason))

    def limit(self, batch: Batch) -> float | None:
        """Seconds after which a batch is given up: its files are tried one by one, then refused."""
        if self.seconds is None:
            return None
        return self.seconds + _SECONDS_PER_BYTE * sum(map(size_of, batch))


class Engine(Protocol):
    """Runs a task on batches."""

    @property
    def width(self) -> int:
        """How many batches it works on at once, at least 1."""
        ...

    def run(self, batches: Sequence[Batch], task: Task, cancel: Cancel | None) -> Iterator[Part]:
        """The part of each batch, in whichever order they are ready.

        Raises:
            Cancelled: it was asked for.
            StoreError: a part cannot be written.
            WorkerFailed: a defect of the program, or of how the cluster is set up, ended a worker.
        """
        ...


def one_by_one(batches: Sequence[Batch]) -> list[Batch]:
    """The files of some batches as batches of their own."""
    return [(found,) for batch in batches for found in batch]
