"""What the selected articles are about, in their own words."""

from typing import Final

import polars as pl

from wiredesk.query.select import Selection
from wiredesk.store import Index
from wiredesk.text import fold

KEYWORDS_VIEW: Final = pl.Schema(
    {
        "keyword": pl.String,
        "articles": pl.Int32,  # of which it is one of the best keywords
        "score": pl.Float64,  # the higher the more telling
    }
)

RANK_DAMPING: Final = 10
"""The constant of reciprocal rank fusion (Cormack, Clarke and Buettcher 2009). They take 60 for lists
of a thousand; articles give lists of about twenty, where 10 still lets a first rank count twice a tenth."""


def keywords_view(index: Index, selection: Selection) -> pl.DataFrame:
    """The keywords of the selected articles, near-copies counted once.

    Scores of different articles cannot be compared, ranks can: each article gives a keyword
    1 / (`RANK_DAMPING` + rank), so that what leads in several articles leads here.

    Returns:
        Frame with schema `KEYWORDS_VIEW`, best first; keywords that fold alike are one, in the
        spelling that is most frequent.
    """
    originals = index.articles.filter(pl.col("duplicate_of").is_null()).select("article_id")
    keywords = index.keywords.join(originals, on="article_id", how="semi")
    if not selection.everything:
        keywords = keywords.join(selection.articles, on="article_id", how="semi")
    folded = pl.Series("folded", [fold(keyword) for keyword in keywords["keyword"]], pl.String)
    spellings = (
        keywords.with_columns(folded)
        .group_by("folded", "keyword", maintain_order=True)
        .agg(
            pl.len().alias("spelt"),
            pl.col("article_id").alias("ids"),
            (1 / (RANK_DAMPING + pl.col("rank"))).sum().alias("score"),
        )
        .sort("spelt", "keyword", descending=[True, False])
    )
    return (
        spellings.group_by("folded", maintain_order=True)
        .agg(
            pl.col("keyword").first(),
            pl.col("ids").explode().n_unique().cast(pl.Int32).alias("articles"),
            pl.col("score").sum().round(6),
        )
        .sort("score", "articles", "keyword", descending=[True, True, False])
        .select(list(KEYWORDS_VIEW))
    )
