"""Who acts: the actors of a selection, where each is named, what each is said to be, and with whom."""

from typing import Final

import polars as pl

from wiredesk.query.select import Selection, narrow
from wiredesk.query.sentences import with_text
from wiredesk.schema import ACTORS, MENTIONS, ROLES
from wiredesk.store import Index

ACTORS_VIEW: Final = pl.Schema(
    {
        **ACTORS,
        "first": pl.Date,  # earliest and latest day of publication among the dated articles that name
        "last": pl.Date,  # the actor; null where none is dated
    }
)
ACTOR_VIEW: Final = pl.Schema(
    {
        **{name: MENTIONS[name] for name in ("article_id", "sentence", "start", "end", "surface", "basis")},
        "direct": pl.Boolean,
        "text": pl.String,  # of the sentence
        "sentence_kind": pl.String,
        "source": pl.String,
        "published": pl.Date,
    }
)
ROLES_VIEW: Final = pl.Schema({**ROLES, "text": pl.String, "source": pl.String, "published": pl.Date})
ROLES_OVER_TIME: Final = pl.Schema(
    {
        "role": pl.String,  # as most often written
        "former": pl.Boolean,
        "years": pl.List(pl.Int32),  # in which dated articles say so, each once, upwards
        "articles": pl.Int32,
    }
)
NEIGHBOURS_VIEW: Final = pl.Schema(
    {
        "actor_id": pl.Int64,
        "name": pl.String,
        "kind": pl.String,
        "sentences": pl.Int32,  # that name both
        "article_id": pl.Int64,  # address of the other's mention in the first of them
        "sentence": pl.Int32,
        "start": pl.Int32,
        "end": pl.Int32,
    }
)

AMBIGUOUS_VIEW: Final = pl.Schema(
    {
        "surface": pl.String,  # a name that fits several actors, and nothing tells which
        "kind": pl.String,
        "mentions": pl.Int32,
        "articles": pl.Int32,
        "candidates": pl.List(pl.String),  # names of the actors it may mean, the most named first
        "candidate_ids": pl.List(pl.Int64),
        "article_id": pl.Int64,  # address of the first mention
        "sentence": pl.Int32,
        "start": pl.Int32,
        "end": pl.Int32,
    }
)

_KEY = ["article_id", "sentence"]


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
    mentions = narrow(selection, index.mentions.filter(pl.col("actor_id").is_not_null()))
    if direct_only:
        mentions = mentions.filter("direct")
    counts = (
        mentions.select("actor_id", "article_id")
        .join(index.articles.select("article_id", "published"), on="article_id", how="left")
        .group_by("actor_id")
        .agg(
            pl.len().cast(pl.Int32).alias("mentions"),
            pl.col("article_id").n_unique().cast(pl.Int32).alias("articles"),
            pl.col("published").min().alias("first"),
            pl.col("published").max().alias("last"),
        )
    )
    return (
        index.actors.drop("mentions", "articles")
        .join(counts, on="actor_id", how="inner")
        .sort("mentions", "articles", "name", "kind", descending=[True, True, False, False])
        .select(list(ACTORS_VIEW))
    )


def actor_view(index: Index, selection: Selection, actor_id: int) -> pl.DataFrame:
    """Every selected sentence that names an actor.

    Returns:
        Frame with schema `ACTOR_VIEW`, in the order of the index, direct matches marked.
    """
    mentions = narrow(selection, index.mentions.filter(pl.col("actor_id") == actor_id))
    return _with_article(index, with_text(index, mentions)).select(list(ACTOR_VIEW))


def roles_view(index: Index, selection: Selection, actor_id: int) -> pl.DataFrame:
    """What an actor is said to be, with the sentences that say it.

    Returns:
        Frame with schema `ROLES_VIEW`, in the order of the index.
    """
    roles = narrow(selection, index.roles.filter(pl.col("actor_id") == actor_id))
    return _with_article(index, with_text(index, roles)).select(list(ROLES_VIEW))


def roles_over_time(roles: pl.DataFrame) -> pl.DataFrame:
    """What an actor is said to be, each role once, with the years of the articles that say so.

    Args:
        roles: Frame with schema `ROLES_VIEW`, of one actor.

    Returns:
        Frame with schema `ROLES_OVER_TIME`: what is held before what is over, then by the number of articles.
        Case and spaces do not tell roles apart.
    """
    return (
        roles.with_columns(pl.col("role").str.replace_all(r"\s+", " "))
        .group_by(pl.col("role").str.to_lowercase().alias("folded"), "former", maintain_order=True)
        .agg(
            pl.col("role").mode().max(),  # of equally frequent ones that without capitals
            pl.col("published").dt.year().drop_nulls().unique().sort().alias("years"),
            pl.col("article_id").n_unique().cast(pl.Int32).alias("articles"),
        )
        .sort("former", "articles", descending=[False, True], maintain_order=True)
        .select(list(ROLES_OVER_TIME))
    )


def ambiguous_view(index: Index, selection: Selection, *, direct_only: bool = False) -> pl.DataFrame:
    """The names in the selected articles that fit several actors.

    Args:
        index: The index.
        selection: What to show.
        direct_only: Count only mentions in sentences that match the query directly.

    Returns:
        Frame with schema `AMBIGUOUS_VIEW`, most mentions first. Candidates are the actors of that kind that
        are called so elsewhere or, for a person, bear its last word as the last of their
        name, or else as the first.
    """
    mentions = narrow(selection, index.mentions.filter(pl.col("actor_id").is_null()))
    if direct_only:
        mentions = mentions.filter("direct")
    found = mentions.group_by("surface", "kind", maintain_order=True).agg(
        pl.len().cast(pl.Int32).alias("mentions"),
        pl.col("article_id").n_unique().cast(pl.Int32).alias("articles"),
        pl.col("article_id", "sentence", "start", "end").first(),
    )
    return (
        found.join(_candidates(index.actors, found), on=["surface", "kind"], how="left")
        .with_columns(pl.col("candidates", "candidate_ids").fill_null([]))
        .sort("mentions", "articles", "surface", "kind", descending=[True, True, False, False])
        .select(list(AMBIGUOUS_VIEW))
    )


def _candidates(actors: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """For each surface and kind, the actors it may mean."""
    person = pl.col("kind") == "person"
    asked = found.select(
        "surface",
        "kind",
        person.alias("person"),
        pl.when(person).then(_last_word(pl.col("surface"))).otherwise(pl.col("surface")).alias("called"),
    )
    known = actors.with_row_index("rank").select(
        "rank", "actor_id", "name", person.alias("person"), pl.col("aliases").alias("called")
    )
    by_alias = (
        known.explode("called")
        .with_columns(
            pl.when("person").then(_last_word(pl.col("called"))).otherwise(pl.col("called")).alias("called")
        )
        .unique(["rank", "called"])
    )
    by_given_name = known.filter("person").with_columns(
        pl.col("name").str.to_lowercase().str.extract(r"^(\S+)").alias("called")
    )
    found_by_alias = asked.join(by_alias, on=["person", "called"], how="inner")
    others = asked.join(found_by_alias, on=["surface", "kind"], how="anti")
    return (
        pl.concat([found_by_alias, others.join(by_given_name, on=["person", "called"], how="inner")])
        .sort("rank")
        .group_by("surface", "kind", maintain_order=True)
        .agg(pl.col("name").alias("candidates"), pl.col("actor_id").alias("candidate_ids"))
    )


def _last_word(name: pl.Expr) -> pl.Expr:
    return name.str.to_lowercase().str.replace("['’]s?$", "").str.extract(r"([^\s]+)$")


def neighbours_view(index: Index, selection: Selection, actor_id: int) -> pl.DataFrame:
    """The actors named in the same sentences. That two names share a sentence is no relation.

    Returns:
        Frame with schema `NEIGHBOURS_VIEW`, most shared sentences first.
    """
    mentions = narrow(selection, index.mentions.filter(pl.col("actor_id").is_not_null()))
    here = mentions.filter(pl.col("actor_id") == actor_id).select(_KEY).unique(maintain_order=True)
    others = mentions.filter(pl.col("actor_id") != actor_id).join(here, on=_KEY, how="semi")
    return (
        others.group_by("actor_id", maintain_order=True)
        .agg(
            pl.struct(_KEY).n_unique().cast(pl.Int32).alias("sentences"),
            pl.col("article_id", "sentence", "start", "end").first(),
        )
        .join(index.actors.select("actor_id", "name", "kind"), on="actor_id", how="inner")
        .sort("sentences", "name", "kind", descending=[True, False, False])
        .select(list(NEIGHBOURS_VIEW))
    )


def _with_article(index: Index, facts: pl.DataFrame) -> pl.DataFrame:
    about = index.articles.select("article_id", "source", "published")
    return facts.join(about, on="article_id", how="left", maintain_order="left")
