"""Turning the pages of a list."""

from hypothesis import given
from hypothesis import strategies as st

from wiredesk_tui.paging import turned


@given(st.data(), st.integers(1, 200), st.integers(1, 50))
def test_the_cursor_is_on_the_page_wherever_it_goes(data: st.DataObject, count: int, page: int) -> None:
    top = 0
    for _ in range(5):
        first = data.draw(st.integers(0, count - 1))
        last = data.draw(st.integers(first, min(count - 1, first + page - 1)))
        top = turned(top, first, last, page, count)
        assert top <= first
        assert last < top + page
        assert 0 <= top <= max(0, count - page)


@given(st.integers(1, 200), st.integers(1, 50), st.integers(0, 150))
def test_a_cursor_that_stays_on_the_page_turns_nothing(count: int, page: int, top: int) -> None:
    top = min(top, max(0, count - page))
    for first in range(top, min(count, top + page)):
        assert turned(top, first, first, page, count) == top
