"""Dask: workers of this machine or of many, who write their parts into one shared folder.

Needs `wiredesk[cluster]`. Batches go out a few at a time; the files that a worker reads, and the folder
that it writes to, are those of a file system that everybody sees under the same names.
"""

import socket
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from typing import Any, Final, cast

from wiredesk.build.batch import Batch, Extraction
from wiredesk.build.engines.engine import Task, one_by_one
from wiredesk.build.engines.processes import Processes
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

_ALONE_SECONDS: Final = 60
"""A worker that has died is started again in a few seconds, on a busy machine in some tens."""

_DEATHS: Final = 0
"""How often a batch that has ended a worker of a cluster of its own goes out again: its files are tried one
by one all the same. A running scheduler has a rule of its own (3)."""

_loaded: Final[dict[tuple[str, int], Extraction]] = {}
"""Steps by signature and thread."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Workers of a Dask cluster.

    A batch whose worker is lost goes to another one; when that is lost too, its files are tried one by one
    in a process beside this one, and one that ends it is refused.

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
        lost: list[Batch] = []
        if task.folder is not None:
            make_folder(task.folder)
            task = replace(task, folder=task.folder.absolute())
        with self._client() as client:
            for batch, part in _answers(client, batches, task, expected, cancel):
                if part is None:
                    lost.append(batch)
                else:
                    yield part
        yield from Processes(1).run(one_by_one(lost), task, cancel)

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
    client: "Client", batches: Sequence[Batch], task: Task, expected: str, cancel: Cancel | None
) -> Iterator[tuple[Batch, Part | None]]:
    """Each batch with its part; without one where it ended its workers."""
    ready: SimpleQueue[Future[Part]] = SimpleQueue()
    waiting: dict[str, tuple[Future[Part], Batch]] = {}
    todo = iter(batches)
    more, alone = True, None
    try:
        while more or waiting:
            stop_if_set(cancel)
            while more and len(waiting) < _AHEAD * _threads_of(client):
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
                alone = _seconds_alone(client, alone)
                continue
            _, batch = waiting.pop(str(done.key))
            yield batch, _part_of(done)
            done.release()
    finally:
        client.cancel([future for future, _ in waiting.values()], reason="the build ended")


def _seconds_alone(client: "Client", since: float | None) -> float | None:
    """Since when the cluster has had no worker; None: it has one.

    Raises:
        WorkerFailed: for so long that none will come.
    """
    if client.nthreads():
        return None
    now = time.monotonic()
    if since is not None and now - since > _ALONE_SECONDS:
        raise WorkerFailed(
            f"the cluster has had no worker for {_ALONE_SECONDS} s; start some and index again"
        )
    return now if since is None else since


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
        return task.run(batch, _extraction(task, expected))


def _is_restarted() -> bool:
    """Whether this is a worker that somebody starts again when it ends."""
    try:
        return getattr(get_worker(), "nanny", None) is not None
    except ValueError:  # not in a worker's thread
        return False


def _extraction(task: Task, signature: str) -> Extraction:
    """The steps of a task, loaded once in each thread: models are large, and not made for two at a time.

    Tasks are told apart by signature: what came over the line is another object for each batch.
    """
    key = (signature, threading.get_ident())
    if key not in _loaded:
        _loaded[key] = task.steps()
    return _loaded[key]
