"""Linking may not get worse: it is scored on articles whose names and roles are marked."""

from collections.abc import Callable


def test_actors_stay_as_good_as_they_were(hold: Callable[[str], None]) -> None:
    hold("links")
