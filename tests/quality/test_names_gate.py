"""The fast name tagger may not get worse: it is scored on articles that its models have not seen."""

from collections.abc import Callable

import pytest

pytest.importorskip("training.corpora", reason="the training data are part of the checkout alone")


def test_names_on_held_out_articles_stay_as_good_as_they_were(hold: Callable[[str], None]) -> None:
    hold("names")
