from datetime import date

import pytest

from wiredesk.clean.article import Paragraph
from wiredesk.clean.lines import lines_of
from wiredesk.clean.published import not_before, publication
from wiredesk.read.document import Stated


def shown(
    *header: str, footer: str = "", stated: Stated | None = None, page: bool = False
) -> tuple[date | None, str | None]:
    return publication(stated or Stated(), lines_of("\n".join(header)), lines_of(footer), None, page=page)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 24 March 2024", date(2024, 3, 24)),
        ("Updated 24 March 2024", date(2024, 3, 24)),
        ("Last updated: March 24, 2024 at 3:14 pm ET", date(2024, 3, 24)),
        ("Monday, 3 June 2024", date(2024, 6, 3)),
        ("THE HARBOUR GAZETTE | Monday 3 June 2024", date(2024, 6, 3)),
        ("By Wren Tolliver | 3 June 2024 | 10:32 GMT", date(2024, 6, 3)),
        ("Vol. 12, No. 3 — 3 June 2024", date(2024, 6, 3)),
        ("Publié le 14 septembre 2023 à 18h20 - Mis à jour le 15 septembre 2023", date(2023, 9, 14)),
        ("Actualizado el 22 de enero de 2024", date(2024, 1, 22)),
        ("Veröffentlicht am 14. März 2023", date(2023, 3, 14)),
    ],
)
def test_a_header_line_shows_the_day(line: str, day: date) -> None:
    assert shown(line) == (day, "header")


@pytest.mark.parametrize(
    "line",
    [
        "Updated 3 sec ago",
        "Updated 14:32",
        "Posted on Monday",
        "03/04/2024",
        "Divers at Gull Point, 9 July 2022",
        "3–9 May",
    ],
)
def test_a_line_that_proves_no_day_shows_none(line: str) -> None:
    assert shown(line) == (None, None)


def test_published_wins_over_updated_in_any_order() -> None:
    assert shown("Updated 24 March 2024", "Published 22 March 2024") == (date(2024, 3, 22), "header")


def test_the_container_wins_over_the_header_and_says_who_stated_it() -> None:
    day = date(2020, 1, 2)
    assert shown("Published 24 March 2024", stated=Stated(published=day)) == (day, "metadata")
    by_hand = Stated(published=day, by_user=frozenset({"published"}))
    assert shown("Published 24 March 2024", stated=by_hand) == (day, "user")


def test_a_note_at_the_foot_is_no_day_of_publication() -> None:
    assert shown(footer="This article was amended on 3 May 2022 to correct a name.") == (None, None)
    assert shown(footer="Published 3 May 2022") == (date(2022, 5, 3), "header")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The dam broke in 2017 and was rebuilt in March 2019.", date(2019, 3, 1)),
        ("Divers on the quay, July 6, 2021.", date(2021, 7, 6)),
        ("They left under a 2024 deal that ends the mission by the end of 2025.", date(2024, 1, 1)),
        ("The works had begun in 2020, and are to end by September 2026.", date(2020, 1, 1)),
        ("The plant will open in 2028.", None),
        ("The mayor, who was elected in 2021, will retire in 2027.", date(2021, 1, 1)),
        ("Candidates for the 2027 election were named.", None),
        ("The ban holds until 2030.", None),
        ("About 130 members of Dockers Local 2075 walked out.", None),
        ("Les travaux ont été finis en 2019 et dureront jusqu'en 2031.", date(2019, 1, 1)),
        ("El puente se abrió en 2018 y será ampliado en 2029.", date(2018, 1, 1)),
        ("Nobody came.", None),
    ],
)
def test_only_a_date_that_has_passed_proves_a_lower_bound(text: str, day: date | None) -> None:
    assert not_before([Paragraph("body", text)]) == day


def test_the_latest_of_all_paragraphs_counts() -> None:
    paragraphs = [
        Paragraph("title", "The flood of 2011"),
        Paragraph("caption", "The quay, May 3, 2016."),
        Paragraph("body", "In 2013 it rained."),
    ]
    assert not_before(paragraphs) == date(2016, 5, 3)


def test_the_day_of_a_change_is_not_the_day_a_page_was_published() -> None:
    changed = "Updated 24 March 2024"
    assert shown(changed, page=True) == (None, None)
    assert not_before([], lines_of(changed)) == date(2024, 3, 24)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The court struck out case no. 2023/4471. The owner was jailed in 2019.", date(2019, 1, 1)),
        ("The town has 80 buses now, 150 in 2027. The depot was opened in 2018.", date(2018, 1, 1)),
        (
            "The talks of 9-10 November 2023 ended without a deal. The body was founded in 2018.",
            date(2023, 11, 9),
        ),
        ("The fair (9 November 2023) drew 400 people, and more may come.", date(2023, 11, 9)),
        ("The council promised 40 buses in 2031.", None),
        ("The crew won in 2014, 2016 and 2021.", date(2021, 1, 1)),
        ("Sales fell to 40 boats, from 61 in 2022.", date(2022, 1, 1)),
    ],
)
def test_a_number_or_a_plan_proves_nothing_and_a_range_of_days_does(text: str, day: date | None) -> None:
    assert not_before([Paragraph("body", text)]) == day
