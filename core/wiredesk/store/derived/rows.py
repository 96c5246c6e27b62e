"""Rows by number: where the facts of an article stand, who is named in it, and the orders of the lists."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Final

import polars as pl

from wiredesk.derived import AMOUNTS, CAST, MOMENTS, NAMED, OPENING, OUTLETS, PAIRS, PLACES, SEALS, SPANS
from wiredesk.text import fold

_SEAL_BYTES: Final = 8
"""A seal tells damage, not malice: one in 10**19 changed texts passes."""


def article_rows(articles: pl.DataFrame, facts: pl.DataFrame) -> pl.Series:
    """For each fact the row of its article, as UInt32; null where there is none."""
    known = articles.select("article_id").with_row_index("article")
    placed = facts.select("article_id").join(known, on="article_id", how="left", maintain_order="left")
    return placed["article"].cast(pl.UInt32)


def group_rows(articles: pl.DataFrame) -> pl.Series:
    """For each article the row of the one that it is a near-copy of, or its own."""
    own = pl.int_range(articles.height, eager=True, dtype=pl.UInt32)
    copied = article_rows(articles, articles.select(pl.col("duplicate_of").alias("article_id")))
    return copied.fill_null(own)


def make_places(
    articles: pl.DataFrame, outlets: pl.DataFrame, facts: Mapping[str, pl.DataFrame], pairs: pl.DataFrame
) -> pl.DataFrame:
    """Frame with schema `PLACES`.

    Args:
        articles: Schema `ARTICLES`.
        outlets: Schema `OUTLETS`.
        facts: The other tables that it speaks of, in the order of `ARTICLES`.
        pairs: Schema `PAIRS`.
    """
    groups = group_rows(articles)
    copies = groups.filter(articles["duplicate_of"].is_not_null()).value_counts(name="copies")
    own = pl.int_range(articles.height, eager=True, dtype=pl.UInt32)
    order = articles.select(
        pl.arg_sort_by(
            pl.col("duplicate_of").is_not_null(),
            "published",
            descending=[False, True],
            nulls_last=True,
            maintain_order=True,
        )
    ).to_series()
    number = outlets.with_row_index("outlet")
    places = (
        articles.select("source")
        .join(number, on="source", how="left", maintain_order="left")
        .select("outlet", order.arg_sort().alias("rank"), groups.alias("group"), own.alias("own"))
        .join(copies.rename({groups.name: "own"}), on="own", how="left", maintain_order="left")
    )
    ends = own.append(pl.Series([articles.height], dtype=pl.UInt32))
    firsts = {
        name: article_rows(articles, frame).search_sorted(ends, "left") for name, frame in facts.items()
    }
    firsts["pairs"] = pairs["article"].search_sorted(ends, "left")
    last = pl.DataFrame({"rank": [None]}, schema={"rank": pl.UInt32})
    return (
        pl.concat([places, last], how="diagonal_relaxed")
        .with_columns(pl.col("copies").fill_null(0), *(first.alias(name) for name, first in firsts.items()))
        .select(pl.col(name).cast(dtype) for name, dtype in PLACES.items())
    )


def make_outlets(articles: pl.DataFrame) -> pl.DataFrame:
    """Frame with schema `OUTLETS`."""
    return articles.select(list(OUTLETS)).drop_nulls().unique().sort("source")


def make_named(
    articles: pl.DataFrame, actors: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """Frame with schema `NAMED`."""
    known = actors.select("actor_id").with_row_index("actor")
    ends = pl.int_range(articles.height, eager=True, dtype=pl.UInt32)
    first = article_rows(articles, sentences).search_sorted(ends, "left")
    return (
        mentions.select("actor_id", "sentence")
        .join(known, on="actor_id", how="left", maintain_order="left")
        .select(
            "actor", (first.gather(article_rows(articles, mentions)) + pl.col("sentence")).alias("sentence")
        )
        .select(pl.col(name).cast(dtype) for name, dtype in NAMED.items())
    )


def make_pairs(articles: pl.DataFrame, mentions: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """Frame with schema `PAIRS`: ambiguous mentions count for nobody."""
    return (
        named.select("actor", article_rows(articles, mentions).alias("article"))
        .drop_nulls("actor")
        .group_by("article", "actor")
        .agg(pl.len().alias("mentions"))
        .sort("article", "actor")
        .select(pl.col(name).cast(dtype) for name, dtype in PAIRS.items())
    )


def make_cast(articles: pl.DataFrame, actors: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Frame with schema `CAST`."""
    days = pairs.with_columns(articles["published"].gather(pairs["article"]).alias("day"))
    seen = days.group_by("actor").agg(
        pl.col("day").min().alias("first"),
        pl.col("day").max().alias("last"),
        pl.col("mentions").sum(),
        pl.len().alias("articles"),
    )
    by_name = actors.select(pl.arg_sort_by("name", "kind", maintain_order=True)).to_series().arg_sort()
    return (
        actors.select(pl.int_range(pl.len(), dtype=pl.UInt32).alias("actor"), by_name.alias("by_name"))
        .join(seen, on="actor", how="left", maintain_order="left")
        .with_columns(pl.col("mentions", "articles").fill_null(0))
        .select(pl.col(name).cast(dtype) for name, dtype in CAST.items())
    )


def make_moments(articles: pl.DataFrame, events: pl.DataFrame, openings: pl.Series) -> pl.DataFrame:
    """Frame with schema `MOMENTS`: by `date_from`, the more precise first, what cannot be dated last."""
    return (
        events.select(
            "date_from", "date_to", article_rows(articles, events).alias("article"), openings.alias("opening")
        )
        .with_row_index("row")
        .sort("date_from", "date_to", nulls_last=True, maintain_order=True)
        .select(pl.col(name).cast(dtype) for name, dtype in MOMENTS.items())
    )


def make_amounts(articles: pl.DataFrame, figures: pl.DataFrame, openings: pl.Series) -> pl.DataFrame:
    """Frame with schema `AMOUNTS`: by kind, unit and counted thing, plain numbers last, the largest first."""
    order = figures.select(
        pl.arg_sort_by(
            pl.col("kind") == "count",
            "kind",
            "unit",
            pl.col("noun").str.to_lowercase().str.split(" ").list.last(),
            "value",
            descending=[False, False, False, False, True],
            nulls_last=True,
            maintain_order=True,
        ).alias("row")
    )
    placed = article_rows(articles, figures)
    return order.with_columns(
        placed.gather(order["row"]).alias("article"), openings.gather(order["row"]).alias("opening")
    ).select(pl.col(name).cast(dtype) for name, dtype in AMOUNTS.items())


def make_spans(sentences: pl.DataFrame) -> pl.DataFrame:
    """Frame with schema `SPANS`."""
    short = sentences.with_columns(pl.col("paragraph").fill_null(0).clip(0, 2**16 - 1))
    return short.select(pl.col(name).cast(dtype) for name, dtype in SPANS.items())


def openings_of(
    articles: pl.DataFrame, texts: pl.DataFrame, sentences: pl.DataFrame, facts: pl.DataFrame
) -> pl.Series:
    """For each fact a number for how its sentence begins, as UInt64; facts are in the order of `articles`."""
    spans = sentences.select("article_id", "sentence", "start", "end")
    told = facts.select("article_id", "sentence").unique(maintain_order=True)
    placed = told.join(spans, on=["article_id", "sentence"], how="left", maintain_order="left")
    text_of = texts["text"]
    numbers = [
        seal(fold(text_of[row][start:end])[:OPENING])
        for row, start, end in zip(article_rows(articles, told), placed["start"], placed["end"], strict=True)
    ]
    numbered = told.with_columns(pl.Series("opening", numbers, pl.UInt64))
    return facts.select("article_id", "sentence").join(
        numbered, on=["article_id", "sentence"], how="left", maintain_order="left"
    )["opening"]


def make_seals(texts: pl.DataFrame) -> pl.DataFrame:
    """Frame with schema `SEALS`."""
    return pl.DataFrame({"seal": [seal(text) for text in texts["text"]]}, schema=SEALS)


def seal(text: str) -> int:
    """Digest of a text, the same on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=_SEAL_BYTES).digest(), "big")
