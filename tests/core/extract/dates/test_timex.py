from collections.abc import Callable
from datetime import date

import pytest

from wiredesk import raw

Timexes = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It ran from 2009 to 2011.", ["2009", "2011"]),
        ("It ran between May 2009 and July 2011.", ["2009-05", "2011-07"]),
        ("The 2009-2011 plan failed.", ["2009", "2011"]),
        ("It ran on 3-5 May 2021.", ["2021-05-03", "2021-05-05"]),
        ("It ran from December 30, 2020 to January 2, 2021.", ["2020-12-30", "2021-01-02"]),
    ],
)
def test_the_ends_of_a_range_are_two_rows(timexes_of: Timexes, text: str, ends: list[str]) -> None:
    assert [value for _, _, value in timexes_of(text)] == ends


def test_the_ends_of_a_range_keep_the_words_of_each(timexes_of: Timexes) -> None:
    assert [text for text, _, _ in timexes_of("From Dec. 30, 2020 to Jan. 2, 2021.")] == [
        "Dec. 30, 2020",
        "Jan. 2, 2021",
    ]


def test_unknown_ends_are_two_rows_too(timexes_of: Timexes) -> None:
    assert timexes_of("Closed from March to June.", published=None) == [
        ("March", "DATE", None),
        ("June", "DATE", None),
    ]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("She is now mayor.", "now", "PRESENT_REF"),
        ("He currently lives there.", "currently", "PRESENT_REF"),
        ("He recently left.", "recently", "PAST_REF"),
        ("In the past they shouted.", "the past", "PAST_REF"),
        ("It closed several years ago.", "several years ago", "PAST_REF"),
        ("Prices rose in recent months.", "recent months", "PAST_REF"),
        ("It will open soon.", "soon", "FUTURE_REF"),
        ("Someday it will open.", "Someday", "FUTURE_REF"),
        ("They expect it in the near future.", "the near future", "FUTURE_REF"),
        ("More follows in the coming weeks.", "the coming weeks", "FUTURE_REF"),
    ],
)
def test_vague_words_point_to_past_present_or_future(
    timexes_of: Timexes, text: str, written: str, value: str
) -> None:
    assert timexes_of(text) == [(written, "DATE", value)]


@pytest.mark.parametrize(
    "text",
    [
        "The now-cancelled deal.",
        "As soon as they met.",
        "Over the past few weeks it fell.",
        "In the past three games.",
        "The past president spoke.",
    ],
)
def test_words_that_only_look_vague_are_left(timexes_of: Timexes, text: str) -> None:
    assert timexes_of(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened in the summer of 2021.", "2021-SU"),
        ("It opened in the nineteenth century.", "18"),
        ("They met last weekend.", "2024-W10-WE"),
        ("They met in the 1980s.", "198"),
    ],
)
def test_seasons_weekends_and_centuries_have_values_of_their_own(
    timexes_of: Timexes, text: str, value: str
) -> None:
    assert [row[2] for row in timexes_of(text)] == [value]


def test_parts_of_a_day_are_times(timexes_of: Timexes) -> None:
    assert timexes_of("It burned on Monday night, and again this morning and overnight.") == [
        ("Monday night", "TIME", "2024-03-11TNI"),
        ("this morning", "TIME", "2024-03-13TMO"),
        ("overnight", "TIME", "2024-03-12TNI"),
    ]


def test_a_modifier_belongs_to_the_expression_and_a_preposition_does_not(timexes_of: Timexes) -> None:
    text = (
        "It began about two years ago, in early 2023, just over a year ago, and ended by the end of May 2023."
    )
    assert [row[0] for row in timexes_of(text)] == [
        "about two years ago",
        "early 2023",
        "just over a year ago",
        "the end of May 2023",
    ]


def test_what_nothing_in_the_text_tells_leans_on_the_latest_date_or_on_publication(
    timexes_of: Timexes,
) -> None:
    text = "The previous day it rained.\n\nThe dam broke on 3 March 2020.\n\nTwo days later the army came."
    assert [value for _, _, value in timexes_of(text)] == ["2024-03-12", "2020-03-03", "2020-03-05"]
    assert timexes_of("The previous day it rained.", published=None) == [("The previous day", "DATE", None)]


def test_lengths_and_repeated_times_are_left_out_unless_asked_for(timexes_of: Timexes) -> None:
    text = "For two years, every Monday at 3:30 p.m., he came; in the past three months he did not."
    assert timexes_of(text) == []
    assert timexes_of(text, every=True) == [
        ("two years", "DURATION", "P2Y"),
        ("every Monday", "SET", "XXXX-WXX-1"),
        ("3:30 p.m.", "TIME", "2024-03-13T15:30"),
        ("the past three months", "DURATION", "P3M"),
    ]


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("It took twenty-one days.", "DURATION", "P21D"),
        ("It took two and a half hours.", "DURATION", "PT2.5H"),
        ("It took half a year.", "DURATION", "P6M"),
        ("It took several decades.", "DURATION", "PXDE"),
        ("It took a couple of weeks.", "DURATION", "P2W"),
        ("A 10-year plan.", "DURATION", "P10Y"),
        ("It runs daily.", "SET", "P1D"),
        ("It runs twice a week.", "SET", "P1W"),
        ("It floods each winter.", "SET", "XXXX-WI"),
        ("It struck at midnight.", "TIME", "2024-03-13T24:00"),
        ("It struck at 18:05.", "TIME", "2024-03-13T18:05"),
    ],
)
def test_each_type_has_its_value(timexes_of: Timexes, text: str, type_: str, value: str) -> None:
    assert [row[1:] for row in timexes_of(text, every=True)] == [(type_, value)]


def test_a_time_of_day_is_that_of_the_day_under_discussion(timexes_of: Timexes) -> None:
    assert timexes_of("On 3 May 2019 it began. It ended at 3pm.", every=True) == [
        ("3 May 2019", "DATE", "2019-05-03"),
        ("3pm", "TIME", "2019-05-03T15:00"),
    ]


def test_the_second_of_several_is_no_length_of_time(timexes_of: Timexes) -> None:
    assert timexes_of("A second ship sank.", every=True) == []


def test_the_night_before_is_that_before_the_day_under_discussion(timexes_of: Timexes) -> None:
    text = "She left on 3 May 2019. The night before, it had rained."
    assert timexes_of(text)[1:] == [("The night before", "TIME", "2019-05-02TNI")]


def test_an_age_is_no_length_of_time(timexes_of: Timexes) -> None:
    assert timexes_of("A 27-year-old man, 27 years old.", every=True) == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Il est parti le 3 mars 2019.", "2019-03-03"),
        ("es", "Se fue el 3 de marzo de 2019.", "2019-03-03"),
        ("ar", "غادر في 3 آذار 2019.", "2019-03-03"),
        ("de", "Er ging am Montag, dem 4. März 2019.", "2019-03-04"),
    ],
)
def test_other_languages_have_their_explicit_dates_alone(
    timexes_of: Timexes, language: str, text: str, value: str
) -> None:
    assert [row[2] for row in timexes_of(text, language=language, every=True)] == [value]


def test_nothing_relative_is_guessed_in_other_languages(timexes_of: Timexes) -> None:
    assert timexes_of("Il est parti lundi, hier, la semaine dernière.", language="fr") == []


def test_days_of_a_vague_expression_are_not_known() -> None:
    (row,) = raw.dates({"a": raw.Raw("It is over now.", date(2024, 3, 13))}).iter_rows(named=True)
    assert (row["date_from"], row["date_to"], row["precision"], row["anchor"]) == (None,) * 4


def test_a_coarse_date_does_not_hide_the_finer_one_before_it(timexes_of: Timexes) -> None:
    text = (
        "They cleared the ship on January 30, 2013, after it was laid up in 2010. Three days later it sank."
    )
    assert [value for _, _, value in timexes_of(text)] == ["2013-01-30", "2010", "2013-02-02"]
