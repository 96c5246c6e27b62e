"""The articles that a query selects, found when they are asked for, and no more of them than are."""

from collections.abc import Sequence
from functools import cached_property, reduce
from typing import TYPE_CHECKING, Final

import polars as pl

from wiredesk.query.clauses import Clause
from wiredesk.query.match import mask_of
from wiredesk.query.plan import SAME_FOR_ALL, Even, Plan, found, leaves
from wiredesk.query.rank import (
    best_first,
    best_of,
    best_of_even,
    first_look,
    named_weights,
    newest_of,
    newness,
)
from wiredesk.query.rows import article_rows, mask_at
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
        return int(self.mask.sum()) if self._clauses else self._index.height("articles")

    @cached_property
    def mask(self) -> pl.Series:
        """For each row of `ARTICLES` whether it is among them, as Boolean."""
        every = pl.repeat(value=True, n=self._index.height("articles"), dtype=pl.Boolean, eager=True)
        return reduce(
            lambda a, b: a & b, [mask_of(self._index, clause.node) for clause in self._clauses], every
        )

    @cached_property
    def rows(self) -> pl.Series:
        """Their rows in `ARTICLES`, ascending, as UInt32."""
        return self.mask.arg_true()

    @property
    def ids(self) -> pl.Series:
        """Their identifiers, in the order of `rows`."""
        return self._index.articles["article_id"].gather(self.rows)

    @cached_property
    def scores(self) -> pl.Series | None:
        """What they weigh, in the order of `rows`; None where all weigh nothing."""
        weighed: pl.Series | None = None
        for leaf in leaves(clause.node for clause in self._clauses):
            more = weights_of(self._index, leaf)
            weights = _spread(self._index, more["article_id"], more["text"] + more["title"])
            weighed = weights if weighed is None else weighed + weights
        return self._finished(weighed)

    @cached_property
    def articles(self) -> pl.DataFrame:
        """All of them, with schema `SELECTED`, in the order of the index."""
        scores = pl.zeros(self.rows.len(), pl.Float64, eager=True) if self.scores is None else self.scores
        return pl.DataFrame({"article_id": self.ids, "score": scores}, schema=SELECTED)

    def best(self, limit: int) -> pl.DataFrame:
        """The best of them, with schema `SELECTED`, best first."""
        days = self._index.articles["published"].gather(self.rows)
        return best_first(self.articles.with_columns(days), limit).select(list(SELECTED))

    def _finished(self, weighed: pl.Series | None) -> pl.Series | None:
        """Add what the actors weigh, and how new the articles are.

        Args:
            weighed: What the words weigh in each row of `ARTICLES`; None: none is asked for.
        """
        named = named_weights(self._index, tuple(clause.node for clause in self._clauses))
        if named is not None:
            weighed = named if weighed is None else weighed + named
        if weighed is None:
            return None
        newest = newest_of(self._index)
        selected = pl.DataFrame(
            {
                "score": weighed.gather(self.rows),
                "published": self._index.articles["published"].gather(self.rows),
            }
        )
        return selected.select(pl.col("score") * newness(pl.col("published"), newest))["score"]


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
            return int(self.mask.sum())
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
        """What the full-text index finds of all of them: columns article_id and score, in no order."""
        if self._framed and self._others.count <= _FEW:
            return found(self._fulltext, asking.among(self._fulltext, self._asked, self._others.ids))
        return found(self._fulltext, self._asked)

    @cached_property
    def _mostly(self) -> Even | None:
        """What finds more than half of all articles, which weigh the same: the others are handed over then.

        The library hands over a million identifiers in half a second.
        """
        if self._even is None or 2 * self.count <= self._index.height("articles"):
            return None
        return self._even

    @cached_property
    def _others(self) -> Found:
        """What the frames say to the clauses that the full-text index does not answer."""
        return Found(self._index, self._framed)

    @cached_property
    def mask(self) -> pl.Series:
        """For each row of `ARTICLES` whether it is among them, as Boolean."""
        if self._mostly is not None:
            missing = found(self._fulltext, asking.without(self._mostly.all))
            return ~mask_at(self._index, article_rows(self._index, missing["article_id"]))
        mask = mask_at(self._index, article_rows(self._index, self._matching["article_id"]))
        return mask & self._others.mask if self._framed else mask

    @cached_property
    def scores(self) -> pl.Series | None:
        """What they weigh, in the order of `rows`."""
        if self._mostly is not None:
            weights = self.mask.cast(pl.Float64) * SAME_FOR_ALL
            if self._mostly.more is not None:
                more = found(self._fulltext, self._mostly.more)
                weights += _spread(self._index, more["article_id"], more["score"])
            return self._finished(weights)
        return self._finished(_spread(self._index, self._matching["article_id"], self._matching["score"]))

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


def _spread(index: Index, articles: pl.Series, weights: pl.Series) -> pl.Series:
    """What some articles weigh, by identifier, for each row of `ARTICLES`; the others weigh nothing."""
    rows = article_rows(index, articles)
    known = rows.is_not_null()
    spread = pl.zeros(index.height("articles"), pl.Float64, eager=True)
    return spread.scatter(rows.filter(known), weights.filter(known)) if known.any() else spread
