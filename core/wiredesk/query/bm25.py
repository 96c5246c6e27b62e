"""BM25 without a full-text index: the same weights as tantivy gives, from the sentences themselves."""

from bisect import bisect_right
from dataclasses import dataclass
from math import log
from typing import Final
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.query.clauses import Near, Words
from wiredesk.query.plan import SAME_FOR_ALL, TITLE_WEIGHT
from wiredesk.query.scan import counts_of, sentences_with
from wiredesk.query.sentences import sentence_texts
from wiredesk.query.spoken import spans_of
from wiredesk.store import Index
from wiredesk.store.fulltext import words_of

WEIGHTS: Final = pl.Schema({"article_id": pl.Int64, "text": pl.Float64, "title": pl.Float64})
"""What a word weighs in an article's text and title; articles without it are left out."""

_K1: Final = 1.2
_B: Final = 0.75
"""The constants of BM25 in tantivy and Lucene (Robertson and Zaragoza 2009, section 3.1)."""

_EXACT_LENGTHS: Final = 40
"""Numbers of words up to which tantivy keeps a text's length; above, to three binary digits."""


def _kept_lengths() -> list[int]:
    lengths, step = list(range(_EXACT_LENGTHS + 1)), 2
    while lengths[-1] < 2**31:
        for _ in range(8):
            lengths.append(lengths[-1] + step)
        step *= 2
    return lengths


_LENGTHS: Final = _kept_lengths()


@dataclass(frozen=True, eq=False, slots=True)
class _Field:
    """What BM25 must know of a field: the words of each article, and of all."""

    words: pl.DataFrame
    """Columns article_id, length (as kept)."""
    mean: float

    @property
    def articles(self) -> int:
        return self.words.height


_FIELDS: WeakKeyDictionary[Index, tuple[_Field, _Field, dict[int, list[str]]]] = WeakKeyDictionary()


def scanned_weights(index: Index, leaf: Words | Near) -> pl.DataFrame:
    """What words weigh in the articles that hold them.

    Returns:
        Frame with schema `WEIGHTS`; the title's weight already times `TITLE_WEIGHT`.
    """
    text, title, titles = _fields(index)
    in_text = _in_text(index, leaf, text)
    in_title = pl.DataFrame(schema={"article_id": pl.Int64, "title": pl.Float64})
    if isinstance(leaf, Words) and not leaf.fuzzy and not (leaf.prefix and len(leaf.words) > 1):
        exact = Words(leaf.folded)
        times = {article: len(spans_of(words, exact)) for article, words in titles.items()}
        held = [sum(word in words for words in titles.values()) for word in leaf.words]
        in_title = _bm25(
            pl.DataFrame(
                [(article, count) for article, count in times.items() if count],
                schema={"article_id": pl.Int64, "times": pl.Int32},
                orient="row",
            ),
            held,
            title,
        ).select("article_id", (pl.col("score") * TITLE_WEIGHT).alias("title"))
    return (
        in_text.rename({"score": "text"})
        .join(in_title, on="article_id", how="full", coalesce=True)
        .with_columns(pl.col("text", "title").fill_null(0.0))
        .select(list(WEIGHTS))
    )


def _in_text(index: Index, leaf: Words | Near, text: _Field) -> pl.DataFrame:
    if isinstance(leaf, Near) or leaf.fuzzy:
        return _same(sentences_with(index, leaf))
    exact = Words(leaf.folded)
    counts = counts_of(index, exact)
    held = [counts.height] if len(leaf.words) == 1 else [_held(index, word) for word in leaf.words]
    weighed = _bm25(counts, held, text)
    if not leaf.prefix:
        return weighed
    both = pl.concat([_same(sentences_with(index, leaf)), weighed])
    return both.group_by("article_id", maintain_order=True).agg(pl.col("score").sum())


def _same(sentences: pl.DataFrame) -> pl.DataFrame:
    articles = sentences.select("article_id").unique(maintain_order=True)
    return articles.with_columns(pl.lit(SAME_FOR_ALL).alias("score"))


def _held(index: Index, word: str) -> int:
    return sentences_with(index, Words(word))["article_id"].n_unique()


def _bm25(counts: pl.DataFrame, held: list[int], field: _Field) -> pl.DataFrame:
    """Weights: from how often a phrase stands in each article, and how many hold each of its words."""
    rare = sum(log(1 + (field.articles - count + 0.5) / (count + 0.5)) for count in held)
    times, length = pl.col("times"), pl.col("length") / field.mean if field.mean else pl.lit(1.0)
    score = rare * (1 + _K1) * times / (times + _K1 * (1 - _B + _B * length))
    return counts.join(field.words, on="article_id", maintain_order="left").select(
        "article_id", score.alias("score")
    )


def _fields(index: Index) -> tuple[_Field, _Field, dict[int, list[str]]]:
    known = _FIELDS.get(index)
    if known is None:
        titles = {
            article: words_of(title or "")
            for article, title in index.articles.select("article_id", "title").iter_rows()
        }
        lengths = dict.fromkeys(titles, 0)
        sentences = sentence_texts(index)
        for article, folded in zip(sentences["article_id"], sentences["folded"], strict=True):
            lengths[article] += len(words_of(folded))
        of_titles = {article: len(words) for article, words in titles.items()}
        known = _FIELDS[index] = (_field(lengths), _field(of_titles), titles)
    return known


def _field(lengths: dict[int, int]) -> _Field:
    kept = [_LENGTHS[bisect_right(_LENGTHS, length) - 1] for length in lengths.values()]
    frame = pl.DataFrame(
        {"article_id": list(lengths), "length": kept}, schema={"article_id": pl.Int64, "length": pl.Int64}
    )
    return _Field(frame, sum(lengths.values()) / max(1, len(lengths)))
