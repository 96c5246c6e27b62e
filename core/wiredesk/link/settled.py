"""Which pairs of articles need no second look, because an index before has told of them."""

from dataclasses import dataclass
from typing import Final

import polars as pl

SETTLED: Final = pl.Schema({"rank": pl.UInt32, "rank_copy": pl.UInt32, "same": pl.Boolean})
"""Pairs of candidates, in their order; null: their texts must be compared."""


@dataclass(frozen=True, slots=True, eq=False)
class CopiesBefore:
    """Near-copies as they were found before, by today's rules.

    Attributes:
        articles: Columns article_id, digest, duplicate_of; one of the same number and digest is the same.
        sketches: Schema `SKETCHES`, of these articles.
    """

    articles: pl.DataFrame
    sketches: pl.DataFrame


def settled(ranked: pl.DataFrame, pairs: pl.DataFrame, before: CopiesBefore | None) -> pl.DataFrame:
    """Tell which pairs are near-copies, as far as that is known.

    A copy is like its representative, and was compared with it. Whom a representative did not take though it
    could, because nobody took it or one behind it did, was compared with it and found to be different, if
    it was a candidate; and it was, unless the two share a run of words with an article that is new, gone
    or changed, for how many have it decides who is a candidate.

    Args:
        ranked: Columns rank, article_id, digest, hashes; all articles.
        pairs: Columns rank, rank_copy: candidates, in their order.
        before: What was found before; None: nothing is known.

    Returns:
        Frame with schema `SETTLED`.
    """
    if before is None:
        return pairs.with_columns(pl.lit(None, pl.Boolean).alias("same")).select(list(SETTLED))
    version = ["article_id", "digest"]
    known = before.articles.join(ranked, on=version, how="semi")
    of = ranked.select("rank", *version).join(
        known.select(*version, pl.lit(value=True).alias("known"), "duplicate_of"),
        on=version,
        how="left",
        maintain_order="left",
    )
    taker = of.filter("known").select(
        pl.col("article_id").alias("duplicate_of"), pl.col("rank").alias("taker")
    )
    of = of.join(taker, on="duplicate_of", how="left", maintain_order="left")
    told = (
        pairs.join(of.select("rank", "article_id", "known", "duplicate_of"), on="rank", maintain_order="left")
        .join(
            of.select(pl.col("rank", "known", "duplicate_of", "taker").name.suffix("_copy")),
            on="rank_copy",
            maintain_order="left",
        )
        .join(
            _stirred(ranked, pairs, before, known),
            on=["rank", "rank_copy"],
            how="left",
            maintain_order="left",
        )
    )
    both = pl.col("known") & pl.col("known_copy")
    left = pl.col("duplicate_of_copy").is_null() | (pl.col("taker_copy") > pl.col("rank"))
    apart = pl.col("duplicate_of").is_null() & left.fill_null(value=False)
    copied = (pl.col("duplicate_of_copy") == pl.col("article_id")).fill_null(value=False)
    same = (
        pl.when(both & copied)
        .then(pl.lit(value=True))
        .when(both & apart & pl.col("stirred").is_null())
        .then(pl.lit(value=False))
    )
    return told.with_columns(same.alias("same")).select(list(SETTLED))


def _stirred(
    ranked: pl.DataFrame, pairs: pl.DataFrame, before: CopiesBefore, known: pl.DataFrame
) -> pl.DataFrame:
    """Pairs that share a run of words with an article that is new, gone or changed, marked as `stirred`."""
    now = ranked.join(known, on="article_id", how="anti")["hashes"]
    then = before.sketches.join(known, on="article_id", how="anti")["hashes"]
    changed = pl.DataFrame({"hash": pl.concat([now, then]).explode().drop_nulls().unique()})
    paired = pl.concat([pairs["rank"], pairs["rank_copy"]]).unique().to_frame("rank")
    samples = ranked.join(paired, on="rank", how="semi").select("rank", pl.col("hashes").alias("hash"))
    touched = samples.explode("hash").join(changed, on="hash", how="semi")
    return (
        pairs.join(touched, on="rank")
        .join(touched.rename({"rank": "rank_copy"}), on=["rank_copy", "hash"], how="semi")
        .select("rank", "rank_copy", pl.lit(value=True).alias("stirred"))
        .unique()
    )
