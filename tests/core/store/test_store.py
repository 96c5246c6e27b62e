import dataclasses
import errno
import os
import threading
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from store_samples import INPUTS, Killed, killed_at, small_index, tree

from wiredesk import schema
from wiredesk.errors import StoreError, StoreNewerError
from wiredesk.store import Index, Inputs, Store, open_store

OLD, NEW = small_index("one"), small_index("one", "two")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def texts_of(index: Index) -> list[str]:
    return index.texts["text"].to_list()


def generation(store: Store, index: Index) -> Path:
    return store.directory / "generations" / index.generation


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


def test_a_table_cut_short_falls_back_to_the_index_before(store: Store) -> None:
    store.write(OLD, INPUTS)
    broken = generation(store, store.write(NEW, INPUTS)) / "events.parquet"
    broken.write_bytes(broken.read_bytes()[:-1])
    said: list[str] = []
    assert texts_of(store.open(on_fallback=said.append)) == ["one"]
    assert len(said) == 1
    assert said[0].startswith(str(broken))
    with pytest.warns(UserWarning, match="index the files again"):
        store.open()


@pytest.mark.parametrize("name", ["manifest.json", "texts.parquet"])
def test_a_missing_file_is_named(store: Store, name: str) -> None:
    file = generation(store, store.write(NEW, INPUTS)) / name
    file.unlink()
    with pytest.raises(StoreError) as error:
        store.open()
    assert str(error.value) == f"{file}: is missing; index the files again to make it anew"


def test_a_table_of_garbage_is_named_when_it_is_read(store: Store) -> None:
    file = generation(store, store.write(NEW, INPUTS)) / "texts.parquet"
    file.write_bytes(bytes(file.stat().st_size))
    index = store.open()
    assert index.articles.height == 2
    with pytest.raises(StoreError, match=r"texts\.parquet: is damaged"):
        _ = index.texts


def test_one_flipped_bit_is_found_before_the_facts_are_used_again(store: Store) -> None:
    first = store.write(OLD, INPUTS)
    second = store.write(NEW, INPUTS)
    assert store.holds(second.generation)
    file = generation(store, second) / "texts.parquet"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    assert not store.holds(second.generation)
    current = store.current()
    assert current is not None
    assert current.generation == first.generation


def test_no_flipped_bit_is_ever_read_as_a_fact(store: Store) -> None:
    file = generation(store, store.write(NEW, INPUTS)) / "texts.parquet"
    whole = file.read_bytes()
    for at in range(0, len(whole), 7):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(StoreError, match=r"texts\.parquet: is damaged"):
            _ = store.open().texts


def test_writing_again_mends_a_damaged_index(store: Store) -> None:
    index = store.write(NEW, INPUTS)
    whole = tree(store.directory)
    (generation(store, index) / "texts.parquet").write_bytes(b"")
    assert texts_of(store.write(NEW, INPUTS)) == ["one", "two"]
    assert tree(store.directory) == whole


def test_a_damaged_pointer_is_named_and_can_be_written_over(store: Store) -> None:
    store.write(OLD, INPUTS)
    pointer = store.directory / "current"
    pointer.write_text("{")
    with pytest.raises(StoreError, match="current: is damaged; index the files again"):
        store.open()
    assert texts_of(store.write(NEW, INPUTS)) == ["one", "two"]
    assert len(list((store.directory / "generations").iterdir())) == 1


@pytest.mark.parametrize("where", ["current", "generations/*/manifest.json"])
def test_a_store_of_a_newer_version_is_left_alone(store: Store, where: str) -> None:
    store.write(NEW, INPUTS)
    (file,) = store.directory.glob(where)
    file.write_text(file.read_text().replace('"format": 1', '"format": 2, "more": "things"'))
    before = tree(store.directory)
    with pytest.raises(StoreNewerError, match="a newer version of wiredesk wrote it"):
        store.open()
    with pytest.raises(StoreNewerError):
        store.write(NEW, INPUTS)
    assert tree(store.directory) == before


def test_an_older_layout_is_to_be_made_anew(store: Store) -> None:
    store.write(NEW, INPUTS)
    pointer = store.directory / "current"
    pointer.write_text(pointer.read_text().replace('"format": 1', '"format": 0'))
    with pytest.raises(StoreError, match="older version of wiredesk"):
        store.open()
    assert texts_of(store.write(OLD, INPUTS)) == ["one"]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    place = tmp_path / "store"
    place.write_text("mine")
    for directory in (place, place / "below"):
        with pytest.raises(StoreError, match=rf"^{place}.*: a file stands where a folder is needed"):
            Store(directory).write(NEW, INPUTS)
    assert place.read_text() == "mine"


def test_no_right_to_write(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write(OLD, INPUTS)

    def refuse(path: str | Path, *_args: object, **_kwargs: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        with pytest.raises(StoreError, match="you may not read or write here"):
            store.write(NEW, INPUTS)
    assert texts_of(store.open()) == ["one"]


def test_a_full_disk_leaves_the_old_index(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write(OLD, INPUTS)
    before = tree(store.directory)

    def full_for_tables(*_args: object, **_kwargs: object) -> None:
        raise pl.exceptions.ComputeError(
            "parquet: underlying IO error: No space left on device (os error 28)"
        )

    def full_for_files(path: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    for owner, name, full in (
        (pl.DataFrame, "write_parquet", full_for_tables),
        (Path, "write_bytes", full_for_files),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, full)
            with pytest.raises(StoreError, match="no space is left on the disk"):
                store.write(NEW, INPUTS)
        assert tree(store.directory) == before
    assert texts_of(store.open()) == ["one"]


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
