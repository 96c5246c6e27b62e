import dataclasses
import os
import threading
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from store_samples import INPUTS, NEW, OLD, Killed, generation, killed_at, small_index, texts_of, tree

from wiredesk import schema
from wiredesk.errors import StoreError
from wiredesk.store import Inputs, Store, open_store


def test_what_was_written_is_read_back(store: Store) -> None:
    written = store.write(NEW, INPUTS)
    for index in (written, open_store(str(store.directory))):
        assert index.complete
        assert index.generation
        for name, table_schema in schema.TABLES.items():
            assert index.table(name).schema == table_schema
            assert_frame_equal(index.table(name), NEW.table(name))
    assert written.text(schema.identifier("two")) == "two"


def test_a_stored_index_can_be_replaced_like_any_other(store: Store) -> None:
    index = dataclasses.replace(store.write(NEW, INPUTS), complete=False)
    assert not index.complete
    assert_frame_equal(index.texts, NEW.texts)


def test_an_index_is_put_in_words_without_reading_it(store: Store) -> None:
    index = store.write(NEW, INPUTS)
    for file in generation(store, index).glob("*.parquet"):
        file.write_bytes(bytes(file.stat().st_size))
    assert repr(index) == f"<StoredIndex {index.generation}: 2 articles>"


def test_no_table_of_that_name(store: Store) -> None:
    index = store.write(NEW, INPUTS)
    with pytest.raises(AttributeError):
        _ = getattr(index, "rumours")  # noqa: B009
    with pytest.raises(KeyError):
        index.table("rumours")


def test_equal_indexes_give_equal_bytes(store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "other")
    parts = [small_index("two").texts, small_index("one").texts]
    in_chunks = dataclasses.replace(NEW, texts=pl.concat(parts).sort("text"))
    assert store.write(NEW, INPUTS).generation == other.write(in_chunks, INPUTS).generation
    assert tree(store.directory) == tree(other.directory)


def test_writing_the_same_again_touches_no_file(store: Store) -> None:
    store.write(NEW, INPUTS)
    files = [file for file in store.directory.rglob("*") if file.name != "writer.lock"]
    before = [(file, file.stat().st_mtime_ns, file.stat().st_ino) for file in files]
    store.write(NEW, INPUTS)
    assert before == [(file, file.stat().st_mtime_ns, file.stat().st_ino) for file in files]


def test_the_generation_before_stays_until_the_next_swap(store: Store) -> None:
    first, second = store.write(OLD, INPUTS), store.write(NEW, INPUTS)
    assert generation(store, first).is_dir()
    third = store.write(small_index("three"), INPUTS)
    assert not generation(store, first).exists()
    assert generation(store, second).is_dir()
    assert generation(store, third).is_dir()
    assert not store.has_leftovers


def test_going_back_to_the_generation_before_writes_nothing_but_the_pointer(store: Store) -> None:
    first = store.write(OLD, INPUTS)
    store.write(NEW, INPUTS)
    made = generation(store, first).stat().st_ino
    assert texts_of(store.write(OLD, INPUTS)) == ["one"]
    assert generation(store, first).stat().st_ino == made


def test_an_open_index_outlives_its_generation(store: Store) -> None:
    reader = store.write(OLD, INPUTS)
    store.write(NEW, INPUTS)
    store.write(small_index("three"), INPUTS)
    assert not generation(store, reader).exists()
    assert texts_of(reader) == ["one"]


def test_reading_makes_nothing(store: Store) -> None:
    with pytest.raises(StoreError, match=r"holds no index yet; index some files first"):
        store.open()
    assert not store.is_filled
    assert store.current() is None
    assert not store.has_leftovers
    assert not store.directory.exists()


def test_a_writer_killed_at_any_step_leaves_the_old_index_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    undisturbed = Store(tmp_path / "undisturbed")
    for index in (small_index("zero"), OLD, NEW):
        undisturbed.write(index, INPUTS)
    whole = tree(undisturbed.directory)
    steps = seen_old = seen_new = 0
    while True:
        store = Store(tmp_path / f"{steps}")
        for index in (small_index("zero"), OLD):
            store.write(index, INPUTS)
        try:
            with killed_at(steps, monkeypatch):
                store.write(NEW, INPUTS)
            break
        except Killed:
            steps += 1
        left = texts_of(store.open())
        seen_old += left == ["one"]
        seen_new += left == ["one", "two"]
        assert texts_of(store.write(NEW, INPUTS)) == ["one", "two"]
        assert tree(store.directory) == whole or store.has_leftovers
        with store.lock() as writer:
            writer.clean()
        assert tree(store.directory) == whole
    assert steps == seen_old + seen_new
    assert seen_old > len(schema.TABLES)
    assert seen_new > 1


def test_a_reader_sees_whole_indexes_while_they_are_swapped(store: Store) -> None:
    writes = 12
    store.write(small_index("0"), INPUTS)
    done = threading.Event()
    seen: list[list[str]] = []

    def read() -> None:
        while not done.is_set():
            index = Store(store.directory).open()
            assert texts_of(index) == index.articles["title"].to_list()
            seen.append(texts_of(index))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(1, writes):
            store.write(small_index(str(number)), INPUTS)
    finally:
        done.set()
        reader.join()
    assert seen
    numbers = [int(text) for (text,) in seen]
    assert numbers == sorted(numbers)


def test_everybody_may_read_what_the_umask_allows(store: Store) -> None:
    before = os.umask(0o022)
    try:
        store.write(NEW, INPUTS)
    finally:
        os.umask(before)
    for path in store.directory.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


def test_a_name_follows_from_files_and_inputs_alone() -> None:
    files = {"a": "1", "b": None}
    name = INPUTS.name(files)
    assert name == INPUTS.name(dict(reversed(files.items())))
    settings = {"lexicon": "l1", "links": "k1"}
    assert Inputs(settings=settings) == Inputs(settings=dict(reversed(settings.items())))
    others = [
        INPUTS.name({"a": "1"}),
        INPUTS.name({"a": "1", "b": "2"}),
        INPUTS.model_copy(update={"roots": ("/other",)}).name(files),
        INPUTS.model_copy(update={"signature": "code-2"}).name(files),
        INPUTS.model_copy(update={"settings": {"lexicon": "l2"}}).name(files),
    ]
    assert len({name, *others}) == 1 + len(others)
