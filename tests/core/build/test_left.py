"""What the linking of an index leaves is handed to the next build, and only where it holds."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import fake_rooms
import polars as pl
import pytest
from piles import build, fill, pile, text_of, tree

from wiredesk.build import build_index
from wiredesk.build.linking import Linking
from wiredesk.link import Before, Lexicon, Linked, find_copies, link_actors, load_lexicon
from wiredesk.link.ticking import Tick, unheard
from wiredesk.store import Index, Store


class Handed:
    """The real linking over cheap rooms, and a note of what it was handed."""

    def __init__(self) -> None:
        self.before: list[Before | None] = []
        self.signature = "links-1"
        self.pipeline: Final = replace(
            fake_rooms.PIPELINE,
            linking=lambda: Linking(find_copies, self._link),
            linking_signature=lambda: self.signature,
        )

    def _link(
        self,
        articles: pl.DataFrame,
        texts: pl.DataFrame,
        sentences: pl.DataFrame,
        names: pl.DataFrame,
        *,
        lexicon: Lexicon | None = None,
        before: Before | None = None,
        tick: Tick = unheard,
    ) -> Linked:
        self.before.append(before)
        return link_actors(articles, texts, sentences, names, lexicon=lexicon, before=before, tick=tick)

    def build(self, folder: Path, store: Path) -> Index:
        return build(folder, store, pipeline=self.pipeline)

    @property
    def last(self) -> Before:
        assert self.before[-1] is not None
        return self.before[-1]


@pytest.fixture
def handed() -> Handed:
    return Handed()


def paths_of(index: Index, ids: pl.Series) -> set[str]:
    return set(index.articles.filter(pl.col("article_id").is_in(ids.implode()))["path"])


def test_an_index_that_grew_is_to_the_byte_one_that_was_made_at_once(tmp_path: Path, handed: Handed) -> None:
    history: list[Mapping[str, str]] = [
        pile(4),
        pile(9),
        {**pile(9), "004.txt": text_of(77), "zz.txt": "Anna met Boris in 1999."},
        {name: text for name, text in pile(12).items() if name != "002.txt"},
    ]
    grown = tmp_path / "grown"
    for number, files in enumerate(history):
        folder = fill(tmp_path / "pile", files)
        handed.build(folder, grown)
        once = tmp_path / f"once-{number}"
        Handed().build(folder, once)
        assert tree(grown) == tree(once)
    assert [before is not None for before in handed.before] == [False, True, True, True]


def test_the_articles_of_files_that_changed_are_not_the_same(
    folder: Path, store: Path, handed: Handed
) -> None:
    old = handed.build(folder, store)
    fill(folder, {**pile(12), "003.txt": text_of(99), "new.txt": "Dora left."})
    handed.build(folder, store)
    assert paths_of(old, handed.last.same) == pile(12).keys() - {"003.txt"}
    assert handed.last.articles.equals(old.articles["article_id"])


def test_other_rules_or_another_lexicon_link_all_anew(
    tmp_path: Path, folder: Path, store: Path, handed: Handed
) -> None:
    handed.build(folder, store)
    handed.signature = "links-2"
    handed.build(folder, store)
    assert handed.before == [None, None]
    extra = tmp_path / "extra.toml"
    extra.write_text('actors = [{ name = "Anna", kind = "place" }]', encoding="utf-8")
    build_index([folder], Store(store), lexicon=load_lexicon(extra), processes=0, pipeline=handed.pipeline)
    assert handed.before == [None, None, None]


@pytest.mark.parametrize("name", ["rows", "forms", "links", "defined", "shorts"])
def test_what_is_damaged_or_missing_is_done_without(
    tmp_path: Path, folder: Path, store: Path, handed: Handed, name: str
) -> None:
    handed.build(folder, store)
    whole = tmp_path / "whole"
    fill(folder, pile(13))
    handed.build(folder, whole)
    (file,) = store.rglob(f"left-{name}.parquet")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    index = handed.build(folder, store)
    assert name not in handed.last.left
    assert tree(store) == tree(whole)
    for left in Path(store).rglob("left-*.parquet"):
        left.unlink()
    assert Store(store).open().mentions.equals(index.mentions)
    assert Store(store).holds(index.generation)
    handed.build(fill(folder, pile(14)), store)
    assert handed.last.left == {}
