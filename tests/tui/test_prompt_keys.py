"""Keys that come faster than the screen follows."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from wiredesk.errors import QueryError
from wiredesk.query import Query
from wiredesk.store import Index
from wiredesk_tui.prompt_input import PromptInput


async def test_letters_typed_right_after_the_slash_are_searched_for(
    reader_of: Callable[..., Any], index: Index
) -> None:
    async with reader_of(index) as reader:
        await reader.type("/sorting")
        await reader.press("enter")
        assert str(reader.desk.asked) == "sorting"


async def test_a_key_right_after_enter_is_no_part_of_the_search(
    reader_of: Callable[..., Any], index: Index
) -> None:
    async with reader_of(index) as reader:
        for turns in range(7):  # however far the program has come with Enter when the 5 is pressed
            await reader.type("/port")
            reader.strike("enter")
            for _ in range(turns):
                await asyncio.sleep(0)
            reader.strike("5")
            await reader.settle()
            assert str(reader.desk.asked) == "port"
            assert reader.desk.pane == "figures"
            await reader.press("backspace", "1")


async def test_a_key_right_after_a_pane_was_asked_for_is_for_that_pane(
    reader_of: Callable[..., Any], index: Index
) -> None:
    async with reader_of(index) as reader:
        await reader.press("4")
        zoom = reader.desk.timeline.zoom
        await reader.press("1")
        for key in ("4", "z"):
            reader.strike(key)
        await reader.settle()
        assert reader.desk.timeline.zoom != zoom


async def test_why_a_query_is_broken_is_worth_more_than_the_counts(
    reader_of: Callable[..., Any], index: Index
) -> None:
    async with reader_of(index) as reader:
        await reader.type("/date:in-the-spring port")
        wrong = reader.sees("#status")
        assert "write 2021, 2021-07 or 2021-07-06" in wrong


LONG = "date:on-the-first-day-of-the-spring"


@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 12)])
async def test_a_long_reason_is_told_whole_and_the_clause_is_marked(
    reader_of: Callable[..., Any], index: Index, width: int, height: int
) -> None:
    async with reader_of(index, size=(width, height)) as reader:
        await reader.type(f"/port {LONG}")
        await reader.press("enter")
        told = " ".join(reader.sees("#status").split())
        with pytest.raises(QueryError) as broken:
            Query.parse(f"port {LONG}")
        assert told == f"! {broken.value}"
        assert reader.sees("#status").count("\n") >= 1
        marked = [
            segment.text
            for segment in reader.desk.query_one(PromptInput).render_line(0)
            if segment.style is not None and segment.style.underline
        ]
        assert LONG.startswith("".join(marked)[:20])
        assert marked
        await reader.press("end", "space", "x")
        assert reader.sees("#status").count("\n") >= 1
        await reader.press("escape")
        assert reader.sees("#status").count("\n") == 0
        await reader.press("slash")
        assert reader.desk.query_one(PromptInput).broken is None
