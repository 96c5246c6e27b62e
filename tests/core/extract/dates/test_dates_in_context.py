"""Expressions that lean on another date of the text: the one under discussion, a caption's, a heading's."""

from collections.abc import Callable

import polars as pl
import pytest

EventsOf = Callable[..., pl.DataFrame]


ValuesOf = Callable[..., dict[str, str | None]]


def test_the_date_under_discussion_resolves_what_points_to_it(events_of: EventsOf) -> None:
    text = (
        "The dam broke on 3 March 2020. The previous day it had rained. Two days later, the army came, and "
        "the following month the mayor left. Later that year a court sat."
    )
    events = events_of(text, published=None)
    assert events["value"].to_list() == ["2020-03-03", "2020-03-02", "2020-03-04", "2020-04", "2020"]
    assert events["anchor"].to_list() == ["explicit"] + ["context"] * 4


def test_the_context_ends_with_its_paragraph(values_of: ValuesOf) -> None:
    assert (
        values_of("The dam broke on 3 March 2020.", "The previous day it had rained.")["The previous day"]
        is None
    )


def test_a_year_does_not_prove_the_day_that_follows_it(values_of: ValuesOf) -> None:
    assert values_of(
        "In 2003 the town flooded. The next day, or the following month, it froze.", published=None
    ) == {
        "2003": "2003",
        "The next day": None,
        "the following month": None,
    }


def test_a_captions_own_date_holds_for_all_of_it(events_of: EventsOf) -> None:
    caption = "Guards in a village taken over the previous day, near Lund, December 6, 2021."
    assert events_of(caption, published=None, kind="caption")["value"].to_list() == [
        "2021-12-05",
        "2021-12-06",
    ]
    assert events_of(caption, published=None, kind="body")["value"].to_list() == [None, "2021-12-06"]


def test_the_next_day_of_a_story_follows_the_date_under_discussion(values_of: ValuesOf) -> None:
    found = values_of(
        "He fled on 3 May 2019. The next day he was seen, and that night he left. Next year he returns."
    )
    assert list(found.values()) == ["2019-05-03", "2019-05-04", "2019-05-04", "2025"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill opened in 1911. Three decades later, it burned.", "194"),
        ("Dora Vance (born 1911) wrote plays. Three decades later, she painted.", None),
        ("Dora Vance (1911-1987) wrote plays. Three decades later, she painted.", None),
        ("Born in the hills of Lund in 1911, she left. Three decades later, she painted.", None),
        ("The mill opened in 1931. Its heir (born 1911) left. Three decades later, it burned.", "196"),
    ],
)
def test_what_comes_later_hangs_on_no_birth(values_of: ValuesOf, text: str, value: str | None) -> None:
    assert values_of(text)["Three decades later"] == value


def test_a_day_in_a_heading_tells_the_year_of_an_article_without_a_day_of_publication(
    events_of: EventsOf,
) -> None:
    report = "On 6 August, two wells were closed. On 2 January, none were. The day before, they ran."
    events = events_of("Situation report, 4-10 August 2025", report, published=None)
    assert events["value"].to_list()[1:] == ["2025-08-06", "2025-01-02", "2025-01-01"]
    assert events["anchor"].to_list()[1:] == ["context"] * 3


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Festival opens 3 May 2019", "On 6 May, wells were closed."),
        ("On 3 May 2019 the wells were opened.", "On 6 May, wells were closed."),
        ("Report, 1 May 2019 to 3 May 2020", "On 6 April, wells were closed."),
        ("Report, 10 August 2025", "On 11 November, wells were closed."),
        ("Report, 10 August 2025", "On Friday, wells were closed."),
    ],
)
def test_a_heading_that_does_not_date_its_article_proves_nothing(
    events_of: EventsOf, heading: str, text: str
) -> None:
    assert events_of(heading, text, published=None)["value"].to_list()[-1] is None
