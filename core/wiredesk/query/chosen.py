"""Which rows of the tables a selection holds: by number, so that nothing is joined to tell."""

from typing import Final

import polars as pl

from wiredesk.query.rows import Placed, article_rows, marked, rows_in
from wiredesk.query.selection import Selection
from wiredesk.store import Index

FEW: Final = 0.02
"""Share of the articles up to which it is cheaper to list and group their rows than to ask of every row, in
the order of the groups, whose it is (thirty million rows: 55 ms for a fiftieth, 65 to 140 for all)."""


def few(selection: Selection) -> bool:
    """Whether it is cheaper to list the rows of the selected articles than to ask of all rows."""
    return not selection.everything and selection.rows.len() <= FEW * selection.mask.len()


def rows_of(index: Index, selection: Selection, name: Placed) -> pl.Series | None:
    """The rows of a frame that belong to the selected articles.

    Returns:
        Their numbers, ascending, as UInt32; None: all rows.
    """
    return None if selection.everything else rows_in(index, name, selection.rows)


def kept(selection: Selection, frame: pl.DataFrame) -> pl.DataFrame:
    """The rows of a frame with a column `article`, a row of `ARTICLES`, that is selected; in their order."""
    return frame if selection.everything else frame.filter(marked(selection.mask, frame["article"]))


def direct_sentences(index: Index, selection: Selection) -> pl.DataFrame | None:
    """The sentences that match the query directly, as rows of `SENTENCES`: one column, `sentence`.

    None where no clause can be told from a sentence: then all match.
    """
    direct = selection.direct
    if direct is None:
        return None
    first = index.derived("places")["sentences"].gather(article_rows(index, direct["article_id"]))
    return direct.select((first + pl.col("sentence").cast(pl.UInt32)).alias("sentence"))
