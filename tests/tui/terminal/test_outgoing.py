"""What is said to a terminal is written whole and in order, and nobody waits for a full line."""

import os
import threading
from collections.abc import Iterator

import pytest

from wiredesk_tui.terminal.outgoing import Outgoing
from wiredesk_tui.terminal.pace import ASK, WINDOW

MUCH = 400_000
"""Characters, more than any pipe holds."""


class Line:
    """A line whose other end is a test."""

    def __init__(self) -> None:
        self.end, self._beginning = os.pipe()
        self.room = threading.Event()
        self.out = Outgoing(self._beginning, self.room.set)

    def read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            data += os.read(self.end, size - len(data))
        return data

    def close(self) -> None:
        os.close(self.end)
        self.out.settle()
        os.close(self._beginning)


@pytest.fixture
def line() -> Iterator[Line]:
    made = Line()
    yield made
    made.close()


def test_everything_arrives_in_order_though_the_line_was_full(line: Line) -> None:
    parts = [f"{number:06}é" for number in range(MUCH // 7)]
    for part in parts:
        line.out.write(part)
    whole = "".join(parts).encode()
    assert line.read(len(whole)) == whole
    assert line.out.settle()


def test_a_frame_has_no_room_until_the_line_has_taken_what_came_before(line: Line) -> None:
    assert line.out.room()
    line.out.write("x" * MUCH)
    assert not line.out.room()
    assert not line.out.settle(0.01)
    line.read(MUCH)
    assert line.room.wait(30)
    assert line.out.room()


def test_a_terminal_that_answers_is_waited_for(line: Line) -> None:
    line.out.asking = True
    line.out.write("a")
    line.out.answered()
    line.out.write("x" * WINDOW)
    assert line.read(1 + WINDOW + 2 * len(ASK)) == f"a{ASK}{'x' * WINDOW}{ASK}".encode()
    assert not line.out.room()
    line.out.answered()
    assert line.room.wait(30)
    assert line.out.room()


def test_a_terminal_whose_answers_nobody_reads_is_not_asked(line: Line) -> None:
    line.out.write("x" * WINDOW)
    line.out.write("y")
    assert line.read(WINDOW + 1) == b"x" * WINDOW + b"y"
    assert line.out.room() or line.room.wait(30)
