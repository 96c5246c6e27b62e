"""What is seen of a build while it runs, and how it is stopped."""

import threading
from functools import partial
from itertools import pairwise
from pathlib import Path

import fake_rooms
import pytest
from piles import Watched, build, fill, pile, text_of

from wiredesk.build import Cancelled, Progress, build_index
from wiredesk.store import Index, Store


def test_what_is_ready_is_shown_when_it_has_doubled(tmp_path: Path, store: Path) -> None:
    folder = fill(tmp_path / "pile", pile(40))
    partial: list[Index] = []
    whole = build_index(
        [folder], Store(store), processes=0, on_partial=partial.append, pipeline=fake_rooms.PIPELINE
    )
    heights = [index.articles.height for index in partial]
    assert len(heights) > 1
    assert all(later >= 2 * earlier for earlier, later in pairwise(heights))
    assert heights[-1] < whole.articles.height
    for index in partial:
        assert not index.complete
        assert index.mentions.height == index.names.height
        assert index.texts.height == index.articles.height


def test_progress_moves_from_the_first_file_to_the_last(folder: Path, store: Path) -> None:
    (folder / "x.txt").write_text("REFUSE")
    told: list[Progress] = []
    index = build_index(
        [folder], Store(store), processes=0, on_progress=told.append, pipeline=fake_rooms.PIPELINE
    )
    phases = list(dict.fromkeys(progress.phase for progress in told))
    assert phases == ["find", "check", "extract", "link", "write"]
    extract = [progress for progress in told if progress.phase == "extract"]
    assert [progress.done for progress in extract] == sorted(progress.done for progress in extract)
    assert (extract[0].done, extract[-1].done, extract[-1].total) == (0, 13, 13)
    assert extract[-1].articles == index.articles.height
    assert extract[-1].refused == 1


def test_a_cancelled_build_keeps_the_old_index_and_goes_on_later(folder: Path, store: Path) -> None:
    old = build(folder, store)
    (folder / "000.txt").unlink()
    for number in range(100, 130):
        (folder / f"{number}.txt").write_text(text_of(number))
    cancel = threading.Event()
    watched = Watched()

    def stop_half_way(progress: Progress) -> None:
        if progress.phase == "extract" and progress.done > 20:
            cancel.set()

    with pytest.raises(Cancelled, match="index again to go on"):
        build_index(
            [folder],
            Store(store),
            processes=0,
            cancel=cancel,
            on_progress=stop_half_way,
            pipeline=watched.pipeline,
        )
    done = watched.read.copy()
    assert 0 < len(done) < 30
    assert Store(store).open().generation == old.generation
    build(folder, store, pipeline=watched.pipeline)
    assert sorted(watched.read) == sorted({*watched.read})
    assert len(watched.read) == 30
    assert not (store / "journal").exists()


def test_linking_tells_how_far_it_is_and_can_be_stopped(folder: Path, store: Path) -> None:
    old = build(folder, store)
    (folder / "000.txt").unlink()
    told: list[Progress] = []
    cancel = threading.Event()

    def stop_in_linking(progress: Progress) -> None:
        told.append(progress)
        if progress.phase == "link" and 0 < progress.done < progress.total:
            cancel.set()

    run = partial(build_index, [folder], Store(store), processes=0, pipeline=fake_rooms.PIPELINE)
    with pytest.raises(Cancelled):
        run(on_progress=stop_in_linking, cancel=cancel)
    assert told[-1].phase == "link"
    assert Store(store).open().generation == old.generation
    told.clear()
    run(on_progress=told.append)
    done = [progress.done for progress in told if progress.phase == "link"]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, 11)
    assert len(done) > 3


def test_a_cancelled_pool_of_processes_stops(folder: Path, store: Path) -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        build_index([folder], Store(store), processes=2, cancel=cancel, pipeline=fake_rooms.PIPELINE)
