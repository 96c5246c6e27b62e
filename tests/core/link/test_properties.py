"""What holds for any names: exact spans, counts that agree, no order that leaks."""

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marked import Pile, pile
from polars.testing import assert_frame_equal

from wiredesk.link import Linked, link_actors
from wiredesk.schema import ACTORS, MENTIONS, ROLES, identifier

WORDS = """
Oren Tamsin Velluri Brog al-Tarrak Mohammed Muhammad J. Kestrel KRU (KRU) Bank Union Rescue Ministry Health
Kenya Kenyan Paris US U.S. IS IS-K Islamic State the The President Mr Jr. ’s - , . ( ) of and fighters
province Commission Parliament Jordan Abu van Ünal
"""
TITLES = ("", "Mayor ", "said ", "the head of ", "Mr ", "(", "“")

name = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=4).map(" ".join)
mark = st.tuples(
    st.sampled_from(TITLES), name, st.sampled_from(["person", "organisation", "place", "group"])
).map(lambda part: f"{part[0]}[{part[1]}]({part[2]})")
article = st.lists(mark, max_size=7).map(lambda marks: "Note. " + ", ".join(marks) + ", who leads it.")
piles = st.lists(article, min_size=1, max_size=4).map(lambda texts: pile(*texts))


def linked(made: Pile) -> Linked:
    return link_actors(made.articles, made.texts, made.sentences, made.names)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(piles)
def test_rows_say_what_the_text_says_and_agree_with_one_another(made: Pile) -> None:
    found = linked(made)
    assert (found.actors.schema, found.mentions.schema, found.roles.schema) == (ACTORS, MENTIONS, ROLES)
    text_of = dict(made.texts.iter_rows())
    for row in found.mentions.iter_rows(named=True):
        assert text_of[row["article_id"]][row["start"] : row["end"]] == row["surface"]
        assert (row["actor_id"] is None) == (row["basis"] is None)
    for row in found.roles.iter_rows(named=True):
        assert text_of[row["article_id"]][row["start"] : row["end"]] == row["role"]
        assert row["role"] == row["role"].strip() != ""
    known = found.mentions.drop_nulls("actor_id")
    assert set(known["actor_id"]) == set(found.actors["actor_id"])
    assert set(found.roles["actor_id"]) <= set(found.actors.filter(kind="person")["actor_id"])
    counted = known.group_by("actor_id").agg(
        pl.len().cast(pl.Int32).alias("mentions"),
        pl.col("article_id").n_unique().cast(pl.Int32).alias("articles"),
    )
    assert_frame_equal(
        found.actors.select("actor_id", "mentions", "articles"),
        counted,
        check_row_order=False,
        check_column_order=False,
    )
    assert found.actors.select("name", "kind").n_unique() == found.actors.height
    for row in found.actors.iter_rows(named=True):
        assert row["name"] in row["aliases"]
        assert len(set(row["aliases"])) == len(row["aliases"])
        surfaces = known.filter(actor_id=row["actor_id"])["surface"]
        assert set(surfaces) <= set(row["aliases"]) <= set(surfaces) | {row["name"]}
        assert set(known.filter(actor_id=row["actor_id"])["kind"]) == {row["kind"]}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(piles, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(made: Pile, random: object) -> None:
    seed = identifier(repr(random)) % 1000
    mixed = Pile(
        made.articles,
        made.texts.sample(fraction=1, shuffle=True, seed=seed),
        made.sentences.sample(fraction=1, shuffle=True, seed=seed),
        made.names.sample(fraction=1, shuffle=True, seed=seed),
    )
    first, second = linked(made), linked(mixed)
    assert_frame_equal(first.actors, second.actors)
    assert_frame_equal(first.mentions, second.mentions)
    assert_frame_equal(first.roles, second.roles)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(piles)
def test_the_order_of_articles_changes_order_only(made: Pile) -> None:
    turned = Pile(made.articles.reverse(), made.texts, made.sentences, made.names)
    first, second = linked(made), linked(turned)
    assert_frame_equal(first.actors, second.actors)
    assert_frame_equal(first.mentions, second.mentions, check_row_order=False)


def test_nothing_gives_nothing() -> None:
    found = linked(pile("No names here."))
    assert (found.actors.height, found.mentions.height, found.roles.height) == (0, 0, 0)
    assert (found.actors.schema, found.mentions.schema, found.roles.schema) == (ACTORS, MENTIONS, ROLES)
