"""Print how fast names are found, beside YAKE alone on the same texts, and what loading a tagger takes.

    python bench/names.py [FOLDER] [--articles N] [--skip-yake]

FOLDER: a pile of articles; by default one is made from the sentences of the sample corpus. A tagger that is
not installed is told and left out.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import polars as pl

import wiredesk
from index import make_pile, timed, yake_alone
from wiredesk.errors import ConfigError
from wiredesk.extract.names import load_tagger, tag_tokens
from wiredesk.extract.names.tokens import tokenize
from wiredesk.store import Index

TAGGERS = ("fast", "careful")
RUNS = 3

Document = list[list[str]]


def documents_of(index: Index) -> list[Document]:
    """The articles of an index as sentences of words."""
    cut = index.sentences.group_by("article_id", maintain_order=True).agg(pl.struct("start", "end"))
    return [
        [tokenize(index.text(article), span["start"], span["end"]).words for span in spans]
        for article, spans in cut.iter_rows()
    ]


def load_time(tagger: str) -> float:
    """Median seconds from the start of an interpreter to a first tagged sentence, less an idle one's."""
    work = f"from wiredesk.extract.names import load_tagger as load; load({tagger!r}).tag([['Ada', 'spoke']])"
    return _interpreter(work) - _interpreter("import polars, wiredesk.extract")


def _interpreter(work: str) -> float:
    times: list[float] = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", work], check=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def report(documents: Sequence[Document], alone: float | None) -> None:
    """Print a line a tagger."""
    tokens = sum(len(sentence) for document in documents for sentence in document)
    print(f"{len(documents)} articles, {tokens} tokens")
    if alone:
        print(_line("YAKE alone", len(documents), tokens, alone))
    for name in TAGGERS:
        try:
            tagger = load_tagger(name)
        except ConfigError as absent:
            print(f"names {name}: left out: {absent}", file=sys.stderr)
            continue
        took = timed(lambda tagger=tagger: tag_tokens(documents, tagger=tagger))[1]
        ratio = f"  {took / alone:5.2f} x YAKE alone" if alone else ""
        line = _line(f"names {name}", len(documents), tokens, took)
        print(f"{line}{ratio}  load {load_time(name):.2f} s")


def _line(how: str, articles: int, tokens: int, seconds: float) -> str:
    return f"{how:<14} {tokens / seconds:9.0f} tokens/s  {seconds / articles * 1e3:7.2f} ms an article"


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=100, help="how many to make (default: 100)")
    parser.add_argument("--skip-yake", action="store_true", help="leave YAKE alone out")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = given.folder
        if folder is None:
            folder = Path(place)
            make_pile(folder, given.articles)
        index = wiredesk.index(folder, processes=0, names="fast")
        report(documents_of(index), None if given.skip_yake else yake_alone(index))


if __name__ == "__main__":
    main()
