"""Expressions that lean on the day of publication, the date under discussion, or the tense."""

from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

EventsOf = Callable[..., pl.DataFrame]
ValuesOf = Callable[..., dict[str, str | None]]

RELATIVE = {
    "yesterday": "2024-03-12",
    "today": "2024-03-13",
    "tomorrow night": "2024-03-14",
    "the day before yesterday": "2024-03-11",
    "last night": "2024-03-12",
    "this morning": "2024-03-13",
    "overnight": "2024-03-12/2024-03-13",
    "last week": "2024-W10",
    "this month": "2024-03",
    "next year": "2025",
    "last quarter": "2023-Q4",
    "earlier this year": "2024",
    "later this month": "2024-03",
    "last weekend": "2024-03-09/2024-03-10",
    "last Monday": "2024-03-11",
    "last Wednesday": "2024-03-06",
    "next Wednesday": "2024-03-20",
    "this Friday": "2024-03-15",
    "Friday last week": "2024-03-08",
    "last March": "2023-03",
    "last February": "2024-02",
    "next February": "2025-02",
    "last summer": "2023-06/2023-08",
    "three days ago": "2024-03-10",
    "a fortnight ago": "2024-W09",
    "two weeks ago": "2024-W09",
    "six months ago": "2023-09",
    "twenty-one years ago": "2003",
    "two and a half years ago": "2021",
    "a decade ago": "201",
    "the past two years": "2022-03-13/2024-03-13",
    "the next six months": "2024-03-13/2024-09-13",
    "the past week": "2024-03-06/2024-03-13",
    "the end of the year": "2024",
    "the beginning of last month": "2024-02",
    "year-end": "2024",
    "April last year": "2023-04",
    "3 May last year": "2023-05-03",
    "the second quarter of last year": "2023-Q2",
}


@pytest.mark.parametrize(("expression", "value"), RELATIVE.items())
def test_a_relative_date_leans_on_the_day_of_publication(
    values_of: ValuesOf, events_of: EventsOf, expression: str, value: str
) -> None:
    sentence = f"They spoke of it, {expression}, in the town hall."
    assert values_of(sentence) == {expression: value}
    assert events_of(sentence)["anchor"].to_list() == ["published"]


@pytest.mark.parametrize("expression", [*RELATIVE, "Wednesday", "November 27", "12-14 May"])
def test_an_article_without_a_date_resolves_nothing_relative(events_of: EventsOf, expression: str) -> None:
    row = events_of(f"They spoke of it, {expression}, in the town hall.", published=None).row(0, named=True)
    assert row["text"] == expression
    assert [row[name] for name in ("value", "date_from", "date_to", "precision", "anchor")] == [None] * 5


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It opened on Friday.", "2024-03-08"),
        ("It will open on Friday.", "2024-03-15"),
        ("He was shot by thieves on Friday.", "2024-03-08"),
        ("The strike is due to end by Friday.", "2024-03-15"),
        ("Talks began in January.", "2024-01"),
        ("She resigned in November.", "2023-11"),
        ("The law takes effect in November.", "2024-11"),
        ("He is expected to testify on April 15.", "2024-04-15"),
        ("The bridge collapsed on April 15.", "2023-04-15"),
        ("Police arrived late Tuesday.", "2024-03-12"),
        ("The vote on Wednesday failed.", "2024-03-13"),
    ],
)
def test_the_tense_tells_past_from_future(events_of: EventsOf, sentence: str, value: str) -> None:
    assert events_of(sentence)["value"].to_list() == [value]


def test_a_leap_day_without_a_year_is_the_latest_one(values_of: ValuesOf) -> None:
    assert values_of("He resigned on February 29.", published=date(2023, 5, 1)) == {
        "February 29": "2020-02-29"
    }


def test_a_month_is_told_from_a_name_and_a_verb(values_of: ValuesOf) -> None:
    assert list(values_of("April Novak met Theresa May in May, then June Ekman left in June.")) == [
        "May",
        "June",
    ]
    assert list(values_of("It is due by March. The May election was close.")) == ["March", "May"]
    assert values_of("March for Hope drew thousands; the Nurses’ March ended; support for May fell.") == {}


def test_a_quarter_without_a_year_is_one_of_business_not_of_a_game(values_of: ValuesOf) -> None:
    assert values_of("Profit fell in the fourth quarter.") == {"the fourth quarter": "2023-Q4"}
    assert values_of("He threw twice in the fourth quarter.") == {}


def test_how_long_is_not_when(values_of: ValuesOf) -> None:
    assert values_of("On 1 May 2020 it opened two days later than planned.") == {"1 May 2020": "2020-05-01"}
    assert values_of("Two days after the vote on 1 May 2020 it rained.") == {"1 May 2020": "2020-05-01"}


def test_a_feast_is_a_day_only_where_it_is_dated(values_of: ValuesOf) -> None:
    assert values_of("They met on Christmas Eve.") == {"Christmas Eve": "2023-12-24"}
    assert values_of("The Boxing Day sales and Christmas dinners are over.") == {}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He went to church on Easter Sunday.", ["2023-04-09"]),
        ("The shops will close on Good Friday.", ["2024-03-29"]),
        ("Workers had the day off on Labor Day.", ["2023-09-04"]),
        ("It was sold before Christmas.", ["2023-12-25"]),
        ("They met on Thanksgiving 2012.", ["2012-11-22"]),
        ("Christmas sales rose.", []),
        ("The Thanksgiving parade was cancelled.", []),
    ],
)
def test_feasts_that_move_are_computed(values_of: ValuesOf, text: str, values: list[str]) -> None:
    assert list(values_of(text).values()) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The court gave them until April 2 to pay.", "2024-04-02"),
        ("The vote was put off until Friday.", "2024-03-15"),
        ("The judge postponed the hearing until Monday.", "2024-03-18"),
        ("Prosecutors have until Friday to appeal.", "2024-03-15"),
        ("He was fired on April 2.", "2023-04-02"),
        ("The ship calls at the port on April 2.", "2024-04-02"),
    ],
)
def test_a_limit_that_somebody_set_lies_ahead(values_of: ValuesOf, text: str, value: str) -> None:
    assert list(values_of(text).values()) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They voted on the first Monday of May 2013.", "2013-05-06"),
        ("They voted on the last Sunday in January.", "2024-01-28"),
        ("Sales fell in the final three months of 2012.", "2012-Q4"),
        ("Sales fell in 2012's third quarter.", "2012-Q3"),
        ("It will open two weeks from now.", "2024-W13"),
        ("Revenue rose in the latest quarter.", "2023-Q4"),
        ("Profit rose in the year-ago quarter.", "2023"),
        ("The fifth Monday of February 2013.", None),
    ],
)
def test_places_within_a_month_or_year_are_found(values_of: ValuesOf, text: str, value: str | None) -> None:
    assert list(values_of(text).values()) == [value]


def test_a_year_that_passes_is_a_length_of_time_up_to_now_or_from_now(events_of: EventsOf) -> None:
    (row,) = events_of("It will grow over the next year.").iter_rows(named=True)
    assert (row["value"], row["precision"]) == ("2024-03-13/2025-03-13", "range")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The bridge collapsed in the summer.", ["2023-06/2023-08"]),
        ("A vote is likely in the autumn, they said.", ["2024-09/2024-11"]),
        ("They closed before the summer holidays.", []),
        ("After the fall in prices, they sold.", []),
        ("They will wait until the fall, they said.", ["2024-09/2024-11"]),
        ("It will open later in the year.", ["2024"]),
        ("It rained earlier in the week.", ["2024-W11"]),
        ("In May 2019 he left. Later in the year she did.", ["2019-05", "2019"]),
    ],
)
def test_a_season_or_unit_without_a_name_is_the_one_at_hand(
    values_of: ValuesOf, text: str, values: list[str]
) -> None:
    assert list(values_of(text).values()) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("By Friday, nobody had come.", ["2024-03-08"]),
        ("By Friday, everybody will be there.", ["2024-03-15"]),
        ("The deadline is Friday.", ["2024-03-15"]),
        ("It would deliver by autumn, he said.", ["2024-09/2024-11"]),
        ("Leaves fall in autumn.", []),
        ("He left on 3 May 2019, and died on the 21st.", ["2019-05-03", "2019-05-21"]),
        ("He lives on the 2nd floor.", []),
        ("She sank a putt for birdie on the 18th.", []),
        ("It fell on the twenty-first of May.", ["2023-05-21"]),
        ("Sales rose in last year's fourth quarter.", ["2023-Q4"]),
        ("January-March sales rose.", ["2024-01/2024-03"]),
        ("He fled on 3 May 2019. The day before, he was seen.", ["2019-05-03", "2019-05-02"]),
    ],
)
def test_other_ways_to_write_a_date_are_read(values_of: ValuesOf, text: str, values: list[str]) -> None:
    assert list(values_of(text).values()) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The offer runs through Nov. 21 at all branches.", ["2024-11-21"]),
        ("Rain should reach the coast by Thursday night or early Friday.", ["2024-03-14", "2024-03-15"]),
        ("Crude for July delivery rose 40 cents.", ["2024-07"]),
        ("The index is at 52, down two points from August.", ["2023-08"]),
        ("Revenue rose 4% from the September quarter.", ["2023-09"]),
        ("The fee will rise 5% from August.", ["2024-08"]),
        ("They meet again Wednesday week.", ["2024-03-27"]),
        ("They meet again on Friday week.", ["2024-03-22"]),
    ],
)
def test_deliveries_limits_and_comparisons_tell_past_from_future(
    values_of: ValuesOf, text: str, values: list[str]
) -> None:
    assert list(values_of(text).values()) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The wave peaked in week 32.", ["2023-W32"]),
        ("Cases fell in week 32 of the year.", ["2023-W32"]),
        ("Cases fell in week 8 of 2021.", ["2021-W08"]),
        ("In week 30 the Bears won by two goals.", []),
        ("He spoke in week 3 of the trial, and in week 5.", []),
        ("By week 30 of her pregnancy she had left.", []),
        ("The summer of last year was dry.", ["2023-06/2023-08"]),
        ("They married on Australia Day 1991 in Perth.", ["1991-01-26"]),
        ("They marched on Anzac Day.", ["2023-04-25"]),
        ("It was built at the turn of the century.", ["2000"]),
        ("Profit rose in the third quarter from $2m a year earlier.", ["2023-Q3", "2022-Q3"]),
        (
            "Sales rose in the third quarter from $2m in the same quarter of 2010.",
            ["2023-Q3", "2010-Q3", "2010"],
        ),
        ("They trailed after the third quarter.", []),
        ("Supplies should arrive mid-month.", ["2024-03"]),
        ("Claims fell in the week ended March 9.", ["2024-W10"]),
        ("Claims fell in the week ending Saturday, 5 May 2012.", ["2012-W18"]),
        ("Claims fell in the week ended August 30.", [None]),
    ],
)
def test_weeks_quarters_and_seasons_are_read_whole(values_of: ValuesOf, text: str, values: list[str]) -> None:
    assert list(values_of(text).values()) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She moved there in '08 and left in ’97.", ["2008", "1997"]),
        ("It was signed Sept. 3, '08 in Oslo.", ["2008-09-03"]),
        ("It was signed on 3 September ’08.", ["2008-09-03"]),
        ("It has stood since July '19.", ["2019-07"]),
        ("He played a juror in '12 Jurors' at school.", []),
        ("The ’90s were kinder.", ["199"]),
        ("They ran '08 times.", []),
    ],
)
def test_a_year_may_be_cut_to_its_end(values_of: ValuesOf, text: str, values: list[str]) -> None:
    assert list(values_of(text).values()) == values


def test_a_cut_year_needs_a_day_of_publication(values_of: ValuesOf) -> None:
    assert values_of("It was signed Sept. 3, '08 in Oslo.", published=None) == {"Sept. 3, '08": None}
