"""Who acts: the actors of a selection, how often each is named, and from when to when."""

from typing import Final

import polars as pl

from wiredesk.query.chosen import chosen, direct_sentences, mostly, narrowed, rows_of
from wiredesk.query.listing import Listing
from wiredesk.query.selection import Selection
from wiredesk.query.views.facts import articles_of
from wiredesk.schema import ACTORS
from wiredesk.store import Index

ACTORS_VIEW: Final = pl.Schema(
    {
        **ACTORS,
        "first": pl.Date,  # earliest and latest day of publication among the dated articles that name
        "last": pl.Date,  # the actor; null where none is dated
    }
)


def actors_list(index: Index, selection: Selection, *, direct_only: bool = False) -> Listing:
    """`actors_view`, of which only those rows are made that are looked at.

    Its columns of ACTORS, and the counts, are to be had alone.
    """
    counts = _counts(index, selection, direct_only=direct_only)
    cast = index.derived("cast")
    order = counts.with_columns(cast["by_name"].gather(counts["actor"]).alias("by_name"))
    ordered = order.sort("mentions", "articles", "by_name", descending=[True, True, False])["actor"]

    def show(wanted: pl.Series) -> pl.DataFrame:
        numbers = pl.DataFrame({"actor": wanted})
        counted = numbers.join(counts, on="actor", how="left", maintain_order="left")
        if selection.everything:
            seen = cast[wanted].select("first", "last")
        else:
            days = _seen(index, selection, numbers, direct_only=direct_only)
            seen = numbers.join(days, on="actor", how="left", maintain_order="left").drop("actor")
        about = index.actors[wanted].drop("mentions", "articles")
        return about.hstack(counted.drop("actor")).hstack(seen).select(list(ACTORS_VIEW))

    def column(name: str, wanted: pl.Series) -> pl.Series:
        if name in counts.columns:
            return pl.DataFrame({"actor": wanted}).join(
                counts, on="actor", how="left", maintain_order="left"
            )[name]
        return index.actors[name].gather(wanted)

    return Listing(ACTORS_VIEW, ordered, show, column)


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


def _counts(index: Index, selection: Selection, *, direct_only: bool) -> pl.DataFrame:
    """Columns actor, mentions, articles: of the actors named in a selection."""
    if selection.everything:
        counts = index.derived("cast").select("mentions", "articles").with_row_index("actor")
        return counts.filter(pl.col("articles") > 0)
    if not direct_only and mostly(index, selection):
        others = _counted(narrowed(index, selection, "pairs", others=True)).rename(
            {"mentions": "less", "articles": "fewer"}
        )
        every = index.derived("cast").select("mentions", "articles").with_row_index("actor")
        return (
            every.join(others, on="actor", how="left")
            .select(
                "actor",
                pl.col("mentions") - pl.col("less").fill_null(0),
                pl.col("articles") - pl.col("fewer").fill_null(0),
            )
            .filter(pl.col("articles") > 0)
        )
    return _counted(_pairs(index, selection, direct_only=direct_only))


def _counted(pairs: pl.DataFrame) -> pl.DataFrame:
    return (
        pairs.lazy()
        .group_by("actor")
        .agg(pl.col("mentions").sum().cast(pl.Int32), pl.len().cast(pl.Int32).alias("articles"))
        .collect()
    )


def _seen(index: Index, selection: Selection, actors: pl.DataFrame, *, direct_only: bool) -> pl.DataFrame:
    """Columns actor, first, last: days of publication of the selected articles that name some actors."""
    if direct_only or not mostly(index, selection):
        pairs = _pairs(index, selection, direct_only=direct_only).join(actors, on="actor", how="semi")
    else:  # the few actors first: nearly all articles are selected
        pairs = index.derived("pairs").join(actors, on="actor", how="semi")
        mask = chosen(index, selection).mask
        pairs = pairs if mask is None else pairs.filter(mask.gather(pairs["article"]))
    days = pairs.select("actor", index.articles["published"].gather(pairs["article"]).alias("day"))
    return days.group_by("actor").agg(pl.col("day").min().alias("first"), pl.col("day").max().alias("last"))


def _pairs(index: Index, selection: Selection, *, direct_only: bool) -> pl.DataFrame:
    """Columns article, actor, mentions: who is named how often in which selected article."""
    direct = direct_sentences(index, selection) if direct_only else None
    if direct is None:
        return narrowed(index, selection, "pairs")
    named = index.derived("named")
    rows = rows_of(index, selection, "mentions")
    mentions = named.with_row_index("row") if rows is None else named[rows].with_columns(rows.alias("row"))
    kept = mentions.join(direct, on="sentence", how="semi").drop_nulls("actor")
    return (
        kept.with_columns(articles_of(index, "mentions", kept["row"]).alias("article"))
        .group_by("article", "actor")
        .agg(pl.len().cast(pl.UInt32).alias("mentions"))
    )
