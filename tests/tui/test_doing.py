"""Actions, help, keys and themes, as one who presses keys sees them."""

from collections.abc import Callable
from typing import Any

import pytest

from wiredesk.store import Index

Make = Callable[..., Any]


async def test_a_citation_is_shown_and_success_is_not_claimed(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("5", "y")
        shown = reader.sees("NoticeText")
        assert "“The port lost about 4.5 million euros.” — The Daily 0" in shown.replace("\n ", "")
        assert "whether the terminal took it" in shown
        assert "The port lost" in reader.app.clipboard
        await reader.press("_")
        assert not reader.sees("NoticeText")


async def test_help_lists_the_keys_and_is_filtered_by_typing(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("4", "?")
        assert "In the Timeline (where you are)" in reader.sees("HelpList")
        await reader.type("theme")
        assert "the next theme" in reader.sees("HelpList")
        assert "zoom" not in reader.sees("HelpList")
        await reader.press("escape")
        assert reader.sees("#timeline")


async def test_every_action_can_be_done_by_its_name(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press(":")
        await reader.type("fig")
        assert "figures" in reader.sees("#status")
        await reader.press("tab", "enter")
        assert reader.sees("#figures")
        await reader.press(":")
        await reader.type("nonsense")
        await reader.press("enter")
        assert "no action is called 'nonsense'" in reader.sees("#status")


async def test_an_action_of_another_pane_says_where_it_works(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press(":")
        await reader.type("zoom-in")
        await reader.press("enter")
        assert "'zoom-in' works in the timeline" in reader.sees("#status")


async def test_q_goes_back_and_then_quits(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="articles") as reader:
        await reader.press("enter", "q")
        assert reader.app.is_running
        assert reader.app.focused is reader.desk.current
        assert reader.sees("#reader")
        await reader.press("q")
        assert reader.app.is_running
        assert not reader.sees("#reader")
        await reader.pilot.press("q")
        await reader.pilot.pause()
    assert reader.app.return_code == 0


async def test_a_keymap_gives_an_action_other_keys(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="articles", keymap={"down": "x"}) as reader:
        await reader.press("x")
        assert "Port strike" in reader.row("#articles")
        await reader.press("k", "j")
        assert "Port strike" not in reader.row("#articles")


async def test_every_theme_can_be_put_on_and_the_first_comes_again(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        names: list[str] = []
        while len(names) < 2 or names[-1] != names[0]:
            await reader.press("t")
            names.append(reader.desk.look.palette.name)
            assert f"theme: {names[-1]}" in reader.sees("#status")
        assert len(names) > 6


@pytest.mark.parametrize("name", ["dark", "light", "high-contrast", "colour-blind", "sixteen", "monochrome"])
async def test_every_theme_can_be_the_first(reader_of: Make, index: Index, name: str) -> None:
    async with reader_of(index, theme=name) as reader:
        assert reader.desk.look.palette.name == name
        await reader.press("/", "escape", "?", "escape")
        assert reader.sees("#brief")
