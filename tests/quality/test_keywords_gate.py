"""Keywords may not get worse: wanted keywords of articles and of the sample corpus."""

from collections.abc import Callable


def test_wanted_keywords_are_found_as_well_as_before(hold: Callable[[str], None]) -> None:
    hold("keywords")
