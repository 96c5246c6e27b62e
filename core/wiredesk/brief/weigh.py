"""Which of many facts are worth a line: those that stand early, name leading actors, or come from several."""

from typing import Final, Literal

import polars as pl

from wiredesk.query import Selection
from wiredesk.query.chosen import rows_of
from wiredesk.query.rows import marked
from wiredesk.store import Index

LATE: Final = 0.15
"""News stands at the top: each paragraph further down is worth so much less (1 / (1 + 0.15 n))."""

ORDERS: Final[dict[str, Literal["moments", "amounts"]]] = {"events": "moments", "figures": "amounts"}
"""Table -> the derived frame that has its rows in the order of their view."""


def weighed(
    index: Index,
    selection: Selection,
    table: Literal["events", "figures"],
    leading: pl.Series,
    columns: list[str],
) -> pl.DataFrame:
    """The facts of the selected articles that may be told of, with what tells how much they are worth.

    Near-copies and captions are left out.

    Args:
        index: The index.
        selection: What to brief on.
        table: The facts' table.
        leading: Rows of the leading actors in `ACTORS`.
        columns: Columns of the table to have beside.

    Returns:
        The rows in the order of their view, with `row` in the table, `article` (a row of `ARTICLES`),
        `opening` (the same for sentences that begin alike: a summary and the paragraph that repeats it),
        `weight` (higher for what stands early and names leading actors) and the columns asked for.
    """
    facts = _originals(index, selection, index.derived(ORDERS[table]))
    known = index.table(table).select("sentence", *columns)[facts["row"]]
    first = index.derived("places")["sentences"].gather(facts["article"])
    told = facts.hstack(known).with_columns((first + pl.col("sentence").cast(pl.UInt32)).alias("sentence"))
    spans = index.derived("spans").select("kind", "paragraph")[told["sentence"]]
    told = told.hstack(spans.rename({"kind": "sentence_kind"})).filter(pl.col("sentence_kind") != "caption")
    named = _naming(index, selection, leading)
    return told.join(named, on="sentence", how="left", maintain_order="left").with_columns(
        (1 / (1 + LATE * pl.col("paragraph")) + pl.col("named").fill_null(0).log1p()).alias("weight")
    )


def _originals(index: Index, selection: Selection, ordered: pl.DataFrame) -> pl.DataFrame:
    original = index.articles["duplicate_of"].is_null()
    wanted = original if selection.everything else original & selection.mask
    return ordered.filter(marked(wanted, ordered["article"]))


def _naming(index: Index, selection: Selection, leading: pl.Series) -> pl.DataFrame:
    """Columns sentence (a row of `SENTENCES`) and `named`: how many of the leading actors it names."""
    named = index.derived("named")
    rows = rows_of(index, selection, "mentions")
    mentions = named if rows is None else named[rows]
    return (
        mentions.lazy()
        .filter(pl.col("actor").is_in(leading.implode()))
        .unique()
        .group_by("sentence")
        .agg(pl.len().alias("named"))
        .collect()
    )
