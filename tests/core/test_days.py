from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.days import day_of_unix_time, days_of_period, parse_day, stated_dates

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


@pytest.mark.parametrize(
    ("text", "stated", "first", "grain"),
    [
        ("on December 6, 2021.", "December 6, 2021", date(2021, 12, 6), "day"),
        ("on 6th December 2021", "6th December 2021", date(2021, 12, 6), "day"),
        ("le 1er décembre 2021", "1er décembre 2021", date(2021, 12, 1), "day"),
        ("el 6 de diciembre de 2021", "6 de diciembre de 2021", date(2021, 12, 6), "day"),
        ("am 6. Dezember 2021", "6. Dezember 2021", date(2021, 12, 6), "day"),
        ("2024-03-24T10:00Z", "2024-03-24", date(2024, 3, 24), "day"),
        ("24/03/2024", "24/03/2024", date(2024, 3, 24), "day"),
        ("24-Mar-2024", "24-Mar-2024", date(2024, 3, 24), "day"),
        ("in March 2019", "March 2019", date(2019, 3, 1), "month"),
        ("en marzo de 2019", "marzo de 2019", date(2019, 3, 1), "month"),
        ("the 2017 flood", "2017", date(2017, 1, 1), "year"),
    ],
)
def test_a_date_in_full_is_found_where_it_stands(text: str, stated: str, first: date, grain: str) -> None:
    assert [(text[d.start : d.end], d.first, d.grain) for d in stated_dates(text)] == [(stated, first, grain)]


@pytest.mark.parametrize(
    "text", ["03/04/2024", "31 June 2024", "the 2010s", "$2024", "12,2024", "2,019", "20190", "1066"]
)
def test_what_may_be_read_two_ways_or_is_no_date_gives_nothing(text: str) -> None:
    assert list(stated_dates(text)) == []


def test_equal_numbers_leave_no_doubt() -> None:
    assert [d.first for d in stated_dates("05/05/2024")] == [date(2024, 5, 5)]


@given(st.text())
def test_any_text_can_be_searched_and_spans_lie_inside_it_in_order(text: str) -> None:
    ends = [0]
    for found in stated_dates(text):
        assert ends[-1] <= found.start < found.end <= len(text)
        ends.append(found.end)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_reads_back_from_every_common_form(day: date) -> None:
    for form in (f"{day:%d} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}", day.isoformat()):
        assert [found.first for found in stated_dates(form)] == [day]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("03.04.2024", date(2024, 4, 3)),
        ("le 5 mars 2024 à 10h30", date(2024, 3, 5)),
        ("5 de marzo de 2024", date(2024, 3, 5)),
        ("5. März 2024, 10:30 Uhr", date(2024, 3, 5)),
        ("5 Mart 2024 Salı", date(2024, 3, 5)),
        ("5 марта 2024 г.", date(2024, 3, 5)),
        ("٥ مارس ٢٠٢٤", date(2024, 3, 5)),
        ("5 آذار/مارس 2024", date(2024, 3, 5)),
        ("2024年3月5日 10:30", date(2024, 3, 5)),
        ("2024년 3월 5일", date(2024, 3, 5)),
        ("24 March 1888", date(1888, 3, 24)),
    ],
)
def test_days_of_other_languages_are_read(written: str, day: date) -> None:
    assert parse_day(written) == day


def test_a_field_that_names_two_days_stays_unknown() -> None:
    assert parse_day("5 March 2024, changed on 7 March 2024") is None
    assert parse_day("5 March 2024 (5 March 2024)") == date(2024, 3, 5)


def test_a_period_has_a_first_and_a_last_day() -> None:
    assert days_of_period("2024") == (date(2024, 1, 1), date(2024, 12, 31))
    assert days_of_period("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert days_of_period(" 2024-2-3 ") == (date(2024, 2, 3), date(2024, 2, 3))
    assert days_of_period("3 February 2024") is None
    with pytest.raises(ValueError, match="day"):
        days_of_period("2024-02-30")
