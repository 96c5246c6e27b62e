"""What the extractors are worth, on annotated text: one module an extractor, all of one shape.

A module `scorers.<extractor>` has two functions:

- `gate() -> Iterable[Row]` scores the annotated text that lies in the repository (`GOLD`). It is quick, takes
  nothing from outside, and gives the same figures on every machine: the tests hold each figure to a baseline
  (`scorers.baselines`), and `Row.wrong` tells a developer what broke.
- `score(sets: Path) -> Iterable[Row | Absent]` scores the development sets, which are not part of the
  project, under a folder the caller names. A set that is not there gives an `Absent` in place of its row.

Every figure is in per cent and the higher the better (what is bad is counted as its absence: dates *not*
invented, pairs *kept* apart). `python bench/quality.py` prints all of them.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

SCORERS: Final = (
    "names",
    "dates",
    "figures",
    "links",
    "pages",
    "sentences",
    "keywords",
    "seeds",
    "newsroom",
    "kinds",
)
"""The modules, in the order of the table."""

GOLD: Final = Path(__file__).parents[2] / "tests" / "quality" / "gold"
"""The annotated text of the repository."""


def find_set(sets: Path, *parts: str) -> Path:
    """Where a development set lies: in the sets' folder, in its `data`, or beside it."""
    places = [folder.joinpath(*parts) for folder in (sets, sets / "data", sets.parent)]
    return next((place for place in places if place.exists()), places[0])


class Row(NamedTuple):
    """The figures of one extractor on one set."""

    label: str
    """The set, and the part of it: "held-out articles, fast"; unique within its module's gate and score."""
    figures: Mapping[str, float]
    """Figure by name ("strict", "value F1"): per cent, the higher the better."""
    targets: Mapping[str, float] = {}
    """What a figure ought to reach, by the figure's name; figures without a target are for reading."""
    wrong: Sequence[str] = ()
    """Each item that is missing or wrong, as a line the same in every run: "b1.txt 40: May -> null"."""


class Absent(NamedTuple):
    """A development set that is not there."""

    label: str
    """The set."""
    looked_for: Path
    """The file or folder that would hold it."""


class Counts(NamedTuple):
    """How many items were right, were found, and ought to have been found."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Per cent of what was found that is right; 100 where nothing was found."""
        return 100 * self.right / self.found if self.found else 100.0

    @property
    def recall(self) -> float:
        """Per cent of what was wanted that was found; 100 where nothing was wanted."""
        return 100 * self.right / self.wanted if self.wanted else 100.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in per cent."""
        return 200 * self.right / (self.found + self.wanted) if self.found + self.wanted else 100.0

    def plus(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(self.right + other.right, self.found + other.found, self.wanted + other.wanted)
