"""Saved searches with what each of them finds, and how much of that is new."""

from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from wiredesk.desk import unseen
from wiredesk.errors import QueryError
from wiredesk.query.selection import select
from wiredesk.store import Index

SEARCHES: Final = pl.Schema(
    {
        "name": pl.String,
        "query": pl.String,
        "articles": pl.Int64,  # that match; null where the query cannot be read
        "new": pl.Int64,  # of those, the ones that the reader has not marked as seen; null likewise
        "error": pl.String,  # why the query cannot be read; null where it can
    }
)  # in the order that was given


def searches_view(index: Index, searches: Mapping[str, str]) -> pl.DataFrame:
    """What saved searches find.

    Args:
        index: With what the reader has seen (`Index.with_seen`).
        searches: Name to query.

    Returns:
        Frame with schema `SEARCHES`, a row a search, also for one whose query cannot be read.
    """
    new = unseen(index.articles, index.seen).select("article_id") if searches else index.articles.clear()
    rows = [_row(index, new, name, query) for name, query in searches.items()]
    return pl.DataFrame(rows, SEARCHES)


def _row(index: Index, new: pl.DataFrame, name: str, query: str) -> dict[str, Any]:
    row: dict[str, Any] = {"name": name, "query": query, "articles": None, "new": None, "error": None}
    try:
        found = select(index, query).articles
    except QueryError as error:
        return row | {"error": str(error)}
    return row | {"articles": found.height, "new": found.join(new, on="article_id", how="semi").height}
