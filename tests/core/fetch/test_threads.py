"""Work in threads that nobody has to wait for."""

from functools import partial
from threading import Event

import pytest

from wiredesk.fetch.threads import in_threads


def test_results_come_in_the_order_of_the_tasks() -> None:
    assert in_threads([partial(int, str(number)) for number in range(20)], 3, Event()) == list(range(20))


def test_no_tasks_give_no_results() -> None:
    assert in_threads([], 3, Event()) == []


def test_what_a_task_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        in_threads([lambda: 1, lambda: 1 // 0], 2, Event())


def test_what_hangs_is_not_waited_for() -> None:
    stop, never = Event(), Event()

    def ask() -> str:
        stop.set()
        return "asked"

    def hang() -> str:
        never.wait(60)
        return "late"

    done = in_threads([hang, ask, lambda: "left"], 2, stop)
    assert "late" not in done
    assert not never.is_set()
    never.set()
