"""Work in threads that nobody has to wait for: when the program ends, they end with it, wherever they are."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Final, TypeVar

_TICK: Final = 0.2
"""Seconds after which a wait looks whether it is to stop."""

T = TypeVar("T")


def in_threads(tasks: Sequence[Callable[[], T]], count: int, stop: Event) -> list[T]:
    """Do tasks in some threads at a time.

    The threads of `concurrent.futures` would be waited for at the end of the program, and a server that says
    nothing can make that long.

    Args:
        tasks: What is to be done.
        count: How many of them at a time.
        stop: Set to stop: what is not done then is left, and what is being done is not waited for.

    Returns:
        What the tasks gave, as far as they are done, in their order.

    Raises:
        Exception: what the first of them raised that failed.
    """
    todo: SimpleQueue[tuple[Callable[[], T], Future[T]]] = SimpleQueue()
    futures = [Future[T]() for _ in tasks]
    for one in zip(tasks, futures, strict=True):
        todo.put(one)
    for _ in range(min(count, len(tasks))):
        Thread(target=_work, args=(todo, stop), daemon=True).start()
    left = set(futures)
    while left and not stop.is_set():
        left = wait(left, _TICK).not_done
    return [future.result() for future in futures if future.done()]


def _work(todo: "SimpleQueue[tuple[Callable[[], T], Future[T]]]", stop: Event) -> None:
    while not stop.is_set():
        try:
            task, future = todo.get_nowait()
        except Empty:
            return
        try:
            future.set_result(task())
        except Exception as error:  # noqa: BLE001 - raised again where the result is asked for
            future.set_exception(error)
