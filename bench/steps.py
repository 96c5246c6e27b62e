"""Print what each step costs that goes over a whole index when a few articles are added to it.

    python bench/steps.py STORE [--skip-linking]

STORE: an index, for example one that bench/pile.py made; it is left as it is. Processor seconds hang less
than times of the clock on who else is at work. Memory is the most that the process has used so far.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from wiredesk.build.early import early_index
from wiredesk.build.facts import Facts
from wiredesk.link import Before, find_copies, link_actors, load_lexicon
from wiredesk.store import Index, Inputs, Store

Given = TypeVar("Given")


def step(name: str, articles: int, work: Callable[[], Given]) -> Given:
    """Do some work and print what it took."""
    began, clock = time.process_time(), time.perf_counter()
    given = work()
    took, passed = time.process_time() - began, time.perf_counter() - clock
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = took / max(1, articles) * 1e6
    print(f"{name:<34} {took:7.2f} s of processor {each:7.0f} µs an article {passed:8.2f} s {most:7,.0f} MB")
    return given


def link_again(index: Index, count: int) -> None:
    """Link all articles from scratch, and once more as if some of them had come since."""
    lexicon = load_lexicon()
    tables = (index.articles, index.texts, index.sentences, index.names)
    ids = index.articles["article_id"]
    for few in (1, 100):
        old = ids.gather_every(max(1, count // few), 0).head(few)
        kept = ids.filter(~ids.is_in(old.implode()))
        those = kept.to_frame()
        before = [table.join(those, on="article_id", how="semi", maintain_order="left") for table in tables]
        linked = step(
            f"link the names of {len(kept):,}", count, partial(link_actors, *before, lexicon=lexicon)
        )
        left = Before(linked.left, kept, linked.roles, kept)
        again = partial(link_actors, *tables, lexicon=lexicon, before=left)
        step(f"link them again, with {few} more", count, again)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("--skip-linking", action="store_true", help="leave the dearest step out")
    given = parser.parse_args()
    store = Store(given.store)
    index = store.open()
    count = index.height("articles")
    print(f"{count:,} articles, {index.height('names'):,} names, {index.height('actors'):,} actors")
    step("check every byte of the index", count, store.current)
    facts = step("read the facts", count, lambda: Facts.of_index(index))
    few = Facts.of_index(index).unchanged(dict(list(facts.digests.items())[:100]))
    whole = step("put the facts in order", count, lambda: Facts.together([facts]))
    copies = step("find copies", count, lambda: find_copies(index.articles, index.texts, index.sketches))
    print(f"  ({copies['duplicate_of'].count():,} copies)")
    frames: dict[str, Any] = dict(few.frames)
    added = Index(**frames)
    step("show 100 new articles beside them", count, lambda: early_index(index, added, whole))
    if not given.skip_linking:
        link_again(index, count)
    with tempfile.TemporaryDirectory(dir=given.store.parent) as place:
        step("write the index", count, lambda: Store(Path(place) / "store").write(index, Inputs()))


if __name__ == "__main__":
    main()
