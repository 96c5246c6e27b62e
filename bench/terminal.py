"""Print what the program sends its terminal and how soon, beside newsboat and tig where those are installed.

    python bench/terminal.py [--runs N] [--idle SECONDS]

At 80×24 as xterm-256color, through a line of its own (`wires`). Bytes are the same on every machine, but for
what the sample holds; times are not: compare those of one run with one another.
"""

import argparse
import os
import shutil
import signal
import statistics
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from peers import DOWN, NEXT_PAGE, Peer, newsboat, tig, wiredesk
from wires import Relay, Sshd, Wire

STEPS: Final = 30
"""Steps of which the middle is what a step takes, and the dearest is one over the edge of the page."""
HELD: Final = 30
RATES: Final = (2_048, 10_240)
"""Bytes a second of the slow lines: an old modem's, and a poor mobile connection's."""
QUIET: Final = 0.8
"""Seconds of silence after which nothing more comes, also over ssh, behind which nobody sees who works."""

Figures = dict[str, float]
"""What was measured -> milliseconds, seconds or bytes, as its name says."""


@contextmanager
def opened(peer: Peer, rate: float | None = None) -> Generator[Wire]:
    """A program with its first useful screen, on a line of some rate."""
    wire = Wire(peer.command, environment=peer.environment | {"LC_ALL": "C.UTF-8"}, rate=rate)
    try:
        wire.until(peer.ready)
        yield wire
        wire.bucket.rate = None
        wire.write(peer.quit)
        wire.wait(5)
    finally:
        wire.close()


def starts(peer: Peer, runs: int) -> Figures:
    """Milliseconds to the first useful screen, and bytes until all is there."""
    times: list[float] = []
    sizes: list[int] = []
    for _ in range(runs):
        with opened(peer) as wire:
            times.append((time.monotonic() - wire.started) * 1e3)
            wire.settle(QUIET)
            sizes.append(len(wire.sent))
    return {"first useful screen, ms": statistics.median(times), "start, bytes": statistics.median(sizes)}


def steps(peer: Peer, idle: float) -> Figures:
    """Bytes for everything that is done in the list, and for doing nothing."""
    with opened(peer) as wire:
        wire.settle(QUIET)
        if peer.to_list:
            wire.cost(peer.to_list)
        downs = [wire.cost(DOWN) for _ in range(STEPS)]
        figures: Figures = {
            "a row down, bytes": statistics.median(downs),
            "over the edge, bytes": max(downs),
            "next page, bytes": wire.cost(NEXT_PAGE),
        }
        for doing, keys in peer.doing.items():
            figures[f"{doing}, bytes"] = [wire.cost(key) for key in keys][-1]
            for key in peer.undo.get(doing, ()):
                wire.cost(key)
        before, end = len(wire.sent), time.monotonic() + idle
        while time.monotonic() < end:
            wire.settle(min(1.0, idle))
        figures[f"idle for {idle:.0f} s, bytes"] = len(wire.sent) - before
    return figures


def ends(peer: Peer, runs: int) -> Figures:
    """Milliseconds until the program is gone, once it is told to end, and once its line is lost."""

    def ended(cut: Callable[[Wire], None]) -> float:
        wire = Wire(peer.command, environment=peer.environment | {"LC_ALL": "C.UTF-8"})
        try:
            wire.until(peer.ready)
            wire.settle(QUIET)
            begun = time.monotonic()
            cut(wire)
            wire.wait()  # a terminal goes on taking, and answering, what is sent to it
            return (time.monotonic() - begun) * 1e3
        finally:
            wire.close()

    return {
        "gone after SIGTERM, ms": statistics.median(
            ended(lambda wire: os.kill(wire.pid, signal.SIGTERM)) for _ in range(runs)
        ),
        "gone without a line, ms": statistics.median(ended(Wire.hang_up) for _ in range(runs)),
    }


def paced(peer: Peer, rate: int) -> Figures:
    """Seconds on a slow line until the start has settled, and until a held key has, after it is let go."""
    kilobytes = f"{rate / 1024:.0f} KB/s"
    with opened(peer, rate) as wire:
        wire.settle(QUIET)
        figures: Figures = {f"start at {kilobytes}, s": wire.heard - wire.started}
        if peer.to_list:
            wire.cost(peer.to_list, QUIET)
        figures[f"30 rows held at {kilobytes}, s"] = _held(wire)
    return figures


def _held(wire: Wire) -> float:
    wire.hold(DOWN, HELD)
    let_go = time.monotonic()
    wire.settle(QUIET)
    return max(0.0, wire.heard - let_go)


def over_ssh(peer: Peer, rate: int, sshd: Sshd) -> Figures:
    """The same over a real ssh on the loopback, from the moment at which a shell there starts the program."""
    kilobytes = f"{rate / 1024:.0f} KB/s"
    relay = Relay(sshd.port)
    where = {name: os.environ[name] for name in ("PYTHONPATH", "PATH") if name in os.environ}
    command = sshd.remote(
        peer.command, peer.environment | where, port=relay.port, first="echo go; read REPLY;"
    )
    wire = Wire(command)
    try:
        wire.until("go")
        relay.bucket.rate = rate
        begun = time.monotonic()
        wire.write("\r")
        wire.until(peer.ready)
        wire.settle(QUIET)
        figures: Figures = {f"ssh: start at {kilobytes}, s": wire.heard - begun}
        if peer.to_list:
            wire.cost(peer.to_list, QUIET)
        figures[f"ssh: 30 rows held at {kilobytes}, s"] = _held(wire)
        relay.bucket.rate = None
        wire.write(peer.quit)
        wire.wait(5)
    finally:
        wire.close()
        relay.close()
    return figures


def measured(peer: Peer, runs: int, idle: float, sshd: Sshd | None) -> Figures:
    """All figures of a program."""
    figures = starts(peer, runs) | ends(peer, runs) | steps(peer, idle)
    for rate in RATES:
        figures |= paced(peer, rate)
    for rate in RATES if sshd is not None else ():
        assert sshd is not None
        figures |= over_ssh(peer, rate, sshd)
    return figures


def server(folder: Path) -> Sshd | None:
    """An ssh server, where one is installed."""
    path = "/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin"
    found = [shutil.which(name, path=path) for name in ("sshd", "ssh", "ssh-keygen")]
    if found[0] is None or found[1] is None or found[2] is None:
        return None
    return Sshd(folder, sshd=found[0], ssh=found[1], keygen=found[2])


def show(table: dict[str, Figures]) -> None:
    """Print a line a figure, a column a program."""
    names = dict.fromkeys(name for figures in table.values() for name in figures)
    wide = max(map(len, names))
    print(" " * wide, *(f"{program:>10}" for program in table))
    for name in names:
        form: Callable[[float], str] = (
            (lambda x: f"{x:,.2f}") if name.endswith(", s") else lambda x: f"{x:,.0f}"
        )
        cells = [form(figures[name]) if name in figures else "–" for figures in table.values()]
        print(f"{name:<{wide}}", *(f"{cell:>10}" for cell in cells))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="starts whose middle is told (default: 5)")
    parser.add_argument("--idle", type=float, default=60, help="seconds to do nothing (default: 60)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        ours = wiredesk(folder)
        with opened(ours) as wire:  # the first start makes the index
            wire.settle(QUIET)
        sshd = server(folder)
        table = {"wiredesk": measured(ours, given.runs, given.idle, sshd)}
        for make in (newsboat, tig):
            if (peer := make(folder)) is not None:
                table[peer.name] = measured(peer, given.runs, given.idle, None)
        if sshd is not None:
            sshd.close()
        show(table)


if __name__ == "__main__":
    main()
