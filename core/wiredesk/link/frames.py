"""Linked names as frames."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import polars as pl

from wiredesk.link.canonical import Actor
from wiredesk.link.forms import Form
from wiredesk.link.resolve import Link
from wiredesk.link.roles import find_roles
from wiredesk.link.ticking import Tick, heard, unheard
from wiredesk.schema import ACTORS, MENTIONS, ROLES

Actors = Mapping[tuple[Form, str | None, str | None], Actor]
"""Actors by form, family and node of the names they were made of; ambiguous names have none."""


class LinkedName(NamedTuple):
    """A name of an article and what it was linked to; never a dropped one."""

    article_id: int
    sentence: int
    start: int
    end: int
    form: Form
    link: Link


def mention_frame(linked: Sequence[LinkedName], actors: Actors) -> pl.DataFrame:
    """Frame with schema `MENTIONS`, in the order of `linked`."""
    found = [actors.get((name.form, name.link.family, name.link.node)) for name in linked]
    return pl.DataFrame(
        {
            "article_id": [name.article_id for name in linked],
            "sentence": [name.sentence for name in linked],
            "actor_id": [actor.actor_id if actor else None for actor in found],
            "start": [name.start for name in linked],
            "end": [name.end for name in linked],
            "surface": [name.form.surface for name in linked],
            "kind": [actor.kind if actor else _kind(name) for name, actor in zip(linked, found, strict=True)],
            "basis": [_basis(name, actor) for name, actor in zip(linked, found, strict=True)],
        },
        schema=MENTIONS,
    )


def _kind(name: LinkedName) -> str:
    return "person" if name.link.family == "person" else name.form.kind


def _basis(name: LinkedName, actor: Actor | None) -> str | None:
    if actor is None:
        return None
    return name.link.basis or ("name" if name.form.key == actor.key else "spelling")


def role_frame(
    texts: Mapping[int, str],
    linked: Sequence[LinkedName],
    actors: Actors,
    sentences: pl.DataFrame,
    tick: Tick = unheard,
) -> pl.DataFrame:
    """Frame with schema `ROLES`, in the order of `texts`, then start; `tick` is told how far this is."""
    spans: dict[int, list[tuple[int, int, int | None]]] = defaultdict(list)
    peopled: set[int] = set()
    for name in linked:
        actor = actors.get((name.form, name.link.family, name.link.node))
        person = actor.actor_id if actor is not None and actor.kind == "person" else None
        titles = name.form.person.start if person is not None and name.form.person is not None else 0
        spans[name.article_id].append((name.start + titles, name.end, person))
        if person is not None:
            peopled.add(name.article_id)
    bounds: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for article_id, number, start, end in sentences.select(
        "article_id", "sentence", "start", "end"
    ).iter_rows():
        if article_id in peopled:
            bounds[article_id].append((start, end, number))
    rows = [
        (
            role.actor_id,
            text[role.start : role.end],
            article_id,
            role.sentence,
            role.start,
            role.end,
            role.former,
        )
        for article_id, text in heard(list(texts.items()), tick)
        if article_id in peopled
        for role in find_roles(text, spans[article_id], sorted(bounds[article_id]))
    ]
    return pl.DataFrame(rows, schema=ROLES, orient="row")


def actor_frame(actors: Actors, mentions: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    """Frame with schema `ACTORS`; its counts are those of `mentions`."""
    counted = (
        mentions.drop_nulls("actor_id")
        .group_by("actor_id")
        .agg(
            pl.len().cast(pl.Int32).alias("mentions"),
            pl.col("article_id").n_unique().cast(pl.Int32).alias("articles"),
        )
    )
    # Case and spaces do not tell roles apart; of equally frequent ones the longest says most. One that
    # only ever was is told as such, and only of persons who hold none.
    stated = (
        roles.select("actor_id", pl.col("role").str.replace_all(r"\s+", " "), "former")
        .with_columns(pl.col("role").str.to_lowercase().alias("folded"))
        .group_by("actor_id", "folded")
        .agg(
            (~pl.col("former")).sum().alias("now"),
            pl.len().alias("ever"),
            pl.col("role").min(),
            pl.col("former").all(),
        )
        .sort(
            "actor_id",
            "now",
            "ever",
            pl.col("role").str.len_chars(),
            "role",
            descending=[False, True, True, True, False],
        )
        .unique("actor_id", keep="first", maintain_order=True)
        .select(
            "actor_id", pl.when("former").then("former " + pl.col("role")).otherwise("role").alias("role")
        )
    )
    every = list({actor.actor_id: actor for actor in actors.values()}.values())
    listed = pl.DataFrame(
        {
            "actor_id": pl.Series([actor.actor_id for actor in every], dtype=pl.Int64),
            "name": pl.Series([actor.name for actor in every], dtype=pl.String),
            "kind": pl.Series([actor.kind for actor in every], dtype=pl.String),
            "aliases": pl.Series([actor.aliases for actor in every], dtype=pl.List(pl.String)),
        }
    )
    return (
        listed.join(counted, on="actor_id", how="inner")
        .join(stated, on="actor_id", how="left")
        .select(ACTORS.names())
        .sort("mentions", "articles", "name", "kind", descending=[True, True, False, False])
    )


def in_order_of(actors: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    """Roles in the order of their actors, then as they were."""
    order = actors.select("actor_id").with_row_index("rank")
    return (
        roles.join(order, on="actor_id", how="inner", maintain_order="left")
        .sort("rank", maintain_order=True)
        .drop("rank")
    )
