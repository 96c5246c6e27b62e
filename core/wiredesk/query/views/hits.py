"""The sentences that match a query."""

from typing import Final

import polars as pl

from wiredesk.query.pages import MOST, Page, pages_of
from wiredesk.query.selection import Selection
from wiredesk.query.sentences import some_sentence_texts
from wiredesk.store import Index

HITS_VIEW: Final = pl.Schema(
    {
        "article_id": pl.Int64,
        "sentence": pl.Int32,
        "start": pl.Int32,  # of the sentence
        "end": pl.Int32,
        "matched": pl.Int32,  # clauses of the query that the sentence matches by itself
        "direct": pl.Boolean,  # all of them
        "text": pl.String,
        "sentence_kind": pl.String,
        "source": pl.String,
        "title": pl.String,
        "published": pl.Date,
    }
)


def hits_view(
    index: Index, selection: Selection, *, direct_only: bool = False, articles: int | None = None
) -> pl.DataFrame:
    """The sentences that match the query, or parts of it.

    Args:
        index: The index.
        selection: What to show.
        direct_only: Only sentences that match every clause a sentence can tell.
        articles: Look through so many of the best articles; None: through all.

    Returns:
        Frame with schema `HITS_VIEW`: those that match most first, then by article: copies last, the best
        first.
        Empty where the query has no clause that a sentence could match.
    """
    if not selection.testable:
        return HITS_VIEW.to_frame()
    best = selection.best(selection.height if articles is None else articles)
    sentences = selection.sentences_in(best)
    if sentences is None:
        return HITS_VIEW.to_frame()
    if best.height <= MOST:
        return _looked_up(index, best["article_id"], sentences, selection.testable, direct_only=direct_only)
    about = index.articles.select(
        "article_id", "source", "title", "published", pl.col("duplicate_of").is_not_null().alias("copy")
    )
    hits = (
        some_sentence_texts(index, best)
        .join(sentences, on=["article_id", "sentence"], how="inner", maintain_order="left")
        .join(best.with_row_index("place"), on="article_id", how="left", maintain_order="left")
        .join(about, on="article_id", how="left", maintain_order="left")
        .with_columns(
            (pl.col("matched") == selection.testable).alias("direct"),
            pl.col("kind").alias("sentence_kind"),
        )
    )
    if direct_only:
        hits = hits.filter("direct")
    return hits.sort("matched", "copy", "place", descending=[True, False, False], maintain_order=True).select(
        list(HITS_VIEW)
    )


def _looked_up(
    index: Index, best: pl.Series, sentences: pl.DataFrame, testable: int, *, direct_only: bool
) -> pl.DataFrame:
    """The view of a few articles: the same as by frames, with a step for each hit and none for the others."""
    pages = {page.article: page for page in pages_of(index, best)}
    place = {article: at for at, article in enumerate(pages)}
    kept = sorted(
        (-matched, pages[article].copy, place[article], sentence, article)
        for article, sentence, matched in sentences.iter_rows()
        if matched == testable or not direct_only
    )
    hits = [_hit(pages[article], sentence, -less, testable) for less, _, _, sentence, article in kept]
    columns = zip(*hits, strict=True) if hits else [()] * len(HITS_VIEW)
    told = zip(HITS_VIEW.items(), columns, strict=True)
    return pl.DataFrame([pl.Series(name, values, dtype) for (name, dtype), values in told])


def _hit(page: Page, sentence: int, matched: int, testable: int) -> tuple[object, ...]:
    """A row of `HITS_VIEW`."""
    start, end = page.starts[sentence], page.ends[sentence]
    text, kind = page.text[start:end], page.kinds[sentence]
    direct = matched == testable
    return (
        *(page.article, sentence, start, end, matched, direct, text, kind),
        *(page.source, page.title, page.published),
    )
