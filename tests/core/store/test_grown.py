"""Derived frames of an index that grew are those of an index made at once."""

import random

import polars as pl
import pytest

from wiredesk import schema
from wiredesk.derived import DERIVED
from wiredesk.store import Index
from wiredesk.store.derived import derive_from

OPENINGS = (
    "The harbour",
    "ﬁve boats",
    "É",
    "It rained on the old town and on the new one as it had for days, they said",
)


def article(number: int, version: int) -> tuple[str, list[str]]:
    """Digest and sentences of an article, the same for the same version of it."""
    chance = random.Random(f"{number} {version}")
    sentences = [f"{chance.choice(OPENINGS)} {chance.randrange(9)}" for _ in range(chance.randrange(5))]
    return f"{number}-{version}", sentences


def index_of(versions: dict[int, int]) -> Index:
    """An index of versions of articles, with facts in some of their sentences."""
    told = {number: article(number, version) for number, version in sorted(versions.items())}
    spans: list[tuple[int, int, int, int, str, int]] = []
    facts: list[tuple[int, int]] = []
    for number, (digest, sentences) in told.items():
        chance, at = random.Random(digest), 0
        for place, sentence in enumerate(sentences):
            spans.append((number, place, at, at + len(sentence), "body", place))
            facts += [(number, place)] * chance.randrange(3)
            at += len(sentence) + 1
    ids = list(told)
    articles = {"article_id": ids, "path": [f"{n}" for n in ids], "digest": [d for d, _ in told.values()]}
    places = pl.DataFrame(facts, schema=["article_id", "sentence"], orient="row").cast(
        {"article_id": pl.Int64, "sentence": pl.Int32}
    )
    return Index(
        articles=schema.conform(pl.DataFrame(articles), schema.ARTICLES),
        texts=pl.DataFrame(
            {"article_id": ids, "text": ["\n".join(s) for _, s in told.values()]}, schema=schema.TEXTS
        ),
        sentences=pl.DataFrame(spans, schema=schema.SENTENCES, orient="row"),
        events=schema.conform(places, schema.EVENTS),
        figures=schema.conform(places.reverse().sort("article_id", maintain_order=True), schema.FIGURES),
    )


@pytest.mark.parametrize("seed", range(20))
def test_they_equal_those_of_an_index_made_at_once(seed: int) -> None:
    chance = random.Random(seed)
    old = dict.fromkeys(chance.sample(range(30), 20), 0)
    new = {number: chance.choice((0, 0, 0, 1)) for number in chance.sample(range(30), 20)}
    before = index_of(old)
    for name in DERIVED:
        grown = derive_from(index_of(new), name, before)
        assert grown.equals(index_of(new).derived(name)), name
        assert grown.schema == DERIVED[name]


@pytest.mark.parametrize(("old", "new"), [({}, {1: 0, 2: 0}), ({1: 0, 2: 0}, {}), ({1: 0}, {1: 0})])
def test_also_where_there_was_nothing_or_nothing_is_left(old: dict[int, int], new: dict[int, int]) -> None:
    before = index_of(old)
    for name in DERIVED:
        assert derive_from(index_of(new), name, before).equals(index_of(new).derived(name)), name


def test_what_is_known_is_not_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    old = dict.fromkeys(range(10), 0)
    before = index_of(old)
    for name in ("seals", "moments", "amounts"):
        before.derived(name)

    def fail(text: str) -> int:
        raise AssertionError(text)

    monkeypatch.setattr("wiredesk.store.derived.openings.seal", fail)
    for name in ("seals", "moments", "amounts"):
        assert derive_from(index_of(old), name, before).equals(before.derived(name))
