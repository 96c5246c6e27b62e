"""This process alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wiredesk.build.batch import Batch
from wiredesk.build.engines.engine import Task
from wiredesk.build.parts import Part
from wiredesk.build.progress import Cancel, stop_if_set


@dataclass(frozen=True, slots=True)
class Serial:
    """Works on one batch after the other; nothing can end a batch that takes too long."""

    @property
    def width(self) -> int:
        """1."""
        return 1

    def run(self, batches: Sequence[Batch], task: Task, cancel: Cancel | None) -> Iterator[Part]:
        """See `Engine.run`."""
        if not batches:
            return
        extraction = task.steps()
        for batch in batches:
            stop_if_set(cancel)
            yield task.run(batch, extraction)
