"""Print what one store costs to open, to look at and to narrow: times, memory and bytes, as one table.

    python bench/scale.py STORE [--panes NAME ...] [--rounds N] [--words WORD ...]

STORE: a folder that `wiredesk index` or `bench/pile.py` filled. Each pane is made for each of some thirty
queries (actors of different weight, outlets, days, months, years, figures, and their conjunctions) as the
program makes it: the list's order, its counts and the rows of a screen. Words are left out unless given.
"""

import argparse
import resource
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

import polars as pl

from wiredesk.query import Query, Selection, select
from wiredesk.store import Index, Store
from wiredesk_tui.contents import PANES, Options, PaneName, content

FIRST_SCREEN: Final[tuple[PaneName, ...]] = ("articles", "actors", "timeline")
"""What a wide window shows at first, beside the reader."""
WEIGHTS: Final = (0, 3, 10, 30, 100, 300, 1000, 3000)
"""Places in the list of actors of those that are asked for: from one that half of the articles name down."""
TARGETS: Final = {100_000: 50.0, 1_000_000: 200.0}
"""Milliseconds within which 95 of 100 changes of the query should show a pane, by articles."""
MEMORY: Final = {100_000: 600.0}
"""Megabytes, by articles."""

Given = TypeVar("Given")


def timed(work: Callable[[], Given]) -> tuple[Given, float]:
    """What some work gives, and the milliseconds it took."""
    start = time.perf_counter()
    given = work()
    return given, (time.perf_counter() - start) * 1e3


def memory() -> tuple[float, float]:
    """Megabytes that this process holds, and the most that it ever held."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    held = pages * resource.getpagesize() / 1e6
    return held, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


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


def show(index: Index, selection: Selection, pane: PaneName) -> None:
    """Make a pane and the rows of its first screen."""
    content(pane, index, selection, Options())


def bare(index: Index, selection: Selection) -> float:
    """Milliseconds that Polars takes to filter the events by the articles selected, and nothing else."""
    ids = selection.articles["article_id"].implode()
    events = index.events
    return timed(lambda: events.filter(pl.col("article_id").is_in(ids)))[1]


def line(what: str, value: float, unit: str, target: float | None = None, note: str = "") -> None:
    """Print one figure, its target where there is one, and whether it is missed."""
    aim = f"{target:8.0f} {'✗' if value > target else ' '}" if target else " " * 10
    print(f"{what:<38}{value:10.1f} {unit:<3}{aim} {note}".rstrip())


def spread(times: Sequence[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    ordered = sorted(times)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]


def report(directory: Path, panes: Sequence[PaneName], rounds: int, words: Sequence[str]) -> None:
    """Measure a store and print the table."""
    before = memory()[0]
    store = Store(directory)
    index, opened = timed(store.open)
    height = index.height("articles")
    print(f"{height:,} articles, {index.height('sentences'):,} sentences, ", end="")
    print(f"{index.height('mentions'):,} mentions, {index.height('actors'):,} actors")
    line("open", opened, "ms")
    line("memory: libraries alone", before, "MB")
    everything = select(index, Query())
    first = timed(lambda: [show(index, everything, pane) for pane in FIRST_SCREEN])[1]
    line("first screen, no query, from disk", first, "ms")
    line("memory: first screen", memory()[0], "MB", MEMORY.get(height))
    for pane in panes:
        line(f"no query, first time: {pane}", timed(lambda pane=pane: show(index, everything, pane))[1], "ms")
    line("memory: walk through all panes", memory()[0], "MB", MEMORY.get(height))
    asked = list(queries(index, words))
    selected = [(text, *timed(lambda text=text: select(index, text))) for text in asked]
    chosen = [selection for _, selection, _ in selected if selection.height > 0]
    shares = [selection.height / height for selection in chosen]
    note = f"{len(chosen)} queries, {min(shares):.2%} to {max(shares):.0%} of the articles"
    line("select, p50", spread([took for *_, took in selected])[0], "ms", note=note)
    line("select, p95", spread([took for *_, took in selected])[1], "ms")
    bare(index, chosen[0])
    for pane in panes:
        times: list[float] = []
        for selection in chosen:
            show(index, selection, pane)
            times += [timed(lambda s=selection: show(index, s, pane))[1] for _ in range(rounds)]
        middle, most = spread(times)
        line(f"{pane}, p50", middle, "ms")
        line(f"{pane}, p95", most, "ms", TARGETS.get(height) if pane != "brief" else None)
    middle, most = spread([bare(index, selection) for selection in chosen])
    line("bare filter of the events, p50", middle, "ms")
    line("bare filter of the events, p95", most, "ms")
    line("memory: after all queries", memory()[0], "MB", MEMORY.get(height))
    line("memory: most ever", memory()[1], "MB", MEMORY.get(height))
    print("bytes on disk:")
    for file in sorted((directory / "generations").rglob("*.*"), key=lambda file: -file.stat().st_size):
        if file.stat().st_size > 100_000:
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
    given = parser.parse_args()
    report(given.store, given.panes, given.rounds, given.words)


if __name__ == "__main__":
    main()
