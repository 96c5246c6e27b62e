"""Breaking an article into lines."""

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wiredesk_tui.cells import clean, width_of
from wiredesk_tui.page import LONGEST_LINE, Page, Sentence, breaks, wrap

TEXTS = st.text(st.sampled_from("ab cé漢́\n\u202e\u200b "), max_size=200)


def page_of(text: str, sentences: tuple[Sentence, ...] = ()) -> Page:
    article: dict[str, Any] = {"article_id": 1}
    return Page(article, text, sentences, ())


@given(TEXTS, st.integers(1, 40))
def test_no_line_is_wider_than_the_page(text: str, width: int) -> None:
    for line in wrap(page_of(text), width):
        shown = clean(text[line.start : line.end])
        assert width_of(shown) <= width or len(shown) == 1


@given(TEXTS, st.integers(1, 40))
def test_every_letter_is_on_exactly_one_line(text: str, width: int) -> None:
    lines = wrap(page_of(text), width)
    shown = "".join(text[line.start : line.end] for line in lines)
    assert shown.replace(" ", "") == text.replace(" ", "").replace("\n", "") or not text.strip()
    assert all(one.end <= other.start for one, other in pairwise(lines))


def test_lines_break_at_spaces() -> None:
    text = "The port lost four ships"
    assert [text[a:b] for a, b in breaks(text, 10, 0)] == ["The port", "lost four", "ships"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert [b - a for a, b in breaks("x" * 25, 10, 0)] == [10, 10, 5]


def test_long_lines_end_where_the_eye_loses_them() -> None:
    lines = wrap(page_of("word " * 100), 300)
    assert max(line.end - line.start for line in lines) <= LONGEST_LINE


def test_captions_and_summaries_are_labelled_once() -> None:
    text = "Title\n" + "A crane at the port in the morning light"
    sentences = (Sentence(0, 0, 5, "title"), Sentence(1, 6, len(text), "caption"))
    labels = [line.label for line in wrap(page_of(text, sentences), 24)]
    assert labels == ["", "", "[caption] ", "", ""][: len(labels)]
    assert labels.count("[caption] ") == 1
