"""What is damaged, missing, of another version or not allowed is named, and the index before it stays."""

import errno
import os
from pathlib import Path

import polars as pl
import pytest
from store_samples import INPUTS, NEW, OLD, generation, texts_of, tree

from wiredesk.errors import StoreError, StoreNewerError
from wiredesk.store import Store


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
