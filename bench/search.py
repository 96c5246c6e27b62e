"""How long a search takes beside the bare query of the search library, on a stored index.

    python bench/search.py STORE [--rounds N] [--processor] [--sqlite | --build]

STORE: an index with a full-text index (`bench/pile.py` makes one of any size). Queries are typed letter by
letter, and asked whole: words, phrases, beginnings, fuzzy and near ones, made of the words of its titles.
Each is timed beside the same query asked of tantivy directly (best fifty, and how many there are), alone
and with the library's own snippets of the texts that it keeps, and with --sqlite beside SQLite's FTS5 on
the same texts. "With sentences" is all sentences that match in the best fifty articles, with where they
stand, from texts that are read anew in every round. Times are medians and 95th percentiles over queries,
of the fastest of the rounds, by the clock or, with --processor, of the processors; ratios compare times
taken side by side in one run: the best fifty with the bare query, the sentences with the bare snippets.
With --build the full-text index is made once more instead, in a folder of its own, and what that took is
printed.
"""

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, Final

from wiredesk.errors import QueryError
from wiredesk.query import Query, hits_view, select
from wiredesk.query.pages import forget_pages
from wiredesk.query.plan import plan
from wiredesk.store import Index, open_store
from wiredesk.store.fulltext import FullText, asking, shape, words_of, write_fulltext

if TYPE_CHECKING:
    from tantivy import Query as Wanted

SHOWN: Final = 50
QUERIES: Final = 30
SEED: Final = 7


def typed(words: list[str], chance: random.Random) -> Iterator[tuple[str, str, bool]]:
    """Kinds of queries, their texts, and whether they are still being typed."""
    for _ in range(QUERIES):
        one, two, three = chance.sample(words, 3)
        yield "a word", one, False
        yield "three words", f"{one} {two} {three}", False
        yield "a phrase", f'"{chance.choice(PAIRS)}"', False
        yield "2 letters", one[:2], True
        yield "4 letters", one[:4], True
        yield "the second word, letter by letter", f"{one} {two[: chance.randrange(2, 5)]}", True
        yield "fuzzy", f"{one}~", False
        yield "near", f"{one} near/5 {two}", False
        yield "either, without", f"({one} OR {two}) -{three}", False


PAIRS: Final[list[str]] = []
"""Words that stand beside each other in some title."""


class Watch:
    """Tells how long a task takes.

    Args:
        rounds: How often it is done; the fastest counts.
        clock: Tells seconds.
    """

    def __init__(self, rounds: int, clock: Callable[[], float]) -> None:
        self._rounds, self._clock = rounds, clock

    def fastest(self, task: Callable[[], object], rounds: int = 0) -> float:
        """Milliseconds of the fastest of some rounds."""
        times: list[float] = []
        for _ in range(rounds or self._rounds):
            begun = self._clock()
            task()
            times.append((self._clock() - begun) * 1e3)
        return min(times)


HEADS: Final = (
    "bare tantivy",
    "best 50 + count",
    "bare snippets",
    "with sentences",
    "all articles",
    "SQLite FTS5",
)


def measure(index: Index, watch: Watch, sqlite: sqlite3.Connection | None) -> None:
    """Print a line for each kind of query."""
    fulltext = index.fulltext
    if fulltext is None or fulltext.trouble is not None:
        raise SystemExit("this index has no full-text index")
    titles = [words_of(title) for title in index.articles["title"].head(20_000).drop_nulls()]
    PAIRS.extend(f"{one} {two}" for title in titles for one, two in pairwise(title))
    words = sorted({word for title in titles for word in title if len(word) > 4})
    kinds: dict[str, list[tuple[float, ...]]] = {}
    for kind, text, typing in typed(words, random.Random(SEED)):
        try:
            query = Query.parse(text, typing=typing)
        except QueryError:
            continue
        asked = plan(index, query.clauses).asked
        if asked is None:
            continue
        times = [
            watch.fastest(lambda asked=asked: fulltext.best(asked, SHOWN)),
            watch.fastest(lambda text=text, typing=typing: _found(index, text, typing)),
            watch.fastest(lambda asked=asked: _snippets(fulltext, asked)),
            watch.fastest(lambda text=text, typing=typing: _shown(index, text, typing)),
            watch.fastest(lambda query=query: select(index, query).articles.height),
        ]
        if sqlite is not None:
            times.append(watch.fastest(lambda text=text, typing=typing: _sqlite(sqlite, text, typing), 1))
        kinds.setdefault(kind, []).append(tuple(times))
    heads = HEADS if sqlite is not None else HEADS[:-1]
    print(f"{index.height('articles'):,} articles; milliseconds, median / 95 of 100")
    print(f"{'':36}" + "".join(f"{head:>20}" for head in heads) + f"{'ratio':>8}{'ratio':>8}")
    for kind, each in kinds.items():
        columns = list(zip(*each, strict=True))
        cells = "".join(f"{median(c):>11.2f} / {quantiles(c, n=20)[-1]:>6.1f}" for c in columns)
        best, shown = (median(t[at + 1] / max(t[at], 1e-3) for t in each) for at in (0, 2))
        print(f"{kind:36}{cells}{best:>8.2f}{shown:>8.2f}")


def build(index: Index) -> None:
    """Print what making the full-text index takes."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "made"
        wall, cpu = time.perf_counter(), time.process_time()
        write_fulltext(folder, index, "")
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        size = sum(file.stat().st_size for file in folder.iterdir())
    count = index.height("articles")
    each = f"{cpu / count * 1e6:.0f} µs of the processors each"
    print(f"{count:,} articles in {wall:.1f} s, {each}, {size / 1e6:.0f} MB")


def _found(index: Index, text: str, typing: bool) -> None:
    selection = select(index, Query.parse(text, typing=typing))
    selection.best(SHOWN)
    _ = selection.height


def _snippets(fulltext: FullText, asked: "Wanted") -> list[str]:
    """The library's best fifty, each with its own snippet: it knows the words of a query, not beginnings."""
    from tantivy import Document, SnippetGenerator

    with fulltext.asked() as searcher:
        generator = SnippetGenerator.create(searcher, asked, fulltext.schema, asking.BODY)
        snippets: list[str] = []
        for _, place in searcher.search(asked, limit=SHOWN).hits:
            text: Any = searcher.doc(place).get_first(shape.TEXT)
            document = Document()  # texts are kept as bytes, and the library wants them in the field
            document.add_text(asking.BODY, bytes(text).decode("utf-8", "replace"))
            snippets.append(generator.snippet_from_doc(document).to_html())
        return snippets


def _shown(index: Index, text: str, typing: bool) -> None:
    forget_pages(index)
    selection = select(index, Query.parse(text, typing=typing))
    hits_view(index, selection, articles=SHOWN)
    _ = selection.height


def _filled(index: Index) -> sqlite3.Connection:
    """The same texts in SQLite, folded as it can."""
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table t using fts5(body, tokenize='unicode61 remove_diacritics 2')")
    rows = ((text,) for text in index.texts["text"])
    connection.executemany("insert into t(body) values (?)", rows)
    connection.commit()
    return connection


def _sqlite(connection: sqlite3.Connection, text: str, typing: bool) -> object:
    words = words_of(text)
    if "near/" in text or "~" in text or "OR" in text:
        return None
    match = f'"{" ".join(words)}"' if text.startswith('"') else " ".join(f'"{word}"' for word in words)
    query = "select rowid, snippet(t, 0, '', '', '', 20) from t where t match ? order by rank limit 50"
    return connection.execute(query, (f"{match}{'*' if typing else ''}",)).fetchall()


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("--rounds", type=int, default=3, help="the fastest counts (default: 3)")
    parser.add_argument("--processor", action="store_true", help="time of the processors, not by the clock")
    parser.add_argument("--sqlite", action="store_true", help="compare with SQLite's FTS5 in memory")
    parser.add_argument("--build", action="store_true", help="make the full-text index once more instead")
    given = parser.parse_args()
    index = open_store(given.store)
    if given.build:
        build(index)
        return
    watch = Watch(given.rounds, time.process_time if given.processor else time.perf_counter)
    measure(index, watch, _filled(index) if given.sqlite else None)


if __name__ == "__main__":
    main()
