"""Paths as they are shown: safe text, relative to a root, and different for different files."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from wiredesk.read.found import Found
from wiredesk.text import safe_line


def shown(name: str) -> str:
    """A file's name as safe text: bytes that are not UTF-8, controls and backslashes as escapes.

    Two different names never become the same.
    """
    text = os.fsencode(name.replace("\\", "\\\\")).decode("utf-8", "backslashreplace")
    if safe_line(text) == text:
        return text
    return "".join(char if safe_line(char) == char else f"\\u{{{ord(char):x}}}" for char in text)


def told_apart(founds: Sequence[tuple[str, Found]]) -> list[Found]:
    """Put names of folders before paths that several files share, as many as it takes.

    All files of a folder get the same names before them, so that what stands together stays together.

    Args:
        founds: Each found file with the absolute path of the folder its path is relative to.
    """
    level: dict[str, int] = {}
    while True:
        labels = {folder: _label(folder, level.get(folder, 0)) for folder, _ in founds}
        paths = [f"{labels[folder]}{found.path}" for folder, found in founds]
        times = Counter(paths)
        clashing = {folder for (folder, _), path in zip(founds, paths, strict=True) if times[path] > 1}
        longer = {folder for folder in clashing if level.get(folder, 0) < len(Path(folder).parts)}
        if not longer:
            return [_moved(found, path) for (_, found), path in zip(founds, paths, strict=True)]
        for folder in longer:
            level[folder] = level.get(folder, 0) + 1


def _label(folder: str, names: int) -> str:
    parts = Path(folder).parts[-names:] if names else ()
    return "".join("/" if part == "/" else f"{shown(part)}/" for part in parts)


def _moved(found: Found, path: str) -> Found:
    if path == found.path:
        return found
    return replace(
        found, path=path, refusals=tuple(replace(refusal, path=path) for refusal in found.refusals)
    )
