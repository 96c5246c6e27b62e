from datetime import date

import pytest

from wiredesk.read.days import day_of_unix_time, parse_day

THE_DAY = date(2024, 3, 24)


@pytest.mark.parametrize(
    "written",
    [
        "2024-03-24",
        "2024-03-24T23:30:00-05:00",
        "2024-03-24 10:15:00 UTC",
        "20240324",
        "20240324T101500Z",
        "2024/3/24",
        "2024.03.24.",
        "2024年3月24日",
        "Sun, 24 Mar 2024 10:15:00 +0000",
        "Sunday, 24 March 2024",
        "24 Mar 24 10:15:00 GMT".replace("24 Mar", "Sun, 24 Mar"),
        "24th of March 2024",
        "24-Mar-2024",
        "March 24, 2024",
        "Mar. 24th 2024, 9:40 a.m. ET",
        "Published on 24 March 2024 at noon",
        "Sun Mar 24 10:15:00 2024",
        "24.03.2024",
        "03/24/2024",
    ],
)
def test_a_day_that_is_written_is_read(written: str) -> None:
    assert parse_day(written) == THE_DAY


@pytest.mark.parametrize(
    "written",
    [
        "", "yesterday", "24 March", "March 2024", "2024-03", "2024", "03/04/2024", "24/03/24", "2024-02-30",
        "0001-01-01", "1970-01-01T00:00:00Z", "10:15", "Q1 2024", "31 June 2024", "x" * 500, "--03-24",
    ],
)  # fmt: skip
def test_a_day_that_is_unclear_stays_unknown(written: str) -> None:
    assert parse_day(written) is None


def test_a_day_equal_in_both_orders_is_clear() -> None:
    assert parse_day("03/03/2024") == date(2024, 3, 3)


def test_unix_times_are_days_of_utc_and_small_numbers_are_not() -> None:
    assert day_of_unix_time(1711238400) == THE_DAY
    assert day_of_unix_time(1711238400000) == THE_DAY
    assert day_of_unix_time(42) is None
    assert day_of_unix_time(float("inf")) is None
    assert day_of_unix_time(float("nan")) is None
