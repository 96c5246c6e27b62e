"""The theme is that of the terminal's ground, and what the terminal answers is never taken for keys."""

from pathlib import Path
from typing import Any

import pytest

from wiredesk_tui.grounded import UNANSWERED

READY = r"12 files = 11 indexed"
OSC11, DA1 = b"\x1b]11;?\x1b\\", b"\x1b[c"
WHITE, BLACK = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", b"\x1b]11;rgb:0000/0000/0000\x07"
TERMINAL = b"\x1b[?64;1;22c"
QUESTION = r"is this screen light\?"


@pytest.fixture
def untold(stores: Path) -> dict[str, str]:
    return {"COLORFGBG": "", "XDG_DATA_HOME": str(stores)}


def ground(wire: Any) -> str:
    """Whether a cell without ink is light or dark."""
    colour = wire.screen.buffer[0][wire.screen.columns - 1].bg
    assert len(colour) == 6, colour
    return "light" if int(colour[:2], 16) > 127 else "dark"


@pytest.mark.parametrize(("answer", "expected"), [(WHITE, "light"), (BLACK, "dark")])
def test_the_terminal_says_what_ground_it_has_and_that_is_remembered(
    wire: Any, untold: dict[str, str], answer: bytes, expected: str
) -> None:
    opened = wire("--sample", environment=untold)
    opened.answers = {OSC11: answer, DA1: TERMINAL}
    opened.until(READY)
    opened.settle()
    assert ground(opened) == expected
    again = wire("--sample", environment=untold)  # answers nothing
    again.until(READY)
    assert ground(again) == expected
    told = wire("config", "show", environment=untold, columns=160, rows=60)
    told.wait()
    assert f"ground: {expected} (told by the terminal" in told.text()
    assert OSC11 not in told.sent


def test_keys_typed_before_a_late_answer_arrive_and_the_answer_is_no_key(
    wire: Any, untold: dict[str, str]
) -> None:
    opened = wire("--sample", environment=untold, mute=True)  # another answer would not cut this one in two
    opened.until(READY)
    opened.write("2")
    opened.until(r" 1/15")
    opened.write(b"j" + WHITE[:9])
    opened.until(r" 2/15")
    opened.write(WHITE[9:] + TERMINAL[:4])
    opened.settle()
    opened.write(TERMINAL[4:] + b"j")
    opened.until(r" 3/15")
    opened.settle()
    assert ground(opened) == "light"


def test_where_nobody_tells_the_reader_is_asked_once_and_no_key_is_taken_away(
    wire: Any, untold: dict[str, str]
) -> None:
    opened = wire("--sample", environment=untold)
    opened.answers = {DA1: TERMINAL}
    opened.until(QUESTION)
    assert ground(opened) == "dark"
    opened.write("2")
    opened.until(r" 1/15")
    opened.write("L")
    opened.until(r"theme: light")
    opened.settle()
    assert ground(opened) == "light"
    again = wire("--sample", environment=untold)
    again.answers = {DA1: TERMINAL}
    again.until(READY)
    again.settle()
    assert ground(again) == "light"
    assert QUESTION not in again.text()


def test_where_the_terminal_answers_nothing_the_reader_is_asked_with_the_next_pane(
    wire: Any, untold: dict[str, str]
) -> None:
    opened = wire("--sample", environment=untold, mute=True)
    opened.until(READY)
    opened.settle(quiet=UNANSWERED + 0.5)
    assert QUESTION not in opened.text()
    opened.write("2")
    opened.until(QUESTION)


def test_a_set_theme_or_ground_is_not_asked_about(wire: Any, untold: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    for line, expected in (('ground = "light"', "light"), ('theme = "dark"', "dark")):
        file.write_text(line)
        opened = wire("--sample", "--config", str(file), environment=untold)
        opened.until(READY)
        opened.settle()
        assert OSC11 not in opened.sent
        assert ground(opened) == expected


def test_an_answer_that_comes_when_the_program_ends_is_not_left_to_the_shell(
    wire: Any, wiredesk: list[str], untold: dict[str, str]
) -> None:
    shell = ["/bin/sh", "-c", '"$@"; echo left at last; exec cat', "sh", *wiredesk]
    opened = wire("--sample", command=shell, environment=untold)
    opened.until_sent(DA1)
    opened.until(r"Brief")
    opened.write(b"\x1b[21~")  # F10
    opened.write(WHITE + TERMINAL)
    opened.until_sent(b"left at last\r\n")
    opened.settle()
    assert b"rgb" not in opened.sent
