"""The sentences of an index as text, plain and folded; made once for an index, when first asked for."""

from typing import Final
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.schema import SENTENCES
from wiredesk.store import Index
from wiredesk.text import fold

SENTENCE_TEXTS: Final = pl.Schema({**SENTENCES, "text": pl.String, "folded": pl.String})

_CACHE: WeakKeyDictionary[Index, pl.DataFrame] = WeakKeyDictionary()


def sentence_texts(index: Index) -> pl.DataFrame:
    """Every sentence with its text and the folded text that search compares.

    Returns:
        Frame with schema `SENTENCE_TEXTS`, in the order of `Index.sentences`.
    """
    known = _CACHE.get(index)
    if known is None:
        known = _CACHE[index] = _make(index)
    return known


def _make(index: Index) -> pl.DataFrame:
    sentences = index.sentences
    text_of = dict(zip(index.texts["article_id"], index.texts["text"], strict=True))
    texts = [
        text_of[article][start:end]
        for article, start, end in zip(
            sentences["article_id"], sentences["start"], sentences["end"], strict=True
        )
    ]
    return sentences.with_columns(
        pl.Series("text", texts, pl.String), pl.Series("folded", map(fold, texts), pl.String)
    )


def with_text(index: Index, facts: pl.DataFrame) -> pl.DataFrame:
    """Add the sentence's `text` and `kind` (as `sentence_kind`) to rows with article_id and sentence."""
    texts = sentence_texts(index).select(
        "article_id", "sentence", "text", pl.col("kind").alias("sentence_kind")
    )
    return facts.join(texts, on=["article_id", "sentence"], how="left", maintain_order="left")
