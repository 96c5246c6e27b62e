import pytest

from wiredesk.clean import clean_documents
from wiredesk.read.document import Document

FIRST = """Dam at Orrin Falls passes its test

The dam at Orrin Falls withstood a test with 20 percent more water than usual, its operator said on Tuesday.

The test lasted six hours, and some 400 people watched it from the road above the valley.
"""
SECOND = """Teachers in Kestrel Bay end their strike
{header}
Teachers returned to 31 schools on Wednesday after a strike of two weeks over pay, their union said.

The union accepted a rise of 3 percent now and 2 percent in the year that follows.
"""


def titles(text: str) -> list[str | None]:
    return [article.title for article in clean_documents([Document("pile.txt", None, text)]).articles]


BOTH = ["Dam at Orrin Falls passes its test", "Teachers in Kestrel Bay end their strike"]


@pytest.mark.parametrize(
    ("between", "header"),
    [
        ("\n" + "-" * 30 + "\n\n", ""),
        ("\n***\n\n", ""),
        ("\n\n\n\n", ""),
        ("\n\n", "\nBy Edda Marsh\n"),
        ("\n\n", "\nUpdated 5 min ago\nFollow\n"),
        ("Editing by Petra Lind\n\n\n", "\nPublished 3 May 2024\n"),
        ("(Upland Wire)\n\n\n", "\nBy Edda Marsh\n"),
        ("", "Updated 5 min ago\nFollow\n\nTeachers in Kestrel Bay end their strike\n"),
    ],
)
def test_two_articles_are_told_apart_by_any_two_sorts_of_evidence(between: str, header: str) -> None:
    assert titles(FIRST + between + SECOND.format(header=header)) == BOTH


def test_three_articles_in_a_row_come_out_in_the_order_of_the_file() -> None:
    rule = "\n========\n\n"
    third = FIRST.replace("Orrin", "Abbot")
    assert titles(rule.join((FIRST, SECOND.format(header=""), third))) == [
        *BOTH,
        "Dam at Abbot Falls passes its test",
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_crosshead_does_not_tear_an_article(between: str) -> None:
    assert titles(FIRST + between + SECOND.format(header="")) == BOTH[:1]


def test_a_masthead_above_the_second_headline_belongs_to_the_second_article() -> None:
    page = "THE UPLAND COURIER\nMonday, {day} June 2024\n\n"
    text = page.format(day=3) + FIRST + "\n\n" + page.format(day=4) + SECOND.format(header="")
    articles = clean_documents([Document("pile.txt", None, text)]).articles
    assert [(a.title, a.source, str(a.published)) for a in articles] == [
        (BOTH[0], "THE UPLAND COURIER", "2024-06-03"),
        (BOTH[1], "THE UPLAND COURIER", "2024-06-04"),
    ]


def test_what_the_container_states_of_title_and_day_belongs_to_the_first_article_alone() -> None:
    from datetime import date

    from wiredesk.read.document import Stated

    stated = Stated(
        title=BOTH[0], source="Upland Courier", published=date(2024, 5, 2), url="https://example.org/a"
    )
    text = FIRST + "\n" + "-" * 30 + "\n\n" + SECOND.format(header="")
    first, second = clean_documents([Document("pile.txt", None, text, stated)]).articles
    assert (first.published, first.source, first.title) == (date(2024, 5, 2), "Upland Courier", BOTH[0])
    assert (second.published, second.source, second.title) == (None, "Upland Courier", BOTH[1])
