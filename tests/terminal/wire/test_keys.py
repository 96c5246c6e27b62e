"""Keys arrive in whatever form terminals send them, and the prefixes of tmux and screen are left to those."""

from pathlib import Path
from typing import Any

import pytest

from wiredesk_tui.keys import KEYS
from wiredesk_tui.presets import PRESETS

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


@pytest.mark.parametrize("chord", ["ctrl+a", "ctrl+b"])
def test_the_prefixes_of_tmux_and_screen_are_not_ours(chord: str) -> None:
    bound = {part for key in KEYS for part in f"{key.keys},{key.also}".split(",")}
    for preset in PRESETS.values():
        bound |= {part for keys in preset.values() for part in keys.split(",")}
    assert chord not in bound
