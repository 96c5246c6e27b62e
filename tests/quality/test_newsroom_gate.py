"""The whole program on newsroom articles that no model was trained on may not get worse."""

from collections.abc import Callable

import pytest

pytest.importorskip("scorers", reason="the scorers are part of the checkout alone")
from scorers.newsroom import HELD_OUT, plain, said_of
from scorers.whole import read_gold
from scorers.whole.pairing import pair_up

training = pytest.importorskip("training.names", reason="the training data are part of the checkout alone")


def test_held_out_articles_stay_as_well_understood_as_they_were(hold: Callable[[str], None]) -> None:
    hold("newsroom")


def test_no_model_has_seen_the_articles() -> None:
    held_out = {file.name for file in training.held_out_files()}
    assert read_gold(HELD_OUT).files.keys() <= held_out


def test_every_item_of_the_gold_stands_in_its_article() -> None:
    gold = read_gold(HELD_OUT)
    for pair in pair_up(gold, said_of(gold, HELD_OUT.parent / gold.root)):
        lost = [item.text for item in (*pair.gold.events, *pair.gold.figures) if not pair.spans(item)]
        assert not lost, f"{pair.label}: {lost}"


def test_marks_leave_nothing_behind() -> None:
    marked = "[Ida Quill](PER) of [Lorne & Sons](ORG) [sic] met [Oslo](LOC) (twice)."
    assert plain(marked) == "Ida Quill of Lorne & Sons [sic] met Oslo (twice)."
