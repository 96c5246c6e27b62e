"""The words of a text, by whichever way they are taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.store.fulltext import words_of, words_with_places
from wiredesk.store.fulltext.words import LONGEST, line_of_words

MIXED = st.text(st.one_of(st.characters(max_codepoint=127), st.characters()))


@given(MIXED)
def test_words_are_the_same_with_their_places_and_without(text: str) -> None:
    assert [found.word for found in words_with_places(text)] == words_of(text)


@given(MIXED)
def test_a_line_of_words_holds_them_and_nothing_else(text: str) -> None:
    assert line_of_words(text).split() == words_of(text)


@pytest.mark.parametrize("letter", ["x", "é"])
def test_a_line_cuts_words_where_a_list_does(letter: str) -> None:
    text = f"before {letter * (LONGEST + 50)} behind"
    assert line_of_words(text).split() == words_of(text)
    assert max(map(len, words_of(text))) == LONGEST


def test_marks_part_the_words_of_plain_and_other_text_alike() -> None:
    assert words_of("US-led: Reyes's 1_000") == words_of("US\u2010led: Reyes\u2019s 1_000")
    assert words_of("US-led: Reyes's 1_000") == ["us", "led", "reyes", "s", "1_000"]
