"""What a query selects of an index: the value that every view starts from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from wiredesk.query.clauses import AllOf, AnyOf, Clause, Keyword, Node, Words
from wiredesk.query.match import match
from wiredesk.query.query import Query
from wiredesk.store import Index

SELECTED: Final = pl.Schema({"article_id": pl.Int64, "hits": pl.Int32})
MATCHING: Final = pl.Schema({"article_id": pl.Int64, "sentence": pl.Int32, "matched": pl.Int32})

_KEY = ["article_id", "sentence"]


@dataclass(frozen=True, eq=False)
class Selection:
    """What a query selects.

    Attributes:
        query: The query.
        articles: Schema `SELECTED`, in the order of the index; `hits` counts the sentences that
            match directly (0 where no clause can be told from a sentence).
        sentences: Schema `MATCHING`: the sentences of these articles that match some of the clauses
            which a sentence alone can tell, and how many of them; None where there is no such clause.
        testable: How many clauses a sentence alone can tell; a sentence that matches them all is
            a direct match.
        emptied_by: Where nothing is selected: the first clause that left nothing.
    """

    query: Query
    articles: pl.DataFrame
    sentences: pl.DataFrame | None
    testable: int
    emptied_by: Clause | None

    @property
    def height(self) -> int:
        """How many articles are selected."""
        return self.articles.height

    @property
    def everything(self) -> bool:
        """Nothing was narrowed."""
        return not self.query.clauses

    @property
    def direct(self) -> pl.DataFrame | None:
        """The sentences that match every clause a sentence can tell; None where there is none."""
        if self.sentences is None:
            return None
        return self.sentences.filter(pl.col("matched") == self.testable).select(_KEY)

    @property
    def words(self) -> tuple[Words, ...]:
        """The words and phrases looked for, for highlighting; negated ones are not among them."""
        return tuple(_words(clause.node for clause in self.query.clauses))


class _Everything(Selection):
    """All articles of an index, listed when they are first asked for."""

    _index: Index

    def __init__(self, index: Index) -> None:
        self.__dict__.update(query=Query(), sentences=None, testable=0, emptied_by=None, _index=index)

    def __getattr__(self, name: str) -> pl.DataFrame:
        if name != "articles":
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        listed = _with_hits(self._index.articles.select("article_id"), None, 0)
        return self.__dict__.setdefault(name, listed)

    @property
    def height(self) -> int:
        return self._index.height("articles")


def select(index: Index, query: Query | str) -> Selection:
    """Apply a query, or the text of one, to an index.

    Raises:
        QueryError: the text has a broken clause.
    """
    query = Query.parse(query) if isinstance(query, str) else query
    if not query.clauses:
        return _Everything(index)
    articles = index.articles.select("article_id")
    told: list[pl.DataFrame] = []
    emptied_by: Clause | None = None
    for clause in query.clauses:
        matched = match(index, clause.node)
        articles = articles.join(matched.articles, on="article_id", how="semi")
        if matched.sentences is not None:
            told.append(matched.sentences)
        if emptied_by is None and not articles.height:
            emptied_by = clause
    sentences = _matching(told, articles) if told else None
    return Selection(query, _with_hits(articles, sentences, len(told)), sentences, len(told), emptied_by)


def narrow(selection: Selection, facts: pl.DataFrame) -> pl.DataFrame:
    """Keep the facts of the selected articles and say which stand in a directly matching sentence.

    Args:
        selection: The selection.
        facts: A frame with article_id and sentence.

    Returns:
        The rows kept, in their order, with a Boolean column `direct` (true for all where no clause
        can be told from a sentence).
    """
    kept = facts if selection.everything else facts.join(selection.articles, on="article_id", how="semi")
    direct = selection.direct
    if direct is None:
        return kept.with_columns(pl.lit(value=True).alias("direct"))
    marked = direct.with_columns(pl.lit(value=True).alias("direct"))
    return kept.join(marked, on=_KEY, how="left", maintain_order="left").with_columns(
        pl.col("direct").fill_null(value=False)
    )


def _matching(told: list[pl.DataFrame], articles: pl.DataFrame) -> pl.DataFrame:
    return (
        pl.concat(told)
        .join(articles, on="article_id", how="semi")
        .group_by(_KEY, maintain_order=True)
        .agg(pl.len().cast(pl.Int32).alias("matched"))
        .select(pl.col(name).cast(dtype) for name, dtype in MATCHING.items())
    )


def _with_hits(articles: pl.DataFrame, sentences: pl.DataFrame | None, testable: int) -> pl.DataFrame:
    if sentences is None:
        return articles.with_columns(pl.lit(0, pl.Int32).alias("hits"))
    hits = (
        sentences.filter(pl.col("matched") == testable)
        .group_by("article_id")
        .agg(pl.len().cast(pl.Int32).alias("hits"))
    )
    return articles.join(hits, on="article_id", how="left", maintain_order="left").with_columns(
        pl.col("hits").fill_null(0)
    )


def _words(nodes: Iterable[Node]) -> Iterator[Words]:
    for node in nodes:
        match node:
            case Words():
                yield node
            case Keyword(folded):
                yield Words(folded)
            case AllOf(inner) | AnyOf(inner):
                yield from _words(inner)
            case _:
                pass
