"""Acronyms, initials and brackets that explain a name."""

import pytest
from marked import link


def test_short_aliases_count_in_their_own_case_only() -> None:
    read = link("Ask [who](organisation) came, said the [WHO](organisation).")
    assert read.names() == ["World Health Organization"]


def test_a_defined_acronym_counts_in_its_article_and_beyond() -> None:
    read = link(
        "The [Kestrel Rescue Union](organisation) ([KRU](organisation)) met. [KRU](organisation) left.",
        "A letter reached the [KRU](organisation).",
    )
    assert read.names() == ["Kestrel Rescue Union"]
    assert [m["basis"] for m in read.mentions("KRU") + read.mentions("KRU", 1)] == ["acronym"] * 3


def test_an_acronym_may_stand_before_its_long_form() -> None:
    assert link("[KRU](organisation) ([Kestrel Rescue Union](organisation)) met.").names() == [
        "Kestrel Rescue Union"
    ]


def test_a_foreign_acronym_in_brackets_is_its_body() -> None:
    assert link("The [Kestrel Workers' Front](group) ([XDT](group)) struck.").names() == [
        "Kestrel Workers' Front"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[SORVIK](place) ([Kestrel Herald](organisation)) – It rained.",
        "[Oren Velluri](person) ([KRU](organisation)) spoke.",
        "[Kestrel Bank](organisation) ([Sorvik](place)) closed.",
    ],
)
def test_brackets_that_explain_nothing_join_nothing(text: str) -> None:
    assert link(text).linked.actors.height == 2


def test_an_acronym_that_articles_explain_differently_follows_its_own_article() -> None:
    union = "The [Kestrel Rescue Union](organisation) (KRU) met."
    read = link(
        union + " [KRU](organisation) left.",
        "The [Kolm River Utility](organisation) (KRU) grew. [KRU](organisation) hired.",
        "[KRU](organisation) fell.",
        "The [Kolm River Utility](organisation) rose. [KRU](organisation) fell.",
    )
    names = ["Kestrel Rescue Union", "Kolm River Utility", None, "Kolm River Utility"]
    assert [read.name("KRU", article) for article in range(4)] == names


def test_an_explained_acronym_beats_the_lexicon_in_its_article_only() -> None:
    read = link(
        "The [Sorvik Dock Federation](organisation) ([SDF](organisation)) struck.",
        "The [SDF](group) took a village.",
    )
    assert read.name("SDF", 0) == "Sorvik Dock Federation"
    assert read.name("SDF", 1) == "Syrian Democratic Forces"


def test_initials_join_across_articles_only_where_one_body_has_them() -> None:
    one = "The [Kestrel Rescue Union of Sorvik](organisation) met."
    other = "The [Kolm River Utility Society](organisation) met."
    assert link(one, "[KRUS](organisation) fell.").name("KRUS", 1) == "Kestrel Rescue Union of Sorvik"
    assert link(one, other, "[KRUS](organisation) fell.").name("KRUS", 2) == "KRUS"


def test_three_initials_join_within_an_article_only() -> None:
    one = "The [Kestrel Rescue Union](organisation) met. "
    assert link(one + "The [KRU](organisation) fell.").names() == ["Kestrel Rescue Union"]
    assert len(link(one, "The [KRU](organisation) fell.").names()) == 2
    assert len(link(one + "[Kolm River Utility](organisation), [KRU](organisation).").names()) == 3


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Bank of Sorvik", "BoS"),
        ("Office for Tide and Dike Statistics", "OTDS"),
        ("Anti-Graft Board of Sorvik", "AGBS"),
        ("Sorvik Air", "SA"),
    ],
)
def test_initials_count_small_words_and_hyphens_as_bodies_do(long: str, short: str) -> None:
    assert link(f"The [{long}](organisation) met. The [{short}](organisation) fell.").names() == [long]


@pytest.mark.parametrize(
    "text",
    [
        "The [Kestrel Rescue Union](organisation), or [KRU](organisation), met.",
        "The [Kestrel Rescue Union](organisation)'s ([KRU](organisation)) boats left.",
        "The [Kestrel Rescue Union (KRU](organisation)) met. [KRU](organisation) left.",
        "The [Kenyan Kestrel Rescue Union](organisation) ([KRU](organisation)) met.",
        "The [Kestrel Naval Command](organisation) ([KESNAVCOM](organisation)) met.",
        "The [Gull Front](group), also known as the [Black Oars](group), struck.",
    ],
)
def test_words_and_brackets_explain_a_name(text: str) -> None:
    assert link(text).linked.actors.height == 1


@pytest.mark.parametrize("other", ["Office for Tide Statistics", "Kenyan Office of Tide Statistic"])
def test_long_forms_of_one_acronym_that_hardly_differ_are_one(other: str) -> None:
    read = link("[Office of Tide Statistics](organisation) (OTS).", f"[{other}](organisation) (OTS).")
    assert read.linked.actors.height == 1


def test_a_name_cut_off_inside_a_bracket_is_the_name_before_it() -> None:
    assert link("[Gull Foundation (Gulf](organisation)). [Gull Foundation](organisation).").names() == [
        "Gull Foundation"
    ]


@pytest.mark.parametrize("thing", ["GDP", "DVD", "SUV", "GMT"])
def test_abbreviations_of_things_are_no_actors(thing: str) -> None:
    assert link(f"The [{thing}](organisation) fell.").names() == []
