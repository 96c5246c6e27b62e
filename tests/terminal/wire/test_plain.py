"""The line mode: text and line ends, nothing else, at any width, until the input ends."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

PROMPT = "wiredesk> "
HOSTILE = (
    '---\ntitle: "Talks \\e[31min\\e[0m Lund\\x9b2J"\nsource: "The \\aLund\\b Gazette"\n---\n'
    "Mayor Ida Falk \x1b]52;c;aGVsbG8=\x07met \u202eOmar Reyes\u202c in Lund on Monday, 3 May 2021.\r\n\n"
    "Falk said the storm had driven \x1b[2Jmore than 2,500 people from their homes in Malmö.\n"
)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "talks.txt").write_text(HOSTILE, encoding="utf-8", newline="")
    return folder


def answered(wire: Any, line: str | None = None) -> str:
    """Type a line; what has been sent by the time of the next prompt."""
    before = len(wire.sent)
    if line is not None:
        wire.write(line + "\n")
    wire.until_sent(PROMPT.encode(), before)
    return wire.sent[before:].decode("utf-8", "replace")


def control_bytes(sent: bytes) -> set[int]:
    return {byte for byte in sent if byte < 32 or byte == 127}


@pytest.mark.parametrize(("arguments", "term"), [(["--plain"], "xterm-256color"), ([], "dumb"), ([], "")])
def test_nothing_but_text_and_line_ends_is_sent(
    wire: Any, pile: Path, arguments: list[str], term: str
) -> None:
    opened = wire(*arguments, "--names", "fast", str(pile), environment={"TERM": term})
    answered(opened)
    for line in ("articles", "open 1", "cite 1", "back", "actors", "timeline", "1", "search ida", "help", ""):
        answered(opened, line)
    opened.write("quit\n")
    assert opened.wait() == 0
    assert control_bytes(opened.sent) == {10, 13}
    assert b"Malm" in opened.sent


def test_in_the_c_locale_it_is_all_ascii(wire: Any, pile: Path) -> None:
    opened = wire("--plain", "--names", "fast", str(pile), environment={"LC_ALL": "C"})
    answered(opened)
    for line in ("articles", "open 1", "cite 1"):
        answered(opened, line)
    opened.write("quit\n")
    assert opened.wait() == 0
    assert max(opened.sent) < 127
    assert b"Malmo" in opened.sent


def test_at_forty_columns_lines_are_wrapped_between_words(wire: Any, pile: Path) -> None:
    opened = wire("--plain", "--names", "fast", str(pile), columns=40)
    answered(opened)
    told = answered(opened, "articles") + answered(opened, "1") + answered(opened, "cite 2")
    assert max(len(line) for line in told.splitlines()) <= 40
    assert "people from their homes" in " ".join(told.split())


def test_the_end_of_the_input_ends_it_and_the_line_is_left_as_it_was(wire: Any, pile: Path) -> None:
    opened = wire("--plain", "--names", "fast", str(pile))
    before = opened.local_modes()
    answered(opened)
    opened.write("\x04")
    assert opened.wait() == 0
    assert opened.local_modes() == before


def test_bytes_that_are_no_text_are_an_unknown_command(wire: Any, pile: Path) -> None:
    opened = wire("--plain", "--names", "fast", str(pile))
    answered(opened)
    opened.write(b"\xe9\xff\n")
    assert "no command is called" in answered(opened)
    assert "Articles: 1" in answered(opened, "articles")


@pytest.mark.parametrize("keys", [None, b"articles\n"])
def test_without_a_terminal_the_brief_is_printed(
    wiredesk: list[str], home: dict[str, str], pile: Path, keys: bytes | None
) -> None:
    done = subprocess.run(
        [*wiredesk, "--plain", "--names", "fast", str(pile)],
        input=keys,
        capture_output=True,
        env=os.environ | home,
        check=True,
    )
    assert done.stdout.startswith(b"THE PILE\n")
    assert PROMPT.encode() not in done.stdout
