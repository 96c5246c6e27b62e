"""What is shown where there is nothing but ASCII, and text whose cells are not its letters."""

import unicodedata
from collections.abc import Callable
from typing import Any

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk_tui.cells import Column, Span, clean, fit, table_line, width_of
from wiredesk_tui.lines import ready
from wiredesk_tui.terminal.letters import to_ascii

Make = Callable[..., Any]
COLUMNS = (Column("source", 8, 12), Column("date", 10, 10), Column("title", 8))
SCRIPTS = (
    "漢字かな交じり文です", "한국어 신문", "e\u0301\u0327te\u0301 d\u0065\u0301ja\u0300", "👩‍👩‍👧 news 🏳️‍🌈",
    "🇫🇷 Paris 👍🏽", "العربية اليوم", "עיתון היום", "הוּא אָמַר", "ไทยรัฐ", "हिन्दी समाचार", "½ € ≥ 300",
)  # fmt: skip


def shown_by_terminal(text: str) -> pyte.Screen:
    """A terminal after a text; character by character, as pyte drops what follows a mark without a class."""
    screen = pyte.Screen(120, 2)
    stream = pyte.Stream(screen)
    for char in text:
        stream.feed(char)
    return screen


@pytest.mark.parametrize(
    ("text", "shown"),
    [("≥ 300", ">= 300"), ("“Łódź” – naïve…", '"Lodz" - naive...'), ("4.5 € ± 2", "4.5 EUR +- 2"),
     ("km²", "km2"), ("½", "1/2"), ("漢字", "????"), ("мир", "???"), ("e\u0301", "e"), ("Straße", "Strasse")],
)  # fmt: skip
def test_what_has_an_equal_in_ascii_is_spelt_so(text: str, shown: str) -> None:
    assert to_ascii(text) == shown


@given(st.text())
def test_ascii_is_ascii(text: str) -> None:
    assert all(char < "\x7f" for char in to_ascii(text))


@given(st.lists(st.text(max_size=20), min_size=3, max_size=3), st.integers(30, 100))
def test_a_row_in_ascii_is_no_narrower_than_it_was(texts: list[str], width: int) -> None:
    line = table_line(COLUMNS, fit(COLUMNS, width), [Span(text) for text in texts], "..")
    assert sum(len(span.text) for span in ready(line, ascii=True)) >= width


def test_what_grows_takes_its_cells_from_the_blanks_behind_it() -> None:
    line = table_line(COLUMNS, [12, 10, 20], [Span("≥ 1 €"), Span("2021"), Span("x")], "..")
    shown = "".join(span.text for span in ready(line, ascii=True))
    assert shown.startswith(">= 1 EUR")
    assert shown.index("2021") == 14


@pytest.mark.parametrize("script", SCRIPTS)
def test_columns_behind_any_script_stand_where_they_should(script: str) -> None:
    """The cells that a terminal puts the text into are those that were counted."""
    line = table_line(COLUMNS, [12, 10, 20], [Span(script), Span("2021-07-06"), Span("title")])
    screen = shown_by_terminal("".join(span.text for span in line))
    assert "".join(screen.buffer[0][x].data for x in range(14, 24)) == "2021-07-06"
    assert "".join(screen.buffer[0][x].data for x in range(26, 31)) == "title"


@given(st.text(st.characters(blacklist_categories=["Cs", "Cn", "Co"]), max_size=30))
def test_a_cleaned_text_takes_the_cells_that_were_counted(text: str) -> None:
    shown = "a" + clean(unicodedata.normalize("NFC", text))
    screen = shown_by_terminal(shown + "|")
    assert screen.buffer[0][width_of(shown)].data[:1] == "|"
