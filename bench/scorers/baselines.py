"""The figures that the extractors have reached: a file each, beside the tests that hold them to it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, RootModel

from scorers import GOLD, Row

BASELINES: Final = GOLD.parent

SLACK: Final = 0.2
"""Points that a figure may fall: sums of floating point differ a little between machines. On the largest set
in the repository, some 700 names, it forgives one name."""

SHOWN: Final = 40
"""Newly wrong items that a message lists; more of them have one cause as a rule."""


class Reached(BaseModel):
    """What one row has reached."""

    model_config = ConfigDict(extra="forbid")

    figures: dict[str, float]
    """Per cent, to two decimals."""
    wrong: list[str] = []
    """The items that were wrong then, so that those newly wrong can be told."""


class _File(RootModel[dict[str, Reached]]):
    pass


def baseline_file(extractor: str) -> Path:
    """Where an extractor's baseline lies."""
    return BASELINES / f"{extractor}_baseline.json"


def read_baseline(extractor: str) -> dict[str, Reached]:
    """What an extractor has reached, by row; empty where there is no baseline yet."""
    file = baseline_file(extractor)
    return _File.model_validate_json(file.read_text(encoding="utf-8")).root if file.exists() else {}


def reached(rows: Iterable[Row]) -> dict[str, Reached]:
    """Rows as a baseline holds them."""
    return {
        row.label: Reached(
            figures={name: round(figure, 2) for name, figure in row.figures.items()}, wrong=sorted(row.wrong)
        )
        for row in rows
    }


def write_baseline(extractor: str, rows: Iterable[Row]) -> None:
    """Replace an extractor's baseline."""
    content = {label: row.model_dump() for label, row in reached(rows).items()}
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    baseline_file(extractor).write_text(text, encoding="utf-8")


def falls(rows: Iterable[Row], baseline: Mapping[str, Reached]) -> list[str]:
    """What is worse than the baseline, in words: each figure that fell, and the items that are newly wrong.

    A row or a figure that the baseline has and the rows have not fell, too. A row that the baseline does not
    have has no say.
    """
    now = {row.label: row for row in rows}
    told: list[str] = []
    for label, least in baseline.items():
        row = now.get(label)
        if row is None:
            told.append(f"{label}: no longer scored")
            continue
        fallen = [
            f"{label}: {name} fell from {figure:.2f} to {_shown(row.figures.get(name))}"
            for name, figure in least.figures.items()
            if row.figures.get(name, float("-inf")) < figure - SLACK
        ]
        if fallen:
            told += [*fallen, *newly_wrong(row.wrong, least.wrong)]
    return told


def newly_wrong(now: Sequence[str], before: Sequence[str]) -> list[str]:
    """The items wrong now that were not, a line each."""
    known = set(before)
    new = sorted({item for item in now if item not in known})
    more = [f"  and {len(new) - SHOWN} more"] if len(new) > SHOWN else []
    return [*(f"  newly wrong: {item}" for item in new[:SHOWN]), *more]


def _shown(figure: float | None) -> str:
    return "nothing" if figure is None else f"{figure:.2f}"
