"""Bars and histograms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk_tui.drawing import bar, columns, duration, progress
from wiredesk_tui.look import ASCII, UNICODE, Glyphs


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.integers(0, 40), st.sampled_from([ASCII, UNICODE]))
def test_a_bar_has_its_width_and_shows_what_is_there(
    value: float, largest: float, width: int, glyphs: Glyphs
) -> None:
    drawn = bar(min(value, largest), largest, width, glyphs)
    assert len(drawn) == width
    if value > 0 and largest > 0 and width > 0:
        assert drawn.strip()


def test_bars_are_drawn_in_eighths() -> None:
    assert bar(1, 16, 2, UNICODE) == "▏ "
    assert bar(9, 16, 2, UNICODE) == "█▏"
    assert bar(8, 16, 2, ASCII) == "# "


def test_a_histogram_is_as_high_as_it_may_be_and_shows_the_smallest_value() -> None:
    assert columns([0, 1, 50, 100], 2, UNICODE) == ["   █", " ▁██"]
    assert columns([0, 0], 1, UNICODE) == ["  "]
    assert columns([1, 3], 1, ASCII) == [".#"]


def test_progress_never_overflows() -> None:
    assert progress(3, 4, 4, UNICODE) == "███░"
    assert progress(9, 4, 4, ASCII) == "####"
    assert progress(0, 0, 4, ASCII) == "----"


@pytest.mark.parametrize(("seconds", "clock"), [(7, "0:07"), (750, "12:30"), (3720, "1:02:00")])
def test_time_is_told_as_a_clock_tells_it(seconds: float, clock: str) -> None:
    assert duration(seconds) == clock
