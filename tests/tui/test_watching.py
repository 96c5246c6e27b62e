"""An open desk that goes on with what comes in."""

from collections.abc import Callable, Iterator
from typing import Any

from wiredesk.errors import StoreLockedError
from wiredesk.store import Index
from wiredesk.watch import Changes
from wiredesk_tui.job import Job
from wiredesk_tui.news import in_words
from wiredesk_tui.watching import QUIET, Later, Updated

Make = Callable[..., Any]


async def test_new_articles_leave_the_row_the_query_and_the_pane(
    reader_of: Make, make_index: Make, articles: Any
) -> None:
    about = [{"path": f"{name}.txt"} for name in "bcd"]
    more = make_index([("A first one", "Newer than all."), *articles], about=[{"path": "a.txt"}, *about])
    async with reader_of(make_index(articles, about=about), pane="articles") as reader:
        before = reader.row("#articles")
        reader.desk.post_message(Updated(more, "1 new article"))
        await reader.settle()
        assert reader.row("#articles").split("  ")[-1] == before.split("  ")[-1]
        assert "A first one" in reader.sees("#articles")
        assert "1 new article" in reader.sees("#status")
        await reader.press("j")
        assert "1 new article" not in reader.sees("#status")


async def test_a_changed_article_stays_at_the_sentence_that_is_read(
    reader_of: Make, make_index: Make
) -> None:
    body = " ".join(f"Sentence number {n} says little." for n in range(60))
    opened = "{figure:7 count boat|7 boats} sank. "
    before = make_index([("Long", body, opened + body)])
    after = make_index([("Long", "Something was put in before. " + body, body, opened + body)])
    async with reader_of(before) as reader:
        await reader.press("5", "enter")
        shown = reader.sees("#reader").splitlines()[1:]
        place = reader.desk.reader.place
        reader.desk.post_message(Updated(after, "1 article changed"))
        await reader.settle()
        moved = reader.desk.reader.place
        page = reader.desk.reader.page
        assert page.text[moved.start : moved.end] == "7 boats"
        assert moved.start > place.start
        assert moved.sentence == page.sentence_at(moved.start).number
        assert reader.sees("#reader").splitlines()[1:] == shown


async def test_a_sentence_that_is_gone_leaves_the_reader_where_it_was(
    reader_of: Make, make_index: Make
) -> None:
    body = " ".join(f"Sentence number {n} says little." for n in range(60))
    before = make_index([("Long", body, "{figure:7 count boat|7 boats} sank. " + body)])
    async with reader_of(before) as reader:
        await reader.press("5", "enter")
        reader.desk.post_message(Updated(make_index([("Long", body, body)]), "1 article changed"))
        await reader.settle()
        assert reader.desk.reader.place is None
        assert "Sentence number 16" in reader.sees("#reader")


async def test_the_first_index_of_a_watched_pile_is_shown_like_any_other(
    reader_of: Make, make_index: Make, articles: Any
) -> None:
    def watch(*_: Any) -> Iterator[tuple[Index, str]]:
        yield make_index(articles[:2]), ""
        yield make_index(articles), "1 new article"

    def build(*_: Any) -> Index:
        raise AssertionError("a watched pile is not built otherwise")

    async with reader_of(Job("Watched", lambda: None, build, watch)) as reader:
        assert "3 articles" in reader.sees("#trail")
        assert "1 new article" in reader.sees("#status")


async def test_what_is_ready_of_an_update_is_shown_where_the_reader_is(
    reader_of: Make, make_index: Make, articles: Any
) -> None:
    about = [{"path": f"{name}.txt"} for name in "bcd"]
    part = make_index([("A first one", "Newer."), *articles], about=[{"path": "a.txt"}, *about])

    def watch(_: Any, on_partial: Any, *__: Any) -> Iterator[tuple[Index, str]]:
        yield make_index(articles, about=about), ""
        on_partial(part)

    def build(*_: Any) -> Index:
        raise AssertionError("a watched pile is not built otherwise")

    job = Job("Watched", lambda: None, build, watch)
    async with reader_of(job, pane="articles") as reader:
        assert "A first one" in reader.sees("#articles")


def test_short_work_on_an_open_desk_shows_no_progress_and_long_work_does() -> None:
    now, shown, idle = [0.0], list[Any](), list[str]()
    step: Any = "a step"
    later = Later(shown.append, clock=lambda: now[0])
    later.tell(step)
    later.tell(None)
    assert shown == [step]
    later.begin(lambda: idle.append("done"))
    later.tell(step)
    later.tell(None)
    assert (shown, idle) == ([step], [])
    later.tell(step)
    now[0] += QUIET
    later.tell(step)
    later.tell(None)
    assert (shown, idle) == ([step, step], ["done"])


def test_changes_are_told_the_most_telling_first() -> None:
    assert in_words(Changes(new=1)) == "1 new article"
    assert in_words(Changes(new=3, changed=1, moved=2)) == "3 new articles, 1 changed, 2 moved"
    assert in_words(Changes(changed=1200, removed=1)) == "1,200 articles changed, 1 removed"
    assert in_words(Changes(refused=1)) == "1 file could not be read"
    assert in_words(Changes()) == ""


async def test_where_another_process_writes_the_index_the_desk_waits_for_what_comes_of_it(
    reader_of: Make, make_index: Make, articles: Any
) -> None:
    whole = make_index(articles)

    def locked(*_: Any) -> Index:
        raise StoreLockedError("pile: process 7 is writing this index")

    def join(_progress: Any, _partial: Any, on_note: Callable[[str], object], _cancel: Any) -> Iterator[Any]:
        on_note("another process is writing this index: waiting for it")
        yield Index(), ""
        yield whole, "3 new articles"

    async with reader_of(Job("Sample", lambda: None, locked, join=join), pane="articles") as reader:
        assert "Port strike" in reader.sees("#articles")
        assert "3 new articles" in reader.sees("#status")
    async with reader_of(Job("Sample", lambda: None, locked), pane="articles") as reader:
        assert "process 7 is writing" in reader.sees("#status")
