"""What is known of one actor: where it is named, what it is said to be, and with whom."""

from typing import Final

import polars as pl

from wiredesk.query.rows import article_rows, articles_of, marked
from wiredesk.query.selection import Selection, narrow
from wiredesk.query.sentences import with_text
from wiredesk.schema import MENTIONS, ROLES
from wiredesk.store import Index

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


def actor_view(index: Index, selection: Selection, actor_id: int) -> pl.DataFrame:
    """Every selected sentence that names an actor.

    Returns:
        Frame with schema `ACTOR_VIEW`, in the order of the index, direct matches marked.
    """
    mentions = narrow(selection, index.where("mentions", pl.col("actor_id") == actor_id))
    return _with_article(index, mentions).select(list(ACTOR_VIEW))


def roles_view(index: Index, selection: Selection, actor_id: int) -> pl.DataFrame:
    """What an actor is said to be, with the sentences that say it.

    Returns:
        Frame with schema `ROLES_VIEW`, in the order of the index.
    """
    roles = narrow(selection, index.roles.filter(pl.col("actor_id") == actor_id))
    return _with_article(index, roles).select(list(ROLES_VIEW))


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


def neighbours_view(index: Index, selection: Selection, actor_id: int) -> pl.DataFrame:
    """The actors named in the same sentences. That two names share a sentence is no relation.

    Returns:
        Frame with schema `NEIGHBOURS_VIEW`, most shared sentences first.
    """
    named = index.derived("named")
    actor = index.actors["actor_id"].index_of(actor_id)
    if actor is None:
        return NEIGHBOURS_VIEW.to_frame()
    here = named.filter(pl.col("actor") == actor).select("sentence").unique()
    around = named.with_row_index("row").join(here, on="sentence", how="semi", maintain_order="left")
    others = around.filter(pl.col("actor") != actor)
    if not selection.everything:
        others = others.filter(marked(selection.mask, articles_of(index, "mentions", others["row"])))
    counted = others.group_by("actor", maintain_order=True).agg(
        pl.col("sentence").n_unique().cast(pl.Int32).alias("sentences"), pl.col("row").first()
    )
    about = index.actors.select("actor_id", "name", "kind")[counted["actor"]]
    first = index.gather("mentions", counted["row"], ("article_id", "sentence", "start", "end"))
    return (
        about.hstack(counted.select("sentences"))
        .hstack(first)
        .sort("sentences", "name", "kind", descending=[True, False, False])
        .select(list(NEIGHBOURS_VIEW))
    )


def _with_article(index: Index, facts: pl.DataFrame) -> pl.DataFrame:
    articles = article_rows(index, facts["article_id"])
    about = index.articles.select("source", "published")[articles]
    return with_text(index, facts, articles).hstack(about)
