"""Today's articles at today's cost: an index to read while the names of all articles are linked anew."""

from typing import Any

import polars as pl

from wiredesk.build.facts import Facts, in_article_order
from wiredesk.build.linking import with_status
from wiredesk.build.stretches import in_stretches, stretches_of
from wiredesk.schema import ACTORS, ARTICLES, ROLES
from wiredesk.store import Index


def early_index(old: Index, new: Index, facts: Facts) -> Index:
    """An old index with new articles beside it.

    The new articles' names are linked among themselves. An actor's identifier follows from its own names,
    so most meet those of the old index; a surname that only older articles explain stays in doubt, and so
    does a copy of an older article, until everything is linked.

    Args:
        old: The index as it is.
        new: The new and changed articles, linked among themselves.
        facts: The facts of all files that there are now, in the order of `wiredesk.schema`.

    Returns:
        An index that was never written, with `complete` False.
    """
    kept = facts.frames["articles"].join(new.articles, on="article_id", how="anti").select("article_id")
    copies = pl.concat(
        [
            old.articles.join(kept, on="article_id", how="semi").select("article_id", "duplicate_of"),
            new.articles.select("article_id", "duplicate_of"),
        ]
    )
    originals = facts.frames["articles"].select(pl.col("article_id").alias("duplicate_of"))
    articles = (
        facts.frames["articles"]
        .drop("duplicate_of")
        .join(copies.join(originals, on="duplicate_of", how="semi"), on="article_id", how="left")
        .sort("path", "part")
        .select(ARTICLES.names())
    )
    mentions = _mentions(old, new, articles)
    actors = _actors(old.actors, new.actors, mentions)
    roles = pl.concat([old.roles.join(kept, on="article_id", how="semi"), new.roles])
    frames: dict[str, Any] = dict(facts.frames)
    frames |= {"articles": articles, "files": with_status(frames["files"], articles)}
    frames |= {"actors": actors, "mentions": mentions, "roles": _roles(actors, articles, roles)}
    return Index(**frames, complete=False, methods=old.methods)


def _mentions(old: Index, new: Index, articles: pl.DataFrame) -> pl.DataFrame:
    """The mentions of articles, the new index's where both have some."""
    stand = [
        index.articles.select("article_id", pl.lit(part, pl.UInt32).alias("part")).with_row_index("row")
        for part, index in enumerate((new, old))
    ]
    known = pl.concat(stand).unique("article_id", keep="first", maintain_order=True)
    order = articles.select("article_id").join(known, on="article_id", maintain_order="left")
    parts = [{"articles": index.articles, "mentions": index.mentions} for index in (new, old)]
    return in_stretches(parts, "mentions", stretches_of(order.select("part", "row"))).rechunk()


def _actors(old: pl.DataFrame, new: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    counted = (
        mentions.drop_nulls("actor_id")
        .group_by("actor_id")
        .agg(
            pl.len().cast(pl.Int32).alias("mentions"),
            pl.col("article_id").n_unique().cast(pl.Int32).alias("articles"),
        )
    )
    # Where both tell of an actor, the old index has the first word.
    both = pl.concat([old.with_columns(of=pl.lit(0)), new.with_columns(of=pl.lit(1))])
    aliases = (
        both.select("actor_id", "of", "aliases")
        .explode("aliases")
        .group_by("actor_id")
        .agg(pl.col("aliases").sort_by("of", maintain_order=True).unique(maintain_order=True))
    )
    told = (
        both.sort("of", maintain_order=True)
        .group_by("actor_id", maintain_order=True)
        .agg(pl.col("name", "kind").first(), pl.col("role").drop_nulls().first())
    )
    return (
        counted.join(told, on="actor_id")
        .join(aliases, on="actor_id")
        .sort("mentions", "articles", "name", "kind", descending=[True, True, False, False])
        .select(ACTORS.names())
    )


def _roles(actors: pl.DataFrame, articles: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    order = actors.select("actor_id").with_row_index("actor")
    return (
        in_article_order(articles, roles, ("start", "end"))
        .join(order, on="actor_id", maintain_order="left")
        .sort("actor", maintain_order=True)
        .select(ROLES.names())
    )
