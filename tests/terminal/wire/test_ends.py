"""However the program ends, the line is left as it was, soon, and with a status that tells."""

import os
import signal
import time
from typing import Any

import pytest

READY = r"Brief.*\n(.*\n)*.*files"
MODES = ("1049", "2004", "1004", "1003")


def left_as_it_was(wire: Any) -> bool:
    left = wire.left_on()
    return not any(left.get(mode) for mode in MODES) and left.get("25", True) and left.get("7", True)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_ends_the_program_within_a_second(wire: Any, name: str) -> None:
    opened = wire("--sample")
    before = opened.local_modes()
    opened.until(READY)
    number = getattr(signal, name)
    os.kill(opened.pid, number)
    asked = time.monotonic()
    assert opened.wait() == 128 + number
    assert time.monotonic() - asked < 2.5  # a second, and what a busy machine adds
    assert left_as_it_was(opened)
    assert opened.local_modes() == before


@pytest.mark.parametrize("ignored", [False, True])
def test_the_program_does_not_outlive_its_line(wire: Any, wiredesk: list[str], ignored: bool) -> None:
    command = ["/bin/sh", "-c", ("trap '' HUP; " if ignored else "") + 'exec "$@"', "sh", *wiredesk]
    opened = wire("--sample", command=command)
    opened.until(READY)
    opened.hang_up()
    assert opened.wait() not in (0, None)


def test_bytes_that_are_no_text_are_left_out(wire: Any) -> None:
    opened = wire("--sample")
    opened.until(READY)
    for part in (b"\xe9", b"\x1b[M\x20", b"\xc8\x30", b"2"):
        opened.write(part)
        opened.settle()  # a read for each
    opened.until(r"published +source")
    opened.write("\x1b[21~")
    assert opened.wait() == 0


def test_a_message_of_another_program_is_cleaned_away(wire: Any) -> None:
    opened = wire("--sample")
    opened.until(READY)
    opened.settle()
    before = opened.text()
    opened.scribble("\x1b[10;10Hmail has come\r\n\x1b[31mtwice")
    assert opened.text() != before
    opened.write("\x0c")
    opened.settle()
    assert opened.text() == before
