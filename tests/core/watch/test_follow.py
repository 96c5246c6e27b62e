"""An index that is kept up to date."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import polars as pl

from wiredesk.errors import StoreError, StoreLockedError
from wiredesk.schema import ARTICLES, conform
from wiredesk.store import Index
from wiredesk.watch import Changes, Lookout, Stir, Update, follow

FILES = Stir(frozenset({Path("a.txt")}))
POINTER = Stir(index=True)


class Told(Lookout):
    """Tells what it was made with, then that it is time to stop."""

    def __init__(self, *stirs: Stir | None) -> None:
        self.stirs = list(stirs)

    def wait(self, seconds: float | None = None) -> Stir | None:
        return self.stirs.pop(0) if self.stirs else None

    def settled(self, stir: Stir) -> Stir:
        return stir


def index_of(generation: str, count: int) -> Index:
    rows = {"article_id": list(range(count)), "digest": ["same"] * count}
    articles = pl.DataFrame(rows, {"article_id": pl.Int64, "digest": pl.String})
    return replace(Index(), articles=conform(articles, ARTICLES), generation=generation)


def followed(
    lookout: Lookout,
    *results: Index | Exception,
    reopen: Callable[[], Index] | None = None,
    owed: Stir | None = None,
    told: list[str] | None = None,
) -> list[Update]:
    coming: Iterator[Index | Exception] = iter(results)

    def build() -> Index:
        result = next(coming)
        if isinstance(result, Exception):
            raise result
        return result

    first, stop = index_of("first", 1), Event()
    on_told = (told if told is not None else []).append
    return list(follow(first, lookout, stop, build=build, reopen=reopen or build, on_told=on_told, owed=owed))


def test_files_that_changed_give_another_index_and_what_is_different() -> None:
    (update,) = followed(Told(FILES), index_of("second", 3))
    assert (update.index.generation, update.changes) == ("second", Changes(new=2))


def test_nothing_is_handed_on_where_nothing_came_of_it() -> None:
    assert followed(Told(FILES, FILES), index_of("first", 1), index_of("first", 1)) == []


def test_each_update_is_compared_with_the_one_before_it() -> None:
    updates = followed(Told(FILES, FILES), index_of("second", 3), index_of("third", 4))
    assert [update.changes.new for update in updates] == [2, 1]


def test_an_index_that_another_process_wrote_is_opened_and_not_made() -> None:
    (update,) = followed(Told(POINTER), reopen=lambda: index_of("theirs", 2))
    assert update.index.generation == "theirs"


def test_another_writer_is_told_of_once_and_waited_for() -> None:
    told: list[str] = []
    locked = StoreLockedError("/desk: process 7 is writing this index; wait until it is done")
    (update,) = followed(Told(FILES), locked, locked, locked, index_of("second", 2), told=told)
    assert told == [str(locked)]
    assert update.changes == Changes(new=1)


def test_a_writer_that_is_done_in_a_moment_is_not_worth_a_word() -> None:
    told: list[str] = []
    locked = StoreLockedError("/desk: process 7 is writing this index; wait until it is done")
    (update,) = followed(Told(FILES), locked, index_of("second", 2), told=told)
    assert (update.index.generation, told) == ("second", [])


def test_what_fails_is_told_and_tried_again_and_the_index_before_it_stays() -> None:
    told: list[str] = []
    full = StoreError("/desk: no space is left on the disk; free some")
    (update,) = followed(Told(FILES), full, full, index_of("second", 2), told=told)
    assert told == [str(full)]
    assert update.changes == Changes(new=1)


def test_what_is_owed_is_done_before_anything_changes() -> None:
    (update,) = followed(Told(), index_of("second", 2), owed=FILES)
    assert update.index.generation == "second"
