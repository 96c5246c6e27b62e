"""What the words of a query weigh in articles, by whichever engine answers."""

import polars as pl

from wiredesk.query.bm25 import WEIGHTS, scanned_weights
from wiredesk.query.clauses import Near, Words
from wiredesk.query.facts import article_ids
from wiredesk.query.plan import SAME_FOR_ALL, TITLE_WEIGHT, ask, found, in_title, usable
from wiredesk.query.scan import sentences_with
from wiredesk.store import Index
from wiredesk.store.fulltext import FullText, FullTextError, asking


def weights_of(index: Index, leaf: Words | Near, among: pl.Series | None = None) -> pl.DataFrame:
    """What words weigh in the articles that hold them.

    Args:
        index: The index.
        leaf: The words.
        among: Identifiers of the articles in question; None: all.

    Returns:
        Frame with schema `WEIGHTS`, in no order; the title's weight already times `TITLE_WEIGHT`.
    """
    fulltext = usable(index)
    if fulltext is not None:
        try:
            return _asked(index, fulltext, leaf, among)
        except FullTextError:
            pass  # it has noted its trouble
    weights = scanned_weights(index, leaf)
    return weights if among is None else weights.filter(pl.col("article_id").is_in(among.implode()))


def _asked(index: Index, fulltext: FullText, leaf: Words | Near, among: pl.Series | None) -> pl.DataFrame:
    asked = ask(fulltext, leaf)
    if asked is None:
        raise AssertionError(leaf)
    query = asked.query if among is None else asking.among(fulltext, asked.query, among)
    text = found(fulltext, query)
    if not asked.exact:
        holding = article_ids(sentences_with(index, leaf, text.select("article_id")))
        text = holding.with_columns(pl.lit(SAME_FOR_ALL).alias("score"))
    title = in_title(fulltext, leaf)
    if title is None:
        return text.select("article_id", pl.col("score").alias("text"), pl.lit(0.0).alias("title"))
    titles = found(fulltext, title if among is None else asking.among(fulltext, title, among))
    return (
        text.rename({"score": "text"})
        .join(titles.rename({"score": "title"}), on="article_id", how="full", coalesce=True)
        .with_columns(pl.col("text").fill_null(0.0), pl.col("title").fill_null(0.0) * TITLE_WEIGHT)
        .select(list(WEIGHTS))
    )
