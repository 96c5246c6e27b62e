"""Who is named in the selected articles: how often, and from when to when."""

from dataclasses import dataclass
from typing import Final, Protocol
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.query.chosen import direct_sentences, few, rows_of
from wiredesk.query.rows import articles_of, days_of, rows_in, stretches
from wiredesk.query.selection import Selection
from wiredesk.store import Index

_AT_ONCE: Final = 2**20
"""Rows that are counted at a time: what is made of them stays near the processor, and needs no new memory."""

_LOOK: Final = 256
"""Articles of an actor that are looked at first for the first that is selected; then eight times more, and so
on: of most actors it is among them."""

_DATED: WeakKeyDictionary[Index, pl.Series] = WeakKeyDictionary()


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
        first = (many.cum_sum() - many).gather(actors)
        behind = first + _dated(self.index).gather(actors)
        left = self._between(pl.DataFrame({"actor": actors, "first": first, "behind": behind}))
        published, wanted = days_of(self.index).published, pl.DataFrame({"actor": actors})
        ends = {"first": self._outermost(left, last=False), "last": self._outermost(left, last=True)}
        return pl.DataFrame(
            [
                published.gather(
                    wanted.join(found, on="actor", how="left", maintain_order="left")["place"]
                ).alias(name)
                for name, found in ends.items()
            ]
        )

    def _between(self, left: pl.DataFrame) -> pl.DataFrame:
        """Leave out what lies before the first selected day or after the last: see `_outermost` for `left`.

        Of a year among many an actor's other articles need not be looked at one by one.
        """
        at = (self.selected == 1).arg_true()
        if not at.len():
            return left.clear()
        place, edges = self.index.derived("appeared")["place"], (at[0], at[-1] + 1)
        ends: list[list[int]] = []
        for first, behind in zip(left["first"].to_list(), left["behind"].to_list(), strict=True):
            own = place.slice(first, behind - first)
            ends.append([first + own.search_sorted(edge, "left") for edge in edges])
        inner = pl.DataFrame(ends, schema={"first": pl.UInt32, "behind": pl.UInt32}, orient="row")
        return left.select("actor").hstack(inner).filter(pl.col("first") < pl.col("behind"))

    def _outermost(self, left: pl.DataFrame, *, last: bool) -> pl.DataFrame:
        """The first or last of each actor's articles that is selected: columns actor, place.

        Args:
            left: Columns actor; first, the first of its rows in `APPEARED`; behind, the row behind the last.
            last: The last of them.
        """
        appeared = self.index.derived("appeared")
        parts = [pl.DataFrame(schema={"actor": pl.UInt32, "place": pl.UInt32})]
        look = _LOOK
        while left.height:
            if last:
                edge = pl.max_horizontal("first", pl.col("behind").cast(pl.Int64) - look).cast(pl.UInt32)
                rows = left.select(edge.alias("from"), pl.col("behind").alias("to"))
            else:
                edge = pl.min_horizontal("behind", pl.col("first") + look).cast(pl.UInt32)
                rows = left.select(pl.col("first").alias("from"), edge.alias("to"))
            some = appeared.select("actor", "place")[stretches(rows["from"], rows["to"])]
            place = pl.col("place").last() if last else pl.col("place").first()
            selected = some.filter(self.selected.gather(some["place"]) == 1)
            found = selected.group_by("actor", maintain_order=True).agg(place)
            parts.append(found)
            left = (
                left.with_columns(edge.alias("behind" if last else "first"))
                .filter(pl.col("first") < pl.col("behind"))
                .join(found, on="actor", how="anti", maintain_order="left")
            )
            look *= 8
        return pl.concat(parts)


def _dated(index: Index) -> pl.Series:
    """For each actor how many articles that name it have a known day; counted once."""
    known = _DATED.get(index)
    if known is None:
        dated = index.derived("appeared").filter(pl.col("place") < days_of(index).dated)
        counts = dated.with_columns(pl.col("actor").set_sorted()).group_by("actor").len()
        every = pl.zeros(index.height("actors"), pl.UInt32, eager=True)
        known = every.scatter(counts["actor"], counts["len"]) if counts.height else every
        _DATED[index] = known
    return known


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
