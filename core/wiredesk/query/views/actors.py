"""Who acts: the actors of a selection, how often each is named, and from when to when."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from wiredesk.query.chosen import direct_sentences, few, kept, rows_of
from wiredesk.query.listing import Listing
from wiredesk.query.rows import articles_of, rows_in
from wiredesk.query.selection import Selection
from wiredesk.schema import ACTORS
from wiredesk.store import Index

ACTORS_VIEW: Final = pl.Schema(
    {
        **ACTORS,
        "first": pl.Date,  # earliest and latest day of publication among the dated articles that name
        "last": pl.Date,  # the actor; null where none is dated
    }
)
_ONE_BY_ONE: Final = 100
"""Actors, more than a screen shows, whose first and last days are looked up; for more, all days are read."""


def actors_list(index: Index, selection: Selection, *, direct_only: bool = False) -> Listing:
    """`actors_view`, of which only those rows are made that are looked at.

    Its columns of ACTORS, and the counts, are to be had alone.
    """
    named = None if selection.everything else _named(index, selection, direct_only=direct_only)
    counts = _counts(index, named)
    by_name = index.derived("cast")["by_name"].gather(counts["actor"]).alias("by_name")
    order = counts.with_columns(by_name).sort(
        "mentions", "articles", "by_name", descending=[True, True, False]
    )

    def show(wanted: pl.Series) -> pl.DataFrame:
        about = index.actors[wanted].drop("mentions", "articles")
        counted = counts[counts["actor"].search_sorted(wanted)].drop("actor")
        return about.hstack(counted).hstack(_seen(index, named, wanted)).select(list(ACTORS_VIEW))

    def column(name: str, wanted: pl.Series) -> pl.Series:
        if name in counts.columns:
            return counts[name].gather(counts["actor"].search_sorted(wanted))
        return index.actors[name].gather(wanted)

    return Listing(ACTORS_VIEW, order["actor"], show, column)


def actors_view(index: Index, selection: Selection, *, direct_only: bool = False) -> pl.DataFrame:
    """The actors named in the selected articles.

    Args:
        index: The index.
        selection: What to show.
        direct_only: Count only mentions in sentences that match the query directly.

    Returns:
        Frame with schema `ACTORS_VIEW`, counts within the selection, most mentions first. Ambiguous
        mentions count for nobody.
    """
    return actors_list(index, selection, direct_only=direct_only).frame()


@dataclass(frozen=True, eq=False, slots=True)
class _Named:
    """Who is named in selected articles: columns actor, article, mentions, each article once for an actor.

    Attributes:
        pairs: Its rows.
        by_day: They stand in the order of `APPEARANCES`.
    """

    pairs: pl.DataFrame
    by_day: bool = False


def _named(index: Index, selection: Selection, *, direct_only: bool) -> _Named:
    direct = direct_sentences(index, selection) if direct_only else None
    if direct is not None:
        return _Named(_named_directly(index, selection, direct))
    if few(selection):
        return _Named(index.derived("pairs")[rows_in(index, "pairs", selection.rows)])
    ordered = index.derived("appearances").with_columns(pl.col("actor").set_sorted())
    return _Named(kept(selection, ordered), by_day=True)


def _named_directly(index: Index, selection: Selection, direct: pl.DataFrame) -> pl.DataFrame:
    named = index.derived("named")
    rows = rows_of(index, selection, "mentions")
    mentions = named.with_row_index("row") if rows is None else named[rows].with_columns(rows.alias("row"))
    found = mentions.join(direct, on="sentence", how="semi").drop_nulls("actor")
    return (
        found.with_columns(articles_of(index, "mentions", found["row"]).alias("article"))
        .group_by("actor", "article")
        .agg(pl.len().cast(pl.UInt32).alias("mentions"))
    )


def _counts(index: Index, named: _Named | None) -> pl.DataFrame:
    """Columns actor, mentions, articles: of the actors that are named, by their rows in `ACTORS`, upwards."""
    if named is None:
        cast = index.derived("cast").select("mentions", "articles").with_row_index("actor")
        return cast.filter(pl.col("articles") > 0)
    counts = (
        named.pairs.lazy()
        .group_by("actor")
        .agg(pl.col("mentions").sum().cast(pl.Int32), pl.len().cast(pl.Int32).alias("articles"))
    )
    return counts.sort("actor").collect()


def _seen(index: Index, named: _Named | None, actors: pl.Series) -> pl.DataFrame:
    """Columns first, last: days of publication of the articles that name each of some actors."""
    if named is None:
        return index.derived("cast").select("first", "last")[actors]
    published = index.articles["published"]
    pairs = named.pairs
    if named.by_day and actors.len() <= _ONE_BY_ONE:
        firsts = pairs["actor"].search_sorted(actors, "left").to_list()
        behind = pairs["actor"].search_sorted(actors, "right").to_list()
        days = [_ends(pairs["article"], published, a, b) for a, b in zip(firsts, behind, strict=True)]
        return pl.DataFrame(days, schema={"first": pl.Date, "last": pl.Date}, orient="row")
    some = pairs.filter(pl.col("actor").is_in(actors.implode()))
    days = some.select("actor", published.gather(some["article"]).alias("day"))
    ends = days.group_by("actor").agg(pl.col("day").min().alias("first"), pl.col("day").max().alias("last"))
    wanted = pl.DataFrame({"actor": actors})
    return wanted.join(ends, on="actor", how="left", maintain_order="left").drop("actor")


def _ends(
    articles: pl.Series, published: pl.Series, first: int, behind: int
) -> tuple[date | None, date | None]:
    """The first and the last day of articles that stand by their days, unknown ones last."""
    undated = bisect_left(range(first, behind), True, key=lambda at: published[articles[at]] is None) + first
    if undated == first:
        return None, None
    return published[articles[first]], published[articles[undated - 1]]
