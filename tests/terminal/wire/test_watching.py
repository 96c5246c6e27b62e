"""A desk that is open while its pile changes."""

import os
import re
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

TEXT = (
    "---\ntitle: {title}\nsource: The Lund Gazette\npublished: 2021-05-{day:02}\n---\n"
    "Mayor Ida Falk met Omar Reyes in Lund on Monday, 3 May 2021. They spoke of {title} for an hour.\n"
)
NOTED = 700
"""Bytes of one new article among a few: its row, the rows below it, the counts and the note."""


def write(pile: Path, title: str, day: int) -> None:
    """Put an article into a pile as careful programs do: aside, then renamed."""
    aside = pile / f".{title}"
    aside.write_text(TEXT.format(title=title, day=day), encoding="utf-8")
    aside.rename(pile / f"{title}.txt")


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for day, title in enumerate(("Storm", "Flood", "Dyke"), 1):
        write(folder, title, day)
    return folder


def test_new_articles_come_in_and_the_row_stays(wire: Any, pile: Path) -> None:
    opened = wire(str(pile), "--watch", "--names", "fast")
    opened.until(r"3 files.*3 indexed")
    opened.write("2")
    opened.until(r"^▸.*Dyke")
    opened.write("j")
    opened.until(r"^▸.*Flood")
    opened.settle()
    before = len(opened.sent)
    write(pile, "Harvest", 9)
    opened.until(r"1 new article")
    assert re.search(r"^▸.*Flood$", opened.until(r"Harvest$"), re.MULTILINE)
    opened.settle()
    assert len(opened.sent) - before <= NOTED
    (pile / "Storm.txt").unlink()
    opened.until(r"1 article removed")
    opened.settle()
    assert "Storm" not in opened.text()


def test_an_index_that_another_process_wrote_is_shown(
    wire: Any, pile: Path, wiredesk: list[str], home: dict[str, str], tmp_path: Path
) -> None:
    store = ("--store", str(tmp_path / "shared"), "--names", "fast")

    def index() -> None:
        subprocess.run([*wiredesk, "index", str(pile), *store], env=home, check=True, capture_output=True)

    index()
    opened = wire(str(pile), "--stored", "--watch", *store)
    opened.until(r"3 files.*3 indexed")
    write(pile, "Harvest", 9)
    index()
    opened.until(r"4 files.*4 indexed")


def test_a_watched_pile_that_does_not_change_costs_nothing(wire: Any, pile: Path) -> None:
    opened = wire(str(pile), "--watch", "--names", "fast")
    opened.until(r"3 files.*3 indexed")
    opened.settle()
    before = len(opened.sent)
    (pile / ".hidden.txt").write_text("nothing to read", encoding="utf-8")
    (pile / "Storm.txt").touch()
    opened.settle(quiet=3.0)
    assert len(opened.sent) == before


def test_a_watched_desk_ends_as_any_other(wire: Any, pile: Path) -> None:
    opened = wire(str(pile), "--watch", "--names", "fast")
    opened.until(r"3 files.*3 indexed")
    opened.settle()
    os.kill(opened.pid, signal.SIGTERM)
    assert opened.wait() == 128 + signal.SIGTERM
