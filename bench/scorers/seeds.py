"""The whole program on the sample corpus, and on other gold files of the same form."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from scorers import GOLD, Absent, Row, find_set
from scorers.whole import Said, carefully, index_files, judge, read_gold

SAMPLE: Final = GOLD / "seeds.json"
LABEL: Final = "sample corpus"

TARGETS: Final = {
    "mentions": {"F1": 93.0},
    "actors": {"actor F1": 93.0, "alias pairs F1": 95.0, "kept apart": 100.0},
}


def gate() -> Iterable[Row]:
    """Score the sample corpus."""
    return judge(read_gold(SAMPLE), said_of(SAMPLE), LABEL, TARGETS)


def score(sets: Path) -> Iterator[Row | Absent]:
    """Score each file of `gold`, on the articles that it names; and all once more with the careful tagger."""
    folder = find_set(sets, "gold")
    found = {file.name.removesuffix(".gold.json"): file for file in sorted(folder.glob("*.gold.json"))}
    if not found:
        yield Absent("whole articles", folder / "*.gold.json")
    for label, file in found.items():
        yield from judge(read_gold(file), said_of(file), label, TARGETS)
    for label, file in {LABEL: SAMPLE, **found}.items():
        yield from carefully(read_gold(file), partial(_said_by, file), label, TARGETS)


def said_of(file: Path) -> Said:
    """What the program says of the files of a gold file, with the fast tagger."""
    return _said_by(file, "fast")


def _said_by(file: Path, names: str) -> Said:
    gold = read_gold(file)
    return index_files([file.parent / gold.root / name for name in gold.files], names=names)
