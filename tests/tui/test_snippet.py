"""One row's worth of a sentence."""

from hypothesis import given
from hypothesis import strategies as st

from wiredesk.query import Query, select
from wiredesk.store import EMPTY_INDEX
from wiredesk_tui.cells import line_width
from wiredesk_tui.snippet import fact_in, hit_in, snippet

LONG = "After a night of talks the dockers of Varnholm said that 300 workers had gone home, and more will."


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.integers(1, 60))
def test_a_snippet_never_overflows_its_row(text: str, start: int, length: int, width: int) -> None:
    start = min(start, len(text))
    line = snippet(text, start, min(len(text), start + length), "hit", width, "…")
    assert line_width(line) <= width


def test_the_fact_is_on_the_row_however_late_it_comes() -> None:
    start, end = fact_in(LONG, "300 workers")
    line = snippet(LONG, start, end, "figure", 40, "…")
    assert ("300 workers", "figure") in line
    assert line[0].text.startswith("…")


def test_a_short_sentence_is_shown_whole() -> None:
    line = snippet("Berg met Lind.", 0, 4, "actor", 40, "…")
    assert "".join(span.text for span in line) == "Berg met Lind."


def test_a_hit_is_found_whatever_its_quotes_and_spaces() -> None:
    selection = select(EMPTY_INDEX, Query.parse('"kurdistan region"'))
    text = "In the Kurdistan\u00a0Region it rained."
    start, end = hit_in(text, selection)
    assert text[start:end] == "Kurdistan\u00a0Region"
