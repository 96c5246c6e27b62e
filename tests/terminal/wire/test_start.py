"""A start shows what the last one showed before anything is loaded, and only where it is still true."""

import json
import os
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from wiredesk import __version__
from wiredesk_tui.layout import Desk

ENTERED = b"\x1b[?1049h"
LEFT = b"\x1b[?1049l"
SETTLED = r"\? help.*12 files = 11 indexed"
BUDGET = 3_000
ARTICLE = (
    "---\ntitle: {title}\nsource: The Daily Test\ndate: 2024-05-0{day}\n---\n{title}. Ada Holt met Bo Lind.\n"
)

Painted = Callable[..., bool]


def stub(folder: Path, does: str) -> dict[str, str]:
    """An environment in which the first library that is imported does something else."""
    folder.mkdir(exist_ok=True)
    (folder / "click.py").write_text(f"import os, signal, sys\n{does}\n")
    return {"PYTHONPATH": f"{folder}{os.pathsep}{os.environ['PYTHONPATH']}"}


@pytest.fixture
def stubbed(tmp_path: Path, home: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    monkeypatch.setenv("PYTHONPATH", home["PYTHONPATH"])
    return lambda does: stub(tmp_path / "stub", does)


@pytest.fixture
def shown(wire: Any, stores: Path) -> dict[str, str]:
    """The sample was shown before, in a window of the usual size; gives the environment of that start."""
    environment = {f"XDG_{name}_HOME": str(stores / name.lower()) for name in ("DATA", "STATE", "CONFIG")}
    if frames(environment):
        return environment
    opened = wire("--sample", environment=environment)
    opened.until(SETTLED)
    opened.settle()
    opened.write("q")
    assert opened.wait() == 0
    return environment


@pytest.fixture
def painted(wire: Any, stubbed: Callable[[str], Any]) -> Painted:
    """Whether a start shows anything before it imports anything."""

    def start(*arguments: str, environment: dict[str, str], **options: Any) -> bool:
        opened = wire(*arguments, environment=environment | stubbed("sys.exit(7)"), **options)
        assert opened.wait() == 7
        assert (ENTERED in opened.sent) == (LEFT in opened.sent)
        return ENTERED in opened.sent

    return start


@pytest.fixture
def bare(shown: dict[str, str]) -> Iterator[dict[str, str]]:
    """The same, but of the sample nothing is known beside its index: only a kept frame can be shown."""
    texts = {file: file.read_text() for file in briefs(shown)}
    assert texts
    for file in texts:
        file.unlink()
    yield shown
    for file, text in texts.items():
        file.write_text(text)


@pytest.fixture
def pile(wire: Any, tmp_path: Path) -> Path:
    """A pile of one article that was opened once."""
    place = tmp_path / "pile"
    place.mkdir()
    (place / "one.md").write_text(ARTICLE.format(title="Talks begin", day=1))
    opened = wire(str(place))
    opened.until("1 files = 1 indexed")
    opened.settle()
    opened.write("q")
    assert opened.wait() == 0
    return place


def briefs(home: dict[str, str]) -> list[Path]:
    """What is kept of briefs beside the indexes."""
    return sorted((Path(home["XDG_DATA_HOME"]) / "wiredesk" / "stores").glob("*/generations/*/front/first*"))


def forget_frames(home: dict[str, str]) -> None:
    for file in frames(home):
        file.unlink()


def frames(home: dict[str, str]) -> list[Path]:
    return sorted((Path(home["XDG_STATE_HOME"]) / "wiredesk" / "frames").glob("*"))


# ------------------------------------------------------------------ what is shown
def test_the_brief_stands_before_anything_is_imported(
    wire: Any, shown: dict[str, str], stubbed: Callable[[str], Any]
) -> None:
    opened = wire("--sample", environment=shown | stubbed("signal.pause()"))
    screen = opened.until("opening")
    assert re.search("15 articles .*published 2021", screen)
    assert "12 files = 11 indexed + 1 grouped + 0 refused" in screen
    assert len(opened.sent) <= BUDGET


def test_the_toolkit_goes_on_where_the_first_frame_stands(wire: Any, shown: dict[str, str]) -> None:
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


# ------------------------------------------------------------------ where no frame was kept
def opening(wire: Any, stubbed: Callable[[str], Any], environment: dict[str, str], **size: int) -> Any:
    """A start that stands still before the toolkit is there."""
    opened = wire("--sample", environment=environment | stubbed("signal.pause()"), **size)
    opened.until("opening")
    opened.settle()
    return opened


@pytest.mark.parametrize(
    "like",
    [
        {},
        {"TERM": "xterm-16color"},
        {"NO_COLOR": "1"},
        {"SSH_CONNECTION": "::1 1 ::1 22", "COLORTERM": "truecolor"},
        {"LC_ALL": "C", "COLORFGBG": "0;15"},
    ],
    ids=str,
)
def test_a_frame_that_is_laid_out_early_is_the_one_that_would_have_been_kept(
    wire: Any, shown: dict[str, str], stubbed: Callable[[str], Any], like: dict[str, str]
) -> None:
    there = shown | like
    forget_frames(shown)
    laid_out = opening(wire, stubbed, there)
    assert not frames(shown)
    desk = wire("--sample", environment=there)
    desk.until(SETTLED)
    desk.settle()
    desk.write("q")
    assert desk.wait() == 0
    assert frames(shown)
    kept = opening(wire, stubbed, there)
    assert laid_out.text() == kept.text()
    assert laid_out.screen.buffer == kept.screen.buffer
    assert len(laid_out.sent) <= BUDGET


def test_the_toolkit_goes_on_where_a_frame_was_laid_out(wire: Any, shown: dict[str, str]) -> None:
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


@pytest.mark.parametrize(
    ("columns", "rows"), [(120, 36), (160, 48), (201, 50), (40, 12), (100, 60), (31, 10)]
)
def test_a_frame_is_laid_out_for_any_window(
    wire: Any, shown: dict[str, str], stubbed: Callable[[str], Any], columns: int, rows: int
) -> None:
    laid_out = opening(wire, stubbed, shown, columns=columns, rows=rows).text().split("\n")
    desk = wire("--sample", environment=shown, columns=columns, rows=rows)
    desk.until("11 indexed|11 [+] 1 grouped|11[+]1")
    desk.until(r"\? help")
    desk.settle()
    there = desk.text().split("\n")
    left = Desk(columns, rows).left_width if Desk(columns, rows).wide else columns
    assert [line.rstrip() for line in laid_out[:2]] == [line.rstrip() for line in there[:2]]
    assert [line[:left].rstrip() for line in laid_out[2:-1]] == [line[:left].rstrip() for line in there[2:-1]]
    assert not any(line[left:].strip() for line in laid_out[2:-1])


def test_no_frame_is_laid_out_where_it_would_not_be_the_first_screen(
    painted: Painted, shown: dict[str, str]
) -> None:
    forget_frames(shown)
    assert painted("--sample", environment=shown)
    for other in ({"TERM": "dumb"}, {"COLUMNS": "80"}):
        assert not painted("--sample", environment=shown | other), other
    assert not painted("--sample", environment=shown, rows=6)  # the names of the panes give way
    config = Path(shown["XDG_CONFIG_HOME"]) / "wiredesk" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    for text, is_painted in (
        ('theme = "light"\nascii = true\n', True),
        ('pane = "articles"\n', False),
        ('profile = "plain"\n', False),
        ('theme = "none"\n', False),
        ("theme = 7\n", False),
    ):
        config.write_text(text)
        assert painted("--sample", environment=shown) is is_painted, text
    config.unlink()


def test_no_frame_is_laid_out_of_what_is_damaged_or_older_or_of_another_index(
    painted: Painted, shown: dict[str, str]
) -> None:
    forget_frames(shown)
    (file,) = briefs(shown)
    good = file.read_text()
    assert __version__ in file.name
    for damaged in ("", good[:-9], "[" * 5_000, good.replace('"lines"', '"rows"')):
        file.write_text(damaged)
        assert not painted("--sample", environment=shown), damaged[:60]
    file.write_text(good)
    older = file.rename(file.with_name(file.name.replace(__version__, "0.0.9")))
    assert not painted("--sample", environment=shown)
    older.rename(file)
    pointer = file.parents[3] / "current"
    named = pointer.read_text()
    pointer.write_text(json.dumps(json.loads(named) | {"current": "0" * 32}))
    assert not painted("--sample", environment=shown)
    pointer.write_text(named)
    assert painted("--sample", environment=shown)


def test_what_an_article_says_cannot_steer_the_terminal(
    painted: Painted, wire: Any, shown: dict[str, str], stubbed: Callable[[str], Any]
) -> None:
    forget_frames(shown)
    (file,) = briefs(shown)
    good = file.read_text()
    file.write_text(good.replace("Sources", "So\\u001b[2Jur\\u202eces"))
    sent = opening(wire, stubbed, shown).sent
    file.write_text(good)
    assert b"\x1b[2Jur" not in sent
    assert "\u202e".encode() not in sent


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
