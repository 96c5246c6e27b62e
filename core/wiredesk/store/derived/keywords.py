"""Keywords by number: which spellings are one keyword, and which rows need no second look."""

import polars as pl

from wiredesk.derived import KEYS, SPELLINGS, TOPICS
from wiredesk.keyword import keyword_key
from wiredesk.store.derived.rows import article_rows, group_rows


def make_spellings(keywords: pl.DataFrame) -> pl.DataFrame:
    """Frame with schema `SPELLINGS`."""
    spellings = keywords.select("keyword", "sort").unique().sort("keyword", "sort", nulls_last=True)
    keys = pl.Series([keyword_key(keyword) for keyword in spellings["keyword"]], dtype=pl.String)
    return spellings.select("keyword", "sort", (keys.rank("dense") - 1).alias("key")).cast(
        {"key": SPELLINGS["key"]}
    )


def make_topics(articles: pl.DataFrame, keywords: pl.DataFrame, spellings: pl.DataFrame) -> pl.DataFrame:
    """Frame with schema `TOPICS`."""
    known = spellings.with_row_index("spelling")
    rows = article_rows(articles, keywords)
    topics = keywords.select("keyword", "sort", "rank", rows.alias("article")).join(
        known, on=["keyword", "sort"], how="left", nulls_equal=True, maintain_order="left"
    )
    groups = group_rows(articles).gather(rows).cast(pl.UInt64)
    once = (groups * 2**32 + topics["key"].cast(pl.UInt64)).is_unique()
    return topics.with_columns(once.alias("alone")).select(
        pl.col(name).cast(dtype) for name, dtype in TOPICS.items()
    )


def make_keys(articles: pl.DataFrame, spellings: pl.DataFrame, topics: pl.DataFrame) -> pl.DataFrame:
    """Frame with schema `KEYS`."""
    keyed = topics.select("alone", "article", spellings["key"].gather(topics["spelling"]).alias("key"))
    shared = keyed.filter(~pl.col("alone"))
    groups = shared.select("key", group_rows(articles).gather(shared["article"]).alias("group")).unique()
    counts = pl.concat([keyed.filter("alone").select("key"), groups.select("key")]).group_by("key").len()
    return counts.sort("key").select(pl.col("len").cast(KEYS["articles"]).alias("articles"))
