"""A start shows what the last one showed before anything is loaded, and only where it is still true."""

import json
import os
import re
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starts import ARTICLE, BUDGET, ENTERED, LEFT, SETTLED, Painted, forget_frames, frames


# ------------------------------------------------------------------ what is shown
def test_the_brief_stands_before_anything_is_imported(
    wire: Any, shown: dict[str, str], stubbed: Callable[[str], Any]
) -> None:
    opened = wire("--sample", environment=shown | stubbed("signal.pause()"))
    screen = opened.until("opening")
    assert re.search("15 articles .*published 2021", screen)
    assert "12 files = 11 indexed + 1 grouped + 0 refused" in screen
    assert len(opened.sent) <= BUDGET


@pytest.mark.parametrize("known", [True, False])
def test_the_toolkit_goes_on_where_the_first_frame_stands(
    wire: Any, shown: dict[str, str], known: bool
) -> None:
    if not known:  # then it is laid out
        forget_frames(shown)
    first = wire("--sample", environment=shown)
    first.until(SETTLED)
    first.settle()
    assert len(first.sent) <= BUDGET
    assert first.sent.count(ENTERED) == 1
    as_shown = first.screen.buffer.copy(), first.text()
    first.write("\x0c")  # clears and writes everything again
    first.settle()
    assert (first.screen.buffer, first.text()) == as_shown


@pytest.mark.parametrize("known", [True, False])
def test_keys_typed_at_once_are_acted_on_in_order(wire: Any, shown: dict[str, str], known: bool) -> None:
    if not known:
        forget_frames(shown)
    opened = wire("--sample", environment=shown)
    opened.write("3")
    opened.write("jj")
    opened.until(r"^ Actors .* 3/\d+ *$")
    opened.settle()
    opened.write("q")
    assert opened.wait() == 0


def test_a_search_typed_at_once_is_made(wire: Any, shown: dict[str, str]) -> None:
    opened = wire("--sample", environment=shown)
    opened.write("/barzani")
    opened.until(r"^ / barzani")
    opened.write("\r")
    opened.until(r" / barzani .*\d+ of 15 articles")


# ------------------------------------------------------------------ how it ends
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_a_signal_before_the_toolkit_is_there_leaves_the_terminal_as_it_was(
    wire: Any, shown: dict[str, str], stubbed: Callable[[str], Any], name: str
) -> None:
    opened = wire("--sample", environment=shown | stubbed("signal.pause()"))
    before = opened.local_modes()
    opened.until("opening")
    number = getattr(signal, name)
    os.kill(opened.pid, number)
    assert opened.wait() == 128 + number
    left = opened.left_on()
    assert not left["1049"]
    assert left["25"]
    assert opened.local_modes() == before


def test_an_error_is_told_where_it_can_be_read(wire: Any, home: dict[str, str], pile: Path) -> None:
    kept = frames(home)[0]
    held = json.loads(kept.read_text())
    config, ground = held["depends"]
    assert config == [f"{home['XDG_CONFIG_HOME']}/wiredesk/config.toml", -1, -1]
    file = Path(config[0])
    file.parent.mkdir(parents=True)
    file.write_text("theme = 7\n")
    status = file.stat()  # as if the frame had been kept with this configuration
    kept.write_text(json.dumps(held | {"depends": [[config[0], status.st_mtime_ns, status.st_size], ground]}))
    failed = wire(str(pile))
    assert failed.wait() == 2
    assert ENTERED in failed.sent
    assert failed.sent.index(LEFT) < failed.sent.index(b"config.toml:1")


# ------------------------------------------------------------------ when nothing is shown
def test_only_a_start_like_the_last_one_shows_its_frame(
    painted: Painted, bare: dict[str, str], tmp_path: Path
) -> None:
    assert painted("--sample", environment=bare)
    for other in (
        {"NO_COLOR": "1"},
        {"TERM": "dumb"},
        {"TERM": "xterm-16color"},
        {"LC_ALL": "C"},
        {"SSH_CONNECTION": "::1 1 ::1 22"},
        {"COLUMNS": "80"},
        {"XDG_DATA_HOME": str(tmp_path / "elsewhere")},
        {"XDG_CONFIG_HOME": str(tmp_path / "elsewhere")},
    ):
        assert not painted("--sample", environment=bare | other), other
    for arguments in (["--sample", "--plain"], ["--sample", "--profile", "lean"], [str(tmp_path)], ["brief"]):
        assert not painted(*arguments, environment=bare), arguments
    assert not painted("--sample", environment=bare, columns=81)
    assert not painted("--sample", environment=bare, rows=23)
    config = Path(bare["XDG_CONFIG_HOME"]) / "wiredesk" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text("")
    assert not painted("--sample", environment=bare)
    config.unlink()
    assert painted("--sample", environment=bare)


def test_no_frame_is_shown_of_an_index_that_was_replaced(
    wire: Any, painted: Painted, pile: Path, tmp_path: Path, stubbed: Callable[[str], Any]
) -> None:
    assert painted(str(pile), environment={})
    assert painted(environment={})  # what was opened last
    (pile / "two.md").write_text(ARTICLE.format(title="Talks end", day=2))
    indexing = wire("index", str(pile))
    assert indexing.wait() == 0
    opened = wire(str(pile), environment=stubbed("signal.pause()"))
    screen = opened.until("opening")  # what was kept of the new index while it was made
    assert "2 files = 2 indexed" in screen
    assert "2 articles" in screen
    moved = tmp_path / "moved"
    pile.rename(moved)
    pile.symlink_to(moved)
    assert not painted(str(pile), environment={})


def test_a_damaged_or_foreign_frame_is_not_shown(painted: Painted, bare: dict[str, str]) -> None:
    file = frames(bare)[0]
    good = file.read_text()
    held = json.loads(good)
    escape = good.replace("Sources", "So\\u001b[2Js")
    assert escape != good
    for damaged in (
        "",
        good[:-40],
        "[" * 5_000,
        escape,
        good.replace("Sources", "So\\u202es"),
        json.dumps(held | {"pens": [[["1"], "38;5;7m\x1b[2J", ""]] * len(held["pens"])}),
        json.dumps(held | {"pens": []}),
        json.dumps(held | {"rows": held["rows"][1:]}),
        json.dumps(held | {"rows": 7}),
        json.dumps(held | {"format": 2}),
        json.dumps(held | {"generation": "0" * 32}),
        json.dumps(held | {"made_for": []}),
    ):
        file.write_text(damaged)
        assert not painted("--sample", environment=bare), damaged[:60]
    file.write_text(good)
    assert painted("--sample", environment=bare)
