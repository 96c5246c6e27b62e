"""Columns that several panes have, as wide as what stands in them."""

from dataclasses import replace
from typing import Final

import polars as pl

from wiredesk_tui.cells import Column
from wiredesk_tui.look import Glyphs
from wiredesk_tui.wording import published

DATES: Final = ("published", "not_before")
PUBLISHED: Final = Column("published", 10, 12, right=True)
"""Days end below each other, whether "not before" stands before one of them or not."""
SOURCE: Final = Column("source", 8, 16)


def published_column(frame: pl.DataFrame, glyphs: Glyphs, *, drop: int = 0) -> Column:
    """A column for the days of publication in a frame; left out where none is known at all."""
    known = frame.select([name for name in DATES if name in frame.columns]).unique()
    if known.select(pl.all_horizontal(pl.all().is_null().all())).item():
        texts: list[str] = []
    else:
        texts = [published(row, glyphs) for row in known.iter_rows(named=True)]
    column = PUBLISHED.for_texts(texts)
    return replace(column, least=column.most or 0, drop=drop)  # a day that is cut off is another day


def source_column(frame: pl.DataFrame, *, most: int = 16, wish: int = 0, drop: int = 0) -> Column:
    """A column for the outlets in a frame; left out where none is known."""
    outlets = frame["source"].drop_nulls().unique()
    return replace(SOURCE, most=most, wish=wish, drop=drop).for_texts(outlets)
