"""Dates and figures in words."""

from datetime import date
from typing import Any

import pytest

from wiredesk_tui.look import ASCII, UNICODE
from wiredesk_tui.wording import amount, dated, of_what, published, published_in_words, unit_in_words


def event(value: str | None, precision: str | None, first: date | None, last: date | None) -> dict[str, Any]:
    return {
        "value": value, "precision": precision, "date_from": first, "date_to": last,
        "expression": "some time ago",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "width", "shown"),
    [
        (event("2021-07-06", "day", date(2021, 7, 6), date(2021, 7, 6)), 10, "2021-07-06"),
        (event("2019-03", "month", date(2019, 3, 1), date(2019, 3, 31)), 10, "2019-03"),
        (event("2017", "year", date(2017, 1, 1), date(2017, 12, 31)), 10, "2017"),
        (event("2024-Q2", "quarter", date(2024, 4, 1), date(2024, 6, 30)), 10, "2024-Q2"),
        (event("2021-W27", "week", date(2021, 7, 5), date(2021, 7, 11)), 18, "week of 2021-07-05"),
        (event("2021-W27", "week", date(2021, 7, 5), date(2021, 7, 11)), 10, "2021-W27"),
        (event("199", "decade", date(1990, 1, 1), date(1999, 12, 31)), 10, "1990s"),
        (event("2014/2017", "range", date(2014, 1, 1), date(2017, 12, 31)), 10, "2014–2017"),
        (event("2014-03-01/2017-05-06", "range", date(2014, 3, 1), date(2017, 5, 6)), 10, "2014–2017"),
        (event(None, None, None, None), 10, "? some time ago"),
    ],
)
def test_a_date_is_never_sharper_than_it_is_known(row: dict[str, Any], width: int, shown: str) -> None:
    assert dated(row, width, UNICODE) == shown


def figure(value: float, qualifier: str | None = None, value_to: float | None = None) -> dict[str, Any]:
    return {"value": value, "qualifier": qualifier, "value_to": value_to}


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (figure(2500.0), "2,500"),
        (figure(300.0, "more than"), ">300"),
        (figure(3.0, "at least"), "≥3"),
        (figure(4.5e6, "about"), "~4,500,000"),
        (figure(40.0, "up to"), "≤40"),
        (figure(40.0, "less than"), "<40"),
        (figure(10.0, None, 15.0), "10–15"),
        (figure(0.5), "0.5"),
    ],
)
def test_a_figure_keeps_its_bound(row: dict[str, Any], shown: str) -> None:
    assert amount(row, UNICODE, 15) == shown


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (figure(1e10, None, 1e11), "10bn–100bn"),
        (figure(2_500_000.0, "more than"), ">2.5m"),
        (figure(1_234_567_890.0), "1.235bn…"),
    ],
)
def test_a_number_without_room_is_never_cut_to_another_number(row: dict[str, Any], shown: str) -> None:
    assert amount(row, UNICODE, 9) == shown


def test_signs_have_ascii_forms() -> None:
    assert amount(figure(3.0, "at least", 5.0), ASCII, 15) == ">=3-5"


def test_an_unknown_day_of_publication_stays_unknown() -> None:
    article: dict[str, Any] = {"published": None, "published_from": None, "not_before": date(2020, 5, 1)}
    assert published(article, UNICODE) == "≥2020-05-01"
    assert published_in_words(article) == "date unknown, not before 2020-05-01"
    assert published({**article, "not_before": None}, UNICODE) == "?"


def test_a_day_of_publication_comes_with_what_shows_it() -> None:
    article: dict[str, Any] = {
        "published": date(2021, 7, 6),
        "published_from": "dateline",
        "not_before": None,
    }
    assert published_in_words(article) == "2021-07-06 (from its dateline)"


@pytest.mark.parametrize(
    ("noun", "verb", "change", "told"),
    [
        ("border guards", "killed", None, "border guards killed"),
        ("jobs", "cut", "down by", "jobs cut, down by"),
        (None, None, "up to", "up to"), ("years", None, None, ""),
    ],
)  # fmt: skip
def test_a_figure_tells_what_was_done_and_whether_it_moved(
    noun: str | None, verb: str | None, change: str | None, told: str
) -> None:
    unit = "years" if noun == "years" else ""
    assert of_what({"noun": noun, "verb": verb, "change": change}, unit) == told


def test_a_rate_is_told_in_words() -> None:
    assert (unit_in_words("USD/a"), unit_in_words("USD/bbl"), unit_in_words("a")) == (
        "USD/year",
        "USD/bbl",
        "years",
    )
