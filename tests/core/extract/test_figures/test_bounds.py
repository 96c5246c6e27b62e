"""Bounds, ranges and changes of figures."""

import pytest
from figure_samples import figures, only


@pytest.mark.parametrize(
    ("wording", "qualifier"),
    [
        ("about 300 men", "about"), ("some 300 men", "about"), ("an estimated 300 men", "about"),
        ("300 or so men", "about"), ("more than 300 men", "more than"), ("over 300 men", "more than"),
        ("in excess of 300 men", "more than"), ("300-plus men", "more than"),
        ("less than 300 men", "less than"),
        ("fewer than 300 men", "less than"), ("at least 300 men", "at least"),
        ("no fewer than 300 men", "at least"),
        ("300 men or more", "at least"), ("no more than 300 men", "at most"), ("at most 300 men", "at most"),
        ("up to 300 men", "up to"), ("as many as 300 men", "up to"), ("nearly 300 men", "nearly"),
        ("almost 300 men", "nearly"), ("just under 300 men", "nearly"),
        ("more than a total of 300 men", "more than"),
        ("at least another 300 men", "at least"), ("300 men", None),
    ],
)  # fmt: skip
def test_the_wording_around_a_number_is_its_bound(wording: str, qualifier: str | None) -> None:
    figure = only(f"They hired {wording} there.")
    assert (figure.value, figure.noun, figure.qualifier) == (300, "men", qualifier)


def test_a_bound_belongs_to_the_span() -> None:
    assert only("It gave over 200 vehicles to them.").text == "over 200 vehicles"
    assert only("It gave 200 vehicles or more to them.").text == "200 vehicles or more"


def test_over_before_a_duration_is_a_bound_only_where_something_lasts() -> None:
    assert only("Over two years the town emptied.").qualifier is None
    assert only("The siege lasted for over two years.").qualifier == "more than"


@pytest.mark.parametrize(
    ("text", "value", "value_to", "unit"),
    [
        ("Between 10 and 20 people came.", 10, 20, None), ("It fell 10-15 per cent.", 10, 15, "%"),
        ("It is 3 to 5 km off.", 3, 5, "km"), ("From 3 to 5 km of road is gone.", 3, 5, "km"),
        ("They want $5-10 million for it.", 5e6, 1e7, "USD"), ("It takes two or three days.", 2, 3, "d"),
        ("It needs 10 to 15 million euros.", 1e7, 1.5e7, "EUR"),
        ("It is an 8- to 16-metre mast.", 8, 16, "m"),
        ("It costs 2.5–3.5 a litre.", 2.5, 3.5, None),
    ],
)  # fmt: skip
def test_a_range_keeps_both_ends(text: str, value: float, value_to: float, unit: str | None) -> None:
    figure = only(text)
    assert (figure.value, figure.value_to, figure.unit) == (value, value_to, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rate rose from 3 to 5 per cent.", [(3, "%"), (5, "%")]),
        ("Profit climbed from $5 to $10 million.", [(5e6, "USD"), (1e7, "USD")]),
        ("The index fell 20 to 4,500.", [(20, None), (4500, None)]),
        ("Sales rose 3% to $5bn.", [(3, "%"), (5e9, "USD")]),
    ],
)
def test_a_change_is_two_figures(text: str, expected: list[tuple[float, str | None]]) -> None:
    found = figures(text)
    assert [(figure.value, figure.unit) for figure in found] == expected
    assert all(figure.value_to is None for figure in found)


def test_vague_amounts_say_the_least_that_they_mean() -> None:
    figure = only("Thousands of people fled.")
    assert (figure.value, figure.qualifier) == (1000, "at least")


def test_a_dash_between_clauses_leaves_the_range_behind_it_whole() -> None:
    found = figures("It freed 20 men - 5 to 10 km inland.")
    assert [(figure.value, figure.value_to) for figure in found] == [(20, None), (5, 10)]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("The index rose 3% to 4,500.", ["up by", "up to"]),
        ("Profit fell by 20 points, or 1.5%, to £5m.", ["down by", "down by", "down to"]),
        ("It climbed to 7% in May from 5% in April.", ["up to", "up from"]),
        ("Spending will rise from $9bn to $11bn.", ["up from", "up to"]),
        ("Sales were up 2% on the month and 4% on the year.", ["up by", "up by"]),
        ("It saw a 5% fall in crime.", ["down by"]), ("They got a rise of £200.", ["up by"]),
        ("Shares were 6% lower.", ["down by"]), ("It cut 500 jobs.", ["down by"]),
        ("The firm raised $75m.", [None]), ("They lost three matches.", [None]),
        ("Shares fell to a 10-year low.", [None]), ("They set up four offices.", [None]),
        ("It rose 2%, compared to 1% in May.", ["up by", None]),
        ("It is worth $5m. Rates rose.", [None]), ("A pint is 14p more than a glass.", [None]),
    ],
)  # fmt: skip
def test_a_movement_is_told_from_a_state(text: str, changes: list[str | None]) -> None:
    assert [figure.change for figure in figures(text)] == changes
