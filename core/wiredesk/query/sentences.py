"""The sentences of an index as text, plain and folded; made once for an index, when first asked for."""

from typing import Final
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.schema import SENTENCES
from wiredesk.store import Index
from wiredesk.text import fold

SENTENCE_TEXTS: Final = pl.Schema({**SENTENCES, "text": pl.String, "folded": pl.String})

FEW: Final = 600
"""Rows up to which texts are read one by one, a millisecond or two each, rather than all of them."""

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


def with_text(index: Index, facts: pl.DataFrame, articles: pl.Series) -> pl.DataFrame:
    """Add the sentence's `text` and `kind` (as `sentence_kind`) to rows with article_id and sentence.

    Args:
        index: The index.
        facts: The rows. For some dozens of them, texts are read one by one; for many, all texts are.
        articles: Row of the article in `ARTICLES` for each of them.
    """
    sentences = index.derived("places")["sentences"].gather(articles) + facts["sentence"].cast(pl.UInt32)
    spans = index.derived("spans")[sentences]
    return facts.with_columns(
        _texts(index, articles),
        spans["start"].alias("from"),
        (spans["end"] - spans["start"]).alias("length"),
        spans["kind"].cast(pl.String).alias("sentence_kind"),
    ).select(*facts.columns, pl.col("text").str.slice("from", "length"), "sentence_kind")


def _texts(index: Index, articles: pl.Series) -> pl.Series:
    if articles.len() > FEW:
        return index.texts["text"].gather(articles).alias("text")
    text_of = {row: index.text_at(row) for row in articles.unique().to_list()}
    return pl.Series("text", [text_of[row] for row in articles.to_list()], pl.String)
