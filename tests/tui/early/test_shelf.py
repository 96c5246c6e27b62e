"""A kept frame is shown only where it is whole, of this program, and made for just this start."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wiredesk_tui.early import circumstances as here
from wiredesk_tui.early.shelf import find, keep
from wiredesk_tui.early.still import MOST_BYTES, MOST_CELLS, from_text
from wiredesk_tui.terminal.grid import Cell
from wiredesk_tui.terminal.pen import Pen

MADE_FOR = ("version=1", "size=3x2")
WINDOW = (3, 2)
ONE, TWO = "1" * 32, "2" * 32
ROWS = [[Cell(letter, Pen()) for letter in line] for line in ("abc", "def")]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    place = tmp_path / "store"
    place.mkdir()
    (place / "current").write_text(json.dumps({"current": ONE}))
    return place


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


@pytest.fixture
def frames(tmp_path: Path, store: Path, settings: Path) -> Path:
    """A folder with the one frame in it."""
    folder = tmp_path / "frames"
    kept = keep(
        str(folder), MADE_FOR, store=str(store), generation=ONE, depends=[str(settings)],
        erases_in_colour=True, rows=ROWS,
    )  # fmt: skip
    assert kept
    return folder


def change(frames: Path, alter: Callable[[dict[str, Any]], object]) -> None:
    (file,) = frames.iterdir()
    held = json.loads(file.read_text())
    alter(held)
    file.write_text(json.dumps(held))


def test_a_whole_frame_is_found(frames: Path) -> None:
    still = find(str(frames), MADE_FOR, WINDOW)
    assert still is not None
    assert [list(row) for row in still.rows] == ROWS


def altered(**parts: Any) -> Callable[[dict[str, Any]], object]:
    return lambda held: held.update(parts)


@pytest.mark.parametrize(
    "alter",
    [
        altered(format=0),
        altered(made_for=["version=2", "size=3x2"]),
        altered(generation=TWO),
        altered(store=None),
        altered(rows=[]),
        altered(rows=[[[0, "abc"]]]),
        altered(rows=[[[0, "ab"]], [[0, "def"]]]),
        altered(rows=[[[9, "abc"]], [[0, "def"]]]),
        altered(rows=[[[0, "a\x1bc"]], [[0, "def"]]]),
        altered(pens=[[[], "31m\x1b[2J", ""]]),
    ],
)
def test_a_frame_that_was_altered_is_ignored(frames: Path, alter: Callable[[dict[str, Any]], object]) -> None:
    change(frames, alter)
    assert find(str(frames), MADE_FOR, WINDOW) is None


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"{", b"[" * 100_000, b"null"])
def test_a_foreign_file_is_ignored(frames: Path, content: bytes) -> None:
    (file,) = frames.iterdir()
    file.write_bytes(content)
    assert find(str(frames), MADE_FOR, WINDOW) is None


def test_a_file_that_is_too_long_is_ignored(frames: Path) -> None:
    (file,) = frames.iterdir()
    file.write_text(" " * MOST_BYTES + file.read_text())
    assert find(str(frames), MADE_FOR, WINDOW) is None


def test_a_frame_of_too_many_cells_is_neither_kept_nor_read(tmp_path: Path) -> None:
    wide = [[Cell("x", Pen())] * (MOST_CELLS + 1)]
    assert not keep(
        str(tmp_path), MADE_FOR, store="", generation="", depends=[], erases_in_colour=True, rows=wide
    )
    held: dict[str, Any] = {
        "format": 1, "made_for": [], "store": "", "generation": "", "depends": [],
        "erases_in_colour": True, "pens": [[[], "", ""]], "rows": [[[0, "x" * (MOST_CELLS + 1)]]],
    }  # fmt: skip
    assert from_text(json.dumps(held)) is None


def test_a_frame_is_for_one_window_one_index_and_the_same_settings(
    frames: Path, store: Path, settings: Path
) -> None:
    assert find(str(frames), MADE_FOR, (4, 2)) is None
    assert find(str(frames), ("version=1", "size=4x2"), WINDOW) is None
    settings.write_text('theme = "light"')
    assert find(str(frames), MADE_FOR, WINDOW) is None
    settings.unlink()
    assert find(str(frames), MADE_FOR, WINDOW) is not None
    (store / "current").write_text(json.dumps({"current": TWO}))
    assert find(str(frames), MADE_FOR, WINDOW) is None


# ------------------------------------------------------------------ what a start is told apart by
@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """Gives what a start depends on, at the end of a line of some size."""

    def is_one(_handle: int) -> bool:
        return True

    monkeypatch.setattr(here.os, "isatty", is_one)

    def told(*arguments: str, size: tuple[int, int] = (80, 24), **environment: str) -> object:
        def of_size(_handle: int) -> tuple[int, int]:
            return size

        monkeypatch.setattr(here.os, "get_terminal_size", of_size)
        return here.circumstances(arguments or ("--sample",), {"TERM": "xterm-256color", **environment})

    monkeypatch.setattr(here.sys.stdout, "fileno", lambda: 1)
    return told


def test_starts_in_other_circumstances_have_other_frames(terminal: Callable[..., object]) -> None:
    starts = [
        terminal(),
        terminal(size=(160, 48)),
        terminal(TERM="linux"),
        terminal(LC_ALL="C"),
        terminal(LANG="de_DE.UTF-8"),
        terminal(NO_COLOR="1"),
        terminal(COLORTERM="truecolor"),
        terminal(SSH_TTY="/dev/pts/1"),
        terminal("pile"),
        terminal("other"),
    ]
    assert None not in starts
    assert len(set(starts)) == len(starts)
    assert terminal() == starts[0]
    assert terminal(SSH_TTY="/dev/pts/2") == starts[7]


def test_with_options_or_without_a_terminal_there_is_no_frame(terminal: Callable[..., object]) -> None:
    assert terminal("--profile", "lean") is None
    assert terminal("pile", "-h") is None
    assert terminal(TERM="dumb") is None
    assert terminal(TERM="") is None
    assert terminal(COLUMNS="100") is None
