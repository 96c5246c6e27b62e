"""Articles drawn from a stock, as the frames of a store, a chunk at a time."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from typing import Final

import polars as pl

from resampling.stock import Stock
from wiredesk.schema import TABLES, conform, identifier
from wiredesk.shingles import sketches

CHUNK: Final = 10_000
"""Articles that are drawn together. A chunk hangs on its number alone, so a small pile begins a large one."""

SENTENCES: Final = range(17, 32)
"""Sentences of an article without its title: some 2.9 KB with news agencies' sentences of 125 characters."""
A_PARAGRAPH: Final = 3
FIRST_DAY: Final = date(2005, 1, 1)
DAYS: Final = 20 * 365
SHARE_UNDATED: Final = 0.05
SHARE_UNSOURCED: Final = 0.03
COPY_EVERY: Final = 50
"""Every so manieth article has the sentences of the one before it: a near-copy by another outlet."""
A_SHARD: Final = 1_000
KEYWORDS: Final = 20

_TOWNS: Final = (
    "Aldmoor", "Brackwater", "Carrow", "Dunhaven", "Eastmere", "Fellgate", "Garth", "Hollin", "Inverlyn",
    "Jarrow Vale", "Kestrel Bay", "Larkhill",
)  # fmt: skip
_PAPERS: Final = ("Courier", "Herald", "Observer", "Post", "Tribune")
OUTLETS: Final = tuple(f"{town} {paper}" for town in _TOWNS for paper in _PAPERS)


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """Some drawn articles.

    Attributes:
        frames: All of `wiredesk.schema.TABLES` but the actors.
        named: Columns actor_id, mentions, articles: how often these articles name whom.
    """

    frames: Mapping[str, pl.DataFrame]
    named: pl.DataFrame


def draw_chunk(stock: Stock, number: int, articles: int = CHUNK) -> Chunk:
    """Draw the first articles of a chunk, always the same ones.

    Args:
        stock: What to draw from.
        number: Of the chunk, from 0.
        articles: How many, at most `CHUNK`.
    """
    articles_, drawn = _drawn(stock, number, articles)
    sentences = (
        drawn.join(stock.sentences, on="stock", maintain_order="left")
        .with_columns((pl.col("length") + 1).cum_sum().over("article").alias("behind"))
        .with_columns(
            (pl.col("behind") - pl.col("length") - 1).alias("start"), (pl.col("behind") - 1).alias("end")
        )
    )
    texts = (
        sentences.with_columns(
            pl.when(pl.col("sentence") == 0)
            .then(pl.lit(""))
            .when((pl.col("sentence") - 1) % A_PARAGRAPH == 0)
            .then(pl.lit("\n"))
            .otherwise(pl.lit(" "))
            .alias("gap")
        )
        .group_by("article", maintain_order=True)
        .agg(
            (pl.col("gap") + pl.col("text")).str.join("").alias("text"),
            pl.col("text").first().alias("title"),
        )
    )
    told = articles_.join(texts, on="article", maintain_order="left")
    about = _articles(told)
    ids = told.select("article", "article_id", "published")
    placed = sentences.select("article", "sentence", "stock", pl.col("start").alias("from")).join(
        ids, on="article", maintain_order="left"
    )
    facts = {
        name: placed.join(frame, on="stock", maintain_order="left_right").with_columns(
            pl.col("start", "end") + pl.col("from")
        )
        for name, frame in stock.facts.items()
    }
    facts["events"] = _redated(facts["events"])
    facts["keywords"] = _best(facts["keywords"])
    frames = {
        "articles": about,
        "texts": told.select("article_id", "text"),
        "sentences": sentences.join(ids, on="article", maintain_order="left").with_columns(
            ((pl.col("sentence") + A_PARAGRAPH - 1) // A_PARAGRAPH).alias("paragraph")
        ),
        "sketches": sketches(told.select("article_id", "text")),
        "files": _files(told),
        "refused": TABLES["refused"].to_frame(),
        **facts,
    }
    named = (
        facts["mentions"]
        .drop_nulls("actor_id")
        .group_by("actor_id")
        .agg(
            pl.len().cast(pl.Int32).alias("mentions"),
            pl.col("article").n_unique().cast(pl.Int32).alias("articles"),
        )
    )
    return Chunk({name: conform(frame, TABLES[name]) for name, frame in frames.items()}, named)


def _drawn(stock: Stock, number: int, articles: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What the articles are, and which sentences they have."""
    chance = random.Random(f"chunk {number}")
    titles = stock.sentences.filter(pl.col("kind") == "title")["stock"].to_list()
    bodies = stock.sentences.filter(pl.col("kind") == "body")["stock"].to_list()
    rows: list[tuple[int, int, str, str | None, date | None, int | None]] = []
    owners: list[int] = []
    places: list[int] = []
    taken: list[int] = []
    last: list[int] = []
    for article in range(articles):
        whole = number * CHUNK + article
        copied = article % COPY_EVERY == COPY_EVERY - 1
        if not copied:
            last = [chance.choice(titles), *chance.choices(bodies, k=chance.choice(SENTENCES))]
        owners += [article] * len(last)
        places += range(len(last))
        taken += last
        source = chance.choice(OUTLETS) if chance.random() >= SHARE_UNSOURCED else None
        day = FIRST_DAY + timedelta(chance.randrange(DAYS)) if chance.random() >= SHARE_UNDATED else None
        path = f"{whole // A_SHARD:04}/{whole:07}.txt"
        original = rows[-1][1] if copied else None
        rows.append((article, identifier(path, "", "0"), path, source, day, original))
    about = pl.DataFrame(
        rows,
        schema={
            "article": pl.UInt32, "article_id": pl.Int64, "path": pl.String, "source": pl.String,
            "published": pl.Date, "duplicate_of": pl.Int64,
        },
        orient="row",
    )  # fmt: skip
    drawn = pl.DataFrame(
        {"article": owners, "sentence": places, "stock": taken},
        schema={"article": pl.UInt32, "sentence": pl.Int32, "stock": pl.UInt32},
    )
    return about, drawn


def _articles(told: pl.DataFrame) -> pl.DataFrame:
    digests = [
        blake2b(f"{path}\x1f{text}".encode(), digest_size=16).hexdigest()
        for path, text in told.select("path", "text").iter_rows()
    ]
    return told.with_columns(
        pl.lit(0, pl.Int32).alias("part"),
        pl.when(pl.col("source").is_not_null()).then(pl.lit("metadata")).alias("source_from"),
        pl.when(pl.col("published").is_not_null()).then(pl.lit("metadata")).alias("published_from"),
        pl.lit("en").alias("language"),
        pl.col("text").str.count_matches(r"\S+").cast(pl.Int32).alias("words"),
        pl.Series("digest", digests, pl.String),
    )


def _files(told: pl.DataFrame) -> pl.DataFrame:
    return told.select(
        "path",
        pl.col("text").str.len_bytes().cast(pl.Int64).alias("bytes"),
        pl.Series("digest", [blake2b(path.encode(), digest_size=16).hexdigest() for path in told["path"]]),
        pl.lit("plain").alias("format"),
        pl.lit("utf-8").alias("encoding"),
        pl.when(pl.col("duplicate_of").is_null())
        .then(pl.lit("indexed"))
        .otherwise(pl.lit("grouped"))
        .alias("status"),
        pl.lit(1, pl.Int32).alias("articles"),
    )


def _redated(events: pl.DataFrame) -> pl.DataFrame:
    """Date anew what was dated by the day of publication: days move by whole weeks, years by years.

    All else that hangs on that day cannot be told, nor can anything in an article without one.
    """
    hangs = pl.col("anchor") == "published"
    weeks = ((pl.col("published") - pl.col("based")).dt.total_days() // 7) * 7
    day = pl.col("date_from") + pl.duration(days=weeks)
    year = pl.col("date_from").dt.year() + pl.col("published").dt.year() - pl.col("based").dt.year()
    as_day = hangs & (pl.col("precision") == "day") & (pl.col("value").str.len_chars() == 10)
    as_year = hangs & (pl.col("precision") == "year")
    known = pl.col("published").is_not_null() & (as_day | as_year)
    moved = {
        "value": pl.when(as_day).then(day.dt.to_string()).otherwise(year.cast(pl.String)),
        "date_from": pl.when(as_day).then(day).otherwise(pl.date(year, 1, 1)),
        "date_to": pl.when(as_day).then(day).otherwise(pl.date(year, 12, 31)),
        "precision": pl.col("precision"),
        "anchor": pl.col("anchor"),
    }
    return events.with_columns(
        pl.when(hangs.fill_null(value=False))
        .then(pl.when(known).then(told))
        .otherwise(pl.col(name))
        .alias(name)
        for name, told in moved.items()
    )


def _best(keywords: pl.DataFrame) -> pl.DataFrame:
    return (
        keywords.sort("article", "score", "keyword")
        .unique(["article", "keyword"], keep="first", maintain_order=True)
        .with_columns(pl.int_range(1, pl.len() + 1, dtype=pl.Int32).over("article").alias("rank"))
        .filter(pl.col("rank") <= KEYWORDS)
    )
