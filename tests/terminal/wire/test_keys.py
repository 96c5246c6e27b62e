"""Keys arrive in whatever form terminals send them, and the prefixes of tmux and screen are left to those."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wiredesk_tui.keys import KEYS
from wiredesk_tui.presets import PRESETS
from wiredesk_tui.terminal.typed import LineParser

KINDS = ("screen", "screen-256color", "tmux-256color", "linux", "rxvt", "xterm")
NAMES = {
    "khome": "home", "kend": "end", "kpp": "pageup", "knp": "pagedown", "kcuu1": "up", "kcud1": "down",
    "kcuf1": "right", "kcub1": "left", "kdch1": "delete", "kcbt": "shift+tab", "kbs": "backspace",
} | {f"kf{number}": f"f{number}" for number in range(1, 13)}  # fmt: skip
"""A key in the terminals' descriptions -> its name here."""

HELP = ("\x1bOP", "\x1b[11~", "\x1b[[A")
"""F1 as xterm and tmux, as rxvt and old xterms, as the linux console sends it."""
LEAVE = "\x1b[21~"
DOWN, UP = ("\x1b[B", "\x1bOB"), ("\x1b[A", "\x1bOA")
"""Arrows as they are, and in the application mode in which some program may have left the terminal."""
LAST, FIRST = ("\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~"), ("\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~")
"""End and Home: xterm, its application mode, tmux and screen and linux, rxvt."""


def test_every_form_of_a_key_is_that_key(wire: Any, stores: Path) -> None:
    opened = wire("--sample", environment={"XDG_DATA_HOME": str(stores)})
    opened.until(r"12 files = 11 indexed")
    opened.write("2")
    opened.until(r" 1/15")
    for down, up in zip(DOWN, UP, strict=True):
        opened.write(down)
        opened.until(r" 2/15")
        opened.write(up)
        opened.until(r" 1/15")
    for last, first in zip(LAST, FIRST, strict=True):
        opened.write(last)
        opened.until(r"15/15")
        opened.write(first)
        opened.until(r" 1/15")
    opened.settle()
    desk = opened.text()
    for key in HELP:
        opened.write(key)
        opened.settle(0.15)
        assert "15 articles" not in opened.text(), f"{key!r} opened no help"
        opened.write("\x1b")
        opened.until(r" 1/15")
    opened.settle()
    assert opened.text() == desk
    opened.write(LEAVE)
    assert opened.wait() == 0


@pytest.fixture
def sent_for(need: Callable[[str], str]) -> Callable[[str, str], str]:
    """What a kind of terminal sends for a key, as its description says."""
    tput = need("tput")

    def found(kind: str, key: str) -> str:
        told = subprocess.run([tput, "-T", kind, key], capture_output=True, text=True, check=False)
        return told.stdout

    return found


@pytest.mark.parametrize("kind", KINDS)
def test_keys_are_known_as_the_description_of_the_terminal_has_them(
    sent_for: Callable[[str, str], str], kind: str
) -> None:
    known: dict[str, list[str]] = {}
    for key, name in NAMES.items():
        if sent := sent_for(kind, key):
            parser = LineParser(lambda: None)
            known[name] = [event.key for event in (*parser.feed(sent), *parser.tick())]  # pyright: ignore[reportAttributeAccessIssue]
    assert known == {name: [name] for name in known}
    assert {"home", "end", "f1", "f5", "f9", "f10"} <= set(known)


@pytest.mark.parametrize("kind", KINDS)
def test_the_desk_is_driven_from_every_terminal(
    wire: Any, stores: Path, sent_for: Callable[[str, str], str], kind: str
) -> None:
    opened = wire("--sample", environment={"XDG_DATA_HOME": str(stores), "TERM": kind})
    opened.until(r"12 files = 11 indexed")
    opened.write("2")
    opened.until(r" 1/15")
    for key, place in (("kend", r"15/15"), ("khome", r" 1/15"), ("knp", r"15/15"), ("kpp", r" 1/15")):
        opened.write(sent_for(kind, key))
        opened.until(place)
    opened.settle()
    opened.write(sent_for(kind, "kf1"))
    opened.until(r"^ Help")
    opened.write("\x1b")
    opened.until(r" 1/15")
    opened.write(sent_for(kind, "kf5"))
    opened.settle()
    opened.write(sent_for(kind, "kf10"))
    assert opened.wait() == 0


@pytest.mark.parametrize("chord", ["ctrl+a", "ctrl+b"])
def test_the_prefixes_of_tmux_and_screen_are_not_ours(chord: str) -> None:
    bound = {part for key in KEYS for part in f"{key.keys},{key.also}".split(",")}
    for preset in PRESETS.values():
        bound |= {part for keys in preset.values() for part in keys.split(",")}
    assert chord not in bound
