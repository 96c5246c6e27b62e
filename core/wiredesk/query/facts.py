"""The facts of some articles, and whether they are such as a node of a query means."""

from collections.abc import Sequence
from typing import Literal

import polars as pl

from wiredesk.query.called import actors_named, word_pattern
from wiredesk.query.clauses import Actor, Dates, Figures
from wiredesk.query.rows import articles_of, rows_in
from wiredesk.schema import MENTIONS
from wiredesk.store import Index
from wiredesk.text import fold


def facts_in(
    index: Index, table: Literal["events", "figures"], columns: Sequence[str], articles: pl.Series | None
) -> pl.DataFrame:
    """Some columns of the facts of articles.

    Args:
        index: The index.
        table: The facts' table.
        columns: Of that table.
        articles: Rows of `ARTICLES`, ascending; None: all of them.
    """
    facts = index.table(table).select(columns)
    return facts if articles is None else facts[rows_in(index, table, articles)]


def mentions_in(index: Index, node: Actor, articles: pl.Series | None) -> pl.DataFrame:
    """Where articles mention the actors that a name means: columns article_id and sentence, a row a mention.

    In the order of `MENTIONS`, which is not read.

    Args:
        index: The index.
        node: The name.
        articles: Rows of `ARTICLES`, ascending; None: all of them.
    """
    actors = actors_named(index, node)
    named, places = index.derived("named"), index.derived("places")
    if articles is None:
        rows = named["actor"].is_in(actors.implode()).arg_true()
    else:
        rows = rows_in(index, "mentions", articles)
        rows = rows.filter(named["actor"].gather(rows).is_in(actors.implode()))
    owners = articles_of(index, "mentions", rows)
    sentences = named["sentence"].gather(rows) - places["sentences"].gather(owners)
    return pl.DataFrame(
        {
            "article_id": index.articles["article_id"].gather(owners),
            "sentence": sentences.cast(MENTIONS["sentence"]),
        }
    )


def figures_matching(figures: pl.DataFrame, node: Figures) -> pl.Series:
    """For each row of a frame with the columns of `FIGURES` whether a node means it, as Boolean.

    Texts are compared once for each that is written differently: a million figures have some dozen units.
    """
    top = pl.coalesce("value_to", "value")
    tests: list[pl.Expr] = []
    if node.low is not None:
        tests.append(top > node.low if node.above else top >= node.low)
    if node.high is not None:
        value = pl.col("value")
        tests.append(value < node.high if node.below else value <= node.high)
    if node.unit is not None:
        tests.append(_measured(figures, node.unit.lower()))
    if node.kind is not None:
        tests.append(pl.col("kind") == node.kind)
    if node.noun is not None:
        nouns = figures["noun"].unique().drop_nulls()
        folded = pl.Series([fold(noun) for noun in nouns], dtype=pl.String)
        tests.append(
            pl.col("noun").is_in(nouns.filter(folded.str.contains(word_pattern(node.noun))).implode())
        )
    if not tests:
        return pl.repeat(value=True, n=figures.height, dtype=pl.Boolean, eager=True)
    return figures.select(pl.all_horizontal(tests).fill_null(value=False).alias("meant"))["meant"]


def _measured(figures: pl.DataFrame, wanted: str) -> pl.Expr:
    """Whether amounts have a unit: "usd" means every amount in dollars, "usd/bbl" those a barrel alone."""
    tests = [_written(figures, "unit", wanted)]
    for at, letter in enumerate(wanted):
        if letter == "/":
            tests.append(_written(figures, "unit", wanted[:at]) & _written(figures, "per", wanted[at + 1 :]))
    return pl.any_horizontal(tests)


def _written(figures: pl.DataFrame, column: str, lower: str) -> pl.Expr:
    same = [text for text in figures[column].unique().drop_nulls() if text.lower() == lower]
    return pl.col(column).is_in(sorted(same)).fill_null(value=False)


def within(first: pl.Expr, last: pl.Expr, wanted: Dates) -> pl.Expr:
    """Whether the days from `first` to `last` touch the wanted ones; null days never do."""
    tests = [first.is_not_null()]
    if wanted.first:
        tests.append(last >= pl.lit(wanted.first, pl.Date))
    if wanted.last:
        tests.append(first <= pl.lit(wanted.last, pl.Date))
    return pl.all_horizontal(tests).fill_null(value=False)


def article_ids(frame: pl.DataFrame) -> pl.DataFrame:
    """The articles of a frame's rows: one column, article_id, each once, in their order."""
    return frame.select("article_id").unique(maintain_order=True)
