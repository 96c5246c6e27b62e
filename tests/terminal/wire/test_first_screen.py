"""Where no frame was kept, the first screen is laid out of the brief beside the index, before all else."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starts import BUDGET, SETTLED, Painted, briefs, forget_frames, frames, opening

from wiredesk import __version__
from wiredesk_tui.layout import Desk


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
