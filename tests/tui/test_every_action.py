"""A run through every action by its name, and through every part of the screen."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.store import Index
from wiredesk_tui.actions import NAMED
from wiredesk_tui.cells import clean, width_of
from wiredesk_tui.keys import BY_ID
from wiredesk_tui.line_widget import LineWidget
from wiredesk_tui.prompt_input import PromptInput, in_place

Make = Callable[..., Any]
LEAVING = {"quit", "quit-now", "suspend"}
ODD = (
    "≥ “Über” 漢字 مرحبا",
    "{person:Zoë Ångström|Zoë Ångström} paid {figure:at least 3 money EUR|≥ 3 €} {day:2021-07-06|am 6. Mai}. "
    "{person:Zoë Ångström|Zoë Ångström} met {person:Ägir Öl|Ägir Öl} at the “Café—Été”.",
)


def shown(reader: Any) -> Iterator[str]:
    """The lines of all parts of the screen."""
    for widget in reader.app.screen.query("*"):
        if isinstance(widget, LineWidget | PromptInput) and widget.region:
            yield from (widget.render_line(y).text for y in range(widget.size.height))


def beyond_ascii(reader: Any) -> list[str]:
    return [line for line in shown(reader) if not all(" " <= char <= "~" for char in line)]


@pytest.fixture
def odd(make_index: Make, articles: Any) -> Index:
    """The invented articles and one with letters from everywhere."""
    index: Index = make_index(
        [*articles, ODD],
        about=[{}, {}, {}, {"source": "Évening Pöst", "byline": "Ýr", "language": "ar", "title": ODD[0]}],
        refused=[("é.html", "é.html: “empty” — nothing in it")],
    )
    return index


async def test_every_action_is_done_by_its_name_and_shows_nothing_beyond_ascii(
    reader_of: Make, odd: Index
) -> None:
    async with reader_of(odd, ascii=True) as reader:
        for name in NAMED:
            if name in LEAVING:
                continue
            if BY_ID[name].context in ("timeline", "search"):
                await reader.press("4" if BY_ID[name].context == "timeline" else "7")
            await reader.type(f":{name}")
            assert name in reader.sees("#status")
            assert beyond_ascii(reader) == [], name
            await reader.press("enter")
            assert "no action is called" not in reader.sees("#status")
            assert beyond_ascii(reader) == [], name
            await reader.press("escape")
            if reader.app.screen is not reader.desk:
                await reader.press("escape")


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 12), (20, 5)])
async def test_every_pane_and_page_is_ascii_where_that_is_set(
    reader_of: Make, odd: Index, size: tuple[int, int]
) -> None:
    async with reader_of(odd, size, ascii=True) as reader:
        for keys in (
            *("1", "2", "3", "4", "5", "6", "7", "r", "?"),
            ("escape", "3", "enter"),
            ("escape", "2", "enter", "f"),
            ("escape", "5", "y"),
            ("escape", "r", "enter"),
            ("escape", "4", "z", "s"),
            ("/", *"Ångström", "enter"),
            ("/", *" näher:≥", "enter"),
        ):
            await reader.press(*keys)
            assert list(shown(reader))
            assert beyond_ascii(reader) == [], keys


@given(st.text(max_size=30))
def test_what_is_typed_takes_the_same_cells_in_ascii(text: str) -> None:
    typed = clean(text)
    assert in_place(typed).isascii()
    assert len(in_place(typed)) == sum(width_of(char) for char in typed)


@pytest.mark.parametrize(
    ("typed", "is_shown"), [("Ærø", "?ro"), ("“Lodz”", '"Lodz"'), ("漢字", "????"), ("е́", "?")]
)
def test_what_is_typed_can_be_read_in_ascii(typed: str, is_shown: str) -> None:
    assert in_place(typed) == is_shown
