"""Dates, figures and headers of many kinds of news may not get worse."""

from collections.abc import Callable

import pytest

pytest.importorskip("scorers", reason="the scorers are part of the checkout alone")
from scorers.kinds import KINDS
from scorers.whole import index_files, read_gold
from scorers.whole.pairing import pair_up


def test_many_kinds_of_news_stay_as_well_understood_as_they_were(hold: Callable[[str], None]) -> None:
    hold("kinds")


def test_every_item_of_the_gold_stands_in_its_article() -> None:
    gold = read_gold(KINDS)
    said = index_files([KINDS.parent / gold.root / name for name in gold.files])
    for pair in pair_up(gold, said):
        lost = [item.text for item in (*pair.gold.events, *pair.gold.figures) if not pair.spans(item)]
        assert not lost, f"{pair.label}: {lost}"
