"""The articles that a query selects, found when they are asked for, and no more of them than are."""

from collections.abc import Sequence
from functools import cached_property, reduce
from typing import TYPE_CHECKING, Final

import polars as pl

from wiredesk.query.clauses import Clause
from wiredesk.query.match import articles_of
from wiredesk.query.plan import Even, Plan, found, leaves
from wiredesk.query.rank import (
    best_first,
    best_of,
    best_of_even,
    first_look,
    named_weights,
    newest_of,
    newness,
)
from wiredesk.query.weigh import weights_of
from wiredesk.store import Index
from wiredesk.store.fulltext import FullText, Look, Newest, Ranked, asking

if TYPE_CHECKING:
    from tantivy import Query as Wanted

SELECTED: Final = pl.Schema({"article_id": pl.Int64, "score": pl.Float64})
"""An article and its weight (`wiredesk.query.rank`); 0 where the query asks for no words and no actors."""

_FEW: Final = 2_000
"""Articles among which the full-text index is asked to look; of more, all that it finds is fetched."""


_WANTED: Final = 100
"""Articles that are usually looked through."""


class Found:
    """What the frames of an index say to a query.

    Args:
        index: The index.
        clauses: Must all hold.
    """

    def __init__(self, index: Index, clauses: Sequence[Clause]) -> None:
        self._index = index
        self._clauses = tuple(clauses)

    @cached_property
    def count(self) -> int:
        """How many articles there are."""
        return self._ids.height if self._clauses else self._index.height("articles")

    @cached_property
    def _ids(self) -> pl.DataFrame:
        ids = self._index.articles.select("article_id")
        parts = [articles_of(self._index, clause.node) for clause in self._clauses]
        return reduce(lambda a, b: a.join(b, on="article_id", how="semi", maintain_order="left"), parts, ids)

    @cached_property
    def articles(self) -> pl.DataFrame:
        """All of them, with schema `SELECTED`, in the order of the index."""
        weighed = self._ids.with_columns(pl.lit(0.0).alias("score"))
        for leaf in leaves(clause.node for clause in self._clauses):
            more = weights_of(self._index, leaf).select(
                "article_id", (pl.col("text") + pl.col("title")).alias("more")
            )
            weighed = _plus(weighed, more)
        return self._finished(weighed)

    def best(self, limit: int) -> pl.DataFrame:
        """The best of them, with schema `SELECTED`, best first."""
        days = self._index.articles.select("article_id", "published")
        dated = self.articles.join(days, on="article_id", how="left")
        return best_first(dated).head(limit).select(list(SELECTED))

    def _finished(self, weighed: pl.DataFrame) -> pl.DataFrame:
        """Add what the actors weigh, and how new the articles are."""
        if not self._clauses:
            return weighed
        index = self._index
        named = named_weights(index, tuple(clause.node for clause in self._clauses)).rename({"named": "more"})
        if named.height:
            weighed = _plus(weighed, named)
        new = newness(pl.col("published"), newest_of(index))
        return (
            index.articles.select("article_id", "published")
            .join(weighed, on="article_id", how="inner", maintain_order="left")
            .select("article_id", (pl.col("score") * new).alias("score"))
        )


class FullTextFound(Found):
    """What the full-text index says to a query, and the frames to the clauses that it does not answer.

    Everything raises `FullTextError` where the full-text index fails.

    Args:
        index: The index.
        clauses: Must all hold.
        fulltext: Its full-text index.
        decided: What it is asked, and the clauses it does not answer.
    """

    def __init__(
        self,
        index: Index,
        clauses: Sequence[Clause],
        fulltext: FullText,
        asked: "Wanted",
        decided: Plan,
    ) -> None:
        super().__init__(index, clauses)
        self._fulltext, self._asked = fulltext, asked
        self._framed, self._even = decided.framed, decided.even

    @cached_property
    def count(self) -> int:
        """How many articles there are."""
        if self._framed:
            return self._ids.height
        return self._looked.found if self._even is None else self._newest.found

    @cached_property
    def _looked(self) -> Look:
        """One look tells how many there are and, most times, which are best."""
        return self._fulltext.look(self._asked, first_look(_WANTED))

    @cached_property
    def _newest(self) -> Newest:
        """The same, where all weigh the same."""
        return self._fulltext.newest(self._asked if self._even is None else self._even.all, _WANTED)

    @cached_property
    def _matching(self) -> pl.DataFrame:
        """Columns article_id and score, in no order."""
        if not self._framed:
            return found(self._fulltext, self._asked)
        framed = Found(self._index, self._framed)._ids
        if framed.height <= _FEW:
            return found(self._fulltext, asking.among(self._fulltext, self._asked, framed["article_id"]))
        return found(self._fulltext, self._asked).join(framed, on="article_id", how="semi")

    @cached_property
    def _ids(self) -> pl.DataFrame:
        return self._matching.select("article_id")

    @cached_property
    def articles(self) -> pl.DataFrame:
        """All of them, with schema `SELECTED`, in the order of the index."""
        return self._finished(self._matching)

    def best(self, limit: int) -> pl.DataFrame:
        """The best of them, with schema `SELECTED`, best first."""
        if self._framed:
            return super().best(limit)
        ranked = self._best_evenly(self._even, limit) if self._even is not None else self._best_weighed(limit)
        return pl.DataFrame({"article_id": ranked.articles, "score": ranked.scores}, schema=SELECTED)

    def _best_evenly(self, even: Even, limit: int) -> Ranked:
        found = self._newest if limit <= _WANTED else self._fulltext.newest(even.all, limit)
        return best_of_even(self._fulltext, even, found, newest_of(self._index), limit)

    def _best_weighed(self, limit: int) -> Ranked:
        looked = self._looked if limit <= _WANTED else self._fulltext.look(self._asked, first_look(limit))
        return best_of(self._fulltext, self._asked, looked, newest_of(self._index), limit)


def _plus(weighed: pl.DataFrame, more: pl.DataFrame) -> pl.DataFrame:
    return weighed.join(more, on="article_id", how="left", maintain_order="left").select(
        "article_id", pl.col("score") + pl.col("more").fill_null(0.0)
    )
