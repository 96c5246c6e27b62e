"""What one pass over an article's lines knows: the lines, what was found, what was seen."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from wiredesk.clean.article import Paragraph
from wiredesk.clean.captions import (
    is_caption,
    is_credit,
    is_photo_credit,
    is_picture_mark,
    is_scene,
    without_credit,
    without_label,
)
from wiredesk.clean.dateline import Dateline
from wiredesk.clean.furniture_marks import Kind
from wiredesk.clean.lines import Line, key
from wiredesk.clean.proper import is_name_line
from wiredesk.schema import SentenceKind

_BOTH = re.compile(r"\s(?:and|und|et|y|e|&)\s")


@dataclass
class SortedLines:
    """An article's lines by what they are.

    Attributes:
        title: The headline as it stands.
        paragraphs: What stays, in reading order; the title is not among them.
        header: Lines that went, above the body.
        footer: Lines that went, at or below the body.
        dateline: Of the body's first line, or of a line of its own above it.
    """

    title: str | None = None
    paragraphs: list[Paragraph] = field(default_factory=list[Paragraph])
    header: list[Line] = field(default_factory=list[Line])
    footer: list[Line] = field(default_factory=list[Line])
    dateline: Dateline | None = None


@dataclass
class Sorting:
    """The state of one pass over an article's lines: what was seen above decides what comes below."""

    lines: Sequence[Line]
    kinds: Sequence[Kind | None]
    times: Counter[str]
    found: SortedLines
    body: int = 0
    foot: int = 0
    captions: set[str] = field(default_factory=set[str])
    seen: set[str] = field(default_factory=set[str])
    joined: str | None = None


def keep(sorting: Sorting, kind: SentenceKind, text: str) -> None:
    """Let a line stay, as a paragraph of that kind."""
    sorting.found.paragraphs.append(Paragraph(kind, text))


def says_title(sorting: Sorting, line: Line) -> bool:
    """Whether a line says what the headline does."""
    title = sorting.found.title
    return title is not None and line.key != "" and line.key == _key_of_title(title)


@lru_cache(maxsize=64)
def _key_of_title(title: str) -> str:
    return key(title)


def describes_picture(sorting: Sorting, at: int, *, head: bool) -> bool:
    """Whether a line is a caption where it stands (see `is_caption`)."""
    lines = sorting.lines
    line = lines[at]
    if at > 0 and line.gap <= 1 and is_picture_mark(lines[at - 1].text) and is_scene(line):
        return True
    below = lines[at + 1] if at + 1 < len(lines) and lines[at + 1].gap == 0 else None
    credited = below is not None and (is_credit(below) if head else is_photo_credit(below))
    repeated = bool(line.key) and sorting.times[line.key] > 1
    last = at >= sorting.foot - 1 if sorting.foot else at == len(lines) - 1
    return is_caption(line, head=head, last=last and not head, repeated=repeated, credited=credited)


def marks_picture(sorting: Sorting, at: int) -> bool:
    """Whether a line marks where a picture stood, with its caption below."""
    below = at + 1
    return (
        is_picture_mark(sorting.lines[at].text)
        and below < len(sorting.lines)
        and describes_picture(sorting, below, head=at < sorting.body)
    )


def keep_caption(sorting: Sorting, line: Line) -> None:
    """Let a caption stay, without its label and once."""
    words = without_credit(without_label(line.text))
    if words not in sorting.captions:
        sorting.captions.add(words)
        keep(sorting, "caption", without_label(line.text))


def is_lone_name(sorting: Sorting, at: int) -> bool:
    """Whether a line is a person's name: capitalised words that the article nowhere writes small."""
    text = sorting.lines[at].text
    if not is_name_line(text) or any(" " not in part for part in _BOTH.split(text)[:-1]):
        return False  # "Bread and Roses" names nobody
    below = " ".join(line.text for line in sorting.lines[at + 1 :])
    return not any(
        re.search(rf"\b{re.escape(word.lower())}\b", below) for word in text.split() if len(word) > 3
    )
