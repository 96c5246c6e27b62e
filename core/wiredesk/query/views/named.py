"""Who is named in the selected articles: how often, and from when to when."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

import polars as pl

from wiredesk.query.chosen import direct_sentences, few, rows_of
from wiredesk.query.rows import articles_of, days_of, rows_in
from wiredesk.query.selection import Selection
from wiredesk.store import Index

_AT_ONCE: Final = 2**20
"""Rows that are counted at a time: what is made of them stays near the processor, and needs no new memory."""

_LOOK: Final = 256
"""Articles of an actor that are looked at first for the first that is selected; then eight times more, and so
on: of most actors it is among them."""

_SEEN: Final = pl.Schema({"first": pl.Date, "last": pl.Date})


class Named(Protocol):
    """Who is named in some articles."""

    def counts(self) -> pl.DataFrame:
        """Columns actor, a row of `ACTORS`, mentions, articles: of those that are named; by actor."""
        ...

    def seen(self, actors: pl.Series) -> pl.DataFrame:
        """Columns first, last: days of publication of the articles that name each of some actors."""
        ...


def named_in(index: Index, selection: Selection, *, direct_only: bool) -> Named:
    """Who is named in the selected articles.

    Args:
        index: The index.
        selection: The selection.
        direct_only: Only in sentences that match the query directly.
    """
    if selection.everything:
        return _Everywhere(index)
    direct = direct_sentences(index, selection) if direct_only else None
    if direct is not None:
        return _InPairs(index, _named_directly(index, selection, direct))
    if few(selection):
        return _InPairs(index, index.derived("pairs")[rows_in(index, "pairs", selection.rows)])
    return _InMany(index, selection.mask.gather(days_of(index).rows).cast(pl.UInt8))


@dataclass(frozen=True, eq=False, slots=True)
class _Everywhere:
    """Who is named in all articles."""

    index: Index

    def counts(self) -> pl.DataFrame:
        cast = self.index.derived("cast").select("mentions", "articles").with_row_index("actor")
        return cast.filter(pl.col("articles") > 0)

    def seen(self, actors: pl.Series) -> pl.DataFrame:
        return self.index.derived("cast").select("first", "last")[actors]


@dataclass(frozen=True, eq=False, slots=True)
class _InPairs:
    """Who is named in articles of which the pairs are at hand: columns article, actor, mentions."""

    index: Index
    pairs: pl.DataFrame

    def counts(self) -> pl.DataFrame:
        return _counted(self.pairs).sort("actor")

    def seen(self, actors: pl.Series) -> pl.DataFrame:
        some = self.pairs.filter(pl.col("actor").is_in(actors.implode()))
        days = some.select("actor", self.index.articles["published"].gather(some["article"]).alias("day"))
        ends = days.group_by("actor").agg(
            pl.col("day").min().alias("first"), pl.col("day").max().alias("last")
        )
        wanted = pl.DataFrame({"actor": actors})
        return wanted.join(ends, on="actor", how="left", maintain_order="left").drop("actor")


@dataclass(frozen=True, eq=False, slots=True)
class _InMany:
    """Who is named in many articles: nothing is listed but what is counted.

    Attributes:
        index: The index.
        selected: 1 at the place of each selected article by day, 0 at those of all others.
    """

    index: Index
    selected: pl.Series

    def counts(self) -> pl.DataFrame:
        appeared = self.index.derived("appeared").with_columns(pl.col("actor").set_sorted())
        parts = [
            _counted(some.select("actor", "mentions").filter(self.selected.gather(some["place"]) == 1))
            for some in appeared.iter_slices(_AT_ONCE)
        ]
        every = pl.concat(parts) if parts else _counted(appeared)
        return every.group_by("actor").agg(pl.col("mentions", "articles").sum()).sort("actor")

    def seen(self, actors: pl.Series) -> pl.DataFrame:
        many = self.index.derived("cast")["articles"].cast(pl.UInt32)
        behind = many.cum_sum().gather(actors).to_list()
        places = self.index.derived("appeared")["place"]
        ends = [
            self._ends(places.slice(end - count, count))
            for end, count in zip(behind, many.gather(actors).to_list(), strict=True)
        ]
        return pl.DataFrame(ends, schema=_SEEN, orient="row")

    def _ends(self, places: pl.Series) -> tuple[date | None, date | None]:
        """The first and the last known day of the selected ones of an actor's articles, by their places."""
        days = days_of(self.index)
        dated = places.head(int(places.search_sorted(days.dated)))
        first, last = self._outermost(dated), self._outermost(dated, last=True)
        if first is None or last is None:
            return None, None
        return days.published.item(first), days.published.item(last)

    def _outermost(self, places: pl.Series, *, last: bool = False) -> int | None:
        """The first or last of some places at which an article is selected."""
        look = _LOOK
        while places.len():
            some = places.tail(look) if last else places.head(look)
            selected = some.filter(self.selected.gather(some) == 1)
            if selected.len():
                return int(selected.item(-1 if last else 0))
            places = places.head(-look) if last else places.slice(look)
            look *= 8
        return None


def _counted(pairs: pl.DataFrame) -> pl.DataFrame:
    return (
        pairs.lazy()
        .group_by("actor")
        .agg(pl.col("mentions").sum().cast(pl.Int32), pl.len().cast(pl.Int32).alias("articles"))
        .collect()
    )


def _named_directly(index: Index, selection: Selection, direct: pl.DataFrame) -> pl.DataFrame:
    """Columns article, actor, mentions: who is named how often in sentences that match directly."""
    named = index.derived("named")
    rows = rows_of(index, selection, "mentions")
    mentions = named.with_row_index("row") if rows is None else named[rows].with_columns(rows.alias("row"))
    found = mentions.join(direct, on="sentence", how="semi").drop_nulls("actor")
    return (
        found.with_columns(articles_of(index, "mentions", found["row"]).alias("article"))
        .group_by("article", "actor")
        .agg(pl.len().cast(pl.UInt32).alias("mentions"))
    )
