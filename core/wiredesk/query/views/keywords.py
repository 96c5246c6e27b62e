"""What the selected articles are about, in their own words."""

from typing import Final
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.query.chosen import rows_of
from wiredesk.query.selection import Selection
from wiredesk.schema import KEYWORDS
from wiredesk.store import Index

KEYWORDS_VIEW: Final = pl.Schema(
    {
        "keyword": pl.String,
        "sort": KEYWORDS["sort"],  # what it is in most articles
        "articles": pl.Int32,  # of which it is one of the best keywords; near-copies are one
        "score": pl.Float64,  # the higher the more telling
        "article_id": pl.Int64,  # where it stands first in the article that it tells most of
        "sentence": pl.Int32,
        "start": pl.Int32,
        "end": pl.Int32,
    }
)

RANK_DAMPING: Final = 10
"""The constant of reciprocal rank fusion (Cormack, Clarke and Buettcher 2009). They take 60 for lists
of a thousand; articles give lists of about twenty, where 10 still lets a first rank count twice a tenth."""

SPREAD: Final = 0.7
"""The power of the number of articles in a score. 1 would be a plain sum over them, by which the words of
every second report lead; 0 a mean, by which one article's own words do. Judged by the first twenty keywords
of the sample corpus and of three hundred reports."""

_WHOLE: Final = 2**40
"""Salience counts in fractions of this, so that sums are the same in whatever order they are made."""
_ROWS: Final = 2**32
"""More rows than a table may have."""
_ADDRESS: Final = ("article_id", "sentence", "start", "end")
_CACHE: WeakKeyDictionary[Index, pl.DataFrame] = WeakKeyDictionary()


def keywords_view(index: Index, selection: Selection) -> pl.DataFrame:
    """The keywords of the selected articles, by how far they spread and how telling they are there.

    Scores of different articles cannot be compared, ranks can: each article gives a keyword the salience
    1 / (`RANK_DAMPING` + rank); near-copies give it once, as the one of them that ranks it highest does.
    With n articles of mean salience s the keyword's score is s * n ** `SPREAD`. Under a query it is
    multiplied with log2(1 + odds), the odds being its share of the selected articles to that of all
    others: what the selection has in common with everything tells nothing of it.

    Names are written the same everywhere and so would push all else from the top: names and other
    keywords take turns, each of the two by score.

    Returns:
        Frame with schema `KEYWORDS_VIEW`, best first; keywords that differ in case, accents, number or
        hyphens are one, in the spelling that is most frequent.
    """
    topics = _topics(index, selection)
    spellings = index.derived("spellings").with_row_index("spelling")
    spelt = _by_spelling(index, topics).join(spellings, on="spelling", maintain_order="left")
    told = (
        spelt.group_by("key")
        .agg(pl.col("articles", "salience").sum(), pl.col("first").min())
        .with_columns(pl.col("articles").cast(pl.Int32), pl.col("salience") / pl.col("articles") / _WHOLE)
        .with_columns((pl.col("salience") * pl.col("articles") ** SPREAD).alias("score"))
    )
    if not selection.everything:
        told = _against_the_rest(told, index, selection)
    listed = (
        told.join(_commonest(spelt, "keyword"), on="key")
        .join(_commonest(spelt, "sort"), on="key")
        .with_columns(pl.col("score").round(6))
        .sort("score", "articles", "keyword", descending=[True, True, False])
        .with_columns(
            pl.int_range(pl.len()).over("sort").alias("turn"), (pl.col("sort") == "name").alias("name")
        )
        .sort("turn", "name", nulls_last=False, maintain_order=True)
    )
    rows = (listed["first"] % _ROWS).cast(pl.UInt32)
    return listed.hstack(_addresses(index)[rows]).select(list(KEYWORDS_VIEW))


def _addresses(index: Index) -> pl.DataFrame:
    """Where each row of `KEYWORDS` stands: some twenty bytes a row, kept for the next query."""
    known = _CACHE.get(index)
    if known is None:
        every = pl.int_range(index.height("keywords"), eager=True, dtype=pl.UInt32)
        known = _CACHE[index] = index.gather("keywords", every, _ADDRESS)
    return known


def _topics(index: Index, selection: Selection) -> pl.DataFrame:
    """TOPICS of the selected articles; also `salience`, and `first`: by rank, then by place in the index."""
    topics = index.derived("topics")
    rows = rows_of(index, selection, "keywords")
    row = pl.int_range(pl.len(), dtype=pl.UInt64) if rows is None else rows.cast(pl.UInt64)
    kept = topics if rows is None else topics[rows]
    return kept.with_columns(
        (pl.col("rank").cast(pl.UInt64) * _ROWS + row).alias("first"),
        (_WHOLE // (RANK_DAMPING + pl.col("rank").cast(pl.UInt64))).alias("salience"),
    )


def _by_spelling(index: Index, topics: pl.DataFrame) -> pl.DataFrame:
    """Columns spelling, rows, articles, salience, first: `rows` are all, the others leave out near-copies."""
    lone = (
        topics.lazy()
        .filter("alone")
        .group_by("spelling")
        .agg(
            pl.len().cast(pl.Int64).alias("rows"),
            pl.len().cast(pl.Int64).alias("articles"),
            pl.col("salience").sum(),
            pl.col("first").min(),
        )
        .collect()
    )
    shared = topics.filter(~pl.col("alone"))
    shared = shared.with_columns(
        index.derived("spellings")["key"].gather(shared["spelling"]),
        index.derived("places")["group"].gather(shared["article"]),
    )
    best = shared.sort("first").unique(["key", "group"], keep="first")
    told = best.group_by("spelling").agg(
        pl.lit(0, pl.Int64).alias("rows"),
        pl.len().cast(pl.Int64).alias("articles"),
        pl.col("salience").sum(),
        pl.col("first").min(),
    )
    heard = shared.group_by("spelling").agg(
        pl.len().cast(pl.Int64).alias("rows"),
        pl.lit(0, pl.Int64).alias("articles"),
        pl.lit(0, pl.UInt64).alias("salience"),
        pl.lit(None, pl.UInt64).alias("first"),
    )
    return (
        pl.concat([lone, told, heard])
        .group_by("spelling")
        .agg(pl.col("rows", "articles", "salience").sum(), pl.col("first").min())
    )


def _against_the_rest(told: pl.DataFrame, index: Index, selection: Selection) -> pl.DataFrame:
    """Weigh scores by the odds of a keyword in the selected articles to those in all others.

    Half an article is added on either side, so that a keyword that the others have not, or a selection
    without others, gives a number.
    """
    groups = index.derived("places")["group"].drop_nulls()
    selected = groups.gather(selection.rows).n_unique()
    others = groups.n_unique() - selected
    everywhere = index.derived("keys")["articles"].gather(told["key"]).cast(pl.Float64)
    share = (pl.col("articles") + 0.5) / (selected + 1)
    rest = (everywhere - pl.col("articles") + 0.5).clip(0.5) / (others + 1)
    return told.with_columns(pl.col("score") * (1 + share / rest).log(2))


def _commonest(spelt: pl.DataFrame, column: str) -> pl.DataFrame:
    """For each key what a column has most often; of equals the first of the alphabet."""
    return (
        spelt.group_by("key", column)
        .agg(pl.col("rows").sum())
        .sort("rows", column, descending=[True, False], nulls_last=True)
        .unique("key", keep="first", maintain_order=True)
        .select("key", column)
    )
