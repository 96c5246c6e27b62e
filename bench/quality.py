"""Print what every extractor is worth on annotated text, beside the figures it ought to reach.

    python bench/quality.py                       # on the annotated text of this repository
    python bench/quality.py --sets DIR            # and on the development sets in DIR
    python bench/quality.py --only names,dates    # some extractors
    python bench/quality.py --wrong               # and each item that is wrong
    python bench/quality.py --json                # for programs
    python bench/quality.py --renew-baselines     # make today's figures the ones that the tests hold to

Figures are per cent, the higher the better, and do not depend on the machine; times are in bench/index.py
and bench/names.py. A mark stands where a target is missed. Scorers and sets that are absent are told on
standard error.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, cast

sys.path.insert(0, str(Path(__file__).parents[1] / "core"))

from scorers import SCORERS, Absent, Row
from scorers.baselines import newly_wrong, reached, read_baseline, write_baseline

MISSED = "✗"


class Scorer(Protocol):
    """A module of `scorers`."""

    def gate(self) -> Iterable[Row]:
        """Score the annotated text of the repository."""
        ...

    def score(self, sets: Path) -> Iterable[Row | Absent]:
        """Score the development sets."""
        ...


def scorers(names: Iterable[str]) -> Iterator[tuple[str, Scorer]]:
    """The modules that are there; the others are told."""
    for name in names:
        module = import_module(f"scorers.{name}") if find_spec(f"scorers.{name}") else None
        if module is None or not (hasattr(module, "gate") and hasattr(module, "score")):
            say(f"{name}: left out, no scorers/{name}.py with gate and score")
        else:
            yield name, cast("Scorer", module)


def present(rows: Iterable[Row | Absent]) -> Iterator[Row]:
    """The rows; the sets that are absent are told."""
    for row in rows:
        if isinstance(row, Absent):
            say(f"{row.label}: left out, no {row.looked_for}")
        else:
            yield row


def say(line: str) -> None:
    """Tell the person at the terminal, not the program behind the pipe."""
    print(line, file=sys.stderr, flush=True)


def print_rows(extractor: str, rows: Iterable[Row], *, wrong: bool) -> None:
    """Print a line a figure."""
    for row in rows:
        for name, figure in row.figures.items():
            target = row.targets.get(name)
            goal = "" if target is None else f"  >= {target:5.1f} {MISSED if figure < target else ''}"
            print(f"{extractor:<10} {row.label:<44} {name:<22} {figure:6.2f}{goal}".rstrip(), flush=True)
        if wrong:
            for item in row.wrong:
                print(f"    {item}")


def renew(extractor: str, rows: Iterable[Row]) -> None:
    """Make the rows the extractor's baseline; print each figure before and after."""
    rows = list(rows)
    before = read_baseline(extractor)
    for label, row in reached(rows).items():
        old = before.get(label)
        for name, figure in row.figures.items():
            was = old.figures.get(name) if old else None
            shown = "  (new)" if was is None else f"{was:7.2f}"
            print(f"{extractor:<10} {label:<44} {name:<22} {shown} -> {figure:6.2f}")
        for line in newly_wrong(row.wrong, old.wrong) if old else ():
            print(line)
    for label in before.keys() - {row.label for row in rows}:
        print(f"{extractor:<10} {label:<44} gone")
    write_baseline(extractor, rows)


def as_data(rows: Iterable[Row]) -> list[Mapping[str, object]]:
    """Rows as JSON has them."""
    return [row._asdict() for row in rows]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, metavar="DIR", help="folder of the development sets")
    parser.add_argument("--only", metavar="NAMES", help=f"some of {','.join(SCORERS)}")
    parser.add_argument("--wrong", action="store_true", help="list the items that are wrong")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--renew-baselines", action="store_true", help="hold the tests to today's figures")
    given = parser.parse_args()
    names = given.only.split(",") if given.only else SCORERS
    if unknown := [name for name in names if name not in SCORERS]:
        parser.error(f"no extractor {unknown[0]!r}: choose from {', '.join(SCORERS)}")
    if given.sets and not given.sets.is_dir():
        parser.error(f"{given.sets}: no such folder")
    data: dict[str, list[Mapping[str, object]]] = {}
    for name, scorer in scorers(names):
        if given.renew_baselines:
            renew(name, scorer.gate())
            continue
        rows = list(present([*scorer.gate(), *(scorer.score(given.sets) if given.sets else ())]))
        if given.json:
            data[name] = as_data(rows)
        else:
            print_rows(name, rows, wrong=given.wrong)
    if given.json:
        print(json.dumps(data, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
