"""What is kept of the first screen beside an index is what would be computed."""

from pathlib import Path
from typing import Final

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import wiredesk
from wiredesk.query import Begun, Query, select
from wiredesk.store import Index, open_store
from wiredesk_tui import making
from wiredesk_tui.contents import (
    BriefContent,
    Content,
    Options,
    PaneName,
    SearchContent,
    TimelineContent,
)
from wiredesk_tui.front import file_states, shown
from wiredesk_tui.making import content

PANES: Final[tuple[PaneName, ...]] = ("brief", "articles", "actors", "timeline", "figures", "search")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("front")
    wiredesk.index(wiredesk.seeds_dir(), store=place, names="fast", keywords="yake", processes=0)
    return place


@pytest.fixture
def index(store: Path) -> Index:
    return open_store(store)


@pytest.fixture
def one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the first row is made beforehand."""
    monkeypatch.setattr(making, "A_SCREEN", 1)


def same(left: Content, right: Content) -> None:
    assert left.listing.height == right.listing.height
    assert (left.sort, left.most, left.listing.begin) == (right.sort, right.most, right.listing.begin)
    assert_frame_equal(left.sample, right.sample)
    assert_frame_equal(left.listing.frame(), right.listing.frame())
    match left, right:
        case TimelineContent(), TimelineContent():
            assert (left.zoom, left.begin) == (right.zoom, right.begin)
            assert_frame_equal(left.buckets, right.buckets)
        case SearchContent(), SearchContent():
            assert_frame_equal(left.keywords, right.keywords)
        case BriefContent(), BriefContent():
            assert left.brief == right.brief
        case _:
            assert type(left) is type(right) is Content


@pytest.mark.usefixtures("one_row")
@pytest.mark.parametrize("pane", PANES)
def test_a_kept_pane_is_the_computed_one(store: Path, pane: PaneName) -> None:
    first, again = open_store(store), open_store(store)
    made = shown(pane, first, select(first, Query()), Options())
    kept = shown(pane, again, select(again, Query()), Options())
    same(made, content(pane, first, select(first, Query()), Options()))
    same(kept, made)


@pytest.mark.usefixtures("one_row")
def test_a_kept_list_reads_no_table_until_another_row_is_wanted(store: Path) -> None:
    first, again = open_store(store), open_store(store)
    shown("timeline", first, select(first, Query()), Options())
    listing = shown("timeline", again, select(again, Query()), Options()).listing
    assert isinstance(listing, Begun)
    assert listing.slice(listing.begin, 1).height == 1
    assert "events" not in again.__dict__
    assert "articles" not in again.__dict__
    assert listing.slice(0, listing.height).height == listing.height > 1
    assert "events" in again.__dict__


def test_a_narrowed_pane_is_never_a_kept_one(index: Index) -> None:
    everything = shown("articles", index, select(index, Query()), Options())
    none = shown("articles", index, select(index, "source:nobody"), Options())
    assert everything.listing.height > none.listing.height == 0
    assert (
        shown("articles", index, select(index, Query()), Options(sorts={"articles": 1})).sort
        != everything.sort
    )


def test_files_are_counted_once(store: Path) -> None:
    first, again = open_store(store), open_store(store)
    assert file_states(first) == file_states(again) == dict(first.files.group_by("status").len().iter_rows())
    assert "files" not in again.__dict__


def test_what_cannot_be_kept_is_computed() -> None:
    memory = Index()
    memory.keep("anything", pl.DataFrame({"a": [1]}))
    assert memory.kept("anything") is None
    assert shown("articles", memory, select(memory, Query()), Options()).listing.height == 0


def test_beside_an_index_that_is_only_read_nothing_is_kept(index: Index) -> None:
    frame = pl.DataFrame({"a": [1]})
    index.read_only().keep("something", frame)
    assert index.kept("something") is None
    index.keep("something", frame)
    kept = index.read_only().kept("something")
    assert kept is not None
    assert_frame_equal(kept, frame)
