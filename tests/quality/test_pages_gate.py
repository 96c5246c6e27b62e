"""Cleaning may not get worse: it is scored on texts and pages whose lines are marked."""

from collections.abc import Callable


def test_articles_stay_as_clean_as_they_were(hold: Callable[[str], None]) -> None:
    hold("pages")
