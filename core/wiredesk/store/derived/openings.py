"""Numbers for texts: how the sentence of a fact begins, and whether a text is still what was indexed."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Final

import polars as pl

from wiredesk.derived import OPENING, SEALS
from wiredesk.store.derived.rows import article_rows
from wiredesk.text import fold

_SEAL_BYTES: Final = 8
"""A seal tells damage, not malice: one in 10**19 changed texts passes."""


def openings_of(
    articles: pl.DataFrame,
    texts: pl.DataFrame,
    sentences: pl.DataFrame,
    facts: pl.DataFrame,
    known: pl.Series | None = None,
) -> pl.Series:
    """For each fact a number for how its sentence begins, as UInt64; facts are in the order of `articles`.

    Args:
        articles: Schema `ARTICLES`.
        texts: Schema `TEXTS`.
        sentences: Schema `SENTENCES`.
        facts: Columns article_id, sentence.
        known: These numbers as far as they are known, null elsewhere.
    """
    numbered = facts.select("article_id", "sentence")
    numbered = numbered.with_columns(
        pl.lit(None, pl.UInt64).alias("opening") if known is None else known.alias("opening")
    )
    spans = sentences.select("article_id", "sentence", "start", "end")
    told = numbered.filter(pl.col("opening").is_null()).drop("opening").unique(maintain_order=True)
    placed = told.join(spans, on=["article_id", "sentence"], how="left", maintain_order="left")
    numbers = _openings(texts["text"], article_rows(articles, told), placed["start"], placed["end"])
    made = told.with_columns(pl.Series("made", numbers, pl.UInt64))
    return numbered.join(made, on=["article_id", "sentence"], how="left", maintain_order="left").select(
        pl.coalesce("opening", "made").alias("opening")
    )["opening"]


def _openings(texts: pl.Series, rows: pl.Series, starts: pl.Series, ends: pl.Series) -> Iterator[int]:
    last, text = -1, ""
    for row, start, end in zip(rows, starts, ends, strict=True):
        if row != last:
            last, text = row, texts[row]
        yield seal(opening_of(text[start:end]))


def opening_of(sentence: str) -> str:
    """The first `OPENING` characters of a sentence when it is folded."""
    folded = fold(sentence[:OPENING])  # folding goes character by character; few sentences are so short
    return folded[:OPENING] if len(folded) >= OPENING else fold(sentence)[:OPENING]


def make_seals(texts: pl.DataFrame, known: pl.Series | None = None) -> pl.DataFrame:
    """Frame with schema `SEALS`.

    Args:
        texts: Schema `TEXTS`.
        known: The seals as far as they are known, null elsewhere.
    """
    if known is None:
        known = pl.Series([None], dtype=SEALS["seal"]).new_from_index(0, texts.height)
    missing = known.is_null().arg_true()
    made = pl.Series([seal(text) for text in texts["text"].gather(missing)], dtype=SEALS["seal"])
    return pl.DataFrame({"seal": known.scatter(missing, made)}, schema=SEALS)


def seal(text: str) -> int:
    """Digest of a text, the same on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=_SEAL_BYTES).digest(), "big")
