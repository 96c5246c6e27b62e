"""What is kept beside an index: small texts that can be made again at any time.

They lie in the folder of the generation that they were made from, and go with it. Reading one loads no frames
and nothing else that an interpreter has not loaded anyway, `json` apart: a program shows it before it can
open the index.
"""

import json
import os
from string import hexdigits
from typing import Final

FOLDER: Final = "front"
"""In the folder of a generation."""
MOST_BYTES: Final = 1_000_000
"""A text that is longer is not what was kept: it holds a screenful or two."""
_POINTER: Final = "current"
_GENERATIONS: Final = "generations"
_NAME_LENGTH: Final = 32
"""Digits of a generation's name, as `wiredesk.store.manifest` makes it."""

Place = str | os.PathLike[str]


def current_generation(store: Place) -> str | None:
    """The index that a store has now; None where it has none, or its pointer cannot be read."""
    try:
        with open(os.path.join(store, _POINTER), encoding="utf-8") as file:
            name = json.loads(file.read(MOST_BYTES))["current"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return name if isinstance(name, str) and len(name) == _NAME_LENGTH and set(name) <= {*hexdigits} else None


def kept_text(store: Place, name: str) -> str | None:
    """What was kept under a name beside the current index of a store; None where nothing can be read.

    The index itself is not looked at: whoever opens it may find that it is damaged, or gone.

    Args:
        store: The store's folder.
        name: As it was kept.
    """
    generation = current_generation(store)
    if generation is None:
        return None
    try:
        with open(_file(os.path.join(store, _GENERATIONS, generation), name), encoding="utf-8") as file:
            text = file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        return None
    return text if len(text) <= MOST_BYTES else None


def keep_text(generation: Place, name: str, text: str) -> None:
    """Keep a text beside a generation, whole or not at all; where that is not possible, it is left out.

    Args:
        generation: Folder of the generation.
        name: Under which it is kept; part of a file's name.
        text: At most `MOST_BYTES`.
    """
    file = _file(generation, name)
    aside = f"{file}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(aside, "w", encoding="utf-8") as out:
            out.write(text)
        os.replace(aside, file)
    except (OSError, UnicodeEncodeError):
        return


def _file(generation: Place, name: str) -> str:
    return os.path.join(generation, FOLDER, f"{name}.json")
