"""The sentences of an index as text, plain and folded; made once for an index, when first asked for."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.query.plan import usable
from wiredesk.query.rows import article_rows, stretches
from wiredesk.schema import SENTENCES
from wiredesk.store import Index
from wiredesk.store.derived import seal
from wiredesk.store.fulltext import FullTextError
from wiredesk.text import fold

SENTENCE_TEXTS: Final = pl.Schema({**SENTENCES, "text": pl.String, "folded": pl.String})

MANY: Final = 600
"""Rows from which all texts are read at once, rather than each a millisecond or two."""

_CACHE: WeakKeyDictionary[Index, pl.DataFrame] = WeakKeyDictionary()

_LAST: WeakKeyDictionary[Index, tuple[pl.Series, pl.DataFrame]] = WeakKeyDictionary()
"""The articles that were asked for last, with their sentences: each clause of a query asks for the same."""


def sentence_texts(index: Index) -> pl.DataFrame:
    """Every sentence with its text and the folded text that search compares.

    Returns:
        Frame with schema `SENTENCE_TEXTS`, in the order of `Index.sentences`.
    """
    known = _CACHE.get(index)
    if known is None:
        known = _CACHE[index] = _with_texts(index.sentences, index.texts)
    return known


def some_sentence_texts(index: Index, articles: pl.DataFrame) -> pl.DataFrame:
    """The sentences of some articles (column article_id), as `sentence_texts`, but for `paragraph`."""
    known = _CACHE.get(index)
    if known is not None:
        some = known.join(articles, on="article_id", how="semi", maintain_order="left")
        return some.drop("paragraph")
    wanted = articles["article_id"].unique().sort()
    last = _LAST.get(index)
    if last is not None and last[0].equals(wanted):
        return last[1]
    some = _some(index, wanted)
    _LAST[index] = (wanted, some)
    return some


def _some(index: Index, articles: pl.Series) -> pl.DataFrame:
    rows = article_rows(index, articles).drop_nulls().sort()
    first = index.derived("places")["sentences"]
    many = (first.gather(rows + 1) - first.gather(rows)).to_list()
    spans = index.derived("spans")[stretches(first.gather(rows), first.gather(rows + 1))]
    ids = index.articles["article_id"].gather(rows).to_list()
    numbers = [number for count in many for number in range(count)]
    owners = [article for article, count in zip(ids, many, strict=True) for _ in range(count)]
    addresses = {"article_id": owners, "sentence": numbers}
    sentences = pl.DataFrame(addresses, schema={name: SENTENCES[name] for name in addresses}).hstack(
        spans.select(pl.col("start", "end").cast(pl.Int32), pl.col("kind").cast(pl.String))
    )
    return _with_texts(sentences, pl.DataFrame({"article_id": ids, "text": article_texts(index, rows)}))


def _with_texts(sentences: pl.DataFrame, of: pl.DataFrame) -> pl.DataFrame:
    text_of = dict(zip(of["article_id"], of["text"], strict=True))
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
        article_texts(index, articles),
        spans["start"].alias("from"),
        (spans["end"] - spans["start"]).alias("length"),
        spans["kind"].cast(pl.String).alias("sentence_kind"),
    ).select(*facts.columns, pl.col("text").str.slice("from", "length"), "sentence_kind")


def article_texts(index: Index, articles: pl.Series) -> pl.Series:
    """The texts of articles by their rows in `ARTICLES`: a few are read one by one."""
    if "texts" in index.__dict__ or articles.len() > MANY:
        return index.texts["text"].gather(articles).alias("text")
    rows = articles.unique()
    known = texts_at(index, dict(zip(rows, index.articles["article_id"].gather(rows), strict=True)))
    return pl.Series("text", [known[row] for row in articles.to_list()], pl.String)


def texts_at(index: Index, articles: Mapping[int, int]) -> dict[int, str]:
    """The texts of a few articles: from the full-text index, as far as they are whole; others one by one.

    Args:
        index: The index.
        articles: Row of the article in `ARTICLES` -> its identifier.
    """
    if "texts" in index.__dict__:
        texts = index.texts["text"]
        return {row: texts[row] for row in articles}
    kept: dict[int, str] = {}
    fulltext = usable(index)
    if fulltext is not None:
        with suppress(FullTextError):  # it has noted its trouble
            kept = fulltext.texts(list(articles.values()))
    seals = index.derived("seals")["seal"] if kept else ()
    return {
        row: kept[article] if article in kept and seal(kept[article]) == seals[row] else index.text_at(row)
        for row, article in articles.items()
    }
