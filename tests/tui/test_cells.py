"""Cutting text and laying out columns, in terminal cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from wiredesk_tui.cells import GAP, Column, Span, clean, cut, fit, line_width, table_line

COLUMNS = (
    Column("date", 10, 12),
    Column("source", 6, 20, drop=1),
    Column("count", 4, 4, right=True, drop=2),
    Column("title", 8),
)
TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=60)


@given(TEXTS, st.integers(0, 40))
def test_a_cut_text_never_takes_more_cells_than_it_may(text: str, width: int) -> None:
    assert cell_len(cut(clean(text), width)) <= width


@given(st.lists(TEXTS, min_size=4, max_size=4), st.integers(8, 120))
def test_a_row_takes_exactly_the_cells_of_its_line(texts: list[str], width: int) -> None:
    widths = fit(COLUMNS, width)
    assert line_width(table_line(COLUMNS, widths, [Span(text) for text in texts])) == width


@given(TEXTS)
def test_clean_text_holds_nothing_that_steers_a_terminal(text: str) -> None:
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in clean(text))


def test_columns_that_may_go_go_first() -> None:
    assert fit(COLUMNS, 60)[2] > 0
    assert fit(COLUMNS, 30)[1:3] == [6, 0]
    assert fit(COLUMNS, 22)[1:3] == [0, 0]


def test_widths_and_gaps_fill_the_row() -> None:
    for width in range(20, 200):
        widths = fit(COLUMNS, width)
        kept = [one for one in widths if one]
        assert sum(kept) + GAP * (len(kept) - 1) == width


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Varnholm", 8, "Varnholm"),
        ("Varnholm", 5, "Varn…"),
        ("漢字漢字", 5, "漢字…"),
        ("漢字", 1, ""),
        ("ab", 0, ""),
    ],
)
def test_a_cut_shows_and_never_splits_a_wide_character(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


def test_what_fills_a_column_up_is_plain() -> None:
    line = table_line(
        COLUMNS, [10, 0, 4, 8], [Span("2021", "date"), Span(""), Span("7", "figure"), Span("x")]
    )
    assert Span("2021", "date") in line
    assert Span("7", "figure") in line


def test_a_column_of_nothing_is_left_out() -> None:
    nothing = COLUMNS[1].for_texts([])
    assert fit((COLUMNS[0], nothing, COLUMNS[3]), 60)[1] == 0
    assert COLUMNS[1].for_texts(["The Daily"]).most == len("The Daily")
