"""What only looks like a figure, or is one of a kind of its own."""

import pytest
from figure_samples import figures, only


@pytest.mark.parametrize(
    "text",
    [
        "Call 555 0142.",

        "Junctions 12 and 14 are shut.",
        "The 1960s were calm.",
        "It shows 1080p pictures.",
    ],
)  # fmt: skip
def test_numbers_that_name_are_no_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 it began.", "It met on 5 May.", "It met on May 20.", "It runs from 6 to 9 January.",
        "It met on Aug. 7.",
        "It came 21st.", "The G7 met.", "A Boeing 747 landed.", "Take Route 66.", "See Article 5.",
        "UN Resolution 2254 holds.",
        "The side won 3-2 at home.", "It was a 5-4 vote.", "No one knew.", "One of the men spoke.",
        "One day it rained.",
        "1. Count the votes.", "See page 12.", "It is at 10 Bridge Street.", "Call 555-1234.",
        "The two agreed.",
        "Apollo 11 flew.", "It is a two-way street.", "She likes the Six Nations.", "It grew in the 1980s.",
        "It got 10 out of 10.", "It is for ages of six to 11.",
        "He came number two.", "Windows 98 users complained.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    assert figures(text) == []


def test_a_number_inside_a_date_expression_is_no_figure() -> None:
    assert figures("It broke two weeks ago.", dates=["two weeks ago"]) == []
    assert figures("The 16 and 17 were free.", dates=["16 and 17"]) == []


def test_a_duration_that_a_date_expression_names_is_a_figure() -> None:
    figure = only("It fell for the last two years.", dates=["the last two years"])
    assert (figure.value, figure.unit, figure.noun) == (2, "a", "years")


@pytest.mark.parametrize(
    "text",
    ["Dana Kerim, 34, said so.", "A man aged 34 fell.", "Girls ages 34 came.", "The 34-year-old fell."],
)
def test_an_age_is_of_its_own_kind(text: str) -> None:
    figure = only(text)
    assert (figure.value, figure.unit, figure.kind) == (34, "a", "age")


def test_a_name_that_ends_in_digits_leaves_the_figure_behind_it() -> None:
    assert [figure.value for figure in figures("It lost 2%, the Ostmark 500 0.61 percent.")] == [2, 0.61]
    assert [figure.value for figure in figures("Movers: Verity Bio: +22 pct.")] == [22]
