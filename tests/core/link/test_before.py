"""What an earlier linking left saves work and changes nothing, whatever happened since."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marked import Pile, pile
from polars.testing import assert_frame_equal

from wiredesk.link import Before, Linked, link_actors
from wiredesk.link import frames as frames_module
from wiredesk.link import linked as linked_module
from wiredesk.link.before import LEFT

SENTENCES = (
    "[Oren Velluri](person) spoke.",
    "Mayor [Oren Velluri](person), head of [Kestrel Bank](organisation), spoke.",
    "[Tamsin Velluri](person) came.",
    "[Velluri](person) left.",
    "Mr [Velluri](person) was elected judge.",
    "Mrs [Velluri](person) was not.",
    "[Velluri](organisation) fell.",
    "[Oren Velluri](organisation) rose.",
    "[O. Velluri](person) wrote.",
    "[Oren](person) laughed.",
    "[Oren Brog Velluri](person) sang.",
    "[Oren Tarrak Velluri](person) danced.",
    "[Brog Velluri](person) sat.",
    "The [Kestrel Rescue Union](organisation) ([KRU](organisation)) met.",
    "The [KRU](organisation) met.",
    "The [Kolm Rice Union](organisation) ([KRU](organisation)) met.",
    "[Kestrel Bank](organisation) rose.",
    "The [Kolm River Union of Sorvik](organisation) met.",
    "[KRUS](organisation) met.",
    "The [Kestrel Rescue Union](organisation), also known as [Redwing](organisation), met.",
    "[Redwing](organisation) flew.",
    "He told the [Sorvik Post](place) so.",
    "They met in [Sorvik Post](place).",
    "She won a [Brog](person).",
    "He won two [Brog](person) awards.",
    "A [Brog](person), they said.",
    "[Brog](person) slept.",
    "[Ada Brog](person) slept.",
    "[Brae Gas](organisation) rose.",
    "[Brae](organisation) fell.",
    "The [Kolm Courier](organisation) wrote.",
    "The [Courier](organisation) wrote.",
    "The [Ministry of Health](organisation) said so.",
    "The [Kenyan Ministry of Health](organisation) said so.",
    "It is far from [Kenya](place).",
    "It is in [Uganda](place).",
    "The [Ugandan Health Ministry](organisation) met.",
    "[Doh Min](person) won.",
    "[Min Doh](person) won.",
    "[Doh](person) won.",
    "[Min](person) won.",
    "[Sorvik](place) burnt.",
    "[Sorvik](organisation) won.",
    "[Sorvik](person) ran.",
    "[Qayyarah](place) fell.",
    "[Qayyara](place) fell.",
    "[Redwing Airlines](organisation) flew.",
    "The [Commission](organisation) met.",
    "The [Sorvik Commission](organisation) met.",
    "[Harb fighters](group) came.",
    "[Harb](group) came.",
)

article = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join)
versions = st.lists(st.one_of(st.none(), article), min_size=6, max_size=6)
"""What six files hold; None: there is no such file."""


def made(texts: Sequence[str | None]) -> Pile:
    """The files that are there; a file's articles have the same identifiers whichever others there are."""
    whole = pile(*(text or "" for text in texts))
    there = pl.Series([text is not None for text in texts])
    ids = whole.articles.filter(there).select("article_id")
    parts = (
        frame.join(ids, on="article_id", how="semi", maintain_order="left")
        for frame in (whole.articles, whole.texts, whole.sentences, whole.names)
    )
    return Pile(*parts)


def linked(found: Pile, before: Before | None = None) -> Linked:
    return link_actors(found.articles, found.texts, found.sentences, found.names, before=before)


def before_of(found: Pile, links: Linked, now: Sequence[str | None], then: Sequence[str | None]) -> Before:
    """What was left, and which files are the same still."""
    whole = pile(*(text or "" for text in now))
    same = [text is not None and text == old for text, old in zip(now, then, strict=True)]
    ids = found.articles["article_id"]
    return Before(links.left, ids, links.roles, whole.articles["article_id"].filter(pl.Series(same)))


def assert_equal(one: Linked, other: Linked) -> None:
    for name in ("actors", "mentions", "roles"):
        assert_frame_equal(getattr(one, name), getattr(other, name))
    assert one.left.keys() == LEFT.keys()
    for name, schema in LEFT.items():
        assert one.left[name].schema == schema
        assert_frame_equal(one.left[name], other.left[name])


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(versions, min_size=2, max_size=4))
def test_a_pile_that_changed_is_linked_as_if_it_had_always_been_so(
    history: list[list[str | None]],
) -> None:
    before: Before | None = None
    for number, texts in enumerate(history):
        found = made(texts)
        links = linked(found, before)
        assert_equal(links, linked(found))
        if number + 1 < len(history):
            before = before_of(found, links, history[number + 1], texts)


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(article, min_size=2, max_size=8), st.integers(0, 7))
def test_one_article_more_is_linked_as_if_it_had_always_been_there(texts: list[str], which: int) -> None:
    then = [None if at == which % len(texts) else text for at, text in enumerate(texts)]
    old = made(then)
    assert_equal(linked(made(texts), before_of(old, linked(old), texts, then)), linked(made(texts)))


class Counted:
    """How many articles were gone through."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.resolved = 0
        self.asked_for_roles = 0
        resolve, find_roles = linked_module.resolve, frames_module.find_roles

        def counted_resolve(*given: object) -> object:
            self.resolved += 1
            return resolve(*given)  # pyright: ignore[reportArgumentType]

        def counted_roles(*given: object) -> object:
            self.asked_for_roles += 1
            return find_roles(*given)  # pyright: ignore[reportArgumentType]

        monkeypatch.setattr(linked_module, "resolve", counted_resolve)
        monkeypatch.setattr(frames_module, "find_roles", counted_roles)

    def through(self, texts: Sequence[str], more: Sequence[str]) -> tuple[int, int]:
        """Articles resolved, and asked for roles, when some come after others."""
        then = [*texts, *(None for _ in more)]
        now = [*texts, *more]
        old = made(then)
        before = before_of(old, linked(old), now, then)
        self.resolved = self.asked_for_roles = 0
        linked(made(now), before)
        return self.resolved, self.asked_for_roles


MANY = tuple(
    f"Mayor [Oren Vell{number}](person) met the [Kolm{number} Union](organisation). "
    f"[Vell{number}](person) left."
    for number in range(40)
)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


def test_nothing_new_is_no_work(counted: Counted) -> None:
    assert counted.through(MANY, []) == (0, 0)


def test_an_article_that_changes_no_other_is_linked_alone(counted: Counted) -> None:
    assert counted.through(MANY, ["[Ada Brog](person) met the [Sorvik Guild](organisation)."]) == (1, 1)


def test_a_second_person_of_a_surname_concerns_the_articles_that_use_it(counted: Counted) -> None:
    assert counted.through(MANY, ["[Tamsin Vell7](person) came."]) == (2, 2)


def test_an_acronym_defined_later_concerns_the_articles_that_use_it(counted: Counted) -> None:
    texts = [*MANY, "The [QRX](organisation) met.", "The [QRX](organisation) slept."]
    definition = "The [Quill Rose Xylem](organisation) ([QRX](organisation)) met."
    assert counted.through(texts, [definition]) == (3, 0)


def test_a_surname_told_by_another_article_asks_for_roles_where_it_stands(counted: Counted) -> None:
    texts = [*MANY, "Judge [Zorrel](person) slept."]
    assert counted.through(texts, ["[Ada Zorrel](person) woke."]) == (2, 2)


def test_what_does_not_fit_is_ignored() -> None:
    texts = [*MANY[:5]]
    found = made(texts)
    links = linked(found)
    good = before_of(found, links, texts, texts)
    bad = [
        replace(good, left={}),
        replace(good, left={**links.left, "rows": links.left["rows"].drop("hint")}),
        replace(good, left={**links.left, "rows": links.left["rows"].head(3)}),
        replace(good, left={**links.left, "forms": links.left["forms"].reverse()}),
        replace(good, articles=good.articles.reverse()),
    ]
    for before in bad:
        assert_equal(linked(found, before), links)
