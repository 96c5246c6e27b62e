"""The list."""

import polars as pl
import pytest
from textual.app import App, ComposeResult

from wiredesk_tui.cells import Line, Span
from wiredesk_tui.row_list import RowList
from wiredesk_tui.rows import FrameRows, ListRows, Row

MANY = 50_000


class Numbers(RowList):
    """Numbers, and how often each was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[int] = []

    def head_lines(self, width: int) -> list[Line]:
        return [[Span(f"Numbers {self.place}")]]

    def row_line(self, row: Row, width: int) -> Line:
        self.painted.append(row["n"])
        return [Span(str(row["n"]))]


class NumbersApp(App[None]):
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield Numbers()

    @property
    def numbers(self) -> Numbers:
        return self.query_one(Numbers)


def frame(count: int, first: int = 0) -> FrameRows:
    return FrameRows(pl.DataFrame({"n": range(first, first + count)}, schema={"n": pl.Int64}), ["n"])


async def test_of_many_rows_only_those_on_the_screen_are_looked_at() -> None:
    app = NumbersApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.numbers.focus()
        app.numbers.rows = frame(MANY)
        await pilot.pause()
        await pilot.press("G")
        assert app.numbers.row == {"n": MANY - 1}
        await pilot.press("g", "pagedown", "j")
        assert max(n for n in app.numbers.painted if n < MANY // 2) < 60
        assert len(set(app.numbers.painted)) < 80


async def test_a_step_within_the_page_repaints_three_lines() -> None:
    app = NumbersApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.numbers.focus()
        app.numbers.rows = frame(100)
        await pilot.pause()
        app.numbers.painted.clear()
        await pilot.press("j")
        assert sorted(set(app.numbers.painted)) == [0, 1]


async def test_a_step_over_the_edge_moves_the_page_by_a_part_of_it() -> None:
    app = NumbersApp()
    async with app.run_test(size=(40, 11)) as pilot:
        app.numbers.focus()
        app.numbers.rows = frame(100)
        await pilot.pause()
        await pilot.press(*"jjjjjjjjjj")
        assert (app.numbers.cursor, app.numbers.top) == (10, 2)
        await pilot.press(*"jjkkkkkkkkkk")
        assert (app.numbers.cursor, app.numbers.top) == (2, 2)
        await pilot.press("k")
        assert (app.numbers.cursor, app.numbers.top) == (1, 0)


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        (["j", "down"], 2),
        (["G"], 99),
        (["G", "g"], 0),
        (["pagedown"], 10),
        (["pagedown", "pageup"], 0),
        (["k"], 0),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], cursor: int) -> None:
    app = NumbersApp()
    async with app.run_test(size=(40, 11)) as pilot:
        app.numbers.focus()
        app.numbers.rows = frame(100)
        await pilot.pause()
        await pilot.press(*keys)
        assert app.numbers.cursor == cursor


async def test_the_cursor_stays_on_its_row_and_the_row_at_its_height_when_rows_are_replaced() -> None:
    app = NumbersApp()
    async with app.run_test(size=(40, 11)) as pilot:
        app.numbers.focus()
        app.numbers.rows = frame(100, first=50)
        await pilot.pause()
        await pilot.press("pagedown", "j", "j")
        height = app.numbers.cursor - app.numbers.top
        app.numbers.rows = frame(200)
        await pilot.pause()
        assert app.numbers.row == {"n": 62}
        assert app.numbers.cursor - app.numbers.top == height


async def test_a_cursor_that_nobody_has_moved_stays_on_the_first_row() -> None:
    app = NumbersApp()
    async with app.run_test(size=(40, 11)) as pilot:
        app.numbers.rows = frame(100, first=50)
        await pilot.pause()
        app.numbers.rows = frame(200)
        await pilot.pause()
        assert app.numbers.row == {"n": 0}


async def test_a_row_that_is_gone_leaves_the_cursor_at_its_height() -> None:
    app = NumbersApp()
    async with app.run_test(size=(40, 11)) as pilot:
        app.numbers.rows = frame(100)
        app.numbers.move_to(42)
        app.numbers.rows = frame(20)
        await pilot.pause()
        assert app.numbers.row == {"n": 19}
        app.numbers.rows = frame(0)
        await pilot.press("j", "enter", "space", "G")
        assert app.numbers.row is None


async def test_the_cursor_is_seen_without_colour() -> None:
    app = NumbersApp()
    async with app.run_test(size=(20, 6)) as pilot:
        app.numbers.rows = frame(3)
        app.numbers.move_to(1)
        await pilot.pause()
        assert [app.numbers.render_line(y).text[:3] for y in range(4)] == ["Num", "  0", "▸ 1", "  2"]


def test_a_row_is_found_by_what_it_is() -> None:
    rows = FrameRows(pl.DataFrame({"a": [1, 1, 2], "b": [None, 3, 3]}), ["a", "b"])
    assert [rows.find(rows.key(at)) for at in range(3)] == [0, 1, 2]
    assert rows.find(("something", "else")) is None
    assert rows.find(FrameRows(pl.DataFrame({"a": [1]}), ["a"]).key(0)) is None


def test_rows_made_by_hand_are_found_by_their_keys() -> None:
    rows = ListRows([{"key": "x"}, {"key": "y"}])
    assert (rows.find("y"), rows.find("z")) == (1, None)
