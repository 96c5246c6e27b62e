"""The rows of a view, of which only those are made that are looked at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Self

import polars as pl

A_PORTION: Final = 10_000
"""Rows that are made at a time when all are wanted: some megabytes."""


@dataclass(frozen=True, eq=False)
class Listing:
    """A view as row numbers and what makes rows of them.

    Attributes:
        schema: Of the view.
        rows: Numbers of the rows of a table, in the order of the view.
        show: Makes the view's rows of some of these numbers, in their order.
        column: The values of one of the view's columns for some of these numbers.
    """

    schema: pl.Schema
    rows: pl.Series
    show: Callable[[pl.Series], pl.DataFrame]
    column: Callable[[str, pl.Series], pl.Series]

    @classmethod
    def of(cls, frame: pl.DataFrame) -> Self:
        """A view that was made as a whole."""
        return cls(
            frame.schema,
            pl.int_range(frame.height, eager=True, dtype=pl.UInt32),
            lambda rows: frame[rows],
            lambda name, rows: frame[name].gather(rows),
        )

    @property
    def height(self) -> int:
        """How many rows there are."""
        return self.rows.len()

    def slice(self, offset: int, length: int) -> pl.DataFrame:
        """Some rows that stand together."""
        return self.show(self.rows.slice(offset, length))

    def portions(self) -> Iterator[pl.DataFrame]:
        """All rows, some thousands at a time; one empty frame where there are none."""
        for offset in range(0, max(1, self.height), A_PORTION):
            yield self.slice(offset, A_PORTION)

    def frame(self) -> pl.DataFrame:
        """All rows."""
        return self.show(self.rows)

    def values(self, name: str) -> pl.Series:
        """One column of all rows.

        Raises:
            polars.exceptions.ColumnNotFoundError: it is none of those that are to be had alone.
        """
        return self.column(name, self.rows)

    def sorted(self, name: str, *, descending: bool) -> Self:
        """The same rows by a column, empty ones last, equal ones in the order that they have."""
        by = self.values(name).alias("by").to_frame()
        order = by.select(pl.arg_sort_by("by", descending=descending, nulls_last=True, maintain_order=True))
        return replace(self, rows=self.rows.gather(order.to_series()))

    def find(self, **values: object) -> int | None:
        """The first row with these values in columns that can be had alone; None where there is none."""
        columns = pl.DataFrame({name: self.values(name) for name in values})
        same = columns.select(
            pl.all_horizontal(
                pl.col(name).eq_missing(pl.lit(value, dtype=self.schema[name]))
                for name, value in values.items()
            ).arg_true()
        )
        return int(same.item(0, 0)) if same.height else None
