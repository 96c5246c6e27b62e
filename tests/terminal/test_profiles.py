"""What is sent to terminals of every kind, by the real program."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

COLOURS = re.compile(r"\x1b\[[\d;]*m")
PAINTED = re.compile(r"(?:^|;)(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|[34]8;[25])(?:;|$)")


def colour_codes(sent: str) -> set[str]:
    """The codes sent that set a colour other than the terminal's own."""
    return {code for code in COLOURS.findall(sent) if PAINTED.search(code[2:-1])}


@pytest.fixture
def recorded(start: Any, home: dict[str, str], wiredesk: list[str], tmp_path: Path) -> Callable[..., str]:
    """Runs the program on the sample corpus, presses some keys, and returns all that it sent."""

    def run(**environment: str) -> str:
        record = tmp_path / "sent"
        terminal = start(
            ["script", "-q", "-e", "-c", " ".join([*wiredesk, "--sample"]), str(record)],
            environment=home | environment,
        )
        terminal.until(r"12 files in = 11")
        terminal.until(r"12 files = 11 indexed")  # what is said of a theme would give way to that
        terminal.press("2")
        terminal.until(r"1/15")
        terminal.press("Enter", "t")
        terminal.until(r"theme: ")
        terminal.press("F10")
        terminal.until(r"left with 0")
        return record.read_text(encoding="utf-8", errors="replace")

    return run


def test_without_colours_only_attributes_are_sent(
    recorded: Callable[..., str], need: Callable[[str], str]
) -> None:
    need("script")
    sent = recorded(NO_COLOR="1", TERM="xterm-256color")
    assert colour_codes(sent) == set()
    assert re.search(r"\x1b\[(?:\d+;)*7(?:;\d+)*m", sent), "nothing is reversed"


def test_a_linux_console_gets_16_colours_and_ascii(
    recorded: Callable[..., str], need: Callable[[str], str]
) -> None:
    need("script")
    sent = recorded(TERM="linux")
    assert not re.search(r"[34]8;[25]", "".join(colour_codes(sent)))
    assert not [char for char in sent if char > "~" and char != "\x7f"]


def test_in_the_c_locale_everything_is_ascii(
    recorded: Callable[..., str], need: Callable[[str], str]
) -> None:
    need("script")
    for environment in ({"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}):
        sent = recorded(TERM="xterm-256color", **environment)
        assert not [char for char in sent if char > "~" and char != "\x7f"]
        assert "\\u" not in sent


def test_far_away_256_colours_and_no_mouse(recorded: Callable[..., str], need: Callable[[str], str]) -> None:
    need("script")
    sent = recorded(TERM="xterm-256color", COLORTERM="truecolor", SSH_TTY="/dev/pts/9")
    assert not any("8;2;" in code for code in colour_codes(sent))
    assert any("8;5;" in code for code in colour_codes(sent))
    assert not re.search(r"\x1b\[\?100[0-3]h", sent)


@pytest.mark.parametrize("settings", [{"TERM": "dumb"}, {"TERM": "xterm", "plain": "1"}])
def test_plain_text_has_no_escape_codes(
    start: Any, home: dict[str, str], wiredesk: list[str], settings: dict[str, str]
) -> None:
    plain = ["--plain"] if "plain" in settings else []
    terminal = start([*wiredesk, *plain, "--sample"], rows=60, environment=home | {"TERM": settings["TERM"]})
    terminal.until(r"^wiredesk>")
    assert terminal.ask("#{alternate_on}") == "0"
    terminal.write("quit")
    terminal.press("Enter")
    terminal.until(r"left with 0")


def test_home_and_end_work_as_tmux_sends_them(start: Any, home: dict[str, str], wiredesk: list[str]) -> None:
    terminal = start([*wiredesk, "--sample"], environment=home | {"TERM": "tmux-256color"})
    terminal.until(r"12 files in = 11")
    terminal.press("2")
    terminal.until(r" 1/15")
    terminal.press("End")
    terminal.until(r"15/15")
    terminal.press("Home")
    terminal.until(r" 1/15")


def test_a_citation_is_in_the_buffer_of_tmux(start: Any, home: dict[str, str], wiredesk: list[str]) -> None:
    terminal = start([*wiredesk, "--sample"], environment=home)
    terminal.until(r"12 files in = 11")
    terminal.press("2")
    terminal.until(r" 1/15")
    terminal.press("y")
    screen = terminal.until(r"tmux's buffer")
    assert "copied" not in screen
