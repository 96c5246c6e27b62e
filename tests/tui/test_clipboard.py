"""Handing a text on for pasting."""

import base64
from collections.abc import Sequence
from pathlib import Path

import pytest

from wiredesk_tui.terminal.clipboard import CAP, hand_on, osc52, passed_through

XTERM = {"TERM": "xterm-256color"}
TMUX = {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"}
TEXT = "“Nothing moved in Lund” — The Lund Gazette"


class Tmux:
    """A tmux that takes what a version of it would."""

    def __init__(self, *, buffer: bool = True, dash_w: bool = True, passthrough: str = "off") -> None:
        self.buffer, self.dash_w, self.passthrough = buffer, dash_w, passthrough
        self.held: str | None = None

    def __call__(self, command: Sequence[str], text: str) -> str | None:
        if "show-options" in command:
            return self.passthrough + "\n"
        if not self.buffer or ("-w" in command and not self.dash_w):
            return None
        self.held = text
        return ""


def refuse(command: Sequence[str], text: str) -> str | None:
    pytest.fail(f"{command} was run")


def test_a_terminal_is_offered_the_very_text(tmp_path: Path) -> None:
    handed = hand_on(TEXT, XTERM, profile="rich", file=tmp_path / "c.txt", run=refuse)
    assert handed.way == "terminal"
    start, payload = "\x1b]52;c;", handed.sequence.removesuffix("\x07")
    assert payload.startswith(start)
    assert base64.b64decode(payload.removeprefix(start)).decode() == TEXT
    assert not (tmp_path / "c.txt").exists()


@pytest.mark.parametrize("profile", ["rich", "lean"])
def test_what_is_too_long_is_written_whole_to_a_file_that_is_named(tmp_path: Path, profile: str) -> None:
    text = "é" * CAP[profile]
    handed = hand_on(text, XTERM, profile=profile, file=tmp_path / "state" / "c.txt", run=refuse)
    assert (handed.way, handed.sequence) == ("file", "")
    assert str(tmp_path / "state" / "c.txt") in handed.words
    assert (tmp_path / "state" / "c.txt").read_text(encoding="utf-8") == text + "\n"
    assert (tmp_path / "state" / "c.txt").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"TERM": "linux"},
        {"TERM": "vt100"},
        {"TERM": "screen", "STY": "1.pts"},
        XTERM | {"TERM_PROGRAM": "Apple_Terminal"},
    ],
)
def test_a_terminal_without_a_clipboard_gets_a_file(tmp_path: Path, environment: dict[str, str]) -> None:
    assert hand_on(TEXT, environment, profile="rich", file=tmp_path / "c.txt", run=refuse).way == "file"
    assert (tmp_path / "c.txt").read_text(encoding="utf-8") == TEXT + "\n"


@pytest.mark.parametrize("dash_w", [True, False])
def test_tmux_keeps_the_text_in_its_buffer(tmp_path: Path, dash_w: bool) -> None:
    tmux = Tmux(dash_w=dash_w)
    handed = hand_on(TEXT, TMUX, profile="lean", file=tmp_path / "c.txt", run=tmux)
    assert (handed.way, handed.sequence, tmux.held) == ("tmux", "", TEXT)


def test_what_tmux_does_not_keep_goes_through_it_only_where_that_is_allowed(tmp_path: Path) -> None:
    through = hand_on(
        TEXT, TMUX, profile="rich", file=tmp_path / "c.txt", run=Tmux(buffer=False, passthrough="on")
    )
    assert through.way == "through tmux"
    encoded = base64.b64encode(TEXT.encode()).decode()
    assert (
        through.sequence == passed_through(osc52(encoded)) == f"\x1bPtmux;\x1b\x1b]52;c;{encoded}\x07\x1b\\"
    )
    refused = hand_on(TEXT, TMUX, profile="rich", file=tmp_path / "c.txt", run=Tmux(buffer=False))
    assert refused.way == "file"


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    handed = hand_on(TEXT, {}, profile="rich", file=tmp_path / "file" / "c.txt", run=refuse)
    assert "cannot be written" in handed.words


def test_nothing_is_said_to_be_copied(tmp_path: Path) -> None:
    for environment in (XTERM, TMUX, {}):
        handed = hand_on(TEXT, environment, profile="rich", file=tmp_path / "c.txt", run=Tmux())
        assert "copied" not in handed.words
