"""What is shown while a stored index is being opened: its brief, and what became of the files.

It is kept as a text beside the index, so that it needs no frames. What comes from a file is checked: where
anything is in doubt, nothing is shown before the index is open.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from wiredesk._version import __version__
from wiredesk.brief.lines import Brief, BriefLine
from wiredesk.query import Address
from wiredesk.store.beside import kept_text
from wiredesk_tui.counts import STATUSES

VERSION: Final = 2
"""Raised whenever what a pane shows of all there is, or how it is kept, changes between two releases."""
NAME: Final = "first"


@dataclass(frozen=True)
class First:
    """What is known before the index is open.

    Attributes:
        brief: Of all there is.
        articles: How many there are.
        files: State -> how many files are in it.
    """

    brief: Brief
    articles: int
    files: Mapping[str, int]


def called(*parts: str) -> str:
    """The name under which something is kept: what another release of the program kept is never shown."""
    return "-".join((*parts, str(VERSION), __version__))


def first_of(store: Path) -> First | None:
    """What was kept beside the current index of a store; None where nothing was, or not by this version."""
    text = kept_text(store, called(NAME))
    return from_text(text) if text is not None else None


def to_text(first: First) -> str:
    """It as JSON."""
    lines = [(line.text, line.heading, line.indent, line.address) for line in first.brief.lines]
    return json.dumps(
        {"articles": first.articles, "files": dict(first.files), "lines": lines}, ensure_ascii=False
    )


def from_text(text: str) -> First | None:
    """Read what `to_text` wrote; None where it is damaged, or anything else."""
    try:
        held = json.loads(text)
        files = {name: _count(number) for name, number in held["files"].items()}
        articles = _count(held["articles"])
        lines = tuple(_line(*parts) for parts in held["lines"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    known = bool(lines) and files.keys() <= set(STATUSES)
    return First(Brief(lines), articles, files) if known else None


def _line(text: Any, heading: Any, indent: Any, address: Any) -> BriefLine:
    if not isinstance(text, str) or not isinstance(heading, bool):
        raise TypeError(text)
    place = None if address is None else Address(*map(_count, address))
    return BriefLine(text, heading, place, _count(indent))


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value
