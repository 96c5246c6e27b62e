"""Saved searches on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

FAST = ("--names", "fast")


def listed(wiredesk: Any, pile: Path) -> list[dict[str, Any]]:
    done = wiredesk("searches", "list", pile, *FAST, "--json")
    return json.loads(done.out) if done.out else []


def test_a_saved_search_counts_what_it_finds_and_what_is_new(wiredesk: Any, pile: Path) -> None:
    assert wiredesk("searches", "save", pile, "Falk", "person:Falk", "-dyke").code == 0
    (row,) = listed(wiredesk, pile)
    assert (row["name"], row["query"], row["articles"], row["new"]) == ("Falk", "person:Falk -dyke", 1, 1)
    assert "2 articles marked as seen" in wiredesk("searches", "seen", pile, *FAST).err
    assert listed(wiredesk, pile)[0]["new"] == 0
    (pile / "new.txt").write_text("Mayor Ida Falk opened a school in Lund on Friday.\n", encoding="utf-8")
    (row,) = listed(wiredesk, pile)
    assert (row["articles"], row["new"]) == (2, 1)
    found = json.loads(wiredesk("articles", pile, "is:new", *FAST, "--json").out)
    assert [article["path"] for article in found] == ["new.txt"]


def test_only_what_a_query_finds_can_be_marked_as_seen(wiredesk: Any, pile: Path) -> None:
    wiredesk("searches", "save", pile, "all", "is:new")
    assert "1 article marked as seen" in wiredesk("searches", "seen", pile, "dyke", *FAST).err
    assert listed(wiredesk, pile)[0]["new"] == 1


def test_searches_are_renamed_and_removed(wiredesk: Any, pile: Path) -> None:
    wiredesk("searches", "save", pile, "one", "storm")
    assert wiredesk("searches", "rename", pile, "one", "two words").code == 0
    assert [row["name"] for row in listed(wiredesk, pile)] == ["two words"]
    assert wiredesk("searches", "remove", pile, "two words").code == 0
    assert wiredesk("searches", "list", pile).code == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("remove", "none"), "no search is saved as 'none'"),
        (("save", "broken", "colour:red"), "colour"),
        (("save", " ", "storm"), "needs a name"),
    ],
)
def test_mistakes_are_told(wiredesk: Any, pile: Path, arguments: tuple[str, ...], told: str) -> None:
    command, *rest = arguments
    done = wiredesk("searches", command, pile, *rest)
    assert done.code == 2
    assert told in done.err


def test_a_damaged_desk_keeps_nobody_from_reading(wiredesk: Any, pile: Path, tmp_path: Path) -> None:
    wiredesk("searches", "save", pile, "one", "storm")
    (desk,) = (tmp_path / "data" / "wiredesk" / "desks").iterdir()
    desk.write_text("no log\n")
    done = wiredesk("articles", pile, *FAST)
    assert done.code == 0
    assert "is damaged" in done.err
