"""What is different between two indexes."""

from dataclasses import replace

import polars as pl

from wiredesk.schema import ARTICLES, REFUSED, conform
from wiredesk.store import Index
from wiredesk.watch import Changes, changes_between


def index_with(*articles: tuple[int, str], refused: tuple[str, ...] = ()) -> Index:
    frame = pl.DataFrame(articles, {"article_id": pl.Int64, "digest": pl.String}, orient="row")
    broken = pl.DataFrame({"path": list(refused)}, {"path": pl.String})
    return replace(Index(), articles=conform(frame, ARTICLES), refused=conform(broken, REFUSED))


def test_equal_articles_are_no_change() -> None:
    assert not changes_between(index_with((1, "a"), (2, "b")), index_with((1, "a"), (2, "b")))


def test_articles_count_as_new_changed_or_removed() -> None:
    before, after = (
        index_with((1, "a"), (2, "b"), (3, "c")),
        index_with((1, "a"), (2, "other"), (4, "d"), (5, "e")),
    )
    assert changes_between(before, after) == Changes(new=2, changed=1, removed=1)


def test_an_article_in_another_file_is_moved_and_not_new() -> None:
    assert changes_between(index_with((1, "a")), index_with((9, "a"))) == Changes(moved=1)


def test_a_second_copy_of_an_article_that_stays_is_new() -> None:
    assert changes_between(index_with((1, "a")), index_with((1, "a"), (9, "a"))) == Changes(new=1)


def test_only_files_that_could_be_read_before_count_as_refused() -> None:
    before, after = index_with(refused=("old.bin",)), index_with(refused=("old.bin", "new.bin"))
    assert changes_between(before, after) == Changes(refused=1)
