"""Sentence splitting may not get worse: it is scored on marked sentences of seven languages."""

from collections.abc import Callable


def test_sentences_stay_as_well_told_apart_as_they_were(hold: Callable[[str], None]) -> None:
    hold("sentences")
