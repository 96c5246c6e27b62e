"""Rows of articles taken from several frames in stretches: what is in order already is not sorted again."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import polars as pl

from wiredesk.store.derived import first_rows

MOST_STRETCHES: Final = 20_000
"""Beyond, putting stretches one behind the other (10 µs each) takes longer than sorting all rows."""


class Stretch(NamedTuple):
    """Articles that stand together in a part: rows `first` to `behind`, that one excluded."""

    part: int
    first: int
    behind: int


def stretches_of(order: pl.DataFrame) -> list[Stretch]:
    """The longest stretches that give an order.

    Args:
        order: Columns part, row: where each article stands now, in the order that is wanted.
    """
    begins = (pl.col("part") != pl.col("part").shift()) | (pl.col("row") != pl.col("row").shift() + 1)
    marked = order.with_columns(begins.fill_null(value=True).alias("begins"))
    firsts = marked.filter("begins").select("part", "row")
    lasts = marked.filter(pl.col("begins").shift(-1, fill_value=True))["row"]
    return [Stretch(part, first, last + 1) for (part, first), last in zip(firsts.rows(), lasts, strict=True)]


def in_stretches(
    parts: Sequence[Mapping[str, pl.DataFrame]], name: str, stretches: Sequence[Stretch]
) -> pl.DataFrame:
    """A frame of the articles of some stretches, in their order.

    Args:
        parts: Each with a frame `articles` and frames in its order, by name.
        name: Of the frame.
        stretches: Which articles of which part.
    """
    firsts = [first_rows(part["articles"], part[name]) for part in parts]
    pieces = [parts[0][name].clear()]
    for part, first, behind in stretches:
        start, end = firsts[part][first], firsts[part][behind]
        pieces.append(parts[part][name].slice(start, end - start))
    return pl.concat(pieces)
