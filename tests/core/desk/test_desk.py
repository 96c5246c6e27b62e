"""The reader's own work: kept, played again, and never half of it."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.desk import Desk, desk_file, keys_of, unseen
from wiredesk.desk.seen import KEYS, from_text, to_text
from wiredesk.errors import DeskError


def articles(*rows: tuple[int, str | None]) -> pl.DataFrame:
    return pl.DataFrame(rows, {"article_id": pl.Int64, "digest": pl.String}, orient="row")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "desks" / "pile.jsonl")


def test_a_desk_that_was_never_used_is_empty_and_makes_nothing(desk: Desk) -> None:
    assert desk.searches() == {}
    assert desk.seen() is None
    assert not desk.file.parent.exists()


def test_searches_are_saved_renamed_and_removed(desk: Desk) -> None:
    desk.save("  storms \t in   Lund", "storm place:Lund")
    desk.save("figures", "figure:>1000")
    desk.save("figures", "figure:>2000")
    desk.rename("figures", "big figures")
    assert Desk(desk.file).searches() == {"big figures": "figure:>2000", "storms in Lund": "storm place:Lund"}
    desk.remove("storms in Lund")
    assert list(desk.searches()) == ["big figures"]


def test_what_makes_no_sense_is_told_and_changes_nothing(desk: Desk) -> None:
    desk.save("one", "a")
    desk.save("two", "b")
    before = desk.file.read_bytes()
    for mistake in (
        lambda: desk.remove("three"),
        lambda: desk.rename("three", "four"),
        lambda: desk.rename("one", "two"),
        lambda: desk.rename("one", " "),
        lambda: desk.save("x" * 61, "a"),
    ):
        with pytest.raises(DeskError):
            mistake()
    assert desk.file.read_bytes() == before


def test_a_line_that_was_cut_short_counts_as_never_written(desk: Desk) -> None:
    desk.save("one", "a")
    whole = desk.file.read_bytes()
    desk.save("two", "b")
    lines = desk.file.read_bytes()
    for end in range(len(whole), len(lines)):
        desk.file.write_bytes(lines[:end])
        assert desk.searches() == {"one": "a"}
        desk.save("three", "c")
        assert desk.searches() == {"one": "a", "three": "c"}


def test_a_damaged_line_is_told_with_its_number(desk: Desk) -> None:
    desk.save("one", "a")
    desk.file.write_bytes(desk.file.read_bytes() + b'{"do": "dance"}\n')
    with pytest.raises(DeskError, match="line 3 is damaged"):
        desk.searches()


def test_a_desk_of_a_newer_version_is_left_alone(desk: Desk) -> None:
    desk.file.parent.mkdir()
    desk.file.write_text('{"do":"begin","version":2}\n{"do":"dance"}\n')
    with pytest.raises(DeskError, match="newer version"):
        desk.save("one", "a")
    assert desk.file.read_text().count("\n") == 2


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "desks").write_text("a file")
    with pytest.raises(DeskError, match="desks"):
        Desk(tmp_path / "desks" / "pile.jsonl").save("one", "a")


def test_before_the_first_look_all_articles_are_new(desk: Desk) -> None:
    some = articles((1, "aa"), (2, None))
    assert unseen(some, desk.seen()).equals(some)


def test_what_was_seen_is_new_no_more_and_what_came_since_is(desk: Desk) -> None:
    desk.mark_seen(articles((1, "aa"), (2, None)))
    assert unseen(articles((1, "aa"), (2, None), (3, "cc")), desk.seen())["article_id"].to_list() == [3]
    desk.mark_seen(articles((3, "cc")))
    assert unseen(articles((1, "aa"), (2, None), (3, "cc")), desk.seen()).is_empty()


def test_neither_an_edit_nor_a_move_makes_an_article_new(desk: Desk) -> None:
    desk.mark_seen(articles((1, "aa" * 16), (2, "bb" * 16)))
    assert unseen(articles((1, "cc" * 16), (9, "bb" * 16)), desk.seen()).is_empty()


def test_what_was_seen_before_is_not_written_again(desk: Desk) -> None:
    desk.mark_seen(articles((1, "aa"), (2, "bb")))
    size = desk.file.stat().st_size
    desk.mark_seen(articles((1, "aa")))
    assert desk.file.stat().st_size == size


def test_a_look_at_an_empty_pile_is_a_look(desk: Desk) -> None:
    desk.mark_seen(articles())
    assert unseen(articles((1, "aa")), desk.seen()).height == 1
    assert desk.seen() is not None


@given(st.lists(st.integers(0, 2**64 - 1)))
def test_keys_come_back_from_text(keys: list[int]) -> None:
    assert from_text(to_text(pl.Series("key", keys, KEYS))).to_list() == keys


@given(st.lists(st.tuples(st.integers(0, 2**53 - 1), st.from_regex(r"[0-9a-f]{32}", fullmatch=True))))
def test_all_articles_whose_keys_are_known_are_seen(rows: list[tuple[int, str]]) -> None:
    some = articles(*rows)
    assert unseen(some, keys_of(some)).is_empty()


def test_the_desk_of_a_pile_is_the_same_in_whichever_order_its_paths_are_given(tmp_path: Path) -> None:
    one, two = desk_file([Path("/a"), Path("/b")], tmp_path), desk_file([Path("/b"), Path("/a")], tmp_path)
    assert one == two
    assert one.parent == tmp_path / "desks"
