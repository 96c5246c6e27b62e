"""Figures whose reading hangs on the words around them: metres or millions, ages, points, currencies."""

import pytest
from figure_samples import figures, only


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The app has 212m users.", [212e6]), ("Subscribers were up 3m to 212m.", [3e6, 212e6]),
        ("Sales fell to 40m in spring.", [40e6]), ("It peaked at 12m on Monday.", [12e6]),
    ],
)  # fmt: skip
def test_m_is_million_where_no_length_is_spoken_of(text: str, values: list[float]) -> None:
    assert [(figure.value, figure.unit) for figure in figures(text)] == [(value, None) for value in values]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The tower is 212m high.", [212]), ("A 5m flood wall broke.", [5]),
        ("It flew at a height of 900m.", [900]),
        ("They stood 300m from the gate.", [300]), ("She won the 60m hurdles.", [60]),
        ("The sprinter took the 200m in Selby.", [200]), ("He runs the 1500m.", [1500]),
        ("The mural, 2.4m by 1.8m, was sold.", [2.4, 1.8]),
    ],
)  # fmt: skip
def test_m_is_metres_where_a_length_is_spoken_of(text: str, values: list[float]) -> None:
    assert [(figure.value, figure.unit) for figure in figures(text)] == [(value, "m") for value in values]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The bank raised N14.5bn.", 14.5e9, "NGN"), ("It spent R500m on trains.", 5e8, "ZAR"),
        ("It will cost P12 billion.", 12e9, None), ("In Gaborone it will cost P12 billion.", 12e9, "BWP"),
        ("In Manila it will cost P12 billion.", 12e9, "PHP"), ("It made Kr 1.3 billion.", 1.3e9, "crown"),
        ("In Oslo it made Kr 1.3 billion.", 1.3e9, "NOK"), ("It paid Rs. 1,100 cr. for it.", 1.1e10, "rupee"),
        ("A court in Delhi fined him Rs 5 lakh.", 5e5, "INR"),
        ("Firms from Delhi and Karachi paid Rs 5 lakh.", 5e5, "rupee"),
    ],
)  # fmt: skip
def test_a_currency_is_told_by_its_sign_and_the_places_around(
    text: str, value: float, unit: str | None
) -> None:
    figure = only(text)
    assert (figure.value, figure.unit, figure.kind) == (pytest.approx(value), unit, "money")


@pytest.mark.parametrize("text", ["Wear N95 masks.", "Take the R500 south.", "He drove a P12 past it."])
def test_a_letter_before_few_is_a_name(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("fr", "Il a coûté 3,5 millions d'euros.", 3.5e6, "EUR"),
        ("fr", "Il vaut 3 000 francs CFA.", 3000, "CFA franc"),
        ("es", "El puente costó 12 millones de soles.", 12e6, "PEN"),
        ("es", "Vale 3 millones de bolívares.", 3e6, "bolivar"),
        ("de", "Das kostet 3,5 Mrd. Euro.", 3.5e9, "EUR"),
        ("de", "Das kostet 200 Mio. Kronen.", 2e8, "crown"),
    ],
)  # fmt: skip
def test_every_language_names_currencies_its_own_way(
    language: str, text: str, value: float, unit: str
) -> None:
    figure = only(text, language=language)
    assert (figure.value, figure.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "value_to", "unit"),
    [
        ("Seats cost SEK 95 to SEK 100.", 95, 100, "SEK"), ("It is put at $5m to $7m.", 5e6, 7e6, "USD"),
        ("It works at -20 to +35 degrees.", -20, 35, "deg"),
        ("It bears minus 20 to plus 35 degrees.", -20, 35, "deg"),
    ],
)  # fmt: skip
def test_a_range_keeps_units_and_signs_of_both_ends(
    text: str, value: float, value_to: float, unit: str
) -> None:
    figure = only(text)
    assert (figure.value, figure.value_to, figure.unit) == (value, value_to, unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Her approval fell three points to 41%.", "pp"), ("A poll put it at 34%, two points ahead.", "pp"),
        ("The index fell 62 points, or 0.9%.", None), ("He scored 20 points and hit 45% of his shots.", None),
        ("Growth was three points on the agenda.", None),
    ],
)  # fmt: skip
def test_points_beside_percentages_of_a_poll_are_percentage_points(text: str, unit: str | None) -> None:
    units = [figure.unit for figure in figures(text) if "points" in figure.text]
    assert units == [unit]


@pytest.mark.parametrize(
    ("text", "qualifier", "change"),
    [
        ("Growth is picking up to 1.2%.", None, "up to"), ("Speeds reach up to 12 km/h.", "up to", None),
        ("Fighting spread over six provinces.", None, None),
        ("It killed over six soldiers.", "more than", None),
        ("It hit over 200 vehicles.", "more than", None), ("Rain fell over three islands.", None, None),
    ],
)  # fmt: skip
def test_a_particle_or_a_place_is_no_bound(text: str, qualifier: str | None, change: str | None) -> None:
    figure = only(text)
    assert (figure.qualifier, figure.change) == (qualifier, change)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Norland must chase down 312.", None), ("The bus plunged 200 metres.", None),
        ("The river rose two metres.", "up by"), ("Shares closed up 4%.", "up by"),
        ("Services make up 40% of it.", None), ("The upturn is picking up, with a 3% rise in pay.", "up by"),
    ],
)  # fmt: skip
def test_a_movement_of_somebody_is_no_change_of_a_figure(text: str, change: str | None) -> None:
    assert only(text).change == change


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("She was 91.", 91), ("He was 19 when he left.", 19), ("Mara was just 15 when she sang.", 15),
        ("She turns 40 next month.", 40), ("He died at 84.", 84), ("A girl aged 7 sang.", 7),
        ("Children under 15 were sent home.", 15), ("He was nineteen.", 19),
    ],
)  # fmt: skip
def test_how_old_somebody_was_is_an_age(text: str, age: float) -> None:
    figure = only(text)
    assert (figure.value, figure.unit, figure.kind) == (age, "a", "age")


@pytest.mark.parametrize(
    "text", ["She was 91 points ahead.", "He was 12 under par.", "It turned 40 into 50."]
)
def test_what_somebody_was_otherwise_is_no_age(text: str) -> None:
    assert all(figure.kind != "age" for figure in figures(text))


@pytest.mark.parametrize(
    "text",
    [
        "14.50: The road is shut.", "He was 24-of-36 on Sunday.", "They were 45 for 3 at lunch.",
        "Ring 101 and say incident 112.", "It is week 32 already.", "He is the No. 7 in Selby.",
        "They took Route 66.", "The under 15 team won.", "She has an iPhone 12 in blue.",
    ],
)  # fmt: skip
def test_numbers_that_tell_a_time_a_score_or_a_name_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_a_list_goes_on_to_the_grandchildren() -> None:
    nouns = [
        figure.noun for figure in figures("She leaves two sons, three daughters and seven grandchildren.")
    ]
    assert nouns == ["sons", "daughters", "grandchildren"]


def test_a_multiplier_is_no_part_of_the_noun() -> None:
    figure = only("Patients waited 3.6m hours.")
    assert (figure.value, figure.unit, figure.noun) == (3.6e6, "h", "hours")


def test_a_conversion_is_kept_beside_its_figure() -> None:
    assert only("It paid £5m ($8m; 7m euros) for it.").also == "$8m; 7m euros"
    assert only("It does 60 mph (97 km/h).").also == "97 km/h"
    assert only("It paid £5m for it.").also is None
