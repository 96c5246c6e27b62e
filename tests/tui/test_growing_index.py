"""What an index that is being made, or made anew, does to the screen."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wiredesk.errors import StoreError
from wiredesk.store import Index, Inputs, Store
from wiredesk_tui.job import Job
from wiredesk_tui.loading import SCREENFUL, Growth

Make = Callable[..., Any]


async def test_a_better_index_leaves_the_cursor_and_the_sentence_where_they_are(
    reader_of: Make, make_index: Make, make_job: Make, articles: Any
) -> None:
    small, whole = make_index(articles[:2]), make_index([*articles, articles[0]])
    async with reader_of(make_job(small)) as reader:
        await reader.press("5", "j", "enter")
        row, page, place = reader.row("#figures"), reader.desk.reader.page, reader.desk.reader.place
        reader.desk.post_message(_indexed(whole))
        await reader.settle()
        assert reader.row("#figures") == row
        assert reader.desk.reader.page is not page
        assert reader.desk.reader.place == place
        assert "4 articles" in reader.sees("#trail")


def _indexed(index: Index) -> Any:
    from wiredesk_tui.work import Indexed

    return Indexed(index)


async def test_the_stored_index_is_not_given_up_for_the_beginning_of_a_new_one(
    reader_of: Make, make_index: Make, make_job: Make, articles: Any
) -> None:
    whole = make_index(articles)
    async with reader_of(make_job(whole, stored=whole), pane="articles") as reader:
        reader.desk.post_message(_indexed(make_index(articles[:1])))
        await reader.settle()
        assert "3 articles" in reader.sees("#trail")


async def test_what_is_indexed_already_can_be_read_while_the_rest_is_read(
    reader_of: Make, make_index: Make, articles: Any
) -> None:
    from threading import Event

    shown, part, go_on = Event(), make_index(articles[:1] * SCREENFUL), Event()

    def build(on_progress: Any, on_partial: Any, cancel: Any) -> Index:
        on_partial(part)
        shown.set()
        go_on.wait(10)
        return make_index(articles)

    async with reader_of(Job("Slow", lambda: None, build), settle=False, pane="articles") as reader:
        while not reader.sees("#articles").count("Port strike"):
            await reader.pilot.pause()
        go_on.set()
        await reader.settle()
        assert "Ministry" in reader.sees("#articles")


async def test_nothing_is_counted_before_there_is_an_index(reader_of: Make, index: Index) -> None:
    from threading import Event

    from wiredesk_tui.work import Progressed

    go_on = Event()

    class Step:
        phase, done, total = "extract", 1, 2

    def build(on_progress: Any, on_partial: Any, cancel: Any) -> Index:
        go_on.wait(10)
        return index

    async with reader_of(Job("Slow", lambda: None, build), settle=False) as reader:
        await reader.pilot.pause()
        for _ in range(2):
            await reader.pilot.press("2", "1")  # panes that are turned to have nothing to show either
            assert "loading" in reader.sees("#trail")
            for part in ("#trail", "#status", "#brief"):
                assert not re.search("no article|articles|files|indexed", reader.sees(part)), part
            reader.desk.post_message(Progressed(Step()))
            await reader.pilot.pause()
        assert "1/2" in reader.sees("#status")
        go_on.set()
        await reader.settle()
        assert "3 articles" in reader.sees("#trail")
        assert "4 files" in reader.sees("#status")


async def test_progress_is_shown_with_done_and_total(reader_of: Make, index: Index) -> None:
    from wiredesk_tui.work import Progressed

    class Step:
        phase, done, total = "extract", 120, 2225

    async with reader_of(index) as reader:
        reader.desk.post_message(Progressed(Step()))
        await reader.settle()
        assert "reading" in reader.sees("#status")
        assert "120/2,225" in reader.sees("#status")


async def test_a_store_that_cannot_be_opened_is_told_in_words(reader_of: Make, index: Index) -> None:
    def stored() -> Index | None:
        raise StoreError("/srv/desk: is damaged; remove it and index again")

    def build(on_progress: Any, on_partial: Any, cancel: Any) -> Index:
        return index

    async with reader_of(Job("Damaged", stored, build)) as reader:
        await reader.press("_")
        assert "is damaged; remove it" in reader.sees("#status")
        assert "3 articles" in reader.sees("#trail")


async def test_a_better_index_leaves_what_is_read_where_it_was_scrolled_to(
    reader_of: Make, make_index: Make
) -> None:
    body = " ".join(f"Sentence number {n} says little." for n in range(200))
    index = make_index([("Long", "{figure:7 count boat|7 boats} sank. " + body)])
    async with reader_of(index) as reader:
        await reader.press("5", "enter", "space", "space")
        before = reader.sees("#reader")
        reader.desk.post_message(
            _indexed(make_index([("Long", "{figure:7 count boat|7 boats} sank. " + body)]))
        )
        await reader.settle()
        assert reader.sees("#reader") == before


async def test_in_a_low_window_a_better_index_takes_the_keys_from_nobody(
    reader_of: Make, make_index: Make, articles: Any
) -> None:
    async with reader_of(make_index(articles), (40, 9), pane="articles") as reader:
        await reader.press("enter", "escape")
        reader.desk.post_message(_indexed(make_index([*articles, articles[0]])))
        await reader.settle()
        assert reader.sees("#articles")
        assert not reader.sees("#reader")


def test_a_growing_index_is_shown_as_it_doubles_or_when_it_has_been_long() -> None:
    growth = Growth()
    assert not growth.worth(SCREENFUL - 1, 1.0, 2.0)
    assert growth.worth(SCREENFUL, 2.0, 2.0)
    assert not growth.worth(SCREENFUL + 10, 10.0, 2.0)
    assert growth.worth(2 * SCREENFUL, 11.0, 2.0)
    assert growth.worth(2 * SCREENFUL + 1, 27.0, 2.0)


async def test_a_damaged_table_is_told_and_the_other_panes_go_on(
    reader_of: Make, make_index: Make, make_job: Make, articles: Any, tmp_path: Path
) -> None:
    inputs = Inputs(roots=("pile",), signature="1", methods={}, settings={})
    stored = Store(tmp_path).write(make_index(articles), inputs)
    (file,) = tmp_path.glob("generations/*/figures.parquet")
    file.write_bytes(bytes(file.stat().st_size))

    def build(on_progress: Any, on_partial: Any, cancel: Any) -> Index:
        return stored

    async with reader_of(Job("Damaged", lambda: stored, build), pane="articles") as reader:
        await reader.press("5")
        assert "is damaged" in reader.sees("NoticeText")
        await reader.press("escape", "3")
        assert reader.row("#actors")
