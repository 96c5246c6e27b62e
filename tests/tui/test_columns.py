"""Columns as wide as what stands in them."""

from datetime import date

import polars as pl
import pytest

from wiredesk_tui.cells import EXTRA, Column, fit
from wiredesk_tui.columns import published_column, source_column
from wiredesk_tui.look import ASCII, UNICODE, Glyphs

DAYS = {"published": [date(2021, 7, 6), None, None], "not_before": [None, date(2019, 3, 1), None]}


@pytest.mark.parametrize(("glyphs", "cells"), [(UNICODE, 11), (ASCII, 12)])
def test_no_day_is_ever_cut_off(glyphs: Glyphs, cells: int) -> None:
    column = published_column(pl.DataFrame(DAYS), glyphs)
    assert (column.least, column.most, column.right) == (cells, cells, True)


def test_days_that_are_all_known_need_no_room_for_a_sign() -> None:
    assert published_column(pl.DataFrame({"published": [date(2021, 7, 6)]}), UNICODE).most == 10


def test_where_no_day_is_known_there_is_no_column_for_it() -> None:
    frame = pl.DataFrame({"published": [None, None]}, schema={"published": pl.Date})
    assert fit((published_column(frame, UNICODE), Column("title", 10)), 60) == [0, 60]


def test_outlets_get_no_more_than_the_longest_needs_and_their_caption() -> None:
    assert source_column(pl.DataFrame({"source": ["The Daily", None]})).most == len("The Daily")
    assert source_column(pl.DataFrame({"source": ["AB", None]})).most == len("source")


def test_extras_go_before_anything_lacks_what_it_wishes() -> None:
    columns = (Column("title", 20, wish=40), Column("words", 5, 5, drop=EXTRA))
    assert fit(columns, 47) == [40, 5]
    assert fit(columns, 46) == [46, 0]
    assert fit(columns, 25) == [25, 0]
