"""On a line of 2 or 10 KB/s the screen follows the keys, with no frames in between that nobody wants.

What is counted is the line's own time, bytes by rate, which no busy machine changes; what remains of each
limit is left to the program.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from wires import Relay, Wire, until_gone

DOWN, QUIT = "\x1b[B", "\x1b[21~"
READY = r"12 files = 11 indexed"
PANE = 3_000
"""Bytes of another pane at most."""
SLOW, FAIR = 2_048, 10_240
"""Bytes a second."""
START = {SLOW: 1.5, FAIR: 0.3}
"""Seconds of the line until the start has settled; with the program's own it may be 2.0 and 0.6."""
AFTER_THE_LAST = 1.5
"""Seconds of the line from the last of many keys until the screen stands still; in all it may take four."""


@pytest.fixture
def warm(wire: Callable[..., Wire], stores: Path) -> dict[str, str]:
    """Environment in which the sample is indexed already."""
    environment = {"XDG_DATA_HOME": str(stores)}
    if not any(stores.iterdir()):
        wire("--sample", environment=environment).until(READY)
    return environment


@pytest.mark.parametrize("rate", [SLOW, FAIR])
def test_the_start_leaves_time_on_a_slow_line(
    wire: Callable[..., Wire], warm: dict[str, str], rate: int
) -> None:
    opened = wire("--sample", environment=warm, rate=rate)
    opened.until(READY)
    opened.settle()
    assert len(opened.sent) / rate <= START[rate]


def hold_down(opened: Any, passed: Callable[[], int]) -> int:
    """Hold a key in the timeline; the bytes that come after the last of 30."""
    opened.write("4")
    opened.until(r" 1/\d")
    opened.settle()
    opened.hold(DOWN, 30)
    before = passed()
    opened.until(r" 31/\d")
    opened.settle()
    return passed() - before


def test_a_held_key_settles_soon_after_it_is_let_go(wire: Callable[..., Wire], warm: dict[str, str]) -> None:
    opened = wire("--sample", environment=warm, rate=SLOW)
    opened.until(READY)
    assert hold_down(opened, lambda: len(opened.sent)) / SLOW <= AFTER_THE_LAST


def test_panes_that_nobody_could_see_are_left_out(wire: Callable[..., Wire], warm: dict[str, str]) -> None:
    opened = wire("--sample", environment=warm, rate=SLOW)
    opened.until(READY)
    opened.write("4")
    opened.until(r" 1/\d")
    opened.settle()
    before = len(opened.sent)
    opened.hold("12345" * 2, 3, each=0.1)
    opened.until(r"of what +sentence")  # the head of the figures
    opened.settle()
    assert len(opened.sent) - before < 3 * PANE, "of 30 more than the first, the last and one between"


def test_keys_are_taken_while_the_line_takes_nothing(wire: Callable[..., Wire], warm: dict[str, str]) -> None:
    opened = wire("--sample", environment=warm)
    opened.until(READY)
    opened.settle()
    opened.bucket.rate = 0
    for pane in "234512" * 6:
        opened.hold(pane, 1, each=0.02)
    opened.bucket.rate = None
    before = len(opened.sent)
    opened.until(r"published +source")  # of the articles, the last that was asked for
    opened.settle()
    assert len(opened.sent) - before < 10_000, "frames were kept for the line"


def test_a_line_that_takes_nothing_does_not_hold_up_the_end(
    wire: Callable[..., Wire], warm: dict[str, str]
) -> None:
    opened = wire("--sample", environment=warm)
    before = opened.local_modes()
    opened.until(READY)
    opened.settle()
    opened.bucket.rate = 0
    for pane in "2345" * 4:
        opened.hold(pane, 1, each=0.1)
    opened.write(QUIT)
    until_gone(opened.pid)
    assert opened.wait() == 0
    assert opened.local_modes() == before
    opened.bucket.rate = None
    opened.wait()
    assert not opened.left_on()["1049"]
    assert opened.left_on()["25"]


def test_a_terminal_that_answers_nothing_is_shown_everything(
    wire: Callable[..., Wire], warm: dict[str, str]
) -> None:
    opened = wire("--sample", environment=warm, mute=True)
    opened.until(READY)
    for pane, head in (("2", r"published +source"), ("4", r" 1/\d"), ("5", r"of what +sentence")):
        opened.write(pane)
        opened.until(head)
    assert bytes(opened.sent).count(b"\x1b[5n") <= 2, "it is asked again and again"


@pytest.fixture
def far(
    sshd: Any, wiredesk: list[str], home: dict[str, str], stores: Path, tmp_path: Path
) -> Iterator[tuple[Wire, Relay]]:
    """The program behind ssh, as it waits for Enter, and the network between, which takes all as yet."""
    environment = home | {"XDG_DATA_HOME": str(stores)}
    relay, pid = Relay(sshd.port), tmp_path / "pid"
    first = f"echo $$ > {pid}; echo press Enter; read REPLY;"
    command = sshd.remote([*wiredesk, "--sample"], environment, port=relay.port, first=first)
    opened = Wire(command, environment=home)
    opened.until("press Enter")
    opened.watched = int(pid.read_text())
    yield opened, relay
    opened.close()
    relay.close()


@pytest.mark.usefixtures("warm")
def test_over_ssh_the_screen_follows_the_keys_as_well(far: tuple[Wire, Relay]) -> None:
    opened, relay = far
    relay.bucket.rate = SLOW
    before = relay.passed
    opened.write("\r")
    opened.until(READY)
    opened.settle()
    assert (relay.passed - before) / SLOW <= 1.75, "ssh itself takes a tenth and more"
    assert hold_down(opened, lambda: relay.passed) / SLOW <= 2.0
    opened.write(QUIT)
    assert opened.wait() == 0
    assert re.search(rb"\x1b\[\?1049l", bytes(opened.sent))
