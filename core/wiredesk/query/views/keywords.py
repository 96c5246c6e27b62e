"""What the selected articles are about, in their own words."""

from typing import Final

import polars as pl

from wiredesk.keyword import keyword_key
from wiredesk.query.select import Selection
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
    groups = index.articles.select("article_id", pl.coalesce("duplicate_of", "article_id").alias("group"))
    chosen = groups if selection.everything else groups.join(selection.articles, on="article_id", how="semi")
    selected = chosen["group"].n_unique()
    spellings = index.keywords.select(pl.col("keyword").unique(maintain_order=True))
    keys = spellings.with_columns(
        pl.Series("key", [keyword_key(keyword) for keyword in spellings["keyword"]], pl.String)
    )
    keywords = (
        index.keywords.join(chosen, on="article_id", maintain_order="left")
        .join(keys, on="keyword", maintain_order="left")
        .with_columns((1 / (RANK_DAMPING + pl.col("rank"))).alias("salience"))
    )
    told = (
        keywords.sort("salience", descending=True, maintain_order=True)
        .group_by("key", "group", maintain_order=True)
        .agg(pl.col("salience").first(), pl.col("article_id", "sentence", "start", "end").first())
        .group_by("key", maintain_order=True)
        .agg(
            pl.len().cast(pl.Int32).alias("articles"),
            pl.col("salience").mean(),
            pl.col("article_id", "sentence", "start", "end").first(),
        )
        .with_columns((pl.col("salience") * pl.col("articles") ** SPREAD).alias("score"))
    )
    if not selection.everything:
        told = _against_the_rest(told, index.keywords.join(keys, on="keyword"), groups, selected)
    return (
        told.join(_commonest(keywords, "keyword"), on="key")
        .join(_commonest(keywords, "sort"), on="key")
        .with_columns(pl.col("score").round(6))
        .sort("score", "articles", "keyword", descending=[True, True, False])
        .with_columns(
            pl.int_range(pl.len()).over("sort").alias("turn"), (pl.col("sort") == "name").alias("name")
        )
        .sort("turn", "name", nulls_last=False, maintain_order=True)
        .select(list(KEYWORDS_VIEW))
    )


def _against_the_rest(
    told: pl.DataFrame, keywords: pl.DataFrame, groups: pl.DataFrame, selected: int
) -> pl.DataFrame:
    """Weigh scores by the odds of a keyword in the selected articles to those in all others.

    Half an article is added on either side, so that a keyword that the others have not, or a selection
    without others, gives a number.
    """
    others = groups["group"].n_unique() - selected
    everywhere = keywords.join(groups, on="article_id").group_by("key").agg(pl.col("group").n_unique())
    share = (pl.col("articles") + 0.5) / (selected + 1)
    rest = (pl.col("group").cast(pl.Float64) - pl.col("articles") + 0.5).clip(0.5) / (others + 1)
    return told.join(everywhere, on="key", maintain_order="left").with_columns(
        pl.col("score") * (1 + share / rest).log(2)
    )


def _commonest(keywords: pl.DataFrame, column: str) -> pl.DataFrame:
    """For each key what a column has most often; of equals the first of the alphabet."""
    return (
        keywords.group_by("key", column)
        .len()
        .sort("len", column, descending=[True, False], nulls_last=True)
        .unique("key", keep="first", maintain_order=True)
        .select("key", column)
    )
