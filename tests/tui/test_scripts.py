"""Text of every script leaves columns straight: on each list and in the reader, as a terminal shows them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pyte
import pytest

from wiredesk.store import Index

Make = Callable[..., Any]
SCRIPTS = (
    "漢字かな交じり文", "한국어 신문", "e\u0301\u0327te\u0301 déja\u0300", "👩‍👩‍👧 🏳️‍🌈", "🇫🇷 👍🏽", "العربية",
    "עיתון היום", "הוּא אָמַר", "ไทยรัฐ", "हिन्दी समाचार", "½ € ≥", "Plain",
)  # fmt: skip
"""Wide, combining, joined, coloured, flags, right to left, with and without marks."""


def article(script: str) -> tuple[str, str]:
    """An invented article whose title, actors, dates and figures are written so."""
    return (
        f"{script} title",
        f"{{person:{script} Berg|{script} Berg}} met {{place:Old {script}|Old {script}}} "
        f"{{day:2021-07-06|on {script}}} and "
        f"{{figure:at least 300 count {script.split()[0]}|{script} 300}} boats.",
    )


@pytest.fixture
def scripts(make_index: Make) -> Index:
    about = [{"source": f"{script} Post", "published": date(2021, 7, 6)} for script in SCRIPTS]
    refused = [(f"{script}.html", f"holds no text: {script}") for script in SCRIPTS]
    index: Index = make_index([article(script) for script in SCRIPTS], about=about, refused=refused)
    return index


def cells(text: str) -> list[str]:
    """What a terminal has in its cells; fed by character, as pyte drops what follows some marks."""
    screen = pyte.Screen(200, 2)
    stream = pyte.Stream(screen)
    for char in text:
        stream.feed(char)
    return [screen.buffer[0][x].data for x in range(200)]


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
@pytest.mark.parametrize(
    ("keys", "selector", "mark"),
    [
        ("2", "#articles", "title"),
        ("3", "#actors", "Berg"),
        ("4", "#timeline", "2021-07-06"),
        ("5", "#figures", "300"),
        ("r", "#refused", "holds"),
        ("7", "#hit-list", "2021-07-06"),
    ],
)
async def test_every_line_takes_the_cells_of_its_list(
    reader_of: Make, scripts: Index, size: tuple[int, int], keys: str, selector: str, mark: str
) -> None:
    async with reader_of(scripts, size) as reader:
        if keys == "7":
            await reader.type("/boats")
            await reader.press("enter")
        else:
            await reader.press(keys)
        assert mark in reader.sees(selector)
        widget = reader.app.screen.query_one(selector)
        for y in range(widget.size.height):
            shown = cells(widget.render_line(y).text + "|")
            assert shown[widget.size.width] == "|", widget.render_line(y).text


@pytest.mark.parametrize(
    ("keys", "selector", "column"),
    [("2", "#articles", "2021-07-06"), ("4", "#timeline", "2021-07-06"), ("r", "#refused", "holds no text")],
)
async def test_a_column_begins_in_the_same_cell_in_every_row(
    reader_of: Make, scripts: Index, keys: str, selector: str, column: str
) -> None:
    async with reader_of(scripts) as reader:
        await reader.press(keys)
        widget = reader.app.screen.query_one(selector)
        rows = [cells(widget.render_line(y).text) for y in range(widget.size.height)]
        found = {"".join(one[:1] or "\0" for one in row).find(column) for row in rows}
        assert len(found - {-1}) == 1


async def test_the_cells_before_and_behind_the_reader_stay_its_own(reader_of: Make, scripts: Index) -> None:
    async with reader_of(scripts, pane="articles") as reader:
        for _ in SCRIPTS:
            await reader.press("enter")
            widget = reader.desk.reader
            for y in range(widget.size.height):
                shown = cells(widget.render_line(y).text + "|")
                assert shown[widget.size.width] == "|"
            await reader.press("escape", "j")
