"""Several worker processes at once, and what becomes of files on which a worker dies."""

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import IO, Any, Final

from wiredesk.build.batch import Batch, Steps, refused_batch
from wiredesk.build.facts import Facts
from wiredesk.build.progress import Cancel, WorkerFailed, stop_if_set
from wiredesk.build.worker import OUT_OF_MEMORY, READY

_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]); from wiredesk.build.worker import main; main()"
)
_ONE_THREAD: Final = {
    "POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
}  # fmt: skip
"""The processes share the cores among themselves; threads of each would only get in each other's way."""

_CANCEL_SECONDS: Final = 0.1
"""How long a wish to stop may go unseen while all workers are busy."""

_ERROR_BYTES: Final = 20_000


@dataclass(frozen=True, slots=True)
class _Lost:
    """A batch whose worker ended without an answer."""

    batch: Batch
    reason: str


@dataclass(slots=True)
class _Worker:
    process: "subprocess.Popen[bytes]"
    channel: "Connection[Any, Any]"
    errors: IO[bytes]
    is_ready: bool = False
    batch: Batch = field(default=())

    def give(self, batch: Batch) -> None:
        self.batch = batch
        self.tell(batch)

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
        self.errors.seek(0, os.SEEK_END)
        self.errors.seek(max(0, self.errors.tell() - _ERROR_BYTES))
        said = self.errors.read().decode("utf-8", "replace").strip()
        was_killed = status < 0 or status == OUT_OF_MEMORY
        if not (self.is_ready and was_killed):
            raise WorkerFailed(f"a worker process ended with status {status}\n{said}".strip())
        cause = "out of memory" if status == OUT_OF_MEMORY else f"killed by signal {-status}"
        return f"ended the process that read it ({cause}); split the file, free some memory, or leave it out"


def in_processes(
    batches: Sequence[Batch], steps: Steps, count: int, cancel: Cancel | None
) -> Iterator[Facts]:
    """Work on batches in several processes.

    A batch whose worker is killed (by the system when memory runs out, by a fault in a library) is
    tried again file by file, one at a time; a file that ends its worker once more is refused.

    Returns:
        The facts of each batch, in whichever order they are ready.

    Raises:
        Cancelled: it was asked for.
        WorkerFailed: a defect of the program ended a worker.
    """
    suspects: list[Batch] = []
    for outcome in _answers(batches, steps, count, cancel):
        if isinstance(outcome, _Lost):
            suspects += [(found,) for found in outcome.batch]
        else:
            yield outcome
    for outcome in _answers(suspects, steps, 1, cancel):
        yield refused_batch(outcome.batch, outcome.reason) if isinstance(outcome, _Lost) else outcome


def _answers(
    batches: Sequence[Batch], steps: Steps, count: int, cancel: Cancel | None
) -> Iterator[Facts | _Lost]:
    todo = deque(batches)
    with ExitStack() as stack:
        workers: dict[object, _Worker] = {}
        while todo or workers:
            stop_if_set(cancel)
            while len(workers) < min(
                count, len(todo) + sum(bool(worker.batch) for worker in workers.values())
            ):
                worker = stack.enter_context(_hired(steps))
                workers[worker.channel] = worker
            for channel in wait([worker.channel for worker in workers.values()], timeout=_CANCEL_SECONDS):
                worker = workers[channel]
                answered, had = _answer(worker), worker.batch
                if answered is None:
                    del workers[channel]
                    yield _Lost(had, worker.post_mortem())
                    continue
                # The next batch goes out before the answer is passed on, which may take its time.
                if todo:
                    worker.give(todo.popleft())
                else:
                    del workers[channel]
                if isinstance(answered, Facts):
                    yield answered


def _answer(worker: _Worker) -> object:
    """What a worker says; None when it has ended."""
    try:
        answer = worker.channel.recv()
    except (EOFError, OSError):  # OSError: it ended in the middle of its answer
        return None
    worker.is_ready = worker.is_ready or answer == READY
    return answer


@contextmanager
def _hired(steps: Steps) -> Generator[_Worker, None, None]:
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
            worker.tell(steps)
            yield worker
        finally:
            process.kill()
            process.wait()
