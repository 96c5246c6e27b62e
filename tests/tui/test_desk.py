"""The desk, as one who presses keys sees it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import polars as pl
import pytest
from textual import events
from textual.geometry import Size

from wiredesk.store import Index

Make = Callable[..., Any]
PANES = {"1": "#brief", "2": "#articles", "3": "#actors", "4": "#timeline", "5": "#figures", "r": "#refused"}


@pytest.mark.parametrize(("key", "selector"), PANES.items())
async def test_a_digit_shows_its_pane(reader_of: Make, index: Index, key: str, selector: str) -> None:
    async with reader_of(index) as reader:
        await reader.press(key)
        assert reader.sees(selector)
        assert all(not reader.sees(other) for other in PANES.values() if other != selector)


async def test_the_files_are_always_accounted_for(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        assert "4 files = 3 indexed + 0 grouped + 1 refused" in reader.sees("#status")


async def test_agreement_says_that_it_is_not_there(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("6")
        assert "not in this version" in reader.sees("#status")


async def test_enter_opens_an_article_below_the_list_and_escape_goes_back(
    reader_of: Make, index: Index
) -> None:
    async with reader_of(index, pane="articles") as reader:
        await reader.press("j", "enter")
        assert "The Daily 0 · 2021-07-01 (from its header line)" in reader.sees("#reader")
        assert "Port strike enters second week" in reader.row("#articles")
        assert reader.app.focused is reader.desk.reader
        await reader.press("escape", "k", "enter")
        assert "Ministry offers talks" in reader.sees("#reader")


async def test_an_article_says_what_its_language_has_not(
    reader_of: Make, make_index: Callable[..., Index], articles: tuple[tuple[str, ...], ...]
) -> None:
    index = make_index(articles[:1], about=[{"language": "ar", "source": "Wire", "path": "a"}])
    async with reader_of(index, pane="articles") as reader:
        await reader.press("enter", "f")
        assert "Arabic: names, roles and relative dates" in reader.sees("#reader")


async def test_a_keyword_that_is_a_name_says_so(reader_of: Make, index: Index) -> None:
    keywords = index.keywords.with_columns(
        pl.Series("keyword", ["Anna Berg", "port strike", "port strike"]),
        pl.Series("sort", ["name", "plain", "plain"]),
    )
    async with reader_of(replace(index, keywords=keywords)) as reader:
        await reader.press("7", "j")
        assert "name  Anna Berg" in reader.row("#keyword-list")
        await reader.press("k")
        assert "name" not in reader.row("#keyword-list")


async def test_an_undated_article_says_what_is_known(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="articles") as reader:
        await reader.press("G")
        assert "≥2020-05-01" in reader.row("#articles")
        await reader.press("enter")
        assert "date unknown, not before 2020-05-01" in reader.sees("#reader")


async def test_a_figure_opens_its_sentence_with_a_mark_in_the_margin(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("5")
        assert "~4,500,000" in reader.row("#figures")
        await reader.press("enter")
        marked = [line for line in reader.sees("#reader").splitlines() if line.startswith("▌")]
        assert "about 4.5 million euros" in " ".join(line.strip("▌ ") for line in marked)
        assert not any("walked out" in line for line in marked)


async def test_facts_are_walked_through_with_brackets(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="articles") as reader:
        await reader.press("enter", "]", "]", "[")
        page, place = reader.desk.reader.page, reader.desk.reader.place
        assert page is not None
        assert page.text[place.start : place.end] == "Tomas Lind"


async def test_brackets_in_a_list_open_its_rows_one_after_the_other(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="articles") as reader:
        await reader.press("]")
        assert "Port strike" in reader.row("#articles")
        assert "Port strike" in reader.sees("#reader")
        assert reader.app.focused is not reader.desk.reader


async def test_an_actor_shows_who_is_named_with_it_and_where(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("3", "j", "enter")
        seen = reader.sees("#actors")
        assert "Anna Berg  (person)" in seen
        assert "Anna Berg · Berg" in seen
        assert "Tomas Lind" in seen
        assert "2 mentions" in seen
        await reader.press("G", "enter")
        assert "Berg met Tomas Lind" in reader.sees("#reader")
        await reader.press("escape", "escape", "escape")
        assert "Anna Berg" in reader.row("#actors")
        assert "Varnholm" in reader.sees("#actors")


async def test_the_timeline_shows_dates_as_they_are_known(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("4")
        rows = [line[2:].split("  ")[0] for line in reader.sees("#timeline").splitlines()[-16:]]
        *dated, undated = [row for row in rows if row][-4:]
        assert dated == ["2021", "2021-06", "2021-07-06"]
        assert undated.startswith("? Some t")


async def test_the_zoom_of_the_timeline_changes_its_spans(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("4")
        assert "by month" in reader.sees("#timeline")
        await reader.press("Z")
        assert "by year" in reader.sees("#timeline")
        await reader.press("z", "z")
        assert "by week" in reader.sees("#timeline")


async def test_a_list_is_sorted_by_something_else(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="articles") as reader:
        await reader.press("s")
        assert "oldest first" in reader.sees("#articles")
        assert reader.sees("#articles").splitlines()[2].startswith("▸  2021-07-01")


async def test_the_reader_gets_the_whole_screen_and_gives_it_back(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="articles") as reader:
        await reader.press("enter", "f")
        assert not reader.sees("#articles")
        await reader.press("q")
        assert reader.sees("#articles")
        assert reader.sees("#reader")


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 12), (20, 5), (6, 2)])
async def test_every_pane_lives_in_every_size(reader_of: Make, index: Index, size: tuple[int, int]) -> None:
    async with reader_of(index, size) as reader:
        for key in "12345r7":
            await reader.press(key, "j", "enter", "escape", "escape")
        await reader.press("/", "p", "enter", "?", "escape", "2", "y", "_", "f")
        assert reader.app.is_running


async def test_a_wide_window_shows_four_parts(reader_of: Make, index: Index) -> None:
    async with reader_of(index, (160, 48), pane="articles") as reader:
        assert all(reader.sees(part) for part in ("#articles", "#reader", "#actors", "#timeline"))
        await reader.press("5")
        assert all(reader.sees(part) for part in ("#figures", "#reader", "#actors", "#timeline"))


async def test_no_furniture_beyond_ascii_when_told(reader_of: Make, make_index: Make) -> None:
    plain = make_index(
        [
            (
                "Title",
                "{person:Ann Lee|Ann Lee} met {day:2021-07-06|on 6 July} {figure:at least 3 count man|3}.",
            )
        ]
    )
    async with reader_of(plain, (80, 24), ascii=True) as reader:
        for key in "2345r7?":
            await reader.press(key)
            assert reader.sees("LineWidget").replace("—", "").isascii(), reader.sees("LineWidget")
            await reader.press("escape")


async def test_a_resize_keeps_the_sentence_on_the_screen(reader_of: Make, make_index: Make) -> None:
    body = " ".join(f"Sentence number {n} says little." for n in range(200))
    index = make_index([("Long", body + " {figure:7 count boat|7 boats} sank.")])
    async with reader_of(index) as reader:
        await reader.press("5", "enter")
        for size in ((50, 20), (160, 40), (30, 10), (80, 24)):
            await reader.pilot.resize_terminal(*size)
            await reader.settle()
            assert "7 boats" in " ".join(reader.sees("#reader").replace("▌", " ").split())


@pytest.mark.parametrize("scrolled", [False, True])
async def test_sizes_that_come_faster_than_the_screen_keep_the_place_too(
    reader_of: Make, make_index: Make, scrolled: bool
) -> None:
    body = " ".join(f"Sentence number {n} says little." for n in range(200))
    index = make_index([("Long", body + " {figure:7 count boat|7 boats} sank. " + body)])
    async with reader_of(index) as reader:
        await reader.press("5", "enter")
        if scrolled:
            await reader.press("pagedown", "pagedown")
        before = reader.sees("#reader")
        for size in ((33, 9), (200, 60), (41, 12), (1, 1), (160, 48), (80, 24)):
            reader.app.post_message(events.Resize(Size(*size), Size(*size)))
        await reader.settle()
        assert reader.sees("#reader") == before


async def test_a_resize_leaves_the_cursor_on_its_line_of_the_brief(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="brief") as reader:
        await reader.press("j", "j", "j", "j")
        before = reader.row("#brief")[:12]
        for size in ((44, 20), (30, 14), (80, 24)):
            await reader.pilot.resize_terminal(*size)
            await reader.settle()
            assert reader.row("#brief")[:12] == before


async def test_escape_gives_the_list_the_readers_lines_back_and_then_clears_the_query(
    reader_of: Make, index: Index
) -> None:
    async with reader_of(index) as reader:
        await reader.press("3", "space", "2", "enter", "escape")
        assert reader.sees("#reader")
        await reader.press("escape")
        assert not reader.sees("#reader")
        assert "Tomas" in reader.sees("#trail")
        await reader.press("backspace")
        assert not reader.sees("#reader")
        await reader.press("enter")
        assert reader.sees("#reader")
        await reader.press("q", "q", "3", "space", "escape")
        assert "Tomas" not in reader.sees("#trail")


async def test_in_a_wide_window_the_reader_follows_the_row_under_the_cursor(
    reader_of: Make, index: Index
) -> None:
    async with reader_of(index, (160, 48)) as reader:
        await reader.press("2")
        assert "Ministry offers talks" in reader.sees("#reader").splitlines()[0]
        await reader.press("j")
        assert "Port strike" in reader.sees("#reader").splitlines()[0]
        assert reader.app.focused is not reader.desk.reader
        await reader.press("5", "G")
        assert "▌ The Dockers' Union said" in reader.sees("#reader")
        await reader.press("enter", "escape", "4")
        assert "▌ The Dockers' Union said" in reader.sees("#reader")
        await reader.press("/")
        await reader.type("weather")
        assert "▌ Nothing of note" in reader.sees("#reader")


@pytest.mark.parametrize("size", [(160, 48), (80, 24)])
async def test_on_a_slow_line_and_in_a_narrow_window_it_waits_to_be_asked(
    reader_of: Make, index: Index, size: tuple[int, int]
) -> None:
    async with reader_of(index, size) as reader:
        reader.desk.follows = size == (80, 24)
        await reader.press("2", "j")
        assert "Port strike" not in reader.sees("#reader")
