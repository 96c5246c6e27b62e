"""The rows of a view, of which only those are made that are looked at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, Self

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
        near: For the identifier of an article the numbers that its rows may have; None: any.
        begin: Number of the first row that was made already.
        made: These rows, that stand together.
    """

    schema: pl.Schema
    rows: pl.Series
    show: Callable[[pl.Series], pl.DataFrame]
    column: Callable[[str, pl.Series], pl.Series]
    near: Callable[[int], pl.Series] | None = None
    begin: int = 0
    made: pl.DataFrame | None = None

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
        behind = min(offset + length, self.height)
        if self.made is not None and self.begin <= offset and behind <= self.begin + self.made.height:
            return self.made.slice(offset - self.begin, length)
        return self.show(self.rows.slice(offset, length))

    def head(self, length: int) -> "Listing":
        """The first rows."""
        return replace(self, begin=0, made=None, rows=self.rows.head(length))

    def with_ready(self, begin: int, length: int) -> Self:
        """The same, with some rows made that stand together."""
        return replace(self, begin=begin, made=self.slice(begin, length))

    @property
    def ready(self) -> int:
        """How many rows were made already."""
        return 0 if self.made is None else self.made.height

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
        return replace(self, begin=0, made=None, rows=self.rows.gather(order.to_series()))

    def find(self, **values: object) -> int | None:
        """The first row with these values in columns that can be had alone; None where there is none."""
        article = values.get("article_id")
        rows = self.rows
        places = pl.int_range(rows.len(), eager=True, dtype=pl.UInt32)
        if self.near is not None and isinstance(article, int):
            places = rows.is_in(self.near(article).implode()).arg_true()
            rows = rows.gather(places)
        columns = pl.DataFrame({name: self.column(name, rows) for name in values})
        same = columns.select(
            pl.all_horizontal(
                pl.col(name).eq_missing(pl.lit(value, dtype=self.schema[name]))
                for name, value in values.items()
            ).arg_true()
        )
        return int(places[same.item(0, 0)]) if same.height else None


class Begun(Listing):
    """A view of which some rows are known, and all others are found when they are first asked for.

    Args:
        made: Rows that stand together.
        begin: Number of the first of them.
        height: How many rows there are in all.
        whole: Gives the whole view.
    """

    _height: int
    _whole: Callable[[], Listing]

    def __init__(self, made: pl.DataFrame, begin: int, height: int, whole: Callable[[], Listing]) -> None:
        self.__dict__.update(schema=made.schema, made=made, begin=begin, _height=height, _whole=whole)

    def __getattr__(self, name: str) -> Any:
        if name not in ("rows", "show", "column"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        found = self._whole()
        self.__dict__.update(rows=found.rows, show=found.show, column=found.column, near=found.near)
        return self.__dict__[name]

    @property
    def height(self) -> int:
        """How many rows there are."""
        return self._height
