"""Expressions that hold their own year."""

from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

EventsOf = Callable[..., pl.DataFrame]
ValuesOf = Callable[..., dict[str, str | None]]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("6 July 2021", "2021-07-06"),
        ("July 6, 2021", "2021-07-06"),
        ("July 6th, 2021", "2021-07-06"),
        ("Tuesday, July 6, 2021", "2021-07-06"),
        ("Tuesday 6 July 2021", "2021-07-06"),
        ("the 6th of July 2021", "2021-07-06"),
        ("the sixth of July, 2021", "2021-07-06"),
        ("Jul. 6, 2021", "2021-07-06"),
        ("6-Jul-2021", "2021-07-06"),
        ("10 Nov 11", "2011-11-10"),
        ("JULY 6, 2021", "2021-07-06"),
        ("2021-07-06", "2021-07-06"),
        ("06.07.2021", "2021-07-06"),
        ("13/02/2023", "2023-02-13"),
        ("02/13/2023", "2023-02-13"),
        ("2021-W27", "2021-W27"),
        ("March 2019", "2019-03"),
        ("early March 2019", "2019-03"),
        ("the end of March 2019", "2019-03"),
        ("mid-2011", "2011"),
        ("the end of 2025", "2025"),
        ("1815", "1815"),
        ("the 1990s", "199"),
        ("the late 1980s", "198"),
        ("the ’90s", "199"),
        ("the nineties", "199"),
        ("the 2000s", "200"),
        ("the 1800s", "1800/1899"),
        ("the 19th century", "1800/1899"),
        ("the early twenty-first century", "2000/2099"),
        ("Q2 2024", "2024-Q2"),
        ("the second quarter of 2024", "2024-Q2"),
        ("the first half of 2020", "2020-H1"),
        ("H2 2020", "2020-H2"),
        ("fiscal 2023", "2023"),
        ("FY2023", "2023"),
        ("the summer of 2021", "2021-06/2021-08"),
        ("winter 1978-79", "1978-12/1979-02"),
        ("winter 2008-09", "2008-12/2009-02"),
        ("Christmas Day 2019", "2019-12-25"),
        ("New Year’s Eve 1999", "1999-12-31"),
        ("3-5 May 2021", "2021-05-03/2021-05-05"),
        ("July 5 and 6, 2021", "2021-07-05/2021-07-06"),
        ("30 December 2020 to 2 January 2021", "2020-12-30/2021-01-02"),
        ("December 30 - January 2, 2021", "2020-12-30/2021-01-02"),
        ("March to June 2020", "2020-03/2020-06"),
        ("September 2010 to January 2011", "2010-09/2011-01"),
        ("November to February 2011", "2010-11/2011-02"),
        ("July/August 2019", "2019-07/2019-08"),
        ("2014-2017", "2014/2017"),
        ("2014–17", "2014/2017"),
        ("2022/23", "2022/2023"),
        ("2003-04", "2003/2004"),
    ],
)
def test_a_date_with_its_year_stands_for_itself(
    values_of: ValuesOf, events_of: EventsOf, expression: str, value: str
) -> None:
    sentence = f"The talks in {expression} were long."
    assert values_of(sentence) == {expression: value}
    assert values_of(sentence, published=None) == {expression: value}
    assert events_of(sentence)["anchor"].to_list() == ["explicit"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("From 2003 to 2011 they fought.", {"2003 to 2011": "2003/2011"}),
        ("It grew between 2003 and 2011.", {"2003 and 2011": "2003/2011"}),
        ("They left in 2011, back in 2014.", {"2011": "2011", "2014": "2014"}),
        ("It fell in 2017 and 2019.", {"2017": "2017", "2019": "2019"}),
        ("Under a 2024 deal they go.", {"2024": "2024"}),
        ("Elected in 2019, she left.", {"2019": "2019"}),
        ("She sang his early-2000s hits.", {"early-2000s": "200"}),
    ],
)
def test_years_are_told_apart_or_joined_as_the_words_say(
    values_of: ValuesOf, sentence: str, found: dict[str, str]
) -> None:
    assert values_of(sentence, published=None) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "The plant employs 2,017 people.",
        "He commands 2019 troops.",
        "It costs $2019 or 1998.50 at most.",
        "They walked 2000 km on Route 2020.",
        "Resolution 1973 passed; see No. 2011.",
        "Flight 1990 left at 2000 GMT.",
        "CVE-2019-1234 was fixed in version 2010.",
        "It won 2-1 after 24/7 work, 3-0 up.",
        "Around 500 BC the town was founded.",
        "About 1500 homes lost power.",
        "She is in her 20s, he is 1.95 m tall.",
        "Read https://example.org/2013/05/03/story now.",
        "The Sunday Times and Mail on Sunday wrote of Black Friday.",
        "They may march on; March on, said Theresa May.",
        "He worked for two years, eight hours a day.",
        "Every Monday they meet, on Fridays too, each year.",
        "The match began at 7:30 p.m. and ended at 21:15.",
        "A two-year-old and a 30-year-old survived.",
    ],
)
def test_other_figures_and_words_are_no_dates(values_of: ValuesOf, sentence: str) -> None:
    assert values_of(sentence) == {}


@pytest.mark.parametrize(
    "expression", ["31 February 2020", "February 30, 2021", "29 February 2023", "2021-02-31"]
)
def test_a_day_that_no_calendar_has_gets_no_value(events_of: EventsOf, expression: str) -> None:
    row = events_of(f"It happened on {expression}, they say.").row(0, named=True)
    assert row["text"] == expression
    assert [row[name] for name in ("value", "date_from", "date_to", "precision", "anchor")] == [None] * 5


def test_day_and_month_in_figures_are_told_apart_only_where_something_tells(
    values_of: ValuesOf, events_of: EventsOf
) -> None:
    assert values_of("Signed 05/02/2013.") == {"05/02/2013": None}
    near = events_of("Signed 05/02/2013.", published=date(2013, 5, 3))
    assert near.select("value", "anchor").row(0) == ("2013-05-02", "published")


@pytest.mark.parametrize(
    ("language", "sentence", "found"),
    [
        (
            "fr",
            "Le 6 juillet 2021, puis en mars 2019.",
            {"6 juillet 2021": "2021-07-06", "mars 2019": "2019-03"},
        ),
        ("fr", "Du 1er au 5 mai 2020.", {"1er au 5 mai 2020": "2020-05-01/2020-05-05"}),
        ("es", "El 6 de julio de 2021.", {"6 de julio de 2021": "2021-07-06"}),
        ("de", "Am 6. Juli 2021, im März 2019.", {"6. Juli 2021": "2021-07-06", "März 2019": "2019-03"}),
        ("it", "Il 6 luglio 2021.", {"6 luglio 2021": "2021-07-06"}),
        ("pt", "Em 6 de julho de 2021.", {"6 de julho de 2021": "2021-07-06"}),
        ("nl", "Op 6 juli 2021.", {"6 juli 2021": "2021-07-06"}),
        ("ar", "في 15 كانون الثاني 2020", {"15 كانون الثاني 2020": "2020-01-15"}),
        ("ar", "يوم 3 تموز/يوليو 2019", {"3 تموز/يوليو 2019": "2019-07-03"}),
        ("ar", "في ٦ يوليو ٢٠٢١", {"٦ يوليو ٢٠٢١": "2021-07-06"}),
        ("zh", "会议于2021年7月6日举行。", {"2021年7月6日": "2021-07-06"}),
        ("fr", "Lundi, il a parlé en mai.", {}),
    ],
)
def test_other_languages_give_their_written_out_dates(
    values_of: ValuesOf, language: str, sentence: str, found: dict[str, str]
) -> None:
    assert values_of(sentence, language=language) == found
