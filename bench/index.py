"""Print how fast a pile is indexed, beside YAKE alone on the same texts, and how fast its index opens.

    python bench/index.py [FOLDER] [--articles N] [--skip-yake] [--names TAGGER] [--keywords ENGINE]

FOLDER: a pile of articles; by default one is made from the sentences of the sample corpus. Without options
names are found by the fast tagger and keywords by yake, which are there on every machine.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import polars as pl
import yake

import wiredesk
from wiredesk.build import Methods, build_index
from wiredesk.schema import TABLES
from wiredesk.store import Index, Store

SENTENCES = range(15, 30)
"""Sentences of a made article: about 460 words, as long as news articles are on average."""

OPENINGS = 9

Given = TypeVar("Given")


def make_pile(folder: Path, articles: int) -> None:
    """Write articles of sentences drawn from the sample corpus, always the same ones."""
    seeds = wiredesk.index(wiredesk.seeds_dir(), processes=0)
    spans = seeds.sentences.filter(pl.col("kind") == "body").select("article_id", "start", "end")
    stock = [seeds.text(article)[start:end] for article, start, end in spans.iter_rows()]
    chance = random.Random(1)
    for number in range(articles):
        headline = f"Report {number}: {' '.join(chance.choice(stock).split()[:6]).rstrip(',.')}"
        body = [chance.choice(stock) for _ in range(chance.choice(SENTENCES))]
        paragraphs = [" ".join(body[at : at + 3]) for at in range(0, len(body), 3)]
        (folder / f"{number:05}.txt").write_text("\n\n".join([headline, *paragraphs]), encoding="utf-8")


def timed(work: Callable[[], Given]) -> tuple[Given, float]:
    """What some work gives, and the seconds it took."""
    start = time.perf_counter()
    given = work()
    return given, time.perf_counter() - start


def yake_alone(index: Index) -> float:
    """Seconds that YAKE takes for all texts of an index, one after the other, in this process."""
    extractor = yake.KeywordExtractor(lan="en", top=20)
    texts = index.texts["text"].to_list()
    return timed(lambda: [extractor.extract_keywords(text) for text in texts])[1]


def opening(store: Store) -> tuple[float, float, float]:
    """Median seconds to open an index, to read its articles and actors, and to read all of it."""
    times: list[tuple[float, float, float]] = []
    for _ in range(OPENINGS):
        index, opened = timed(store.open)
        first = timed(lambda index=index: (index.articles, index.actors, index.files))[1]
        rest = timed(lambda index=index: [index.table(name) for name in TABLES])[1]
        times.append((opened, opened + first, opened + first + rest))
    one, two, three = zip(*times, strict=True)
    return statistics.median(one), statistics.median(two), statistics.median(three)


def pace(how: str, articles: int, seconds: float, alone: float | None = None) -> None:
    """Print one way to work on some articles."""
    ratio = f"  {seconds / alone:5.2f} x YAKE alone" if alone else ""
    print(f"{how:<14} {articles / seconds:8.1f} articles/s  {seconds / articles * 1e3:7.2f} ms each{ratio}")


def report(folder: Path, place: Path, methods: Methods, *, with_yake: bool) -> None:
    """Index a folder in several ways and print what it took."""
    alone: float | None = None
    for processes, how in enumerate(("this process", "1 worker", "2 workers")):
        store = Store(place / f"store-{processes}")
        index, took = timed(
            lambda store=store, n=processes: build_index([folder], store, methods=methods, processes=n)
        )
        articles = max(1, index.articles.height)
        if processes == 0:
            words = int(index.articles["words"].sum())
            print(", ".join(f"{what}: {method}" for what, method in sorted(index.methods.items())))
            print(f"{index.files.height} files, {articles} articles, {words / articles:.0f} words each")
            if with_yake:
                alone = yake_alone(index)
                pace("YAKE alone", articles, alone)
        pace(how, articles, took, alone)
    store = Store(place / "store-0")
    _, unchanged = timed(lambda: build_index([folder], store, methods=methods))
    opened, listed, whole = opening(store)
    size = sum(file.stat().st_size for file in store.directory.rglob("*.parquet"))
    print(f"unchanged      {unchanged * 1e3:8.1f} ms to see that nothing changed")
    print(f"open           {opened * 1e3:8.1f} ms; with articles and actors {listed * 1e3:.1f} ms; ", end="")
    print(f"every table {whole * 1e3:.1f} ms; {size / 1e6:.1f} MB on disk")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=300, help="how many to make (default: 300)")
    parser.add_argument("--skip-yake", action="store_true", help="leave YAKE alone out")
    parser.add_argument("--names", default="fast", help="what finds names (default: fast)")
    parser.add_argument("--keywords", default="yake", help="what finds keywords (default: yake)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = given.folder
        if folder is None:
            folder = Path(place) / "pile"
            folder.mkdir()
            make_pile(folder, given.articles)
        report(folder, Path(place), Methods(given.names, given.keywords), with_yake=not given.skip_yake)


if __name__ == "__main__":
    main()
