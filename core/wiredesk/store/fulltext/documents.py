"""Articles as the documents of the full-text index."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

import polars as pl

from wiredesk.store.fulltext.shape import ARTICLE, BODY, DAY, NO_DAY, SENTENCE_GAP, TEXT, TITLE
from wiredesk.store.fulltext.words import line_of_words

if TYPE_CHECKING:
    from tantivy import Document

    from wiredesk.store.index import Index

_AT_A_TIME: Final = 5_000
"""Articles whose texts and sentences are Python objects at the same time: some 40 MB."""


def documents(index: "Index", articles: pl.DataFrame) -> Iterator["Document"]:
    """One document for each of these articles.

    Args:
        index: Holds their texts and sentences.
        articles: Rows of `Index.articles`.
    """
    from tantivy import Document

    # Joined once and cut after: a join for every few articles would go over all sentences each time.
    sentences = (
        index.sentences.select("article_id", "start", "end")
        .join(articles.select("article_id"), on="article_id", how="semi", maintain_order="left")
        .group_by("article_id", maintain_order=True)
        .agg("start", "end")
    )
    told = (
        articles.select("article_id", "title", "published")
        .join(index.texts, on="article_id", how="left", maintain_order="left")
        .join(sentences, on="article_id", how="left", maintain_order="left")
        .select("article_id", "title", "published", "text", "start", "end")
    )
    for some in told.iter_slices(_AT_A_TIME):
        for article, title, published, text, starts, ends in some.iter_rows():
            document = Document()
            document.add_integer(ARTICLE, article)
            document.add_integer(DAY, day_number(published))
            document.add_text(TITLE, line_of_words(title or ""))
            document.add_text(BODY, body_of(text or "", starts or (), ends or ()))
            document.add_bytes(TEXT, (text or "").encode("utf-8", "surrogatepass"))
            yield document


def body_of(text: str, starts: "list[int] | tuple[()]", ends: "list[int] | tuple[()]") -> str:
    """The words of an article's sentences, with a gap of positions between them."""
    return SENTENCE_GAP.join(
        [line_of_words(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    )


def day_number(published: date | None) -> int:
    """A day as a number that grows with it; `NO_DAY` for an unknown one."""
    return NO_DAY if published is None else published.toordinal()
