"""Units, rates, signs, and the same amount in another unit."""

import pytest
from figure_samples import figures, only


@pytest.mark.parametrize(
    ("text", "value", "unit", "per", "kind"),
    [
        ("Oil is at $83.40 a barrel.", 83.4, "USD", "bbl", "money"),
        ("It pays 20 pence per share.", 20, "pence", "share", "money"),
        ("It costs $15.4/hour.", 15.4, "USD", "h", "money"), ("It emits 95 g/km.", 95, "g", "km", "rate"),
        ("It flows at 300 cubic metres per second.", 300, "m3", "s", "flow"),
        ("It pumps 90,000 bpd.", 9e4, "bbl", "d", "flow"),
        ("The dose is 5 mg/kg a day.", 5, "mg", "kg/d", "rate"),
        ("It does 60 kilometres per hour.", 60, "km/h", None, "speed"),
        ("It paid $5bn a year earlier.", 5e9, "USD", None, "money"),
        ("It trades at 14 times its earnings.", 14, "x", None, "ratio"),
    ],
)  # fmt: skip
def test_what_an_amount_is_for_each_of_stands_beside_its_unit(
    text: str, value: float, unit: str, per: str | None, kind: str
) -> None:
    figure = only(text)
    assert (figure.value, figure.unit, figure.per, figure.kind) == (value, unit, per, kind)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It lasted more than a year.", 1, "a"), ("It needs a tonne of flour.", 1, "t"),
        ("It is the worst in a decade.", 1, "decade"), ("It took half an hour.", 0.5, "h"),
        ("It rose by a quarter of a percentage point.", 0.25, "pp"),
    ],
)  # fmt: skip
def test_an_article_counts_a_measured_unit(text: str, value: float, unit: str) -> None:
    figure = only(text)
    assert (figure.value, figure.unit) == (value, unit)


def test_an_article_alone_counts_no_unit() -> None:
    assert figures("It is a year of change, and a mile to go.") == []


@pytest.mark.parametrize(
    ("text", "value", "value_to"),
    [
        ("It fell by -3.5%.", -3.5, None), ("It was -18 °C to -34 °C there.", -34, -18),
        ("Profit was -$5m.", -5e6, None), ("Profit was $-5m.", -5e6, None),
        ("It was -5-0 degrees.", -5, 0), ("It may be off by plus or minus 3 percentage points.", 3, None),
        ("It is 9.83e-3 +/- 1e-5 m wide.", 9.83e-3, None), ("It is 2.5×10−5 m wide.", 2.5e-5, None),
        ("It is 3 x 10^6 km off.", 3e6, None),
    ],
)  # fmt: skip
def test_signs_powers_and_margins_are_part_of_the_number(
    text: str, value: float, value_to: float | None
) -> None:
    figure = only(text)
    assert (figure.value, figure.value_to) == (pytest.approx(value), value_to)


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("It costs $4.2bn.", 4.2e9, "USD", "money"), ("It costs A$20.", 20, "AUD", "money"),
        ("It costs HK$5m.", 5e6, "HKD", "money"), ("It costs 5bn euros.", 5e9, "EUR", "money"),
        ("It costs 500 Iraqi dinars.", 500, "IQD", "money"), ("It costs £2,000.", 2000, "GBP", "money"),
        ("It costs Rs 2.5 lakh.", 250_000, "rupee", "money"),
        ("It costs 300 Egyptian pounds.", 300, "EGP", "money"),
        ("It weighs 20 pounds.", 20, "lb", "mass"), ("Rates rose by 2 percentage points.", 2, "pp", "points"),
        ("It is 12.5% full.", 12.5, "%", "percent"),
        ("It covers 50,000 square kilometres.", 50_000, "km2", "area"),
        ("It burnt 40 hectares.", 40, "ha", "area"), ("It makes 300 MW.", 300, "MW", "power"),
        ("It does 30 knots.", 30, "kn", "speed"), ("It does 90 km/h.", 90, "km/h", "speed"),
        ("It is 40C outside.", 40, "degC", "temperature"), ("It was -5C there.", -5, "degC", "temperature"),
        ("It ran a two-week trial.", 2, "w", "duration"), ("It took 18 months.", 18, "mo", "duration"),
        ("It pumps 1.2m barrels per day.", 1.2e6, "bbl", "flow"), ("It holds 40 GB.", 40, "GB", "data"),
        ("It is a 5m wall.", 5, "m", "length"), ("The girl is 12 years old.", 12, "a", "age"),
        ("It cost tens of billions of dollars.", 1e10, "USD", "money"),
        ("It cost 50 cents.", 50, "cent", "money"),
    ],
)  # fmt: skip
def test_a_unit_has_a_symbol_and_a_kind(text: str, value: float, unit: str, kind: str) -> None:
    figure = only(text)
    assert (figure.value, figure.unit, figure.kind) == (value, unit, kind)


def test_a_glued_m_is_a_million_of_things_and_a_metre_of_others() -> None:
    assert (only("Some 5m people fled.").value, only("A 5m flood wall broke.").unit) == (5e6, "m")


@pytest.mark.parametrize(
    "text",
    [
        "The border is 1,600 km (994 miles) long.", "It paid £5m ($8m; 7m euros) for it.",
        "It is 1.5 metres or 5 feet tall.", "It was 30C (86F) there.", "It lies 20km/12 miles off.",
    ],
)  # fmt: skip
def test_the_same_amount_in_another_unit_is_no_second_figure(text: str) -> None:
    assert len(figures(text)) == 1


def test_another_amount_in_brackets_is_a_figure() -> None:
    assert [figure.value for figure in figures("It is 1,600 km (20 miles of it paved) long.")] == [1600, 20]
    assert [figure.value for figure in figures("It rose 20% (up from 15%) again.")] == [20, 15]


def test_neighbours_never_share_a_currency_sign() -> None:
    assert [figure.text for figure in figures("It cost 300€ 20 times.")] == ["300€", "20 times"]


def test_a_unit_makes_a_figure_of_what_looks_like_a_year() -> None:
    assert only("Shares stood at 1218 pence.", dates=["1218"]).unit == "pence"
