import os
from dataclasses import replace
from pathlib import Path

import fake_rooms
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from piles import Watched, build, fill, pile, text_of, tree
from polars.testing import assert_frame_equal

from wiredesk import schema
from wiredesk.build import Methods, build_index
from wiredesk.build.batch import Extraction
from wiredesk.errors import ReadError, StoreLockedError, StoreNewerError
from wiredesk.link import load_lexicon
from wiredesk.read import FileRead, Found
from wiredesk.store import Index, Store


def other_code(_methods: Methods) -> str:
    return "facts-2"


def statuses(index: Index) -> dict[str, str]:
    return dict(index.files.select("path", "status").iter_rows())


def test_every_file_is_indexed_grouped_or_refused(tmp_path: Path, store: Path) -> None:
    folder = fill(
        tmp_path / "pile",
        {
            "a.txt": "Anna saw 3 ships.",
            "b.txt": "Anna saw 3 ships.",
            "c.txt": "Anna saw 3 ships.\n===\nBoris saw none.",
            "d.txt": "REFUSE",
            "e.txt": " \n ",
        },
    )
    index = build(folder, store)
    assert statuses(index) == {
        "a.txt": "indexed",
        "b.txt": "grouped",
        "c.txt": "indexed",
        "d.txt": "refused",
        "e.txt": "refused",
    }
    assert index.files["articles"].to_list() == [1, 1, 2, 0, 0]
    assert index.refused.rows() == [
        ("d.txt", None, "says so; believe it"),
        ("e.txt", None, "holds no text that reads like an article; leave it out"),
    ]
    copies = index.articles.filter(index.articles["duplicate_of"].is_not_null())
    assert copies["path"].to_list() == ["b.txt", "c.txt"]


def test_frames_have_their_schemas_and_order(folder: Path, store: Path) -> None:
    index = build(folder, store)
    for name, table_schema in schema.TABLES.items():
        assert index.table(name).schema == table_schema
    assert index.articles.rows() == index.articles.sort("path", "part").rows()
    order = {article: row for row, article in enumerate(index.articles["article_id"])}
    for name, key in (
        ("sentences", "sentence"),
        ("names", "start"),
        ("events", "start"),
        ("keywords", "rank"),
    ):
        places = [(order[row["article_id"]], row[key]) for row in index.table(name).iter_rows(named=True)]
        assert places == sorted(places)
        assert places
    for row in index.names.iter_rows(named=True):
        assert index.text(row["article_id"])[row["start"] : row["end"]] == row["surface"]


def test_an_unchanged_folder_changes_no_byte(folder: Path, store: Path) -> None:
    first = build(folder, store)
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in store.rglob("*")}
    for file in folder.iterdir():
        os.utime(file, (0, 0))  # times of files tell nothing
    watched = Watched()
    assert build(folder, store, pipeline=watched.pipeline).generation == first.generation
    assert watched.read == []
    assert before == {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in store.rglob("*")}


def test_an_index_among_the_files_is_none_of_them(folder: Path) -> None:
    store = folder / "index" / "here"
    first = build(folder, store)
    assert build(folder, store).generation == first.generation
    assert len(first.files) == len(pile(12))


def test_only_what_changed_is_read_again(folder: Path, store: Path) -> None:
    build(folder, store)
    (folder / "003.txt").write_text("Zora came.")
    (folder / "004.txt").unlink()
    (folder / "new.txt").write_text("Yuri went.")
    watched = Watched()
    index = build(folder, store, pipeline=watched.pipeline)
    assert watched.read == ["003.txt", "new.txt"]
    assert {"Zora", "Yuri"} <= set(index.actors["name"])
    assert "004.txt" not in statuses(index)


def test_a_moved_copy_keeps_its_group_right(tmp_path: Path, store: Path) -> None:
    folder = fill(tmp_path / "pile", {"a.txt": "Anna came.", "b.txt": "Anna came."})
    assert statuses(build(folder, store)) == {"a.txt": "indexed", "b.txt": "grouped"}
    fill(folder, {"b.txt": "Anna came."})
    index = build(folder, store)
    assert statuses(index) == {"b.txt": "indexed"}
    assert index.articles["duplicate_of"].to_list() == [None]


seeds = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 6), max_size=5)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(seeds, min_size=2, max_size=3))
def test_going_on_from_any_index_equals_starting_anew(
    tmp_path_factory: pytest.TempPathFactory, steps: list[dict[str, int]]
) -> None:
    place = tmp_path_factory.mktemp("steps")
    for step in steps:
        fill(place / "pile", {f"{name}.txt": text_of(seed) for name, seed in step.items()})
        build(place / "pile", place / "on")
    build(place / "pile", place / "anew")
    assert tree(place / "on") == tree(place / "anew")


def test_another_lexicon_links_anew_without_reading(tmp_path: Path, folder: Path, store: Path) -> None:
    first = build(folder, store)
    assert set(first.actors["kind"]) == {"person"}
    extra = tmp_path / "extra.toml"
    extra.write_text('actors = [{ name = "Anna", kind = "place" }]')
    watched = Watched()
    index = build_index(
        [folder], Store(store), lexicon=load_lexicon(extra), processes=0, pipeline=watched.pipeline
    )
    assert watched.read == []
    assert index.generation != first.generation
    assert dict(index.actors.select("name", "kind").iter_rows())["Anna"] == "place"


def test_other_code_finds_the_facts_anew(folder: Path, store: Path) -> None:
    build(folder, store)
    watched = Watched()
    build(folder, store, pipeline=replace(watched.pipeline, extraction_signature=other_code))
    assert len(watched.read) == 12


def test_an_empty_pile_is_an_index_without_articles(tmp_path: Path, store: Path) -> None:
    index = build(fill(tmp_path / "pile", {}), store)
    assert index.files.height == index.articles.height == index.actors.height == 0
    assert index.complete
    assert build(fill(tmp_path / "pile", {"a.txt": "Anna came."}), store).articles.height == 1
    assert build(fill(tmp_path / "pile", {}), store).articles.height == 0


def test_a_path_that_is_not_there_is_named(folder: Path, store: Path) -> None:
    missing = folder / "missing"
    with pytest.raises(ReadError, match=f"^{missing}: is not there"):
        build_index([folder, missing], Store(store), pipeline=fake_rooms.PIPELINE)
    assert not store.exists()


@pytest.mark.parametrize("given", ["https://example.org/feed.xml", "HTTP://example.org/feed.xml"])
def test_an_address_for_a_path_is_told_from_a_missing_file(given: str) -> None:
    with pytest.raises(ReadError, match=rf"^{given}: is an address.*wiredesk fetch --to FOLDER {given}"):
        build_index([Path(given)], None)


def test_a_path_given_twice_counts_once(tmp_path: Path, folder: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    for paths in (
        [folder, folder],
        [link, folder],
        [folder, folder / "003.txt"],
        [folder / "003.txt", folder],
    ):
        index = build_index(paths, None, processes=0, pipeline=fake_rooms.PIPELINE)
        assert index.files.height == 12


def test_without_a_store_the_index_is_the_same(folder: Path, store: Path) -> None:
    stored, held = build(folder, store), build(folder, None)
    assert held.generation == ""
    assert held.complete
    for name in schema.TABLES:
        assert_frame_equal(stored.table(name), held.table(name))


def test_one_writer_at_a_time(folder: Path, store: Path) -> None:
    index = build(folder, store)
    with Store(store).lock():
        assert build(folder, store).generation == index.generation  # nothing to write
        (folder / "000.txt").unlink()
        with pytest.raises(StoreLockedError):
            build(folder, store)


def test_a_newer_store_is_not_overwritten(folder: Path, store: Path) -> None:
    build(folder, store)
    pointer = store / "current"
    pointer.write_text(pointer.read_text().replace('"format": 1', '"format": 99'))
    with pytest.raises(StoreNewerError):
        build(folder, store)


def test_a_file_that_changes_while_it_is_read_is_not_mixed_up(folder: Path, store: Path) -> None:
    steps = fake_rooms.extraction(Methods())

    def edit_and_read(found: Found) -> FileRead:
        if found.path == "005.txt":
            found.file.write_text("Quite another Text.")
        return steps.read(found)

    def extraction(_methods: Methods) -> Extraction:
        return replace(steps, read=edit_and_read)

    pipeline = replace(fake_rooms.PIPELINE, extraction=extraction)
    index = build(folder, store, pipeline=pipeline)
    assert "Quite" in set(index.actors["name"])
    assert build(folder, store).generation == index.generation


def test_an_index_records_by_which_methods_its_facts_were_found(folder: Path, store: Path) -> None:
    assert build(folder, store).methods == {"names": "many", "keywords": "words"}
    assert Store(store).open().methods == {"names": "many", "keywords": "words"}
    assert build(folder, None).methods == {"names": "many", "keywords": "words"}


def test_another_method_finds_the_facts_anew(folder: Path, store: Path) -> None:
    build(folder, store)
    watched = Watched()
    index = build(folder, store, pipeline=watched.pipeline, methods=Methods("plain", "words"))
    assert len(watched.read) == 12
    assert index.methods["names"] == "plain"


def test_it_is_said_why_all_files_are_read_again(folder: Path, store: Path) -> None:
    build(folder, store)
    said: list[str] = []
    again = replace(fake_rooms.PIPELINE, extraction_signature=other_code)
    for _ in range(2):
        build_index([folder], Store(store), processes=0, on_notice=said.append, pipeline=again)
    assert len(said) == 1
    assert said[0].startswith(f"{store}: was made by other rules")
    pointer = store / "current"
    pointer.write_text(pointer.read_text().replace('"format": 1', '"format": 0'))
    build_index([folder], Store(store), processes=0, on_notice=said.append, pipeline=again)
    assert "an older version of wiredesk wrote it" in said[1]


def test_few_and_many_articles_may_be_met_by_different_methods(tmp_path: Path, store: Path) -> None:
    few = fill(tmp_path / "few", pile(2))
    assert build(few, store).methods["names"] == "plain"
