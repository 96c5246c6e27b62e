"""Where frames are kept: few, small, each for the circumstances that it was made in."""

import os
from collections.abc import Sequence
from typing import Final
from zlib import crc32

from wiredesk.store.beside import current_generation
from wiredesk_tui.aside import write_whole
from wiredesk_tui.early.still import MOST_BYTES, Still, fits, from_text, to_text
from wiredesk_tui.terminal.grid import Row

MOST: Final = 16
"""Frames that are kept: some piles in some sizes of a window."""
ABSENT: Final = (-1, -1)


def state_of(file: str) -> tuple[int, int]:
    """A file's time in nanoseconds and its size; `ABSENT` where it is not there."""
    try:
        found = os.stat(file)
    except OSError:
        return ABSENT
    return found.st_mtime_ns, found.st_size


def find(folder: str, circumstances: tuple[str, ...], window: tuple[int, int]) -> Still | None:
    """The frame for these circumstances, if all is as it was: the index, its place, and the settings.

    Args:
        folder: Where frames are kept.
        circumstances: Of this start.
        window: Columns and rows of the terminal.
    """
    still = _read(_file(folder, circumstances))
    if still is None or still.made_for != circumstances:
        return None
    if (len(still.rows[0]), len(still.rows)) != window:
        return None
    if any(state_of(file) != (time, size) for file, time, size in still.depends):
        return None
    return still if current_generation(still.store) == still.generation else None


def keep(
    folder: str,
    circumstances: tuple[str, ...],
    *,
    store: str,
    generation: str,
    depends: Sequence[str],
    erases_in_colour: bool,
    rows: Sequence[Row],
) -> bool:
    """Keep a frame for the next start; the oldest ones go.

    Args:
        folder: Where frames are kept; it is made.
        circumstances: Of this start.
        store: Folder of the store whose index the frame shows.
        generation: Name of that index.
        depends: Files on which the frame depends, whether they are there or not.
        erases_in_colour: As `wiredesk_tui.terminal.differ.Differ` has it.
        rows: The cells.

    Returns:
        Whether it was kept: not where it holds what a terminal may draw in several ways, nor where there is
        no room or no right to write.
    """
    if not fits(rows):
        return False
    states = tuple((file, *state_of(file)) for file in depends)
    still = Still(circumstances, store, generation, states, erases_in_colour, tuple(rows))
    file = _file(folder, circumstances)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        write_whole(file, to_text(still))
        _forget_oldest(folder)
    except OSError:
        return False
    return True


def _file(folder: str, circumstances: tuple[str, ...]) -> str:
    """Where the frame lies. The name only helps to find it: what it was made for is compared word by word."""
    return os.path.join(folder, f"{crc32(chr(0).join(circumstances).encode('utf-8', 'replace')):08x}")


def _read(file: str) -> Still | None:
    try:
        with open(file, encoding="utf-8") as opened:
            text = opened.read(MOST_BYTES)
    except (OSError, UnicodeDecodeError):
        return None
    return from_text(text)


def _forget_oldest(folder: str) -> None:
    files = sorted((entry.path for entry in os.scandir(folder)), key=state_of, reverse=True)
    for file in files[MOST:]:
        os.unlink(file)
