"""Which parts are on the screen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk_tui.contents import PANES
from wiredesk_tui.layout import Desk

DESKS = st.builds(
    Desk,
    width=st.integers(1, 250),
    height=st.integers(1, 80),
    pane=st.sampled_from(list(PANES)),
    left=st.sampled_from([name for name in PANES if name not in ("actors", "timeline")]),
    part=st.sampled_from(["list", "reader"]),
    full=st.booleans(),
    reading=st.booleans(),
)


def test_a_wide_window_shows_list_reader_actors_and_timeline() -> None:
    desk = Desk(160, 48, "articles", "articles")
    assert desk.panes == ("articles", "actors", "timeline")
    assert desk.reader


def test_a_narrow_window_shows_one_pane_and_what_is_read_below_it() -> None:
    desk = Desk(80, 24, "figures", "figures")
    assert desk.panes == ("figures",)
    assert not desk.reader
    assert replace(desk, reading=True).reader


@pytest.mark.parametrize("size", [(20, 5), (40, 12)])
def test_in_a_low_window_list_and_reader_take_turns(size: tuple[int, int]) -> None:
    desk = Desk(*size, pane="articles", left="articles", reading=True)
    assert (desk.panes, desk.reader) == (("articles",), False)
    reading = replace(desk, part="reader")
    assert (reading.panes, reading.reader) == ((), True)


def test_the_reader_alone_when_it_has_the_whole_screen() -> None:
    desk = Desk(160, 48, "articles", "articles", part="reader", full=True)
    assert (desk.panes, desk.reader) == ((), True)


@given(DESKS)
def test_whatever_has_the_keys_can_be_seen(desk: Desk) -> None:
    if desk.part == "reader":
        assert desk.reader
    else:
        assert desk.panes


@given(DESKS)
def test_the_pane_that_was_asked_for_is_seen_with_the_keys_in_a_list(desk: Desk) -> None:
    if desk.part == "list" and (desk.pane == desk.left or desk.pane in ("actors", "timeline")):
        assert desk.pane in desk.panes
