"""The desk, as one who presses keys sees it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from wiredesk.errors import StoreError
from wiredesk.store import Index
from wiredesk_tui.job import Job

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
        await reader.press("escape", "escape")
        assert "Anna Berg" in reader.row("#actors")
        assert "Varnholm" in reader.sees("#actors")


async def test_the_timeline_shows_dates_as_they_are_known(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("4")
        rows = [line[2:].split("  ")[0] for line in reader.sees("#timeline").splitlines()[-16:]]
        assert [row for row in rows if row][-4:] == ["2021", "2021-06", "2021-07-06", "? Some time ago"]


async def test_the_zoom_of_the_timeline_changes_its_spans(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("4")
        assert "by month" in reader.sees("#timeline")
        await reader.press("Z")
        assert "by year" in reader.sees("#timeline")
        await reader.press("z", "z")
        assert "by week" in reader.sees("#timeline")


async def test_only_matching_sentences_on_request(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("/")
        await reader.type("euros")
        await reader.press("enter", "5")
        assert "300" in reader.sees("#figures")
        await reader.press("w")
        assert "300" not in reader.sees("#figures")
        assert "4,500,000" in reader.sees("#figures")


async def test_a_list_is_sorted_by_something_else(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="articles") as reader:
        await reader.press("s")
        assert "oldest first" in reader.sees("#articles")
        assert reader.sees("#articles").splitlines()[2].startswith(("▸ 2021-07-01", "  2021-07-01"))


async def test_a_citation_is_shown_and_success_is_not_claimed(reader_of: Make, index: Index) -> None:
    async with reader_of(index) as reader:
        await reader.press("5", "y")
        shown = reader.sees("NoticeText")
        assert "“The port lost about 4.5 million euros.” — The Daily 0" in shown.replace("\n ", "")
        assert "whether the terminal took it" in shown
        assert "The port lost" in reader.app.clipboard
        await reader.press("x")
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


async def test_the_reader_gets_the_whole_screen_and_gives_it_back(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="articles") as reader:
        await reader.press("enter", "f")
        assert not reader.sees("#articles")
        await reader.press("q")
        assert reader.sees("#articles")
        assert reader.sees("#reader")


async def test_q_goes_back_and_then_quits(reader_of: Make, index: Index) -> None:
    async with reader_of(index, pane="articles") as reader:
        await reader.press("enter", "q")
        assert reader.app.is_running
        assert reader.app.focused is reader.desk.current
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

    shown, part, go_on = Event(), make_index(articles[:1]), Event()

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
        await reader.press("x")
        assert "is damaged; remove it" in reader.sees("#status")
        assert "3 articles" in reader.sees("#trail")


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 12), (20, 5), (6, 2)])
async def test_every_pane_lives_in_every_size(reader_of: Make, index: Index, size: tuple[int, int]) -> None:
    async with reader_of(index, size) as reader:
        for key in "12345r7":
            await reader.press(key, "j", "enter", "escape", "escape")
        await reader.press("/", "p", "enter", "?", "escape", "2", "y", "x", "f")
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
