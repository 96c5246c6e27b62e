"""What stays in view when a window changes its size."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wiredesk_tui.page import Page, Sentence
from wiredesk_tui.sheet import Sheet

SIZES = st.lists(st.tuples(st.integers(1, 120), st.integers(1, 50)), max_size=6)


def page_of(sentences: int) -> Page:
    """Sentences of growing length, five to a paragraph."""
    text = ""
    found: list[Sentence] = []
    for number in range(sentences):
        start = len(text)
        text += f"Sentence {number} tells {'very ' * (number % 9)}little."
        found.append(Sentence(number, start, len(text), "body"))
        text += "\n" if number % 5 == 4 else " "
    article: dict[str, Any] = {"article_id": 1}
    return Page(article, text.rstrip(), tuple(found), ())


PAGE = page_of(120)


def sheet_at(number: int, width: int = 77, height: int = 10) -> Sheet:
    """A window in which a sentence was opened."""
    sheet = Sheet()
    sheet.fit(PAGE, width, height, 3)
    sentence = PAGE.sentences[number]
    sheet.reveal(sentence.start, sentence.end, sentence.start, sentence.end)
    return sheet


@given(st.integers(0, 119), SIZES)
def test_the_opened_sentence_begins_in_the_window_at_every_size(
    number: int, sizes: list[tuple[int, int]]
) -> None:
    sheet = sheet_at(number)
    for width, height in sizes:
        sheet.fit(PAGE, width, height, 3)
        assert sheet.sees(PAGE.sentences[number].start)


@given(st.integers(0, 119), SIZES)
def test_the_window_is_as_it_was_once_its_size_is(number: int, sizes: list[tuple[int, int]]) -> None:
    sheet = sheet_at(number)
    before = sheet.top
    for width, height in sizes:
        sheet.fit(PAGE, width, height, 3)
    sheet.fit(PAGE, 77, 10, 3)
    assert sheet.top == before


@given(st.integers(0, 400), SIZES)
def test_the_words_at_the_top_stay_where_the_reader_has_scrolled_to(
    top: int, sizes: list[tuple[int, int]]
) -> None:
    sheet = sheet_at(3)
    sentence = PAGE.sentences[3]
    sheet.scroll(top, (sentence.start, sentence.end))
    before, held = sheet.top, sheet.held
    for width, height in sizes:
        sheet.fit(PAGE, width, height, 3)
        assert held is None or sheet.sees(held.start)
    sheet.fit(PAGE, 77, 10, 3)
    assert sheet.top == before if held else sheet.top == 0


def test_a_sentence_that_was_left_is_not_gone_back_to() -> None:
    sheet = sheet_at(3)
    sentence = PAGE.sentences[3]
    sheet.scroll(60, (sentence.start, sentence.end))
    sheet.fit(PAGE, 40, 20, 3)
    assert not sheet.sees(sentence.start)


def test_a_sentence_is_shown_to_its_end_where_there_is_room() -> None:
    sheet = sheet_at(8, width=30, height=4)
    last = PAGE.sentences[8].end - 1
    for width, height in ((16, 8), (12, 9), (100, 5)):
        sheet.fit(PAGE, width, height, 3)
        assert sheet.line_of(last) < sheet.top + sheet.height
