"""Figures: value, unit, counted thing and bound, and what is no figure."""

from collections.abc import Sequence

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.extract.figures import Figure, extract_figures, figures_of
from wiredesk.schema import ARTICLES, EVENTS, FIGURES, SENTENCES, TEXTS, conform


def figures(text: str, dates: Sequence[str] = (), language: str = "en") -> list[Figure]:
    spans = [(text.index(date), text.index(date) + len(date), date) for date in dates]
    return figures_of(text, [(0, len(text), 0)], spans, language=language)


def only(text: str, dates: Sequence[str] = (), language: str = "en") -> Figure:
    found = figures(text, dates, language)
    assert len(found) == 1, found
    return found[0]


def test_a_count_has_its_noun_with_modifiers_and_without_a_verb() -> None:
    figure = only("Clashes left 22 Ruritanian border guards dead near Halden.")
    assert (figure.value, figure.noun, figure.kind, figure.unit) == (
        22,
        "Ruritanian border guards",
        "count",
        None,
    )
    assert figure.text == "22 Ruritanian border guards"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They met 2,500 US troops there.", "US troops"),
        ("About 12 MPs walked out.", "MPs"),
        ("He saw three other civilians fall.", "civilians"),
        ("Some 40 Yemenis were held.", "Yemenis"),
        ("Police freed five of the hostages.", "hostages"),
        ("It has 15 women soldiers.", "women soldiers"),
        ("It has 15 sports cars.", "sports cars"),
        ("Some 40 United Nations workers left.", "United Nations workers"),
        ("Fire took 30 homes killed by frost.", "homes"),
        ("A 15-member council sat.", "member"),
        ("They sank 50,000 tonnes of wheat.", "wheat"),
        ("Thousands of farmers marched.", "farmers"),
        ("A dozen eggs broke.", "eggs"),
        ("It named six shipping and trading firms.", "shipping and trading firms"),
        ("It saw eight current or former members.", "current or former members"),
        ("They sent 20+ guns.", "guns"),
    ],
)
def test_the_noun_is_the_counted_thing(text: str, noun: str) -> None:
    assert only(text).noun == noun


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("One in five voters stayed away.", 0.2, "voters"),
        ("Only one in 13 cards works.", 1 / 13, "cards"),
        ("Nine out of 10 agree.", 0.9, None),
        ("Two-thirds of farmers agree.", 2 / 3, "farmers"), ("Rents fell by a quarter.", 0.25, None),
        ("It lost nearly a third of its ships.", 1 / 3, "ships"), ("It used ⅓ of the grain.", 1 / 3, "grain"),
    ],
)  # fmt: skip
def test_a_share_is_one_fraction(text: str, value: float, noun: str | None) -> None:
    figure = only(text)
    assert (figure.value, figure.noun, figure.kind) == (pytest.approx(value), noun, "fraction")


@pytest.mark.parametrize(
    "text", ["A third man fled.", "She came a fifth time.", "He left in the second half of the match."]
)
def test_an_ordinal_is_no_fraction(text: str) -> None:
    assert figures(text) == []


def test_a_part_counts_what_the_whole_counts() -> None:
    found = figures("The party won 21 of the 120 seats.")
    assert [(figure.value, figure.noun) for figure in found] == [(21, "seats"), (120, "seats")]
    found = figures("It held 21 of the more than 200 sailors.")
    assert [(figure.text, figure.noun) for figure in found] == [
        ("21", "sailors"),
        ("more than 200 sailors", "sailors"),
    ]


def test_one_of_many_counts_nothing() -> None:
    assert [figure.value for figure in figures("One of the two armies leaves.")] == [2]
    assert [figure.value for figure in figures("Only one of the 12 sailors swam.")] == [1, 12]


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


def test_one_counts_beside_another_count() -> None:
    found = figures("The village has one shop and two inns.")
    assert [(figure.value, figure.noun) for figure in found] == [(1, "shop"), (2, "inns")]


def test_small_counts_stand_alone_where_something_happened_to_them() -> None:
    assert [figure.value for figure in figures("Ten fell ill, of whom three died.")] == [10, 3]
    assert [figure.value for figure in figures("Two were hurt.")] == [2]


def test_four_of_them_counts_without_a_noun() -> None:
    figure = only("Rebels ambushed the patrol, killing four of them.")
    assert (figure.value, figure.noun, figure.text) == (4, None, "four of them")


def test_an_enumeration_is_several_figures() -> None:
    found = figures("The blast killed 10 fighters and three civilians.")
    assert [(figure.value, figure.noun) for figure in found] == [(10, "fighters"), (3, "civilians")]


def test_an_article_counts_nothing() -> None:
    figure = only("Two soldiers and a civilian interpreter died.")
    assert (figure.value, figure.noun) == (2, "soldiers")


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
    assert figures("It broke two weeks ago.", ["two weeks ago"]) == []
    assert figures("The 16 and 17 were free.", ["16 and 17"]) == []


def test_a_duration_that_a_date_expression_names_is_a_figure() -> None:
    figure = only("It fell for the last two years.", ["the last two years"])
    assert (figure.value, figure.unit, figure.noun) == (2, "a", "years")


@pytest.mark.parametrize(
    "text",
    ["Dana Kerim, 34, said so.", "A man aged 34 fell.", "Girls ages 34 came.", "The 34-year-old fell."],
)
def test_an_age_is_of_its_own_kind(text: str) -> None:
    figure = only(text)
    assert (figure.value, figure.unit, figure.kind) == (34, "a", "age")


def test_vague_amounts_say_the_least_that_they_mean() -> None:
    figure = only("Thousands of people fled.")
    assert (figure.value, figure.qualifier) == (1000, "at least")


def test_headlines_in_capitals_still_count() -> None:
    found = figures("Ten Soldiers Killed in Two Attacks")
    assert [figure.noun for figure in found] == ["Soldiers", "Attacks"]


@pytest.mark.parametrize(
    ("language", "text", "noun", "qualifier"),
    [
        ("fr", "Le maire a vu environ 22 soldats kurdes.", "soldats", "about"),
        ("es", "El jefe vio más de 22 soldados kurdos.", "soldados", "more than"),
        ("de", "Der Chef sah mindestens 22 kurdische Soldaten.", "kurdische Soldaten", "at least"),
    ],
)
def test_other_languages_put_the_head_elsewhere(language: str, text: str, noun: str, qualifier: str) -> None:
    figure = only(text, language=language)
    assert (figure.value, figure.noun, figure.qualifier) == (22, noun, qualifier)


def frames(*texts_of_articles: str) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    texts = pl.DataFrame(list(enumerate(texts_of_articles)), schema=TEXTS, orient="row")
    sentences = pl.DataFrame(
        [
            {
                "article_id": number,
                "sentence": 0,
                "start": 0,
                "end": len(text),
                "kind": "body",
                "paragraph": 0,
            }
            for number, text in enumerate(texts_of_articles)
        ]
    )
    articles = conform(texts.with_columns(language=pl.lit("en")), ARTICLES)
    return articles, texts, conform(sentences, SENTENCES)


def test_the_frame_has_the_schema_and_the_order_of_the_texts() -> None:
    articles, texts, sentences = frames("It sold 5 cars and 7 vans.", "Nothing here.", "It sold 9 boats.")
    frame = extract_figures(articles, texts, sentences, EVENTS.to_frame())
    assert frame.schema == FIGURES
    assert frame.select("article_id", "value").rows() == [(0, 5.0), (0, 7.0), (2, 9.0)]


def test_no_texts_give_an_empty_frame() -> None:
    empty = extract_figures(ARTICLES.to_frame(), TEXTS.to_frame(), SENTENCES.to_frame(), EVENTS.to_frame())
    assert empty.schema == FIGURES
    assert empty.is_empty()


def test_a_figure_never_leaves_its_sentence() -> None:
    text = "The toll was 20. Soldiers came by the hundred."
    found = figures_of(text, [(0, 16, 0), (17, len(text), 1)], [])
    assert [(figure.sentence, figure.text, figure.noun) for figure in found] == [(0, "20", None)]


PIECES = [
    "at", "least", "about", "20", "3,000", "five", "million", "people", "km", "%", "$", "(", ")", "-",
    "to", "from",
    "between", "and", "rose", "men", "1990", "two-thirds", "dozens", "of", "US", "troops", "the", ",",
    ".", "5pm", "£4m",
    "10-15", "or", "more", "century", "half", "a", "year-old", "aged", "€",
]  # fmt: skip
WORDS = st.sampled_from(PIECES)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_every_figure_is_a_span_of_its_sentence(text: str) -> None:
    behind = 0
    for figure in figures(text):
        assert text[figure.start : figure.end] == figure.text
        assert behind <= figure.start < figure.end
        assert figure.text == figure.text.strip()
        assert figure.value_to is None or figure.value_to > figure.value
        assert figure.noun is None or figure.noun in text
        behind = figure.end


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for figure in figures(text):
        assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize("piece", ["20 people ", "2-", "5 km (", "from 3 to 5 ", "twenty "])
def test_a_line_without_end_is_read_in_one_pass(piece: str) -> None:
    text = piece * 20_000  # a minute and more, if each number looked at all that stands before it
    dates = [(at, at + 1, "x") for at in range(0, len(text), 40)]
    for figure in figures_of(text, [(0, len(text), 0)], dates):
        assert text[figure.start : figure.end] == figure.text


def test_a_dash_between_clauses_leaves_the_range_behind_it_whole() -> None:
    found = figures("It freed 20 men - 5 to 10 km inland.")
    assert [(figure.value, figure.value_to) for figure in found] == [(20, None), (5, 10)]


def test_a_name_that_ends_in_digits_leaves_the_figure_behind_it() -> None:
    assert [figure.value for figure in figures("It lost 2%, the Ostmark 500 0.61 percent.")] == [2, 0.61]
    assert [figure.value for figure in figures("Movers: Verity Bio: +22 pct.")] == [22]


def test_neighbours_never_share_a_currency_sign() -> None:
    assert [figure.text for figure in figures("It cost 300€ 20 times.")] == ["300€", "20 times"]


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


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Some 22 border guards were killed.", "killed"), ("Police arrested 16 people.", "arrested"),
        ("A bomb left, killing 22 rebels.", "killing"), ("Nearly 60,000 villagers fled.", "fled"),
        ("More than 40 miners are still missing.", "missing"), ("It has 16 people.", None),
        ("He told 16 people who told others.", None), ("It took 16 hours.", None),
    ],
)  # fmt: skip
def test_a_count_tells_what_was_done(text: str, verb: str | None) -> None:
    assert only(text).verb == verb


def test_a_unit_makes_a_figure_of_what_looks_like_a_year() -> None:
    assert only("Shares stood at 1218 pence.", ["1218"]).unit == "pence"


@pytest.mark.parametrize(
    ("language", "text", "value", "unit", "noun"),
    [
        ("fr", "Il a perdu 1,2 milliard d'euros.", 1.2e9, "EUR", None),
        ("fr", "On a vu soixante-douze passagers.", 72, None, "passagers"),
        ("fr", "Elle a vu une vingtaine de bateaux.", 20, None, "bateaux"),
        ("fr", "Deux tiers des ports sont clos.", 2 / 3, None, "ports"),
        ("es", "Vendió medio millón de litros.", 5e5, "l", None),
        ("es", "Hubo doscientos cincuenta barcos.", 250, None, "barcos"),
        ("es", "Paga 900 euros al mes.", 900, "EUR", None),
        ("de", "Er sah zweiundzwanzig Schiffe.", 22, None, "Schiffe"),
        ("de", "Das Haus kostet 450'000 Franken.", 450_000, "CHF", None),
        ("de", "Ein Drittel der Höfe ist leer.", 1 / 3, None, "Höfe"),
        ("ar", "نزح ٢٥٠٬٠٠٠ شخص من المدينة", 250_000, None, "شخص"),
        ("ar", "بلغت البطالة ١٢٫٥٪ هناك", 12.5, "%", None),
        ("ar", "حصل الحزب و120 مقعدا", 120, None, "مقعدا"),
        ("ar", "تحتاج ثلاثة ملايين جرعة", 3e6, None, "جرعة"),
    ],
)  # fmt: skip
def test_every_language_writes_numbers_its_own_way(
    language: str, text: str, value: float, unit: str | None, noun: str | None
) -> None:
    figure = only(text, language=language)
    assert (figure.value, figure.unit, figure.noun) == (pytest.approx(value), unit, noun)
