"""What a query selects of an index: the value that every view starts from."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Final, TypeVar

import polars as pl

from wiredesk.query.clauses import AllOf, AnyOf, Clause, Keyword, Near, Node, Words
from wiredesk.query.found import SELECTED, Found, FullTextFound
from wiredesk.query.looking import only_words, sentences_on
from wiredesk.query.match import sentences_of, tells_sentences
from wiredesk.query.pages import MOST, pages_of
from wiredesk.query.plan import plan, usable
from wiredesk.query.query import Query
from wiredesk.query.rows import article_rows
from wiredesk.store import Index
from wiredesk.store.fulltext import FullTextError, words_of

__all__ = ["HITS", "MATCHING", "SELECTED", "Selection", "narrow", "select"]

HITS: Final = pl.Schema({"article_id": pl.Int64, "hits": pl.Int32})
MATCHING: Final = pl.Schema({"article_id": pl.Int64, "sentence": pl.Int32, "matched": pl.Int32})

_FEW: Final = 10 * MOST
"""Rows up to which it is looked whether they are of a few articles: facts of an article stand together."""

_KEY = ["article_id", "sentence"]
_T = TypeVar("_T")


class Selection:
    """What a query selects; each part of it is found when it is first asked for, and kept.

    Attributes:
        query: The query.
        testable: How many clauses a sentence alone can tell; a sentence that matches them all is
            a direct match.
    """

    def __init__(self, index: Index, query: Query) -> None:
        self.query = query
        self.testable = sum(tells_sentences(clause.node) for clause in query.clauses)
        self._index = index
        self._found = _find(index, query.clauses)

    @property
    def everything(self) -> bool:
        """Nothing was narrowed."""
        return not self.query.clauses

    @property
    def trouble(self) -> str | None:
        """Why the full-text index cannot be used, fit to be shown; None while all is well."""
        return self._index.fulltext.trouble if self._index.fulltext is not None else None

    @cached_property
    def height(self) -> int:
        """How many articles are selected."""
        return self._ask(lambda found: found.count)

    @cached_property
    def articles(self) -> pl.DataFrame:
        """All selected articles, with schema `SELECTED`, in the order of the index."""
        return self._ask(lambda found: found.articles)

    @cached_property
    def mask(self) -> pl.Series:
        """For each row of `ARTICLES` whether it is selected, as Boolean."""
        return self._ask(lambda found: found.mask)

    @cached_property
    def rows(self) -> pl.Series:
        """The rows of the selected articles in `ARTICLES`, ascending, as UInt32."""
        return self._ask(lambda found: found.rows)

    @cached_property
    def scores(self) -> pl.Series | None:
        """What the selected articles weigh (`wiredesk.query.rank`), in the order of `rows`; None: nothing."""
        return self._ask(lambda found: found.scores)

    def best(self, limit: int) -> pl.DataFrame:
        """The best of the selected articles, with schema `SELECTED`, best first; the others are not fetched.

        Args:
            limit: How many, at least 1.
        """
        return self._ask(lambda found: found.best(limit))

    @cached_property
    def emptied_by(self) -> Clause | None:
        """Where nothing is selected: the first clause that left nothing."""
        if self.everything or self.height:
            return None
        for many in range(1, len(self.query.clauses)):
            if not Selection(self._index, Query(self.query.clauses[:many])).height:
                return self.query.clauses[many - 1]
        return self.query.clauses[-1]

    @cached_property
    def sentences(self) -> pl.DataFrame | None:
        """The sentences of all selected articles that match some of the clauses a sentence alone can tell.

        Schema `MATCHING`, with how many of them each matches; None where there is no such clause. Of a
        large selection this takes long: see `sentences_in`.
        """
        return self.sentences_in(self.articles) if self.testable else None

    def sentences_in(self, articles: pl.DataFrame) -> pl.DataFrame | None:
        """`sentences`, of some of the selected articles only.

        Args:
            articles: Column article_id.
        """
        if not self.testable:
            return None
        if not articles.height:
            return MATCHING.to_frame()
        nodes = [clause.node for clause in self.query.clauses]
        some = dict.fromkeys(articles["article_id"]) if articles.height <= _FEW else ()
        if some and len(some) <= MOST and all(map(only_words, nodes)):
            return self._looked_up(some, nodes)
        ids = articles["article_id"].unique(maintain_order=True)
        told = [sentences_of(self._index, node, ids.to_frame()) for node in nodes]
        return (
            pl.concat([part for part in told if part is not None])
            .group_by(_KEY, maintain_order=True)
            .agg(pl.len().cast(pl.Int32).alias("matched"))
            .select(pl.col(name).cast(dtype) for name, dtype in MATCHING.items())
        )

    def _looked_up(self, articles: Iterable[int], nodes: list[Node]) -> pl.DataFrame:
        owners: list[int] = []
        numbers: list[int] = []
        clauses: list[int] = []
        for page in pages_of(self._index, articles):
            told = [sentences_on(page, node) or () for node in nodes]
            matched = Counter(number for some in told for number in some)
            owners += [page.article] * len(matched)
            numbers += sorted(matched)
            clauses += [matched[number] for number in sorted(matched)]
        columns = zip(MATCHING.items(), (owners, numbers, clauses), strict=True)
        return pl.DataFrame([pl.Series(name, values, dtype) for (name, dtype), values in columns])

    @cached_property
    def direct(self) -> pl.DataFrame | None:
        """The sentences that match every clause a sentence can tell; None where there is none."""
        return None if self.sentences is None else self._all_clauses(self.sentences)

    def direct_in(self, articles: pl.DataFrame) -> pl.DataFrame | None:
        """`direct`, of some of the selected articles only.

        Args:
            articles: Column article_id.
        """
        sentences = self.sentences_in(articles)
        return None if sentences is None else self._all_clauses(sentences)

    def hits_in(self, articles: pl.DataFrame) -> pl.DataFrame:
        """How many sentences of some of the selected articles match directly.

        Args:
            articles: Column article_id.

        Returns:
            Frame with schema `HITS`; articles without a hit are left out.
        """
        direct = self.direct_in(articles)
        if direct is None:
            return HITS.to_frame()
        return direct.group_by("article_id", maintain_order=True).agg(pl.len().cast(pl.Int32).alias("hits"))

    @cached_property
    def words(self) -> tuple[Words | Near, ...]:
        """The words and phrases looked for, for highlighting; negated ones are not among them."""
        return tuple(_words(clause.node for clause in self.query.clauses))

    def holding(self, facts: pl.DataFrame) -> pl.DataFrame:
        """Those facts (column article_id) that are of selected articles, in their order."""
        if self.everything:
            return facts
        return facts.filter(self.mask.gather(article_rows(self._index, facts["article_id"])))

    def marked(self, facts: pl.DataFrame) -> pl.DataFrame:
        """Say of facts of selected articles which stand in a sentence that matches directly.

        Args:
            facts: Columns article_id and sentence.

        Returns:
            The facts, in their order, with a Boolean column `direct` (true for all where no clause can be
            told from a sentence).
        """
        direct = self.direct_in(facts)
        true = pl.lit(value=True).alias("direct")
        if direct is None:
            return facts.with_columns(true)
        told = facts.join(direct.with_columns(true), on=_KEY, how="left", maintain_order="left")
        return told.with_columns(pl.col("direct").fill_null(value=False))

    def _all_clauses(self, sentences: pl.DataFrame) -> pl.DataFrame:
        return sentences.filter(pl.col("matched") == self.testable).select(_KEY)

    def _ask(self, question: Callable[[Found], _T]) -> _T:
        try:
            return question(self._found)
        except FullTextError:  # it has noted its trouble, and is not asked again
            self._found = Found(self._index, self.query.clauses)
            return question(self._found)


def select(index: Index, query: Query | str) -> Selection:
    """Apply a query, or the text of one, to an index.

    Raises:
        QueryError: the text has a broken clause.
    """
    return Selection(index, Query.parse(query) if isinstance(query, str) else query)


def narrow(selection: Selection, facts: pl.DataFrame) -> pl.DataFrame:
    """Keep the facts (columns article_id, sentence) of the selected articles, in their order.

    They have a column `direct`, as `Selection.marked` gives it.
    """
    return selection.marked(selection.holding(facts))


def _find(index: Index, clauses: tuple[Clause, ...]) -> Found:
    decided = plan(index, clauses)
    fulltext = usable(index)
    if decided.asked is None or fulltext is None:
        return Found(index, clauses)
    return FullTextFound(index, clauses, fulltext, decided.asked, decided)


def _words(nodes: Iterable[Node]) -> Iterator[Words | Near]:
    for node in nodes:
        match node:
            case Words() | Near():
                yield node
            case Keyword(folded):
                if words := words_of(folded):
                    yield Words(" ".join(words))
            case AllOf(inner) | AnyOf(inner):
                yield from _words(inner)
            case _:
                pass
