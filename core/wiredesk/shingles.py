"""Runs of words as numbers, by which texts are compared, and the small samples of them that find pairs.

A hash is the same on every machine and in every version, so that samples can be kept.
"""

from typing import Final
from zlib import crc32

import polars as pl

from wiredesk.schema import SKETCHES

SHINGLE_WORDS: Final = 4

# One shingle in 16 is sketched, of texts under 160 shingles one in 4, so that about ten stand for each.
_SKETCH_LONG: Final = 16
_SKETCH_SHORT: Final = 4
_LONG: Final = 160

_TEXTS_AT_ONCE: Final = 2_000
"""Of so many texts the words are in memory at a time: some hundred megabytes."""

_MIXER: Final = 0x9E37_79B9_7F4A_7C15
_FACTORS: Final = (
    0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5, 0x8563_5B5F_36A9_17CB,
)  # fmt: skip


def shingles(texts: pl.DataFrame) -> pl.DataFrame:
    """Hashes of all runs of `SHINGLE_WORDS` folded words.

    Args:
        texts: Columns `article_id` and `text`; the rows of an article stand together.

    Returns:
        Columns `article_id` and `hash`, each pair once. A text of fewer words than a run has none.
    """
    words = (
        texts.select("article_id", pl.col("text").str.to_lowercase().str.extract_all(r"\w+").alias("word"))
        .explode("word")
        .drop_nulls()
    )
    distinct = words["word"].unique()
    numbers = pl.DataFrame(
        {"word": distinct, "number": [crc32(word.encode()) for word in distinct]},
        schema={"word": pl.String, "number": pl.UInt64},
    )
    numbered = words.join(numbers, on="word", how="left", maintain_order="left")
    run = pl.lit(0, dtype=pl.UInt64)
    for at, factor in enumerate(_FACTORS):
        run = run + (pl.col("number").shift(-at) + 1) * pl.lit(factor, dtype=pl.UInt64)
    mixed = (run ^ (run // (1 << 29))) * pl.lit(_MIXER, dtype=pl.UInt64)
    whole = pl.col("article_id") == pl.col("article_id").shift(1 - SHINGLE_WORDS)
    return (
        numbered.select("article_id", (mixed ^ (mixed // (1 << 32))).alias("hash"), whole.alias("whole"))
        .filter("whole")
        .select("article_id", "hash")
        .unique()
    )


def sketches(texts: pl.DataFrame) -> pl.DataFrame:
    """A sample of each text's shingles: the same shingle is in every sample or in none of that size.

    Args:
        texts: Frame with schema `TEXTS`.

    Returns:
        Frame with schema `SKETCHES`, a row a text, in the order of `texts`.
    """
    parts = [SKETCHES.to_frame()]
    for batch in texts.iter_slices(_TEXTS_AT_ONCE):
        size = pl.len().over("article_id")
        each = pl.when(size < _LONG).then(_SKETCH_SHORT).otherwise(_SKETCH_LONG)
        sample = (
            shingles(batch)
            .filter(pl.col("hash") % each == 0)
            .group_by("article_id")
            .agg(pl.col("hash").sort().alias("hashes"))
        )
        counted = batch.select("article_id", pl.col("text").str.count_matches(r"\w+").alias("words"))
        parts.append(
            counted.join(sample, on="article_id", how="left", maintain_order="left")
            .with_columns(pl.col("hashes").fill_null(pl.lit([], pl.List(pl.UInt64))))
            .cast({"words": pl.Int32})
        )
    return pl.concat(parts)
