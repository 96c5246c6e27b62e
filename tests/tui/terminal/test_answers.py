"""A terminal's answers are never taken for keys, and no key is taken for an answer."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk_tui.terminal.answers import KEY_AFTER, LOST_AFTER, Answers

WHITE, DA1 = b"\x1b]11;rgb:ffff/ffff/ffff", b"\x1b[?64;1;22c"
KEYS = st.lists(
    st.sampled_from(
        [b"j", b"q", b"]", b"11", b"\x1b[A", b"\x1b[6~", b"\x1b[?2026;2$y", "é".encode(), b"\x1b[12u"]
    ),
    max_size=4,
).map(b"".join)


def fed(answers: Answers, data: bytes, places: list[int]) -> bytes:
    marks = [0, *sorted(place for place in places if place < len(data)), len(data)]
    return b"".join(answers.feed(data[start:end], 0.0) for start, end in itertools.pairwise(marks))


@given(
    before=KEYS,
    between=KEYS,
    after=KEYS,
    end=st.sampled_from([b"\x07", b"\x1b\\"]),
    places=st.lists(st.integers(0, 90), max_size=8),
)
def test_answers_are_taken_out_of_keys_in_whatever_parts_they_come(
    before: bytes, between: bytes, after: bytes, end: bytes, places: list[int]
) -> None:
    answers = Answers(awaited=True)
    data = before + WHITE + end + between + DA1
    # Behind the last answer nothing is awaited, and a cut there is the toolkit's own matter.
    keys = fed(answers, data, places) + answers.feed(after, 0.0)
    assert keys == before + between + after
    assert answers.colours == ["rgb:ffff/ffff/ffff"]
    assert not answers.awaited


def test_a_terminal_that_knows_only_what_it_is_says_so() -> None:
    answers = Answers(awaited=True)
    assert answers.feed(b"a" + DA1 + b"b", 0.0) == b"ab"
    assert not answers.awaited
    assert answers.colours == []


def test_an_answer_is_taken_out_also_when_nobody_waits_for_it() -> None:
    answers = Answers()
    assert answers.feed(b"j" + WHITE + b"\x1b\\k", 0.0) == b"jk"
    assert answers.feed(b"j" + DA1 + b"k", 0.0) == b"jk"


def test_an_answer_that_is_broken_off_by_another_is_none() -> None:
    answers = Answers(awaited=True)
    assert answers.feed(b"\x1b]11;rgb:ff" + DA1 + b"j", 0.0) == b"j"
    assert answers.colours == ["rgb:ff"]


@pytest.mark.parametrize("key", [b"\x1b", b"\x1b]", b"\x1b["])
def test_a_key_that_might_begin_an_answer_is_let_go_after_a_moment(key: bytes) -> None:
    answers = Answers(awaited=True)
    assert answers.feed(key, 0.0) == b""
    assert answers.overdue(KEY_AFTER / 2) == b""
    assert answers.overdue(KEY_AFTER) == key
    assert answers.overdue(KEY_AFTER) == b""


@pytest.mark.parametrize("key", [b"\x1b", b"\x1b]", b"\x1b["])
def test_where_no_answer_is_awaited_keys_do_not_wait(key: bytes) -> None:
    assert Answers().feed(key, 0.0) == key


def test_what_follows_at_once_shows_that_it_was_a_key() -> None:
    answers = Answers(awaited=True)
    assert answers.feed(b"\x1b", 0.0) == b""
    assert answers.feed(b"j", 0.0) == b"\x1bj"


def test_the_beginning_of_an_answer_whose_end_is_lost_is_no_key() -> None:
    answers = Answers(awaited=True)
    assert answers.feed(b"\x1b]11;rgb:ff", 0.0) == b""
    assert answers.overdue(LOST_AFTER) == b""
    assert answers.feed(b"j", LOST_AFTER) == b"j"
