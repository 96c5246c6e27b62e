"""How a gate is kept: one way for every extractor."""

from collections.abc import Callable
from importlib import import_module

import pytest


@pytest.fixture
def hold() -> Callable[[str], None]:
    """`hold("dates")` scores the extractor on the gold of the repository and fails where a figure fell."""
    baselines = pytest.importorskip("scorers.baselines", reason="the scorers are part of the checkout alone")

    def hold_to_baseline(extractor: str) -> None:
        least = baselines.read_baseline(extractor)
        assert least, f"no baseline of {extractor}: python bench/quality.py --renew-baselines"
        fallen = baselines.falls(import_module(f"scorers.{extractor}").gate(), least)
        if fallen:
            pytest.fail("\n".join(fallen), pytrace=False)

    return hold_to_baseline
