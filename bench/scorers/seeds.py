"""The whole program on the sample corpus, and on other gold files of the same form."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from scorers import GOLD, Absent, Row
from scorers.whole import Said, carefully, index_files, judge, read_gold

SAMPLE: Final = GOLD / "seeds.json"

TARGETS: Final = {
    "mentions": {"F1": 93.0},
    "actors": {"actor F1": 93.0, "alias pairs F1": 95.0, "kept apart": 100.0},
}


def gate() -> Iterable[Row]:
    """Score the sample corpus."""
    return judge(read_gold(SAMPLE), said_of(SAMPLE), "sample corpus", TARGETS)


def score(sets: Path) -> Iterator[Row | Absent]:
    """Score each gold file in `gold/`, in the sets' folder or beside it, on the files that it names."""
    found = [file for folder in (sets, sets.parent) for file in sorted((folder / "gold").glob("*.gold.json"))]
    if not found:
        yield Absent("whole articles", sets / "gold" / "*.gold.json")
    for file in found:
        yield from judge(read_gold(file), said_of(file), file.name.removesuffix(".gold.json"), TARGETS)
    for file in (SAMPLE, *found):
        yield from carefully(
            read_gold(file), lambda names, file=file: said_of(file, names=names), file.stem, TARGETS
        )


def said_of(file: Path, *, names: str = "fast") -> Said:
    """What the program says of the files of a gold file."""
    gold = read_gold(file)
    return index_files([file.parent / gold.root / name for name in gold.files], names=names)
