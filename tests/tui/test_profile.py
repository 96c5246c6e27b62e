"""From environment to profile."""

import pytest

from wiredesk_tui.terminal.profile import TRUE_COLOUR, Profile, ascii_locale, choose, switched

XTERM = {"TERM": "xterm-256color", "LANG": "en_GB.UTF-8"}


@pytest.mark.parametrize(
    ("environment", "name", "colours", "ascii"),
    [
        (XTERM, "rich", 256, False),
        (XTERM | {"COLORTERM": "truecolor"}, "rich", TRUE_COLOUR, False),
        (XTERM | {"SSH_CONNECTION": "10.0.0.1 5 10.0.0.2 22"}, "lean", 256, False),
        (XTERM | {"SSH_TTY": "/dev/pts/1", "COLORTERM": "24bit"}, "lean", 256, False),
        ({"TERM": "xterm", "SSH_TTY": "/dev/pts/1"}, "lean", 16, False),
        ({"TERM": "xterm-direct"}, "rich", TRUE_COLOUR, False),
        ({"TERM": "vte-256color"}, "rich", 256, False),
        ({"TERM": "linux"}, "rich", 16, True),
        ({"TERM": "vt100"}, "lean", 16, True),
        ({"TERM": "dumb"}, "plain", 0, False),
        ({"TERM": ""}, "plain", 0, False),
        ({}, "plain", 0, False),
        (XTERM | {"NO_COLOR": "1"}, "rich", 0, False),
        (XTERM | {"NO_COLOR": ""}, "rich", 256, False),
        (XTERM | {"LC_ALL": "C"}, "rich", 256, True),
        (XTERM | {"LC_ALL": "C.UTF-8"}, "rich", 256, False),
        ({"TERM": "xterm", "LC_CTYPE": "POSIX", "LANG": "en_GB.UTF-8"}, "rich", 16, True),
        ({"TERM": "linux", "NO_COLOR": "1", "SSH_TTY": "/dev/pts/1"}, "lean", 0, True),
    ],
)
def test_the_environment_tells_the_profile(
    environment: dict[str, str], name: str, colours: int, ascii: bool
) -> None:
    found = choose(environment)
    assert (found.name, found.colours, found.ascii) == (name, colours, ascii)
    assert found.mouse == (name == "rich")


@pytest.mark.parametrize(
    ("terminfo", "colours"),
    [(None, 16), (-1, 0), (8, 16), (16, 16), (256, 256), (16_777_216, TRUE_COLOUR)],
)
def test_terminfo_tells_the_colours_of_a_terminal_whose_name_does_not(
    terminfo: int | None, colours: int
) -> None:
    assert choose({"TERM": "foot"}, terminfo=terminfo).colours == colours


def test_what_is_asked_for_goes_before_what_is_told() -> None:
    far = XTERM | {"SSH_TTY": "/dev/pts/1"}
    assert choose(far, wanted="rich").name == "rich"
    assert choose(XTERM, wanted="lean").name == "lean"
    assert choose(XTERM, wanted="plain").name == "plain"
    assert choose(XTERM | {"LC_ALL": "C"}, ascii=False).ascii is False
    assert choose(XTERM, ascii=True).ascii is True


def test_no_wish_sends_escape_codes_where_they_would_be_text() -> None:
    assert choose({"TERM": "dumb"}, wanted="rich").name == "plain"
    assert choose(XTERM, wanted="rich", terminal=False).name == "plain"


@pytest.mark.parametrize("encoding", ["ascii", "ANSI_X3.4-1968", "iso-8859-1", "cp437"])
def test_an_output_of_a_small_alphabet_gets_ascii(encoding: str) -> None:
    assert choose(XTERM, encoding=encoding).ascii


def test_a_locale_that_is_not_stated_says_nothing() -> None:
    assert ascii_locale({}) is None
    assert ascii_locale({"LC_ALL": "", "LANG": "C"}) == "LANG is C"


def test_every_choice_says_why() -> None:
    for environment in (XTERM, {"TERM": "vt100"}, {"TERM": "dumb"}, XTERM | {"SSH_TTY": "x"}):
        found = choose(environment)
        assert found.why
        assert found.colours_why
        assert found.ascii_why


@pytest.mark.parametrize(("colours", "theme"), [(0, "monochrome"), (16, "sixteen"), (256, "dark")])
def test_a_theme_that_cannot_be_shown_gives_way(colours: int, theme: str) -> None:
    found = choose(
        XTERM | {"NO_COLOR": "1"} if not colours else {"TERM": "xterm"} if colours == 16 else XTERM
    )
    assert found.theme("dark") == theme
    assert found.theme("monochrome") == "monochrome"


def test_a_switch_goes_to_the_other_profile_and_back() -> None:
    lean = switched(Profile(), XTERM, None)
    assert (lean.name, lean.why, lean.mouse) == ("lean", "chosen by key", False)
    assert lean.between > Profile().between
    assert switched(lean, XTERM, None).name == "rich"
