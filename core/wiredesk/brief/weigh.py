"""Which of many facts are worth a line: those that stand early, name leading actors, or come from several."""

from typing import Final, Literal

import polars as pl

from wiredesk.query import Selection
from wiredesk.query.chosen import few
from wiredesk.query.rows import articles_of, marked, rows_in
from wiredesk.store import Index

LATE: Final = 0.15
"""News stands at the top: each paragraph further down is worth so much less (1 / (1 + 0.15 n))."""

PRECISE: Final = {"day": 1.0, "week": 0.9, "month": 0.8, "range": 0.6, "quarter": 0.6, "year": 0.5}
"""How much a date is worth in a brief: the more precise the better; decades are background."""

FactsTable = Literal["events", "figures"]

_ORDERS: Final[dict[FactsTable, Literal["moments", "amounts"]]] = {"events": "moments", "figures": "amounts"}
"""Table -> the derived frame that has its rows in the order of their view."""


def weighed(index: Index, selection: Selection, table: FactsTable, named: pl.Series) -> pl.DataFrame:
    """The facts of the selected articles that may be told of, best first.

    Left out are near-copies, captions, dates without a place in time, and figures that say not of what they
    are, or how long something lasts or how old somebody is.

    Args:
        index: The index.
        selection: What to brief on.
        table: The facts' table.
        named: How many leading actors each sentence names (`naming`).

    Returns:
        Columns row, in the table; same, alike for facts that say the same; opening, alike for sentences
        that begin alike (a summary and the paragraph that repeats it). Facts lead that stand early, name
        leading actors, are told by several articles, and, of dates, are precise; of equals the first of
        their view.
    """
    facts = _numbered(index, selection, table)
    first = pl.col("same").ne_missing(pl.col("same").shift())
    another = first | pl.col("article").ne_missing(pl.col("article").shift())
    several = (
        facts.select(pl.col("same").set_sorted(), another.alias("another"))
        .group_by("same", maintain_order=True)
        .agg(pl.col("another").sum().alias("agree"), pl.len())
    )
    agree = several.select(pl.col("agree").log1p().repeat_by("len").explode()).to_series()
    weight = 1 / (1 + LATE * pl.col("paragraph")) + pl.col("named").log1p()
    if table == "events":
        weight += pl.col("precise")
    return (
        facts.with_columns(named.gather(facts["sentence"]).alias("named"), agree.alias("agree"))
        .select("row", "same", "opening", "place", (weight + pl.col("agree")).alias("weight"))
        .sort("weight", "place", descending=[True, False])
        .select("row", "same", "opening")
    )


def naming(index: Index, selection: Selection, leading: pl.Series) -> pl.Series:
    """How many of the leading actors each sentence of the selected articles names, as UInt32.

    Args:
        index: The index.
        selection: What to brief on.
        leading: Their rows in `ACTORS`.

    Returns:
        One number for each row of `SENTENCES`; 0 for those of other articles.
    """
    every = pl.zeros(index.height("sentences"), pl.UInt32, eager=True)
    mentions = mentions_of(index, selection, leading)
    if not mentions.height:
        return every
    many = leading.len()
    place = pl.zeros(index.height("actors"), pl.UInt32, eager=True)
    place = place.scatter(leading, pl.int_range(many, eager=True, dtype=pl.UInt32)).gather(mentions["actor"])
    pairs = (mentions["sentence"].cast(pl.UInt64) * many + place).sort()  # quicker than two columns
    sentences = pairs.filter(pairs.ne_missing(pairs.shift())) // many
    counts = sentences.rle().struct.unnest()
    return every.scatter(counts["value"], counts["len"])


def mentions_of(index: Index, selection: Selection, actors: pl.Series) -> pl.DataFrame:
    """Where the selected articles name some actors.

    Args:
        index: The index.
        selection: What to brief on.
        actors: Their rows in `ACTORS`.

    Returns:
        Columns row, in `MENTIONS`, ascending, actor and sentence, a row of `SENTENCES`.
    """
    named = index.derived("named")
    if few(selection):
        rows = rows_in(index, "mentions", selection.rows)
        return named[rows].with_columns(rows.alias("row")).filter(pl.col("actor").is_in(actors.implode()))
    wanted = pl.zeros(index.height("actors"), pl.UInt8, eager=True)
    wanted = wanted.scatter(actors, 1) if actors.len() else wanted
    rows = (wanted.gather(named["actor"]) == 1).arg_true() if wanted.len() else pl.Series([], dtype=pl.UInt32)
    if not selection.everything:
        rows = rows.filter(marked(selection.mask, articles_of(index, "mentions", rows)))
    return named[rows].with_columns(rows.cast(pl.UInt32).alias("row"))


def _numbered(index: Index, selection: Selection, table: FactsTable) -> pl.DataFrame:
    """The facts of the selected articles by number: see `_number`."""
    chosen = index.articles["duplicate_of"].is_null()
    if not selection.everything:
        chosen &= selection.mask
    ordered = index.derived(_ORDERS[table])
    return _number(index, table, ordered.filter(marked(chosen, ordered["article"])))


def _number(index: Index, table: FactsTable, facts: pl.DataFrame) -> pl.DataFrame:
    """What of some facts, in the order of their view, may be told of, by number: some thirty bytes each.

    Returns:
        Columns row, article, sentence (a row of `SENTENCES`), opening, paragraph, place (in the view), same;
        of events also precise. Sorted by same, then by article.
    """
    facts = facts.select("row", "article", "opening").with_row_index("place")
    facts = facts.filter(_telling(index, table).gather(facts["row"]))
    known = index.table(table)
    sentence = known["sentence"].gather(facts["row"]).cast(pl.UInt32)
    first = index.derived("places")["sentences"].gather(facts["article"])
    facts = facts.with_columns((first + sentence).alias("sentence"))
    spans = index.derived("spans").select("kind", "paragraph")[facts["sentence"]]
    facts = facts.hstack(spans).filter(pl.col("kind") != "caption").drop("kind")
    columns = ("value", "precision") if table == "events" else ("value", "value_to", "unit", "per", "noun")
    said = known.select(columns)[facts["row"]].with_row_index("number")
    number = pl.col("number").first()
    if table == "events":
        precise = pl.col("precision").replace_strict(PRECISE, default=0.2).alias("precise")
        same = said.select(number.over("value").alias("same"), precise)
    else:
        said = said.with_columns(pl.col("noun").str.to_lowercase().str.split(" ").list.last())
        same = said.select(number.over(columns).alias("same"))
    return facts.hstack(same).sort("same", "article")


def _telling(index: Index, table: FactsTable) -> pl.Series:
    """For each row of a table whether it says enough to be told of."""
    facts = index.table(table)
    if table == "events":
        return facts["value"].is_not_null()
    about = facts["noun"].is_not_null() | facts["unit"].is_not_null()
    return about & ~facts["kind"].is_in(["duration", "age"])
