"""Facts of different files are brought into one order, whatever parts they came in."""

import random
from collections.abc import Collection

import pytest
from piles import build, fill, pile

from wiredesk.build import facts as room
from wiredesk.build.facts import FACT_TABLES, Facts


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """Facts of some files, of which a few hold two articles and one holds none."""
    files = {**pile(25), "empty.txt": "", "nothing.txt": "\n"}
    return Facts.of_index(build(fill(tmp_path_factory.mktemp("pile"), files), None))


def part_of(facts: Facts, paths: Collection[str], *, ordered: bool) -> Facts:
    part = facts.unchanged({path: facts.digests[path] for path in paths})
    if ordered:
        return part
    return Facts({name: frame.reverse() for name, frame in part.frames.items()})


def equal(some: Facts, others: Facts) -> bool:
    return all(some.frames[name].equals(others.frames[name]) for name in FACT_TABLES)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("most", [0, 20_000])
def test_parts_in_any_order_give_the_same(
    whole: Facts, monkeypatch: pytest.MonkeyPatch, seed: int, most: int
) -> None:
    monkeypatch.setattr(room, "MOST_STRETCHES", most)
    chance = random.Random(seed)
    piles: list[list[str]] = [[] for _ in range(chance.randrange(1, 6))]
    for path in whole.digests:
        chance.choice(piles).append(path)
    parts = [part_of(whole, paths, ordered=chance.random() < 0.7) for paths in piles]
    assert equal(Facts.together(parts), whole)


def test_a_few_of_them_are_those_of_their_files(whole: Facts) -> None:
    paths = random.Random(1).sample(sorted(whole.digests), 9)
    few = whole.unchanged({path: whole.digests[path] for path in paths})
    assert sorted(few.digests) == sorted(paths)
    assert set(few.frames["articles"]["path"]) <= set(paths)
    kept = few.frames["articles"]["article_id"].implode()
    for name in FACT_TABLES[3:]:
        frame = whole.frames[name]
        assert few.frames[name].equals(frame.filter(frame["article_id"].is_in(kept)))


def test_no_parts_and_empty_parts_give_empty_frames(whole: Facts) -> None:
    nothing = whole.unchanged({})
    assert equal(Facts.together([]), nothing)
    assert equal(Facts.together([nothing, nothing]), nothing)
