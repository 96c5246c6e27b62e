"""What a slow line has to carry: bytes for each thing that a reader does, at 80×24 in 256 colours."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

DOWN, UP, NEXT_PAGE, ESCAPE = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b"
START, STEP, EDGE, PAGE, PANE, LETTER, RESULTS, OVERLAY = 3_000, 230, 1_000, 2_500, 3_000, 400, 2_000, 2_500


@pytest.fixture
def desk(wire: Any, stores: Path) -> Iterator[Any]:
    """The sample, indexed already."""
    environment = {"XDG_DATA_HOME": str(stores)}
    wire("--sample", environment=environment).until(r"12 files = 11 indexed")
    opened = wire("--sample", environment=environment)
    opened.until(r"12 files = 11 indexed")
    opened.settle()
    return opened


def test_every_step_fits_into_its_budget(desk: Any) -> None:
    costs = {"start": (len(desk.sent), START)}
    for pane, name in (
        ("2", "articles"),
        ("3", "actors"),
        ("4", "timeline"),
        ("5", "figures"),
        ("1", "brief"),
    ):
        costs[f"to the {name}"] = desk.cost(pane), PANE
        for number in range(6):
            costs[f"{name}: step {number} down"] = desk.cost(DOWN), STEP
        costs[f"{name}: step up"] = desk.cost(UP), STEP
        costs[f"{name}: next page"] = desk.cost(NEXT_PAGE), PAGE
    costs["an edge"] = max(desk.cost(DOWN) for _ in range(12)), EDGE
    costs["search"] = desk.cost("/"), PANE
    for number, letter in enumerate("barz"):
        costs[f"letter {number} and its results"] = desk.cost(letter), LETTER + RESULTS
    costs["search left"] = desk.cost(ESCAPE), PANE
    costs["action line"] = desk.cost(":"), OVERLAY
    costs["action line left"] = desk.cost(ESCAPE), OVERLAY
    costs["help"] = desk.cost("?"), OVERLAY
    before = len(desk.sent)
    time.sleep(1.5)
    costs["idle"] = len(desk.sent) - before, 0
    assert {what: cost for what, cost in costs.items() if cost[0] > cost[1]} == {}
