"""What stirs a lookout, on a real disk; it is waited for, never for how long."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from wiredesk.watch import Lookout, Stir

PATIENCE = 60.0
REST = 0.3


@pytest.fixture
def stop() -> Iterator[Event]:
    event = Event()
    yield event
    event.set()


def unexpected(text: str) -> None:
    pytest.fail(text)


def until(lookout: Lookout, name: str) -> Stir:
    """All that stirs until a file of that name does."""
    stir = Stir()
    while not any(path.name == name for path in stir.files):
        more = lookout.wait(PATIENCE)
        assert more is not None, f"nothing was told of {name}"
        stir |= more
    return stir


def names(stir: Stir) -> set[str]:
    return {path.name for path in stir.files}


@pytest.mark.parametrize("poll", [None, 0.5])
def test_new_changed_and_removed_files_stir(tmp_path: Path, stop: Event, poll: float | None) -> None:
    with Lookout([tmp_path], None, stop, poll=poll, rest=REST, on_told=unexpected) as lookout:
        (tmp_path / "new.txt").write_text("one")
        until(lookout, "new.txt")
        (tmp_path / "new.txt").write_text("one and two")
        os.utime(tmp_path / "new.txt", (2e9, 2e9))  # a look now and then sees whole seconds
        until(lookout, "new.txt")
        (tmp_path / "new.txt").unlink()
        until(lookout, "new.txt")


def test_files_in_folders_that_come_later_stir(tmp_path: Path, stop: Event) -> None:
    with Lookout([tmp_path], None, stop, on_told=unexpected) as lookout:
        (tmp_path / "east").mkdir()
        until(lookout, "east")
        (tmp_path / "east" / "report.txt").write_text("one")
        until(lookout, "report.txt")


def test_hidden_files_and_the_store_stir_nothing_but_its_pointer(tmp_path: Path, stop: Event) -> None:
    store = tmp_path / "store"
    store.mkdir()
    with Lookout([tmp_path], store, stop, on_told=unexpected) as lookout:
        (tmp_path / ".draft.txt").write_text("one")
        (tmp_path / "__pycache__").mkdir()
        (store / "generations").mkdir()
        (store / "aside-current").write_text("{}")
        (store / "aside-current").rename(store / "current")
        (tmp_path / "last.txt").write_text("one")
        stir = until(lookout, "last.txt")
        while not stir.index:
            more = lookout.wait(PATIENCE)
            assert more is not None
            stir |= more
        assert names(stir) == {"last.txt"}


def test_a_file_that_replaces_a_watched_one_stirs(tmp_path: Path, stop: Event) -> None:
    watched = tmp_path / "wire.jsonl"
    watched.write_text("{}")
    with Lookout([watched], None, stop, on_told=unexpected) as lookout:
        (tmp_path / "other.jsonl").write_text("{}")
        for _ in range(2):
            (tmp_path / "aside").write_text("{} ")
            (tmp_path / "aside").rename(watched)
            assert names(until(lookout, "wire.jsonl")) == {"wire.jsonl"}


def test_a_file_is_waited_for_while_it_is_written(tmp_path: Path, stop: Event) -> None:
    half, rests = tmp_path / "half.txt", 0

    class Writing(Lookout):
        """Goes on writing while it is waited for, three times."""

        def wait(self, seconds: float | None = None) -> Stir | None:
            nonlocal rests
            rests += 1
            if rests <= 3:
                with half.open("a") as stream:
                    stream.write("more")
            return None

    lookout = Writing([], None, stop, rest=REST, on_told=unexpected)
    half.write_text("some")
    lookout.settled(Stir(frozenset({half})))
    assert rests == 4
    assert half.read_text() == "some" + 3 * "more"


def test_a_file_that_never_rests_holds_nothing_back_for_ever(tmp_path: Path, stop: Event) -> None:
    log = tmp_path / "log.txt"
    log.write_text("some")

    class Writing(Lookout):
        def wait(self, seconds: float | None = None) -> Stir | None:
            log.write_text(log.read_text() + "more")
            return Stir(frozenset({log}))

    stir = Writing([], None, stop, longest=0.0, on_told=unexpected).settled(Stir(frozenset({log})))
    assert names(stir) == {"log.txt"}


def test_a_folder_that_goes_and_comes_back_stirs(tmp_path: Path, stop: Event, monkeypatch: Any) -> None:
    monkeypatch.setattr("wiredesk.watch.lookout.POLL", 0.1)
    pile = tmp_path / "pile"
    pile.mkdir()
    with Lookout([pile], None, stop, on_told=unexpected) as lookout:
        pile.rmdir()
        until(lookout, "pile")
        pile.mkdir()
        (pile / "back.txt").write_text("one")
        stir = until(lookout, "pile")
        assert pile.resolve() in stir.files


def test_where_the_system_does_not_tell_it_is_said_and_the_files_are_looked_at(
    tmp_path: Path, stop: Event, monkeypatch: Any
) -> None:
    import watchfiles

    real = watchfiles.watch

    def refusing(*paths: Any, **options: Any) -> Any:
        if not options["force_polling"]:
            raise OSError("OS file watch limit reached")
        return real(*paths, **options)

    monkeypatch.setattr(watchfiles, "watch", refusing)
    monkeypatch.setattr("wiredesk.watch.lookout.POLL", 0.1)
    told: list[str] = []
    with Lookout([tmp_path], None, stop, on_told=told.append) as lookout:
        (tmp_path / "new.txt").write_text("one")
        until(lookout, "new.txt")
    assert "does not tell of changes (OS file watch limit reached)" in told[0]


def test_a_wait_ends_when_it_is_time_to_stop(tmp_path: Path, stop: Event) -> None:
    with Lookout([tmp_path], None, stop, on_told=unexpected) as lookout:
        stop.set()
        assert lookout.wait() is None
