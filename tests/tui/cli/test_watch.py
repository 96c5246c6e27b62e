"""The command that keeps an index up to date."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

from wiredesk.store.lock import locked

PATIENCE = 60.0


class Watcher:
    """`wiredesk watch`, and what it says."""

    def __init__(self, arguments: list[str], environment: dict[str, str]) -> None:
        command = [sys.executable, "-m", "wiredesk_tui", "watch", *arguments]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        )
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._lines.put(line)

    def says(self, words: str) -> str:
        """Wait for a line with these words."""
        said = ""
        while words not in said:
            said = self._lines.get(timeout=PATIENCE)
        return said

    def end(self, number: int) -> tuple[int, str]:
        """Send a signal; the exit code and all of the standard output."""
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        assert self.process.stdout is not None
        return code, self.process.stdout.read()


@pytest.fixture
def watcher(pile: Path, tmp_path: Path) -> Iterator[Callable[..., Watcher]]:
    started: list[Watcher] = []

    def start(*arguments: str) -> Watcher:
        homes = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "DATA", "STATE")}
        started.append(Watcher([str(pile), "--names", "fast", *arguments], {**os.environ, **homes}))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
        one.process.communicate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_each_update_is_a_line_and_a_signal_ends_it_cleanly(
    watcher: Callable[..., Watcher], pile: Path, number: int
) -> None:
    watching = watcher()
    assert "3 files in = 2 indexed + 0 grouped + 1 refused" in watching.says("watching")
    aside = pile / "half.tmp"
    aside.write_text("Mayor Ida Falk opened the new dyke", encoding="utf-8")
    with aside.open("a", encoding="utf-8") as stream:
        stream.write(" in Malmö on 4 June 2022, and thanked all who had built it.\n")
    aside.rename(pile / "opened.txt")
    assert watching.says("new") == "wiredesk: 1 new article; 3 articles\n"
    (pile / "talks.txt").unlink()
    assert watching.says("removed") == "wiredesk: 1 article removed; 2 articles\n"
    assert watching.end(number) == (0, "")


def test_another_writer_is_told_of_and_waited_for(
    watcher: Callable[..., Watcher], pile: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    store.mkdir()
    with locked(store):
        watching = watcher("--store", str(store))
        assert "is writing this index" in watching.says("waiting for it")
    watching.says("2 new articles")
    assert watching.end(signal.SIGTERM) == (0, "")


def test_configured_feeds_are_fetched_meanwhile(
    watcher: Callable[..., Watcher], pile: Path, tmp_path: Path, server: str
) -> None:
    config = tmp_path / "desk.toml"
    config.write_text(f'feeds = ["{server}/feed"]\nfeeds_to = "{pile}/feeds"\n', encoding="utf-8")
    watching = watcher("--config", str(config))
    watching.says("3 articles")
    assert watching.end(signal.SIGTERM) == (0, "")


def test_standard_input_cannot_be_watched(wiredesk: Any) -> None:
    done = wiredesk("watch", "-")
    assert done.code == 2
    assert "cannot be watched" in done.err


def test_a_path_that_is_not_there_is_told(wiredesk: Any, tmp_path: Path) -> None:
    done = wiredesk("watch", tmp_path / "nowhere")
    assert done.code == 3
    assert "is not there" in done.err
