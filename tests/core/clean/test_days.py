from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.clean.days import stated_dates


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
