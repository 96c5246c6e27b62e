"""Whether the terminal's ground is light or dark, and who is believed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk_tui.terminal.ground import (
    Told,
    answered_ground,
    grounds,
    recalled,
    remember,
    stated_ground,
)

XTERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("rgb:ffff/ffff/ffff", "light"),
        ("rgb:0000/0000/0000", "dark"),
        ("rgb:f/f/f", "light"),
        ("rgb:fd/f6/e3", "light"),  # Solarized
        ("rgb:000/2b3/364", "dark"),
        ("RGB:FFFF/FFFF/FFFF", "light"),
        ("rgba:ffff/ffff/ffff/0000", "light"),
        ("rgba:1c/1c/1c/cccc", "dark"),
        ("rgb:0000/0000/ffff", "dark"),  # blue gives little light
        ("rgb:0000/ffff/0000", "light"),
        ("rgb:ffff/ffff", None),
        ("rgb:fffff/ffff/ffff", None),
        ("rgba:ffff/ffff/ffff", None),
        ("rgb:ffff/ffff/ffff/ffff", None),
        ("rgb:gg/gg/gg", None),
        ("#ffffff", None),
        ("white", None),
        ("?", None),
        ("", None),
    ],
)
def test_an_answer_tells_the_ground_only_in_a_form_that_is_known(answer: str, expected: str | None) -> None:
    assert answered_ground(answer) == expected


@given(digits=st.integers(1, 4), grey=st.floats(0, 1))
def test_digits_are_parts_of_the_whole_range(digits: int, grey: float) -> None:
    part = f"{round(grey * (16**digits - 1)):0{digits}x}"
    same = f"{round(int(part, 16) / (16**digits - 1) * 0xFFFF):04x}"
    assert answered_ground(f"rgb:{part}/{part}/{part}") == answered_ground(f"rgb:{same}/{same}/{same}")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("15;0", "dark"),
        ("0;15", "light"),
        ("0;default;15", "light"),
        ("0;7", "light"),
        ("x", None),
        ("0;²", None),
        ("", None),
    ],
)
def test_the_ground_is_told_by_colorfgbg(told: str, expected: str | None) -> None:
    assert stated_ground({"COLORFGBG": told}) == expected


def test_the_setting_counts_more_than_memory_and_that_more_than_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "state" / "ground"
    light = XTERM | {"COLORFGBG": "0;15"}
    assert grounds("auto", XTERM, file, follows=True).told == Told("dark", "default")
    assert grounds("auto", light, file, follows=True).told == Told("light", "environment")
    assert remember(file, "xterm-256color", Told("dark", "reader"))
    assert grounds("auto", light, file, follows=True).told == Told("dark", "reader")
    assert grounds("light", light, file, follows=True).told == Told("light", "setting")
    assert grounds("auto", {"TERM": "screen"}, file, follows=True).told == Told("dark", "default")


def test_the_terminal_is_asked_unless_nothing_hangs_on_it(tmp_path: Path) -> None:
    file = tmp_path / "ground"
    assert grounds("auto", XTERM, file, follows=True).asks
    assert not grounds("auto", XTERM, file, follows=False).asks
    assert not grounds("dark", XTERM, file, follows=True).asks


def test_what_was_learnt_is_remembered_for_terminals_of_this_kind(tmp_path: Path) -> None:
    file = tmp_path / "ground"
    known = grounds("auto", XTERM | {"TERM_PROGRAM": "Odd Term"}, file, follows=True)
    assert not known.asked
    known.learnt("light", "terminal")
    assert recalled(file) == {"Odd_Term": Told("light", "terminal")}
    assert grounds("auto", XTERM, file, follows=True).told.by == "default"


def test_the_reader_is_not_asked_again_after_letting_the_question_pass(tmp_path: Path) -> None:
    file = tmp_path / "ground"
    grounds("auto", XTERM, file, follows=True).learnt("dark", "default")
    again = grounds("auto", XTERM | {"COLORFGBG": "0;15"}, file, follows=True)
    assert again.asked
    assert again.told == Told("light", "environment")


def test_odd_lines_of_the_file_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "ground"
    file.write_bytes(b"xterm light terminal\nxterm\nvt green terminal\nlinux dark nobody\n")
    assert recalled(file) == {"xterm": Told("light", "terminal")}
    file.write_bytes(b"\xff\xfe")
    assert recalled(file) == {}


def test_a_folder_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    assert not remember(tmp_path / "state" / "ground", "xterm", Told("light", "reader"))
