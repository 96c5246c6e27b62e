"""Rows by number: where the facts of an article stand, who is named in it, and the orders of the lists."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from wiredesk.derived import (
    AMOUNTS,
    CAST,
    MOMENTS,
    NAMED,
    OUTLETS,
    PAIRS,
    PLACES,
    SPANS,
)

_TELLING: Final = {"money": 0, "percent": 1, "count": 3, "duration": 4, "age": 5}
_MEASURED: Final = 2
_PLAIN: Final = 6
"""Kind of figure -> its place in a list: what is paid, shared, measured and counted is what news is about;
how long and how old is told of anything; numbers that count nothing named (`_PLAIN`) say least."""


def article_rows(articles: pl.DataFrame, facts: pl.DataFrame) -> pl.Series:
    """For each fact the row of its article, as UInt32; null where there is none."""
    known = articles.select("article_id").with_row_index("article")
    # The facts of an article stand together: one lookup for each run of them.
    runs = facts.select(pl.col("article_id").rle()).unnest("article_id")
    placed = runs.join(known, left_on="value", right_on="article_id", how="left", maintain_order="left")
    run = facts.select(pl.col("article_id").rle_id()).to_series()
    return placed["article"].cast(pl.UInt32).gather(run)


def first_rows(articles: pl.DataFrame, facts: pl.DataFrame) -> pl.Series:
    """For each article, and for the end behind the last one, the row of its first fact, as UInt32.

    Args:
        articles: Columns article_id.
        facts: In the order of `articles`; an article without facts gets the row where they would stand.
    """
    runs = facts.select(pl.col("article_id").rle()).unnest("article_id")
    counts = articles.select("article_id").join(
        runs, left_on="article_id", right_on="value", how="left", maintain_order="left"
    )["len"]
    return pl.concat([pl.Series([0], dtype=pl.UInt32), counts.fill_null(0).cum_sum().cast(pl.UInt32)])


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
            "not_before",
            descending=[False, True, True],
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
    firsts = {name: first_rows(articles, frame) for name, frame in facts.items()}
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
    first = first_rows(articles, sentences)
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
    told = named.select("actor", article_rows(articles, mentions).alias("article")).drop_nulls("actor")
    # Both rows in one number, sorted: a third of the time that grouping by two columns takes.
    both = told.select(pl.col("article").cast(pl.UInt64) * 2**32 + pl.col("actor")).to_series().sort()
    return (
        both.rle()
        .struct.unnest()
        .select(
            (pl.col("value") // 2**32).cast(PAIRS["article"]).alias("article"),
            (pl.col("value") % 2**32).cast(PAIRS["actor"]).alias("actor"),
            pl.col("len").cast(PAIRS["mentions"]).alias("mentions"),
        )
    )


def by_day(articles: pl.DataFrame) -> pl.Series:
    """The rows of articles by their days of publication, unknown ones last, then as they stand; as UInt32."""
    order = articles.select(pl.arg_sort_by("published", nulls_last=True, maintain_order=True))
    return order.to_series().cast(pl.UInt32)


def make_appeared(articles: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Frame with schema `APPEARED`."""
    place = by_day(articles).arg_sort().cast(pl.UInt64).gather(pairs["article"])
    places = max(1, articles.height)
    most = 1 + int(pairs.select(pl.col("mentions").max().fill_null(0)).item())
    # One number for all three is sorted in a third of the time that three columns take.
    number = pairs["actor"].cast(pl.UInt64) * (places * most) + place * most + pairs["mentions"]
    ordered = number.sort().alias("number").to_frame()
    number = pl.col("number")
    return ordered.select(
        (number // (places * most)).cast(pl.UInt32).alias("actor"),
        (number // most % places).cast(pl.UInt32).alias("place"),
        (number % most).cast(pl.UInt32).alias("mentions"),
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
    """Frame with schema `AMOUNTS`: by kind (most telling first), unit and counted thing, largest first."""
    rank = pl.col("kind").replace_strict(_TELLING, default=_MEASURED, return_dtype=pl.UInt8)
    order = figures.select(
        pl.arg_sort_by(
            pl.when(pl.col("noun").is_null() & (pl.col("kind") == "count")).then(_PLAIN).otherwise(rank),
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
