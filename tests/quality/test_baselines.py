"""A baseline tells what is worse, and what is newly wrong."""

from importlib.util import find_spec

import pytest

pytest.importorskip("scorers", reason="the scorers are part of the checkout alone")
from scorers import SCORERS, Counts, Row
from scorers.baselines import BASELINES, SLACK, falls, newly_wrong, reached, read_baseline

BEFORE = reached([Row("set", {"F1": 80.0, "value": 60.0}, wrong=["a", "b"])])


def test_better_and_equal_figures_pass() -> None:
    assert not falls([Row("set", {"F1": 80.0, "value": 61.0}, wrong=["c"])], BEFORE)


def test_the_noise_between_machines_passes() -> None:
    assert not falls([Row("set", {"F1": 80.0 - SLACK / 2, "value": 60.0})], BEFORE)


def test_a_fallen_figure_is_told_with_what_is_newly_wrong() -> None:
    assert falls([Row("set", {"F1": 79.0, "value": 60.0}, wrong=["b", "c"])], BEFORE) == [
        "set: F1 fell from 80.00 to 79.00",
        "  newly wrong: c",
    ]


def test_a_lost_figure_or_row_is_a_fall() -> None:
    assert falls([Row("set", {"F1": 80.0})], BEFORE) == ["set: value fell from 60.00 to nothing"]
    assert falls([], BEFORE) == ["set: no longer scored"]


def test_a_new_row_has_no_say() -> None:
    assert not falls([Row("set", {"F1": 80.0, "value": 60.0}), Row("new", {"F1": 0.0})], BEFORE)


def test_a_message_stays_short() -> None:
    told = newly_wrong([f"item {n:03}" for n in range(100)], [])
    assert len(told) < 50
    assert told[-1] == "  and 60 more"


def test_counts_give_the_usual_figures() -> None:
    counts = Counts(right=3, found=4, wanted=6)
    assert (counts.precision, counts.recall, counts.f1) == (75.0, 50.0, 60.0)
    assert counts.plus(Counts(1, 1, 1)) == Counts(4, 5, 7)


@pytest.mark.parametrize("extractor", [name for name in SCORERS if find_spec(f"scorers.{name}")])
def test_every_scorer_has_a_gate_and_a_baseline(extractor: str) -> None:
    assert read_baseline(extractor)
    assert f'hold("{extractor}")' in (BASELINES / f"test_{extractor}_gate.py").read_text(encoding="utf-8")
