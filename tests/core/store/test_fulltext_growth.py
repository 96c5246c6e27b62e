"""The full-text index grows with its generations, and answers as one made at once does."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fulltext_samples import found, index_of, opened, written
from store_samples import INPUTS, Killed

from wiredesk.store import Index, Store
from wiredesk.store.fulltext import FullText, asking, is_whole, shape, writing
from wiredesk.store.fulltext.stated import documents_in

WORDS = ("storm", "stone", "calm", "thaw", "frost", "harbour", "harvest")


@pytest.fixture(autouse=True)
def from_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full-text index is written for any pile."""
    monkeypatch.setattr(shape, "FULLTEXT_FROM", 1)


def story(chance: random.Random) -> str:
    """A text of three sentences."""
    return "\n".join(" ".join(chance.choices(WORDS, k=chance.randrange(2, 9))) for _ in range(3))


def answers(index: FullText) -> list[set[int]]:
    """What is found by words, beginnings, phrases, neighbours and exclusion."""
    asked = [asking.word(index, word) for word in WORDS]
    asked += [asking.beginning(index, word[:3]) for word in WORDS]
    asked += [asking.phrase(index, [one, other]) for one in WORDS for other in WORDS]
    asked += [asking.near(index, WORDS[0], other, 3) for other in WORDS]
    asked += [asking.without(asking.word(index, word)) for word in WORDS]
    return [set(index.best(query, max(1, index.count(query))).articles) for query in asked]


def weights(index: FullText) -> list[dict[int, float]]:
    """What words weigh in the articles that hold them."""
    ranked = [index.best(asking.word(index, word), 1_000) for word in WORDS]
    return [dict(zip(each.articles, each.scores, strict=True)) for each in ranked]


def told(index: Index) -> tuple[set[int], set[int]]:
    """Which articles tell of a thaw, and which of a storm."""
    assert index.fulltext is not None
    return found(index.fulltext, "thaw"), found(index.fulltext, "storm")


def shared(folder: Path) -> list[Path]:
    """The files that another generation has too."""
    return [file for file in folder.iterdir() if file.stat().st_nlink > 1]


@pytest.mark.parametrize("seed", range(4))
def test_whatever_came_and_went_it_finds_what_a_fresh_one_does(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    texts = {number: story(chance) for number in range(60)}
    written(tmp_path / "0", texts)
    for step in range(1, 7):
        for article in chance.sample(sorted(texts), 2):
            texts[article] = story(chance)
        for article in chance.sample(sorted(texts), 1):
            del texts[article]
        texts |= {step * 100 + more: story(chance) for more in range(chance.randrange(9))}
        grown = written(tmp_path / f"{step}", texts, before=tmp_path / f"{step - 1}")
        fresh = written(tmp_path / f"fresh-{step}", texts)
        assert answers(grown) == answers(fresh)
        assert grown.texts(sorted(texts)) == texts
        assert documents_in(tmp_path / f"{step}") <= (1 + writing.MOST_HOLES) * len(texts)


def test_what_is_merely_added_weighs_what_it_weighs_in_a_fresh_one(tmp_path: Path) -> None:
    chance = random.Random(1)
    texts = {number: story(chance) for number in range(50)}
    written(tmp_path / "0", texts)
    for step in range(1, 4):
        texts |= {step * 100 + more: story(chance) for more in range(7)}
        written(tmp_path / f"{step}", texts, before=tmp_path / f"{step - 1}")
    assert shared(tmp_path / "3")
    assert weights(opened(tmp_path / "3", len(texts))) == weights(written(tmp_path / "fresh", texts))


def test_small_additions_are_merged(tmp_path: Path) -> None:
    texts = dict.fromkeys(range(100), "storm")
    written(tmp_path / "0", texts)
    for step in range(1, 30):
        texts[100 + step] = f"thaw {step}"
        written(tmp_path / f"{step}", texts, before=tmp_path / f"{step - 1}")
    assert len(list((tmp_path / "29").glob("*.idx"))) < 10
    assert found(opened(tmp_path / "29", len(texts)), "thaw") == set(range(101, 130))


def test_with_too_many_holes_it_is_made_anew(tmp_path: Path) -> None:
    texts = {number: f"storm {number}" for number in range(160)}
    written(tmp_path / "0", texts)
    texts |= {number: f"thaw {number}" for number in range(10)}
    written(tmp_path / "1", texts, before=tmp_path / "0")
    assert documents_in(tmp_path / "1") == 170
    assert shared(tmp_path / "1")
    texts |= {number: f"frost {number}" for number in range(10, 11)}
    index = written(tmp_path / "2", texts, before=tmp_path / "1")
    assert documents_in(tmp_path / "2") == 160
    assert not shared(tmp_path / "2")
    assert found(index, "thaw") == set(range(10))


@pytest.mark.parametrize("kind", ["idx", "pos", "store"])
def test_one_with_a_changed_byte_is_not_gone_on_from(tmp_path: Path, kind: str) -> None:
    texts = {number: f"storm {number}" for number in range(50)}
    written(tmp_path / "0", texts)
    file = next((tmp_path / "0").glob(f"*.{kind}"))
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    index = written(tmp_path / "1", {**texts, 99: "thaw"}, before=tmp_path / "0")
    assert not shared(tmp_path / "1")
    assert found(index, "storm") == set(texts)


def test_without_hard_links_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError

    texts = {number: f"storm {number}" for number in range(50)}
    written(tmp_path / "0", texts)
    monkeypatch.setattr(os, "link", refuse)
    index = written(tmp_path / "1", {**texts, 99: "thaw"}, before=tmp_path / "0")
    kept = {file.name for file in (tmp_path / "0").glob("*.idx")}
    assert kept < {file.name for file in (tmp_path / "1").glob("*.idx")}
    assert found(index, "storm") == set(texts)


def test_a_writer_killed_at_any_step_leaves_the_old_index_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {number: f"storm {number}" for number in range(40)}
    new = {**old, 0: "thaw", 50: "thaw"}
    base = Store(tmp_path / "base")
    base.write(index_of(old), INPUTS)
    steps, seen = 0, set[bool]()
    while True:
        store = Store(shutil.copytree(base.directory, tmp_path / f"{steps}"))
        left = steps

        def dying(step: Callable[..., Any]) -> Callable[..., Any]:
            def replaced(*args: Any, **kwargs: Any) -> Any:
                nonlocal left
                if left == 0:
                    raise Killed
                left -= 1
                return step(*args, **kwargs)

            return replaced

        try:
            with monkeypatch.context() as patch:
                for name in ("replace", "fsync", "mkdir", "unlink", "link"):
                    patch.setattr(os, name, dying(getattr(os, name)))
                for name in ("documents", "_end"):
                    patch.setattr(writing, name, dying(getattr(writing, name)))
                store.write(index_of(new), INPUTS)
            break
        except Killed:
            steps += 1
        left_behind = store.open()
        is_new = left_behind.articles.height == len(new)
        seen.add(is_new)
        assert told(left_behind) == (({0, 50}, set(new) - {0, 50}) if is_new else (set(), set(old)))
        assert told(store.write(index_of(new), INPUTS)) == ({0, 50}, set(new) - {0, 50})
        place = store.directory / "generations" / store.open().generation / shape.FOLDER
        assert is_whole(place, len(new))
    assert seen == {True, False}
    assert steps > 20
