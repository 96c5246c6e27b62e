"""Linked names as frames."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from wiredesk.link.canonical import Actor
from wiredesk.link.forms import Form
from wiredesk.link.reading import Reading, lists_of
from wiredesk.link.resolve import Link
from wiredesk.link.roles import find_roles
from wiredesk.link.ticking import Tick, heard, unheard
from wiredesk.schema import ACTORS, MENTIONS, ROLES

Actors = Mapping[tuple[Form, str | None, str | None], Actor]
"""Actors by form, family and node of the names they were made of; ambiguous names have none."""


@dataclass(frozen=True, slots=True, eq=False)
class LinkedNames:
    """The names of all articles and what they were linked to; no dropped ones.

    Attributes:
        names: In order: `place` (row of the article), `sentence`, `start`, `end`, `pair`.
        pairs: What the numbers in `pair` mean: a form and what it was linked to.
    """

    names: pl.DataFrame
    pairs: Sequence[tuple[Form, Link]]

    def counts(self) -> dict[tuple[Form, str | None, str | None], int]:
        """Form, family and node with their number of names, in the order in which they first stand."""
        counts: dict[tuple[Form, str | None, str | None], int] = {}
        pair: int
        count: int
        for pair, count in self.names.group_by("pair", maintain_order=True).len().iter_rows():
            form, link = self.pairs[pair]
            key = form, link.family, link.node
            counts[key] = counts.get(key, 0) + count
        return counts

    def actors(self, actors: Actors) -> list[Actor | None]:
        """The actor of each pair."""
        return [actors.get((form, link.family, link.node)) for form, link in self.pairs]


def mention_frame(linked: LinkedNames, actors: Actors, ids: pl.Series) -> pl.DataFrame:
    """Frame with schema `MENTIONS`, in the order of `linked`; `ids` are those of the articles."""
    found = list(zip(linked.pairs, linked.actors(actors), strict=True))
    told = pl.DataFrame(
        {
            "actor_id": [actor.actor_id if actor else None for _, actor in found],
            "surface": [form.surface for (form, _), _ in found],
            "kind": [actor.kind if actor else _kind(form, link) for (form, link), actor in found],
            "basis": [_basis(form, link, actor) for (form, link), actor in found],
        },
        schema={name: MENTIONS[name] for name in ("actor_id", "surface", "kind", "basis")},
    )
    names = linked.names
    article_ids = ids.gather(names["place"]).alias("article_id")
    return names.hstack([article_ids, *told[names["pair"]].get_columns()]).select(MENTIONS.names())


def _kind(form: Form, link: Link) -> str:
    return "person" if link.family == "person" else form.kind


def _basis(form: Form, link: Link, actor: Actor | None) -> str | None:
    if actor is None:
        return None
    return link.basis or ("name" if form.key == actor.key else "spelling")


def role_frame(
    found: Reading, linked: LinkedNames, actors: Actors, sentences: pl.DataFrame, tick: Tick = unheard
) -> pl.DataFrame:
    """Frame with schema `ROLES`, in the order of the articles, then start; `tick` is told how far this is."""
    rows = list(_roles(found, linked, actors, sentences, tick))
    return pl.DataFrame(rows, schema=ROLES, orient="row")


def _roles(
    found: Reading, linked: LinkedNames, actors: Actors, sentences: pl.DataFrame, tick: Tick
) -> Iterator[tuple[int, str, int, int, int, int, bool]]:
    spans = _person_spans(linked, actors)
    bounds = (
        sentences.join(found.places, on="article_id")
        .join(spans.select("place").unique(), on="place", how="semi")
        .sort("place", "start", "end", "sentence")
    )
    every = zip(
        heard(found.of_forms(lambda _: False), tick),
        lists_of(spans, ("start", "end", "person"), len(found)),
        lists_of(bounds, ("start", "end", "sentence"), len(found)),
        strict=True,
    )
    for article, named, bounded in every:
        if named:
            for role in find_roles(article.text, named, bounded):
                words = article.text[role.start : role.end]
                yield (
                    role.actor_id,
                    words,
                    article.article_id,
                    role.sentence,
                    role.start,
                    role.end,
                    role.former,
                )


def _person_spans(linked: LinkedNames, actors: Actors) -> pl.DataFrame:
    """Names of articles that name a person: `start` behind the titles, `person` null for other names."""
    of_pair = linked.actors(actors)
    persons = [actor.actor_id if actor is not None and actor.kind == "person" else None for actor in of_pair]
    titles = [
        form.person.start if person is not None and form.person is not None else 0
        for (form, _), person in zip(linked.pairs, persons, strict=True)
    ]
    told = pl.DataFrame(
        {"person": persons, "titles": titles}, schema={"person": pl.Int64, "titles": pl.Int32}
    )
    names = linked.names.hstack(told[linked.names["pair"]])
    peopled = names.filter(pl.col("person").is_not_null()).select("place").unique()
    return names.join(peopled, on="place", how="semi", maintain_order="left").select(
        "place", pl.col("start") + pl.col("titles"), "end", "person"
    )


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
