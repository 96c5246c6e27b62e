"""Which engine works on a build."""

import os
import sys
from typing import Final, Literal, get_args

from wiredesk.build.engines.engine import Engine
from wiredesk.build.engines.serial import Serial
from wiredesk.errors import ConfigError

EngineName = Literal["serial", "processes", "dask"]
ENGINES: Final[tuple[EngineName, ...]] = get_args(EngineName)

_HANDFUL: Final = 60
"""Up to so many files (a second of work), starting processes costs more than it brings."""

_DEFAULT_PROCESSES: Final = 2
"""The second process brings 1.9 times the pace; a machine that others use should keep the rest."""


def engine_for(
    files: int, processes: int | None, name: EngineName | None = None, scheduler: str | None = None
) -> Engine:
    """The engine for so many files.

    Args:
        processes: How many worker processes the user asked for, at least 0; None: not more than the
            machine has cores for.
        name: The engine that the user asked for; None: processes, where they are worth it.
        scheduler: Address of a running Dask scheduler; None: workers of its own on this machine.

    Raises:
        ConfigError: Dask is not installed, or a scheduler is given to another engine.
    """
    if scheduler is not None and name not in (None, "dask"):
        raise ConfigError(
            f"--scheduler {scheduler}: is for the engine dask; leave it out, or say --engine dask"
        )
    if name == "dask" or scheduler is not None:
        from wiredesk.build.engines.cluster import Cluster

        return Cluster(scheduler, workers=processes or cores())
    if name == "serial":
        return Serial()
    count = processes_for(files, processes)
    if name == "processes":
        count = max(1, count or min(files, cores(), _DEFAULT_PROCESSES))
    if not count:
        return Serial()
    # Loaded here: a build that finds nothing changed starts no process.
    from wiredesk.build.engines.processes import Processes

    return Processes(count)


def processes_for(files: int, wanted: int | None) -> int:
    """How many worker processes to use for so many files; 0 stands for this process alone.

    Args:
        wanted: What the user asked for, at least 0; None: not more than the machine has cores for.
    """
    if wanted is not None:
        return min(wanted, files)
    if files <= _HANDFUL or not sys.executable or cores() < _DEFAULT_PROCESSES:
        return 0
    return _DEFAULT_PROCESSES


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
