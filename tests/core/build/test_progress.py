from wiredesk.build.progress import Pace


class Clock:
    """A clock that a test sets."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_pace_counts_what_was_done_since_the_phase_began() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert pace.told("extract", 900, 1000) == (None, None)  # the index had 900 already
    clock.now += 10
    assert pace.told("extract", 920, 1000) == (2.0, 40.0)
    assert pace.told("link", 0, 1000) == (None, None)


def test_nothing_is_told_of_the_pace_before_it_has_settled_or_moved() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.told("extract", 0, 100)
    clock.now += 0.5
    assert pace.told("extract", 50, 100) == (None, None)
    clock.now += 60
    assert Pace(clock).told("extract", 0, 100) == (None, None)
    assert pace.told("extract", 100, 100)[1] == 0
