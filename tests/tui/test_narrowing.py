"""Searching and narrowing, as one who presses keys sees them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from wiredesk.store import Index
from wiredesk.store.fulltext import FullText

Make = Callable[..., Any]


async def test_space_narrows_all_panes_and_backspace_widens_them(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("3", "space")
        assert 'person:"Tomas Lind"' in reader.sees("#trail")
        assert "2 of 3 articles" in reader.sees("#trail")
        await reader.press("2")
        assert "Quiet day" not in reader.sees("#articles")
        await reader.press("backspace")
        assert "Quiet day" in reader.sees("#articles")
        assert "3 articles" in reader.sees("#trail")


@pytest.mark.parametrize(
    ("keys", "facet"),
    [
        (("2", "space"), 'source:"The Daily 1"'),
        (("4", "z", "z", "G", "k", "space"), "date:2021-07-06"),
        (("5", "G", "space"), "noun:worker"),
        (("7", "space"), 'keyword:"port strike"'),
    ],
)
async def test_every_row_narrows_to_what_it_stands_for(
    reader_of: Make, index: Index, keys: tuple[str, ...], facet: str
) -> None:
    async with reader_of(index) as reader:
        await reader.press(*keys)
        assert facet in reader.sees("#trail")


async def test_escape_clears_the_query_and_search_recalls_it(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("3", "space", "escape")
        assert "Tomas" not in reader.sees("#trail")
        await reader.press("/", "up", "enter")
        assert "Tomas" in reader.sees("#trail")


async def test_results_come_while_the_search_is_typed(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("/")
        await reader.type("transp")
        assert "the transport minister" in reader.sees("#hit-list")
        await reader.type("ort")
        await reader.press("enter", "enter")
        assert "the transport minister" in reader.sees("#reader")


async def test_another_search_is_shown_from_its_best_sentence_on(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("/")
        await reader.type("the")
        await reader.press("enter", "G")
        assert not reader.sees("#hit-list").splitlines()[1].startswith("▸")
        await reader.press("/")
        await reader.type("port")
        await reader.press("enter")
        assert reader.sees("#hit-list").splitlines()[1].startswith("▸")


async def test_a_search_given_up_leaves_everything_as_it_was(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="articles") as reader:
        await reader.press("/")
        await reader.type("weather")
        await reader.press("escape")
        assert reader.sees("#articles").count("2021-07") == 2
        assert "3 articles" in reader.sees("#trail")


async def test_a_broken_search_is_told_and_can_be_mended(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("/")
        await reader.type("port colour:red")
        await reader.press("enter")
        assert "colour" in reader.sees("#status")
        assert reader.app.focused is not None
        assert reader.app.focused.id == "input"
        assert reader.app.focused.cursor_position == len("port ")


async def test_an_empty_result_names_the_clause_that_emptied_it(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="articles") as reader:
        await reader.press("/")
        await reader.type("port zeppelin")
        await reader.press("enter")
        assert "nothing is left after  zeppelin" in reader.sees("#hit-list")
        await reader.press("2")
        assert "nothing is left after  zeppelin" in reader.sees("#articles")


async def test_hits_are_walked_through_with_n(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("/")
        await reader.type("port")
        await reader.press("enter", "G", "enter", "n")
        place = reader.desk.reader.place
        page = reader.desk.reader.page
        assert page is not None
        assert page.text[place.start : place.end].lower() == "port"
        await reader.press(*"nnnnnnnn")
        assert "no hit further on in this article" in reader.sees("#status")


async def test_only_matching_sentences_on_request(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("/")
        await reader.type("euros")
        await reader.press("enter", "5")
        assert "300" in reader.sees("#figures")
        await reader.press("w")
        assert "300" not in reader.sees("#figures")
        assert "4,500,000" in reader.sees("#figures")


async def test_a_sentence_tells_why_its_article_stands_there(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("/")
        await reader.type("strike")
        await reader.press("enter", "i")
        assert "newness" in reader.sees("NoticeText")


async def test_a_full_text_index_that_fails_is_told_and_the_search_answered(
    reader_of: Make, index: Index, tmp_path: Path
) -> None:
    broken = replace(index, fulltext=FullText(tmp_path, {}))  # there is nothing in it to open
    async with reader_of(broken) as reader:
        await reader.press("/")
        await reader.type("transp")
        assert "scanned" in reader.desk.told.text
        assert "the transport minister" in reader.sees("#hit-list")


async def test_what_was_found_while_typing_is_kept_where_only_longer_words_are_there(
    reader_of: Make, index: Index
) -> None:
    async with reader_of(index) as reader:
        await reader.press("/")
        await reader.type("transp")
        await reader.press("enter")
        assert "transp*" in reader.sees("#trail")
        assert "1 of 3 articles" in reader.sees("#trail")
        assert "no article has just 'transp'" in reader.sees("#status")
        assert "the transport minister" in reader.sees("#hit-list")


async def test_a_whole_word_is_kept_as_it_is_typed(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("/")
        await reader.type("port")
        await reader.press("enter")
        assert "port*" not in reader.sees("#trail")
        assert "2 of 3 articles" in reader.sees("#trail")


async def test_a_word_that_begins_nothing_stays_as_it_was_typed(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("/")
        await reader.type("zebra")
        await reader.press("enter")
        assert "zebra*" not in reader.sees("#trail")
        assert "nothing is left after  zebra" in reader.sees("#hit-list")
