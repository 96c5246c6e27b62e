from pathlib import Path

import fake_rooms
import pytest
from piles import build, fill, pile
from polars.testing import assert_frame_equal

from wiredesk import schema
from wiredesk.build import build_index
from wiredesk.build.early import early_index
from wiredesk.build.facts import Facts
from wiredesk.store import Index, Store


def test_the_old_articles_and_the_new_ones_are_there_before_all_is_linked(tmp_path: Path) -> None:
    old = build(fill(tmp_path / "old", pile(8)), None)
    new = build(fill(tmp_path / "new", {"x.txt": "Anna met Zora in 2020.\nThey counted 7 maps."}), None)
    whole = build(
        fill(tmp_path / "all", {**pile(8), "x.txt": (tmp_path / "new" / "x.txt").read_text()}), None
    )
    early = early_index(old, new, Facts.of_index(whole))
    assert not early.complete
    # The cheap rooms link each name by itself, so that even the early index is what linking all gives.
    for name in schema.TABLES:
        assert early.table(name).schema == schema.TABLES[name]
        assert_frame_equal(early.table(name), whole.table(name))


def test_what_is_gone_or_changed_is_not_told_any_more(tmp_path: Path) -> None:
    files = {"a.txt": "Anna came.", "b.txt": "Boris came.", "c.txt": "Anna came."}
    old = build(fill(tmp_path / "pile", files), None)
    assert old.articles["duplicate_of"].null_count() == 2
    new = build(fill(tmp_path / "new", {"b.txt": "Carla left."}), None)
    whole = build(fill(tmp_path / "pile", {"b.txt": "Carla left.", "c.txt": "Anna came."}), None)
    early = early_index(old, new, Facts.of_index(whole))
    assert early.actors["name"].to_list() == ["Anna", "Carla"]
    assert early.articles["duplicate_of"].to_list() == [None, None]
    assert early.files["status"].to_list() == ["indexed", "indexed"]
    assert early.mentions["surface"].to_list() == ["Carla", "Anna"]


@pytest.mark.parametrize(("few", "shown"), [(1, 1), (10_000, 0)])
def test_new_articles_are_shown_before_a_large_index_is_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int, shown: int
) -> None:
    monkeypatch.setattr("wiredesk.build.run._TAKES_ITS_TIME", few)
    folder, store = fill(tmp_path / "pile", pile(30)), tmp_path / "store"
    build(folder, store)
    (folder / "new.txt").write_text("Zora came.")
    partial: list[Index] = []
    index = build_index(
        [folder], Store(store), processes=0, on_partial=partial.append, pipeline=fake_rooms.PIPELINE
    )
    assert len(partial) == shown
    for early in partial:
        assert "Zora" in set(early.actors["name"])
        assert early.articles.height == index.articles.height
