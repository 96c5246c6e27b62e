"""Dask: workers of this machine or of many, who write their parts into one shared folder.

Needs `wiredesk[cluster]`. Batches go out a few at a time; the files that a worker reads, and the folder
that it writes to, are those of a file system that everybody sees under the same names.
"""

import socket
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from queue import Empty, SimpleQueue
from typing import Any, Final, cast

from wiredesk.build.batch import Batch, Extraction, Steps
from wiredesk.build.engines.engine import Task, one_by_one
from wiredesk.build.engines.watch import at_most
from wiredesk.build.parts import Part
from wiredesk.build.progress import Cancel, WorkerFailed, stop_if_set
from wiredesk.errors import ConfigError, StoreError
from wiredesk.read import Found
from wiredesk.store.disk import make_folder

try:
    from dask import config
    from distributed import Client, Future, LocalCluster, get_worker
    from distributed.scheduler import KilledWorker
except ImportError as error:
    raise ConfigError(
        "engine dask: is not installed; pip install 'wiredesk[cluster]', or use another"
    ) from error

_local_cluster: Any = LocalCluster  # its stated types do not know that it is used by `with`

_AHEAD: Final = 3
"""Batches sent out for each thread of the cluster: one at work, one waiting, one for news that is late."""

_CANCEL_SECONDS: Final = 0.1
"""How long a wish to stop may go unseen while no batch is ready."""

_CONNECT_SECONDS: Final = 10
"""A scheduler that does not answer in this time is not there."""

_DEATHS: Final = 1
"""A batch that has ended so many workers is not sent out again as it is; Dask's own 3 would cost each
restart three times, and then the files of the batch are tried one by one all the same."""

_KILLED: Final = (
    "ended every worker that read it (killed, or it took longer than any file of its size should); "
    "split the file, or leave it out"
)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Workers of a Dask cluster.

    A batch whose worker is lost goes to another one; when it is lost there too, its files are tried one
    by one with nothing beside them, and one that ends its workers is refused.

    Attributes:
        scheduler: Address of a running scheduler, "tcp://host:8786"; None: a cluster of its own on
            this machine, for this run.
        workers: How many workers a cluster of its own has.
        separate: Whether these are processes; otherwise they are threads of this one.
    """

    scheduler: str | None = None
    workers: int = 1
    separate: bool = True

    @property
    def width(self) -> int:
        """Of a cluster of its own, its workers; of another one that is not known before it answers."""
        return self.workers

    def run(self, batches: Sequence[Batch], task: Task, cancel: Cancel | None) -> Iterator[Part]:
        """See `Engine.run`; a scheduler that does not answer is a `ConfigError`."""
        if not batches:
            return
        expected = task.signature()
        if task.folder is not None:
            make_folder(task.folder)
            task = replace(task, folder=task.folder.absolute())
        with self._client() as client:
            lost: list[Batch] = []
            for batch, part in _answers(client, batches, task, expected, cancel, ahead=_AHEAD):
                if part is None:
                    lost.append(batch)
                else:
                    yield part
            # Whatever waits for a worker that dies counts as what may have killed it, so: one at a time.
            for batch, part in _answers(client, one_by_one(lost), task, expected, cancel, ahead=None):
                yield task.refuse(batch, _KILLED) if part is None else part

    @contextmanager
    def _client(self) -> "Generator[Client, None, None]":
        if self.scheduler is not None:
            try:
                client = Client(self.scheduler, timeout=_CONNECT_SECONDS, set_as_default=False)
            except (OSError, TimeoutError, ValueError) as error:
                raise ConfigError(
                    f"--scheduler {self.scheduler}: nobody answers there ({error}); "
                    "start one with dask scheduler"
                ) from error
            with client:
                yield client
            return
        settings = {"distributed.scheduler.allowed-failures": _DEATHS}
        with (
            config.set(settings),
            _local_cluster(
                n_workers=self.workers,
                threads_per_worker=1,
                processes=self.separate,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                silence_logs=50,
            ) as cluster,
            Client(cluster, set_as_default=False) as client,
        ):
            yield client


def _answers(
    client: "Client",
    batches: Sequence[Batch],
    task: Task,
    expected: str,
    cancel: Cancel | None,
    *,
    ahead: int | None,
) -> Iterator[tuple[Batch, Part | None]]:
    """Each batch with its part; without one where it ended its workers.

    Args:
        ahead: Batches sent out for each thread; None: one batch in the whole cluster.
    """
    ready: SimpleQueue[Future[Part]] = SimpleQueue()
    waiting: dict[str, tuple[Future[Part], Batch]] = {}
    todo = iter(batches)
    more = True
    try:
        while more or waiting:
            stop_if_set(cancel)
            while more and len(waiting) < (ahead * _threads_of(client) if ahead else 1):
                batch = next(todo, None)
                if batch is None:
                    more = False
                    break
                future: Future[Part] = client.submit(
                    work_on,
                    tuple(map(_anywhere, batch)),
                    task,
                    expected,
                    task.limit(batch),
                    pure=False,
                    retries=0,
                )
                waiting[str(future.key)] = (future, batch)
                future.add_done_callback(ready.put)
            try:
                done = ready.get(timeout=_CANCEL_SECONDS)
            except Empty:
                continue
            _, batch = waiting.pop(str(done.key))
            yield batch, _part_of(done)
            done.release()
    finally:
        client.cancel([future for future, _ in waiting.values()], reason="the build ended")


def _anywhere(found: Found) -> Found:
    """The same file, told without the folder that this process stands in."""
    return replace(found, file=found.file.absolute())


def _threads_of(client: "Client") -> int:
    """Threads of the whole cluster, which may grow; 1 while it has no worker yet."""
    return max(1, sum(cast("dict[str, int]", client.nthreads()).values()))


def _part_of(future: "Future[Part]") -> Part | None:
    """What a batch came to; None where it ended its workers.

    Raises:
        StoreError: it cannot be kept.
        WorkerFailed: a worker does not see the files, or has another version, or met a defect.
    """
    error = cast("BaseException | None", future.exception())
    if error is None:
        return future.result()
    if isinstance(error, KilledWorker):
        return None
    if isinstance(error, StoreError | ConfigError):
        raise error
    raise WorkerFailed(f"a worker of the cluster failed: {type(error).__name__}: {error}") from error


def work_on(batch: Batch, task: Task, expected: str, limit: float | None) -> Part:
    """What a worker does: one batch, after looking whether it works in the same house.

    Args:
        expected: The signature of whoever sent the batch: facts of another version must not be mixed.
        limit: Seconds after which the worker is to end, if somebody is there to start it again.

    Raises:
        ConfigError: it has another version, or does not see the files or the folder for the parts.
        StoreError: the part cannot be written.
    """
    where = socket.gethostname()
    if task.signature() != expected:
        raise ConfigError(
            f"worker on {where}: has another version of wiredesk, its data or its libraries; install the same"
        )
    for folder in {found.file.parent for found in batch if found.data is None}:
        if not folder.is_dir():
            raise ConfigError(
                f"{folder}: is not seen by the worker on {where}; let all share it under one name"
            )
    if task.folder is not None and not task.folder.is_dir():
        raise ConfigError(
            f"{task.folder}: is not seen by the worker on {where}; keep the index where all see it (--store)"
        )
    with at_most(limit if _is_restarted() else None):
        return task.run(batch, _extraction(task.steps))


def _is_restarted() -> bool:
    """Whether this is a worker that somebody starts again when it ends."""
    try:
        return getattr(get_worker(), "nanny", None) is not None
    except ValueError:  # not in a worker's thread
        return False


@cache
def _extraction(steps: Steps) -> Extraction:
    return steps()
