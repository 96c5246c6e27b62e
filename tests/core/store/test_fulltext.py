"""The full-text index: what it is asked, how it goes on with its generations, and how it breaks."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from fulltext_samples import found, index_of, opened, written
from store_samples import INPUTS

from wiredesk.store import Store
from wiredesk.store.fulltext import FullTextError, asking, is_whole, shape, words_of, write_fulltext
from wiredesk.store.fulltext.stated import BROKEN, STATED


@pytest.fixture(autouse=True)
def from_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full-text index is written for any pile."""
    monkeypatch.setattr(shape, "FULLTEXT_FROM", 1)


BIG = 2**53 - 1


def test_words_are_folded_by_the_rule_of_the_program(tmp_path: Path) -> None:
    index = written(tmp_path / "f", {1: "The Élysée’s US-led “Storm”", 2: "Kurdistan\u00a0Region ﬁre"})
    assert found(index, *words_of("elysee")) == found(index, *words_of("us LED storm")) == {1}
    assert found(index, *words_of("kurdistan region FIRE")) == {2}


def test_the_last_word_of_a_phrase_may_go_on_in_more_than_fifty_ways(tmp_path: Path) -> None:
    texts = {n: f"prime mi{n:03}x" for n in range(1, 181)}
    assert found(written(tmp_path / "f", texts), "prime", "mi", ending=True) == set(texts)


def test_too_many_endings_give_candidates_and_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_ENDINGS", 2)
    index = written(tmp_path / "f", {1: "prime mia", 2: "prime mib", 3: "prime x mic", 4: "prime"})
    query, exact = asking.phrase_beginning(index, ["prime", "mi"])
    assert not exact
    assert set(index.best(query, 10).articles) == {1, 2, 3}


def test_a_phrase_of_one_word_is_no_panic(tmp_path: Path) -> None:
    index = written(tmp_path / "f", {1: "storm", 2: "calm"})
    assert found(index, "storm") == {1}
    assert found(index, "sto", ending=True) == {1}


def test_a_phrase_stays_in_its_sentence_and_neighbours_do(tmp_path: Path) -> None:
    index = written(tmp_path / "f", {1: "the air\nstrikes began", 2: "air strikes"})
    assert found(index, "air", "strikes") == {2}
    near = asking.near(index, "air", "strikes", shape.FARTHEST)
    assert index.best(near, 10).articles == [2]


def test_one_word_is_not_near_itself(tmp_path: Path) -> None:
    index = written(tmp_path / "f", {1: "storm after storm", 2: "storm"})
    assert index.best(asking.near(index, "storm", "storm", 2), 10).articles == [1]
    assert index.count(asking.near(index, "storm", "storm", 1)) == 0


def test_exclusion_alone_finds_the_others(tmp_path: Path) -> None:
    index = written(tmp_path / "f", {1: "storm", 2: "calm"})
    assert index.best(asking.without(asking.word(index, "storm")), 10).articles == [2]


def test_a_word_too_long_for_the_library_is_found_all_the_same(tmp_path: Path) -> None:
    index = written(tmp_path / "f", {1: "x" * 100_000, 2: "calm"})
    assert found(index, *words_of("x" * 100_000)) == {1}


# ------------------------------------------------------------------ generations
@pytest.mark.parametrize("article", [0, 7, BIG])
def test_a_changed_article_is_found_by_its_new_words_alone(tmp_path: Path, article: int) -> None:
    written(tmp_path / "a", {article: "storm", 1: "calm", 2: "calm"})
    index = written(tmp_path / "b", {article: "thaw", 1: "calm", 2: "calm"}, before=tmp_path / "a")
    assert found(index, "storm") == set()
    assert found(index, "thaw") == {article}
    assert index.count(asking.everything()) == 3


def test_what_did_not_change_is_shared_with_the_generation_before(tmp_path: Path) -> None:
    texts = {n: f"storm {n}" for n in range(50)}
    written(tmp_path / "a", texts)
    index = written(tmp_path / "b", {**texts, 99: "thaw"}, before=tmp_path / "a")
    shared = [file for file in (tmp_path / "b").iterdir() if file.stat().st_nlink > 1]
    assert {file.suffix for file in shared} >= {".idx", ".term", ".pos"}
    shutil.rmtree(tmp_path / "a")
    assert found(index, "thaw") == {99}
    assert found(index, "storm") == set(texts)


def test_another_signature_or_a_broken_one_before_is_made_anew(tmp_path: Path) -> None:
    texts = {n: f"storm {n}" for n in range(10)}
    written(tmp_path / "a", texts)
    assert write_fulltext(tmp_path / "b", index_of(texts), "another", before=tmp_path / "a")
    next((tmp_path / "a").glob("*.idx")).write_bytes(b"")
    assert write_fulltext(tmp_path / "c", index_of(texts), "s", before=tmp_path / "a")
    for name in "bc":
        assert all(file.stat().st_nlink == 1 for file in (tmp_path / name).iterdir())
        assert found(opened(tmp_path / name, 10), "storm") == set(texts)


def test_a_reader_keeps_the_index_it_opened_and_leaves_nothing_behind(tmp_path: Path) -> None:
    index = written(tmp_path / "f", {1: "storm", 2: "calm"})
    before = sorted(file.name for file in (tmp_path / "f").iterdir())
    again = opened(tmp_path / "f", 2)
    assert found(again, "storm") == {1}
    assert sorted(file.name for file in (tmp_path / "f").iterdir()) == before
    shutil.rmtree(tmp_path / "f")
    assert found(index, "storm") == {1}


def test_a_folder_of_links_that_cannot_be_removed_is_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: object, *_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOTEMPTY, "Directory not empty", path)

    index = written(tmp_path / "f", {1: "storm", 2: "calm"})
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(os, "rmdir", refuse)
    assert found(index, "storm") == {1}
    assert index.trouble is None


def test_a_store_writes_it_with_the_generation_from_a_number_of_articles_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    first = store.write(index_of({1: "storm", 2: "calm"}), INPUTS)
    second = store.write(index_of({1: "storm", 3: "thaw"}), INPUTS)
    third = store.write(index_of({1: "storm", 4: "frost"}), INPUTS)
    assert [found(i.fulltext, "storm") for i in (first, second, third) if i.fulltext] == [{1}, {1}, {1}]
    assert second.fulltext is not None
    assert found(second.fulltext, "thaw") == {3}
    monkeypatch.setattr(shape, "FULLTEXT_FROM", 3)
    assert store.write(index_of({1: "storm"}), INPUTS).fulltext is None


# ------------------------------------------------------------------ faults
def test_a_panic_of_the_library_is_an_error_that_can_be_named(tmp_path: Path) -> None:
    texts = "from wiredesk.store.fulltext.guard import *\nimport tantivy\n"
    panics = (
        "s = tantivy.SchemaBuilder().add_text_field('a').build()\n"
        "try:\n    with guarded('here'):\n        tantivy.Query.phrase_query(s, 'a', ['one'])\n"
        "except FullTextError as error:\n    print('caught', error)\n"
    )
    run = subprocess.run([sys.executable, "-c", texts + panics], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("caught here: the search library failed")


@pytest.mark.parametrize("damage", ["cut", "gone", "said", "marked"])
def test_a_damaged_index_is_in_trouble_and_mended_by_the_next_writer(tmp_path: Path, damage: str) -> None:
    store = Store(tmp_path)
    generation = store.write(index_of({1: "storm", 2: "calm"}), INPUTS).generation
    folder = tmp_path / "generations" / generation / shape.FOLDER
    match damage:
        case "cut":
            next(folder.glob("*.idx")).write_bytes(b"")
        case "gone":
            next(folder.glob("*.term")).unlink()
        case "said":
            (folder / STATED).write_text("{}")
        case _:
            (folder / BROKEN).touch()
    broken = store.open()
    assert broken.fulltext is not None
    assert broken.fulltext.trouble is not None
    assert "index the files again" in broken.fulltext.trouble
    with pytest.raises(FullTextError):
        broken.fulltext.count(asking.everything())
    assert not is_whole(folder, 2)
    assert store.mend()
    assert not store.mend()
    assert is_whole(folder, 2)
    mended = store.open().fulltext
    assert mended is not None
    assert found(mended, "storm") == {1}
