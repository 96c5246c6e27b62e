"""Linked names as frames."""

from collections.abc import Iterator

import polars as pl

from wiredesk.link.before import Kept
from wiredesk.link.canonical import Actor
from wiredesk.link.forms import Form
from wiredesk.link.linked import Actors, LinkedNames
from wiredesk.link.reading import Reading, lists_of
from wiredesk.link.resolve import Link
from wiredesk.link.roles import find_roles
from wiredesk.link.ticking import Tick, heard, unheard
from wiredesk.schema import ACTORS, MENTIONS, ROLES


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


def persons_of(linked: LinkedNames, actors: Actors, names: int) -> pl.Series:
    """For each name that was read the actor that it names, where that is a person."""
    of_pair = [
        actor.actor_id if actor is not None and actor.kind == "person" else None
        for actor in linked.actors(actors)
    ]
    told = pl.Series(of_pair, dtype=pl.Int64).gather(linked.names["pair"])
    nobody = pl.repeat(None, names, dtype=pl.Int64, eager=True)
    return nobody.scatter(linked.names["row"], told).alias("person")


def role_frame(
    found: Reading,
    linked: LinkedNames,
    persons: pl.Series,
    sentences: pl.DataFrame,
    kept: Kept,
    clean: pl.Series,
    tick: Tick = unheard,
) -> pl.DataFrame:
    """Frame with schema `ROLES`, in the order of the articles, then as they are found.

    Args:
        found: All articles.
        linked: What their names were linked to.
        persons: What `persons_of` gives.
        sentences: Frame with schema `SENTENCES`.
        kept: What is left of an earlier linking; the roles of an article that names the same persons are
            taken from it.
        clean: Whether each article is linked as it was then.
        tick: Told how far this is.
    """
    rows = kept.rows.filter(clean.gather(kept.rows["place"]))
    others = rows.filter(rows["person"].ne_missing(persons.gather(rows["row"])))
    same = clean & ~found.have(others)
    made = pl.DataFrame(
        list(_roles(found, ~same, _spans(linked, persons), sentences, tick)), schema=ROLES, orient="row"
    )
    places = pl.DataFrame({"article_id": found.ids, "place": found.places})
    known = kept.roles.join(places.filter(same), on="article_id", how="semi", maintain_order="left")
    return (
        pl.concat([known, made])
        .join(places, on="article_id", maintain_order="left")
        .sort("place", maintain_order=True)
        .select(ROLES.names())
    )


def _spans(linked: LinkedNames, persons: pl.Series) -> pl.DataFrame:
    """The names: `place`, `start` behind the titles, `end`, and `person`, null for other names."""
    titles = pl.Series(
        [form.person.start if form.person is not None else 0 for form, _ in linked.pairs], dtype=pl.Int32
    )
    names = linked.names.select("row", "place", "pair", "start", "end")
    names = names.with_columns(
        persons.gather(names["row"]).alias("person"), titles.gather(names["pair"]).alias("titles")
    )
    behind = pl.when(pl.col("person").is_null()).then(0).otherwise("titles")
    return names.select("place", pl.col("start") + behind, "end", "person")


def _roles(
    found: Reading, asked: pl.Series, spans: pl.DataFrame, sentences: pl.DataFrame, tick: Tick
) -> Iterator[tuple[int, str, int, int, int, int, bool]]:
    """The roles of some articles: of those that name a person."""
    asked = asked & found.have(spans.filter(pl.col("person").is_not_null()))
    there = found.of_places(asked)
    numbers = asked.cast(pl.UInt32).cum_sum() - 1
    named = spans.filter(asked.gather(spans["place"]))
    named = named.with_columns(numbers.gather(named["place"]).alias("place"))
    bounds = sentences.join(there.ids.to_frame("article_id").with_row_index("place"), on="article_id").sort(
        "place", "start", "end", "sentence"
    )
    every = zip(
        heard(there.without_names(), tick),
        lists_of(named, ("start", "end", "person"), len(there)),
        lists_of(bounds, ("start", "end", "sentence"), len(there)),
        strict=True,
    )
    ids = there.ids.to_list()
    for article_id, (article, of_article, bounded) in zip(ids, every, strict=True):
        text = article.text
        for role in find_roles(text, of_article, bounded):
            words = text[role.start : role.end]
            yield role.actor_id, words, article_id, role.sentence, role.start, role.end, role.former


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
