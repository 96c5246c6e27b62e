"""The whole program on newsroom articles that no model was trained on and no rule was written for."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from scorers import GOLD, Absent, Row
from scorers.whole import Gold, Said, carefully, index_files, judge, read_gold

HELD_OUT: Final = GOLD / "newsroom.json"

_MARK: Final = re.compile(r"\[([^\[\]\n]+)\]\((?:PER|ORG|LOC|MISC)\)")


def gate() -> Iterable[Row]:
    """Score the articles of `newsroom.json`."""
    gold = read_gold(HELD_OUT)
    return judge(gold, said_of(gold, HELD_OUT.parent / gold.root), "held-out newsroom")


def score(_sets: Path) -> Iterator[Row | Absent]:
    """There is no development set of this kind; the careful tagger is scored on the same articles."""
    gold = read_gold(HELD_OUT)
    yield from carefully(
        gold, lambda names: said_of(gold, HELD_OUT.parent / gold.root, names=names), "held-out newsroom"
    )


def said_of(gold: Gold, articles: Path, *, names: str = "fast") -> Said:
    """What the program says of the articles, without their marks; it is told the date of publication."""
    with TemporaryDirectory() as folder:
        files: list[Path] = []
        for name, (part, *_) in gold.files.items():
            head = f"---\npublished: {part.published}\n---\n" if part.published else ""
            files.append(Path(folder) / name)
            files[-1].write_text(
                head + plain((articles / name).read_text(encoding="utf-8")), encoding="utf-8"
            )
        return index_files(files, names=names)


def plain(marked: str) -> str:
    """A text without its `[surface](LABEL)` marks."""
    return _MARK.sub(r"\1", marked)
