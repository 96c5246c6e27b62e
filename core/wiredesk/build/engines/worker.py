"""A worker process: gets batches over a pipe, answers each with its part.

It is a program of its own rather than a `multiprocessing` worker, so that a script need not guard its
main module, nothing of the terminal is inherited, and one worker's death says which batch it had.
"""

import os
import sys
from multiprocessing.connection import Connection
from typing import Any, Final

from wiredesk.build.engines.engine import Task
from wiredesk.errors import StoreError

READY: Final = "ready"
_NICENESS: Final = 5
"""Workers give way to whoever is at the keyboard, of this program or of another one on the machine."""

OUT_OF_MEMORY: Final = 137
"""Exit status of a worker for which the system had no memory; a shell says so of one killed by it."""


def main() -> None:
    """Serve the other end of the pipe whose handle is the first argument, until it is closed."""
    os.nice(_NICENESS)
    try:
        serve(Connection(int(sys.argv[1])))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        os._exit(0)  # the parent is done, or gone
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def serve(channel: "Connection[Any, Any]") -> None:
    """Answer batches until the other end is closed.

    The first message is the task; it is answered with `READY`.

    Raises:
        EOFError: the other end is closed.
    """
    task: Task = channel.recv()
    extraction = task.steps()
    channel.send(READY)
    while True:
        batch = channel.recv()
        try:
            channel.send(task.run(batch, extraction))
        except StoreError as error:  # a full disk is no fault of a file's
            channel.send(error)
