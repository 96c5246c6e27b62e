"""Frames wait for the terminal's answers, and only for those of one that answers."""

import pytest

from wiredesk_tui.terminal.pace import EVERY, FIRST_ANSWER, PATIENCE, WINDOW, Pace


class Clock:
    """Stands still unless it is set."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    """Of a terminal that has answered once, with nothing on its way."""
    pace = Pace(clock)
    assert pace.ask()
    pace.answered()
    return pace


def test_little_is_sent_without_asking(pace: Pace) -> None:
    pace.sent(EVERY - 1)
    assert not pace.ask()
    pace.sent(1)
    assert pace.ask()


def test_frames_wait_while_too_much_is_on_its_way(pace: Pace) -> None:
    pace.sent(WINDOW - 1)
    assert pace.ask()
    assert pace.room
    pace.sent(1)
    assert not pace.room
    pace.answered()
    assert pace.room


def test_an_answer_stands_for_what_came_before_its_request_alone(pace: Pace) -> None:
    pace.sent(EVERY)
    assert pace.ask()
    pace.sent(WINDOW)
    assert pace.ask()
    pace.answered()
    assert not pace.room
    pace.answered()
    assert pace.room


def test_a_terminal_that_has_never_answered_is_not_waited_for() -> None:
    pace = Pace()
    pace.sent(10 * WINDOW)
    assert pace.ask()
    assert pace.room
    pace.sent(10 * WINDOW)
    assert not pace.ask(), "and it is not asked again at once"


def test_a_terminal_that_answers_no_longer_is_waited_for_no_longer(pace: Pace, clock: Clock) -> None:
    pace.sent(WINDOW)
    assert pace.ask()
    clock.now += PATIENCE / 2
    assert not pace.room
    assert pace.patience == pytest.approx(PATIENCE / 2)
    clock.now += PATIENCE / 2
    assert pace.room
    pace.sent(WINDOW)
    assert pace.room
    assert pace.ask(), "it may be back by now"
    pace.answered()
    pace.sent(WINDOW)
    assert pace.ask()
    assert not pace.room


def test_the_end_waits_for_answers_that_may_still_come(clock: Clock) -> None:
    pace = Pace(clock)
    assert pace.ask()
    assert pace.answer_due
    clock.now += FIRST_ANSWER
    assert not pace.answer_due
    pace.answered()
    pace.sent(EVERY)
    assert pace.ask()
    clock.now += FIRST_ANSWER
    assert pace.answer_due
    pace.answered()
    assert not pace.answer_due
