"""Figures as frames, in headlines, in any language, and of any text at all."""

import polars as pl
import pytest
from figure_samples import figures, only
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.extract.figures import extract_figures, figures_of
from wiredesk.schema import ARTICLES, EVENTS, FIGURES, SENTENCES, TEXTS, conform


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
