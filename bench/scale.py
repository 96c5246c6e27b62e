"""Print what one store costs to open, to look at and to narrow: times, memory and bytes, as one table.

    python bench/scale.py STORE [--panes NAME ...] [--rounds N] [--words WORD ...] [--times N]

STORE: a folder that `wiredesk index` or `bench/pile.py` filled. Each pane is made for each of some thirty
queries (actors of different weight, outlets, days, months, years, figures, and their conjunctions) as the
program makes it: the list's order, its counts and the rows of a screen. Words are left out unless given.
--times measures the views as if every article stood there so often; the other figures are left out then.
"""

import argparse
import os
import resource
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import polars as pl

from resampling.tiled import Tiled
from wiredesk.query import Query, Selection, select
from wiredesk.store import Index, Store
from wiredesk_tui.contents import PANES, Options, PaneName
from wiredesk_tui.front import shown
from wiredesk_tui.making import content

FIRST_SCREEN: Final[tuple[PaneName, ...]] = ("articles", "actors", "timeline")
"""What a wide window shows at first, beside the reader."""
WEIGHTS: Final = (0, 3, 10, 30, 100, 300, 1000, 3000)
"""Places in the list of actors of those that are asked for: from one that half of the articles name down."""
TARGETS: Final = {100_000: 50.0, 1_000_000: 200.0}
"""Milliseconds within which 95 of 100 changes of the query should show a pane, by articles."""
MEMORY: Final = {100_000: 600.0}
"""Megabytes, by articles."""

TIMED: Final = ("articles", "actors", "timeline", "figures", "search")
SMALL: Final = 1_000_000
"""Bytes of a file that is not worth a line."""

Given = TypeVar("Given")


class Took(NamedTuple):
    """Milliseconds by the clock, and of the processors: on a busy machine the second tells more."""

    wall: float
    cpu: float


def timed(work: Callable[[], Given]) -> tuple[Given, Took]:
    """What some work gives, and what it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    given = work()
    return given, Took((time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3)


def memory() -> float:
    """Megabytes that this process holds, without pages of files, which the system may take back."""
    resident, shared = map(int, Path("/proc/self/statm").read_text(encoding="ascii").split()[1:3])
    return (resident - shared) * resource.getpagesize() / 1e6


def most_memory() -> float:
    """Megabytes that this process ever held, pages of files among them."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def queries(index: Index, words: Sequence[str]) -> Iterator[str]:
    """Queries from broad to narrow, the same for the same store."""
    actors = [f'actor:"{index.actors["name"][at]}"' for at in WEIGHTS if at < index.actors.height]
    outlets = [f'source:"{name}"' for name in index.derived("outlets")["source"][:: max(1, 60 // 4)]]
    days = ["published:2010", "published:2010-03", "published:2006..2009", "date:2004-11", "before:2006"]
    yield from actors
    yield from outlets
    yield from days
    yield from ("figure:>1000000", "unit:%", "is:copy", "is:undated", "-is:copy")
    yield from (f"{actor} {days[2]}" for actor in actors[:4])
    yield from (f"{actor} {outlets[0]}" for actor in actors[:4] if outlets)
    yield from words


def screen(index: Index, selection: Selection, pane: PaneName) -> None:
    """Make a pane and the rows of its first screen."""
    shown(pane, index, selection, Options())


def bare(index: Index, selection: Selection) -> Took:
    """What Polars takes to filter the events by the articles selected, and nothing else."""
    ids = selection.articles["article_id"].implode()
    events = index.events
    return timed(lambda: events.filter(pl.col("article_id").is_in(ids)))[1]


def line(what: str, value: float, unit: str, target: float | None = None, note: str = "") -> None:
    """Print one figure, its target where there is one, and whether it is missed."""
    aim = f"{target:8.0f} {'✗' if value > target else ' '}" if target else " " * 10
    print(f"{what:<38}{value:10.1f} {unit:<3}{aim} {note}".rstrip())


def cost(what: str, took: Took, target: float | None = None, note: str = "") -> None:
    """Print what something took."""
    line(what, took.wall, "ms", target, f"{took.cpu:9.1f} cpu {note}".rstrip())


def spread(times: Sequence[Took]) -> tuple[Took, Took]:
    """Median and 95th percentile, by the clock and of the processors."""
    walls, cpus = sorted(took.wall for took in times), sorted(took.cpu for took in times)
    at = min(len(times) - 1, int(0.95 * len(times)))
    return Took(statistics.median(walls), statistics.median(cpus)), Took(walls[at], cpus[at])


def opening(store: Store) -> Index:
    """Print what it takes to open a store and to show its first screens."""
    index, opened = timed(store.open)
    cost("open", opened)
    for name in ("first", "second"):
        index = store.open()
        took = timed(lambda i=index: [screen(i, select(i, Query()), pane) for pane in FIRST_SCREEN])[1]
        cost(f"{name} start, first screen", took)
    return index


def walk(index: Index, panes: Sequence[PaneName]) -> None:
    """Print what it takes to show every pane of all there is, as far as nothing is kept of them."""
    everything = select(index, Query())
    for pane in panes:
        made = timed(lambda p=pane: content(p, index, everything, Options()))[1]
        cost(f"no query, not kept: {pane}", made)


def narrowing(index: Index, panes: Sequence[PaneName], rounds: int, words: Sequence[str]) -> None:
    """Print what a change of the query costs each pane."""
    height = index.height("articles")
    times: dict[str, list[Took]] = {name: [] for name in ("select", *panes, "bare filter of the events")}
    shares: list[float] = []
    for text in queries(index, words):
        selection, took = timed(lambda t=text: select(index, t))
        if not selection.height:
            continue
        shares.append(selection.height / height)
        times["select"].append(took)
        for pane in panes:
            best = [timed(lambda s=selection, p=pane: screen(index, s, p))[1] for _ in range(rounds)]
            times[pane].append(min(best))
        times["bare filter of the events"].append(bare(index, selection))
    widths = f"{min(shares):.2%} to {max(shares):.0%} of the articles"
    print(f"{len(shares)} queries, {widths}; best of {rounds} each:")
    for name, took in times.items():
        middle, most = spread(took)
        cost(f"{name}, p50", middle)
        cost(f"{name}, p95", most, TARGETS.get(height) if name in TIMED else None)


def report(directory: Path, panes: Sequence[PaneName], rounds: int, words: Sequence[str]) -> None:
    """Measure a store and print the table."""
    alone = memory()
    store = Store(directory)
    index = opening(store)
    height = index.height("articles")
    print(f"{height:,} articles, {index.height('sentences'):,} sentences, ", end="")
    print(f"{index.height('mentions'):,} mentions, {index.height('actors'):,} actors")
    limit = MEMORY.get(height)
    line("memory: libraries alone", alone, "MB")
    line("memory: after two first screens", memory(), "MB", limit)
    walk(index, panes)
    line("memory: after a walk through all panes", memory(), "MB", limit)
    narrowing(index, panes, rounds, words)
    line("memory: after all queries", memory(), "MB", limit)
    line("memory: most ever, with pages of files", most_memory(), "MB")
    print("on disk:")
    for file in sorted((directory / "generations").rglob("*"), key=lambda file: -file.stat().st_size):
        if file.is_file() and file.stat().st_size > SMALL:
            line(f"  {file.name}", file.stat().st_size / 1e6, "MB")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument(
        "--panes",
        nargs="+",
        choices=PANES,
        default=["articles", "actors", "timeline", "figures", "search", "brief"],
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each view is timed (default: 3)")
    parser.add_argument("--words", nargs="+", default=[], help="queries of words to add")
    parser.add_argument("--times", type=int, default=1, help="as if every article stood there so often")
    given = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    if given.times > 1:
        narrowing(Tiled(given.store, given.times), given.panes, given.rounds, given.words)
        line("memory: most ever, with pages of files", most_memory(), "MB")
    else:
        report(given.store, given.panes, given.rounds, given.words)


if __name__ == "__main__":
    main()
