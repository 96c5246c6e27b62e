"""Saved searches on the screen."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from wiredesk.desk import Desk
from wiredesk.query import searches_view
from wiredesk.store import Index
from wiredesk.watch import Changes
from wiredesk_tui.job import Job, OnPartial, OnProgress
from wiredesk_tui.news import with_searches
from wiredesk_tui.watching import Updated

Make = Callable[..., Any]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "desk.jsonl")


@pytest.fixture
def job(desk: Desk, index: Index) -> Job:
    def build(on_progress: OnProgress, on_partial: OnPartial, cancel: Event) -> Index:
        return index.with_seen(desk.seen())

    return Job("Sample", lambda: None, build, desk=desk)


async def test_the_query_is_saved_under_a_name_and_opened_again(
    reader_of: Make, job: Job, desk: Desk
) -> None:
    async with reader_of(job) as reader:
        await reader.press("/")
        await reader.type("Varnholm -talks")
        await reader.press("enter", "S")
        await reader.type("the port")
        await reader.press("enter")
        assert "saved as 'the port'" in reader.sees("#status")
        await reader.press("escape", "escape", "F")
        assert "1" in reader.row("SearchList")
        assert "the port" in reader.row("SearchList")
        await reader.press("enter")
        assert str(reader.desk.asked) == "Varnholm -talks"
        assert "Port strike" in reader.sees("#articles")
    assert desk.searches() == {"the port": "Varnholm -talks"}


async def test_without_a_query_there_is_nothing_to_save(reader_of: Make, job: Job, desk: Desk) -> None:
    async with reader_of(job) as reader:
        await reader.press("S")
        assert "nothing to save" in reader.sees("#status")
        await reader.press("F")
        assert "no search is saved" in reader.sees("SearchList")
        await reader.press("q")
        assert reader.sees("#status")
    assert not desk.file.exists()


async def test_a_name_that_is_not_given_saves_nothing(reader_of: Make, job: Job, desk: Desk) -> None:
    async with reader_of(job) as reader:
        await reader.press("/")
        await reader.type("port")
        await reader.press("enter", "S", "escape")
        assert str(reader.desk.asked) == "port"
        await reader.press("S", "enter")
        assert "needs a name" in reader.sees("#status")
    assert not desk.searches()


async def test_a_search_is_renamed_and_removed(reader_of: Make, job: Job, desk: Desk) -> None:
    desk.save("one", "port")
    async with reader_of(job) as reader:
        await reader.press("F", "R")
        await reader.type(" day")
        await reader.press("enter")
        assert desk.searches() == {"one day": "port"}
        await reader.press("F", "x")
        assert "it was: port" in reader.sees("#status")
    assert desk.searches() == {}


async def test_what_is_marked_as_seen_is_new_no_more(reader_of: Make, job: Job, desk: Desk) -> None:
    desk.save("port", "Varnholm")
    async with reader_of(job, (120, 30)) as reader:
        await reader.press("/")
        await reader.type("is:new")
        await reader.press("enter")
        assert "3 of 3" in reader.sees("#trail")
        await reader.press("escape", "escape", "/")
        await reader.type("Varnholm")
        await reader.press("enter", "M")
        assert "2 articles marked as seen" in reader.sees("#status")
        await reader.press("F")
        assert reader.row("SearchList").split()[1:3] == ["0", "2"]


async def test_the_list_marks_what_is_new_after_an_update(
    reader_of: Make, job: Job, desk: Desk, make_index: Make, articles: Any
) -> None:
    desk.save("port", "Varnholm")
    async with reader_of(job) as reader:
        await reader.press("M")
        more = make_index([*articles, articles[0]]).with_seen(desk.seen())
        reader.desk.post_message(Updated(more, "1 new article"))
        await reader.settle()
        await reader.press("F")
        assert reader.row("SearchList").split()[1:3] == ["1", "3"]


async def test_a_query_that_cannot_be_read_is_told_and_changes_nothing(
    reader_of: Make, job: Job, desk: Desk
) -> None:
    desk.save("broken", "colour:red")
    async with reader_of(job) as reader:
        await reader.press("F")
        assert "?" in reader.row("SearchList")
        await reader.press("enter")
        assert str(reader.desk.asked) == ""
        await reader.press("x")
        assert "colour" in reader.sees("#status")


async def test_where_nothing_is_kept_that_is_said(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("F")
        assert "nothing is kept" in reader.sees("#status")


def test_an_update_tells_in_which_searches_something_is_new(index: Index) -> None:
    searches = searches_view(index, {"calm": "weather", "none": "nowhere", "port": "Varnholm"})
    assert with_searches(Changes(new=1), searches) == "1 new article; new in calm (1), port (2)"
    assert with_searches(Changes(removed=1), searches) == "1 article removed"
