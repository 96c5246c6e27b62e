"""Print what each step costs that goes over a whole index when a hundred articles are added to it.

    python bench/steps.py STORE [--skip-linking]

STORE: an index, for example one that bench/pile.py made; it is left as it is. A hundred of its articles,
spread over all of it, are taken as today's. A full-text index is written even for few articles. Processor
seconds hang less than times of the clock on who else is at work. Memory is the most that the process has
used so far.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from wiredesk.build.early import early_index
from wiredesk.build.facts import Facts
from wiredesk.link import Before, CopiesBefore, find_copies, link_actors, load_lexicon
from wiredesk.schema import TABLES
from wiredesk.store import Index, Inputs, Store
from wiredesk.store.fulltext import shape

Given = TypeVar("Given")

TODAY: Final = 100
"""Articles that are taken as new."""


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
    step("check every byte of the tables", count, store.current)
    facts = step("read the facts", count, lambda: Facts.of_index(index))
    paths = sorted(facts.digests)
    today = set(paths[:: max(1, len(paths) // TODAY)][:TODAY])
    new = Facts.of_index(index).unchanged({path: facts.digests[path] for path in today})
    others = {path: digest for path, digest in facts.digests.items() if path not in today}
    kept = step("leave out what changed", count, lambda: facts.unchanged(others))
    whole = step("put the facts in order", count, lambda: Facts.together([kept, new]))
    tables = (index.articles, index.texts, index.sketches)
    copies = step("find copies, all anew", count, lambda: find_copies(*tables))
    print(f"  ({copies['duplicate_of'].count():,} copies)")
    told = index.articles.drop("duplicate_of").join(copies, on="article_id", maintain_order="left")
    before = without(index, new)
    known = CopiesBefore(told.join(before.articles, on="article_id", how="semi"), before.sketches)
    step("find copies, of the new", count, lambda: find_copies(*tables, known))
    frames: dict[str, Any] = dict(new.frames)
    added = Index(**frames)
    step(f"show {TODAY} new articles beside them", count, lambda: early_index(before, added, whole))
    if not given.skip_linking:
        link_again(index, count)
    setattr(shape, "FULLTEXT_FROM", 1)  # noqa: B010 - a constant for everybody else
    with tempfile.TemporaryDirectory(dir=given.store.parent) as place:
        written = Store(Path(place) / "store")
        step("write the index, all anew", count, lambda: written.write(before, Inputs()))
        held: dict[str, Any] = {name: index.table(name) for name in TABLES}
        step(f"write it with {TODAY} new articles", count, lambda: written.write(Index(**held), Inputs()))


def without(index: Index, new: Facts) -> Index:
    """An index as if some of its articles had not come yet."""
    gone, paths = new.frames["articles"].select("article_id"), new.frames["files"].select("path")
    frames: dict[str, Any] = {}
    for name in TABLES:
        frame = index.table(name)
        if "article_id" in frame.columns:
            frame = frame.join(gone, on="article_id", how="anti", maintain_order="left")
        elif "path" in frame.columns:
            frame = frame.join(paths, on="path", how="anti", maintain_order="left")
        frames[name] = frame
    return Index(**frames)


if __name__ == "__main__":
    main()
