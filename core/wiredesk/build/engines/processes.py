"""Several worker processes at once, and what becomes of files on which a worker dies or never ends."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import IO, Any, Final

from wiredesk.build.batch import Batch
from wiredesk.build.engines.engine import Task, one_by_one
from wiredesk.build.engines.worker import OUT_OF_MEMORY, READY
from wiredesk.build.parts import Part
from wiredesk.build.progress import Cancel, WorkerFailed, stop_if_set
from wiredesk.errors import StoreError

_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]); "
    "from wiredesk.build.engines.worker import main; main()"
)
_ONE_THREAD: Final = {
    "POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
}  # fmt: skip
"""The processes share the cores among themselves; threads of each would only get in each other's way."""

_CANCEL_SECONDS: Final = 0.1
"""How long a wish to stop, or a batch that takes too long, may go unseen while all workers are busy."""

_ERROR_BYTES: Final = 20_000


@dataclass(frozen=True, slots=True)
class _Lost:
    """A batch whose worker ended without an answer."""

    batch: Batch
    reason: str
    took_too_long: bool


@dataclass(slots=True)
class _Worker:
    process: "subprocess.Popen[bytes]"
    channel: "Connection[Any, Any]"
    errors: IO[bytes]
    is_ready: bool = False
    batch: Batch = field(default=())
    given_up: float | None = None
    """When it has had its batch for too long, by the clock of `time.monotonic`."""
    too_long: str = ""

    def give(self, batch: Batch, limit: float | None) -> None:
        self.batch = batch
        self.given_up = None if limit is None else time.monotonic() + limit
        self.tell(batch)

    def end_if_too_long(self) -> None:
        """End it when it has had its batch for longer than it may."""
        if self.given_up is not None and time.monotonic() > self.given_up:
            self.too_long = (
                "took longer to read than any file of its size should; split the file, or leave it out"
            )
            self.process.kill()

    def tell(self, message: object) -> None:
        try:
            self.channel.send(message)
        except (BrokenPipeError, ConnectionResetError):
            return  # it has died: reading its answer will tell

    def post_mortem(self) -> str:
        """Why a worker that closed its end did so, in words.

        Raises:
            WorkerFailed: a defect ended it, or it never came so far as to work.
        """
        status = self.process.wait()
        if self.too_long:
            return self.too_long
        self.errors.seek(0, os.SEEK_END)
        self.errors.seek(max(0, self.errors.tell() - _ERROR_BYTES))
        said = self.errors.read().decode("utf-8", "replace").strip()
        was_killed = status < 0 or status == OUT_OF_MEMORY
        if not (self.is_ready and was_killed):
            raise WorkerFailed(f"a worker process ended with status {status}\n{said}".strip())
        cause = "out of memory" if status == OUT_OF_MEMORY else f"killed by signal {-status}"
        return f"ended the process that read it ({cause}); split the file, free some memory, or leave it out"


@dataclass(frozen=True, slots=True)
class Processes:
    """Worker processes of this machine, started for one run.

    A batch whose worker is killed (by the system when memory runs out, by a fault in a library, here
    when it takes too long) is tried again file by file, one at a time; a file that ends its worker once
    more is refused.

    Attributes:
        count: How many there are, at least 1.
    """

    count: int

    @property
    def width(self) -> int:
        """As many as there are."""
        return self.count

    def run(self, batches: Sequence[Batch], task: Task, cancel: Cancel | None) -> Iterator[Part]:
        """See `Engine.run`."""
        lost: list[Batch] = []
        for outcome in _answers(batches, task, self.count, cancel):
            if not isinstance(outcome, _Lost):
                yield outcome
            elif outcome.took_too_long and len(outcome.batch) == 1:
                yield task.refuse(outcome.batch, outcome.reason)  # it would take as long again
            else:
                lost.append(outcome.batch)
        for outcome in _answers(one_by_one(lost), task, 1, cancel):
            yield task.refuse(outcome.batch, outcome.reason) if isinstance(outcome, _Lost) else outcome


def _answers(
    batches: Sequence[Batch], task: Task, count: int, cancel: Cancel | None
) -> Iterator[Part | _Lost]:
    todo = deque(batches)
    with ExitStack() as stack:
        workers: dict[object, _Worker] = {}
        while todo or workers:
            stop_if_set(cancel)
            while len(workers) < min(
                count, len(todo) + sum(bool(worker.batch) for worker in workers.values())
            ):
                worker = stack.enter_context(_hired(task))
                workers[worker.channel] = worker
            for worker in workers.values():
                worker.end_if_too_long()
            for channel in wait([worker.channel for worker in workers.values()], timeout=_CANCEL_SECONDS):
                worker = workers[channel]
                answered, had = _answer(worker), worker.batch
                if answered is None:
                    del workers[channel]
                    yield _Lost(had, worker.post_mortem(), bool(worker.too_long))
                    continue
                # The next batch goes out before the answer is passed on, which may take its time.
                if todo:
                    batch = todo.popleft()
                    worker.give(batch, task.limit(batch))
                else:
                    del workers[channel]
                if isinstance(answered, Part):
                    yield answered
                elif isinstance(answered, StoreError):
                    raise answered


def _answer(worker: _Worker) -> object:
    """What a worker says; None when it has ended."""
    try:
        answer = worker.channel.recv()
    except (EOFError, OSError):  # OSError: it ended in the middle of its answer
        return None
    worker.is_ready = worker.is_ready or answer == READY
    return answer


@contextmanager
def _hired(task: Task) -> Generator[_Worker, None, None]:
    near, far = socket.socketpair()
    channel: Connection[Any, Any] = Connection(near.detach())
    with far, channel, tempfile.TemporaryFile() as errors:
        command = [sys.executable, "-c", _START, str(far.fileno()), json.dumps(sys.path)]
        process = subprocess.Popen(  # noqa: S603 - this very Python, with code of this file
            command,
            pass_fds=[far.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=os.environ | _ONE_THREAD,
            process_group=0,  # Ctrl-C at the terminal is for the parent
        )
        far.close()  # or its end would never be seen
        try:
            worker = _Worker(process, channel, errors)
            worker.tell(task)
            yield worker
        finally:
            process.kill()
            process.wait()
