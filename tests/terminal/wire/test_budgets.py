"""What a slow line has to carry: bytes for each thing that a reader does, at 80×24 in 256 colours."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

DOWN, UP, NEXT_PAGE, PAGE_BEFORE, HOME, END = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[5~", "\x1b[H", "\x1b[F"
ESCAPE, ENTER = "\x1b", "\r"
START, STEP, EDGE, PAGE, PANE, LETTER, RESULTS, OVERLAY = 3_000, 230, 1_000, 2_500, 3_000, 400, 2_000, 2_500
ROWS = 24
SOON = 0.15
"""Seconds of silence after which a step's answer is whole: nothing is looked up for it."""
PANES = {"2": "articles", "3": "actors", "4": "timeline", "5": "figures", "7": "search", "1": "brief"}
INDEXED = r"12 files = 11 indexed"

Costs = dict[str, tuple[int, int]]
"""What was done -> the bytes it took, and those it may take."""


@pytest.fixture
def desk(wire: Any, stores: Path) -> Iterator[Any]:
    """The sample, indexed already."""
    environment = {"XDG_DATA_HOME": str(stores)}
    if not any(stores.iterdir()):
        wire("--sample", environment=environment).until(INDEXED)
    opened = wire("--sample", environment=environment)
    opened.until(INDEXED)
    opened.settle()
    return opened


def too_dear(costs: Costs) -> Costs:
    return {what: cost for what, cost in costs.items() if cost[0] > cost[1]}


def test_the_start_fits_whether_the_index_is_there_or_is_made(desk: Any, wire: Any) -> None:
    fresh = wire("--sample")
    fresh.until(INDEXED)
    fresh.settle()
    costs = {"warm": (len(desk.sent), START), "index made": (len(fresh.sent), START)}
    assert too_dear(costs) == {}


@pytest.fixture
def refusing(wire: Any, tmp_path: Path) -> Any:
    """A pile in which more files are refused than a page holds."""
    pile = tmp_path / "pile"
    pile.mkdir()
    for number in range(2 * ROWS):
        (pile / f"{number:02}-empty.txt").touch()
    (pile / "storm.txt").write_text("Storm\n\nMayor Ida Falk spoke in Lund on 3 May 2021.\n")
    opened = wire(str(pile), "--names", "fast")
    opened.until(f"{2 * ROWS} refused")
    opened.settle()
    return opened


def test_every_step_among_what_was_refused_fits(refusing: Any) -> None:
    assert too_dear(steps_in(refusing, "r")) == {}
    refusing.write("r")
    refusing.settle()
    shown = refusing.text()
    costs: Costs = {"the whole reason": (refusing.cost(ENTER), OVERLAY)}
    assert "holds no text; remove it or fill it" in refusing.text()
    costs["back"] = refusing.cost(ESCAPE), OVERLAY
    assert refusing.text().split("\n")[:-1] == shown.split("\n")[:-1]
    assert too_dear(costs) == {}


@pytest.mark.parametrize("pane", PANES)
def test_every_step_in_a_pane_fits(desk: Any, pane: str) -> None:
    assert too_dear(steps_in(desk, pane)) == {}


def steps_in(desk: Any, pane: str) -> Costs:
    """All that is done in a pane, from another and back into it."""
    costs: Costs = {"away": (desk.cost("3" if pane == "2" else "2"), PANE)}
    costs["to it"] = desk.cost(pane), PANE
    for number in range(6):
        costs[f"step {number} down"] = desk.cost(DOWN, SOON), STEP
    costs["step up"] = desk.cost(UP, SOON), STEP
    costs["next page"] = desk.cost(NEXT_PAGE, SOON), PAGE
    costs["page before"] = desk.cost(PAGE_BEFORE, SOON), PAGE
    costs["the end"] = desk.cost(END, SOON), PAGE
    costs["the first row"] = desk.cost(HOME, SOON), PAGE
    over_the_page = max(desk.cost(DOWN, SOON) for _ in range(ROWS))
    assert pane == "2" or over_the_page > STEP, "no edge was reached"  # the articles fill no page
    costs["a step over the edge"] = over_the_page, EDGE
    return costs | overlays(desk)


def overlays(desk: Any) -> Costs:
    """Help and the action line, with a letter in each, and back."""
    costs: Costs = {"help": (desk.cost("?"), OVERLAY)}
    costs["help, a line down"] = desk.cost(DOWN), STEP
    costs["help, a letter"] = desk.cost("b"), LETTER + RESULTS
    costs["help left"] = desk.cost(ESCAPE), OVERLAY
    costs["action line"] = desk.cost(":"), OVERLAY
    costs["action line, a letter"] = desk.cost("s"), LETTER
    costs["action line left"] = desk.cost(ESCAPE), OVERLAY
    return costs


def test_a_search_fits_and_so_does_what_is_done_over_its_results(desk: Any) -> None:
    costs: Costs = {"search": (desk.cost("/"), PANE)}
    for number, letter in enumerate("barz"):
        costs[f"letter {number} and its results"] = desk.cost(letter), LETTER + RESULTS
    costs["search left"] = desk.cost(ESCAPE), PANE
    desk.cost("/")
    for letter in "iraq":
        desk.write(letter)
    desk.settle()
    costs["search kept"] = desk.cost(ENTER), PANE
    costs["a hit down"] = desk.cost(DOWN), STEP
    costs |= overlays(desk)
    costs["opened"] = desk.cost(ENTER), PANE
    costs["a line down"] = desk.cost(DOWN), EDGE
    costs["a page down"] = desk.cost(NEXT_PAGE), PAGE
    costs["next fact"] = desk.cost("]"), PAGE
    costs |= {f"reader: {what}": cost for what, cost in overlays(desk).items()}
    assert too_dear(costs) == {}


def test_who_does_nothing_is_sent_nothing(desk: Any) -> None:
    """For a minute that would be long: nothing wakes the program, except for its look at the keys."""
    before, woken = len(desk.sent), wakings(desk.pid)
    time.sleep(1.5)
    assert len(desk.sent) == before
    assert wakings(desk.pid) - woken <= 2, "a timer runs"


def wakings(pid: int) -> int:
    """How often the main thread has woken up."""
    lines = Path(f"/proc/{pid}/task/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches"))
