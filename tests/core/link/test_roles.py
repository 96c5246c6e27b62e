"""Roles: the words that say who somebody is."""

import pytest
from marked import link


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Prime Minister [Oren Velluri](person) spoke.", "Prime Minister"),
        ("Then [Kenya](place)'s Foreign Minister [Oren Velluri](person) spoke.", "Kenya's Foreign Minister"),
        ("On Monday, US Secretary of State [Oren Velluri](person) left.", "US Secretary of State"),
        ("She met Brig. Gen. [Oren Velluri](person).", "Brig. Gen."),
        ("They toppled former leader [Oren Velluri](person).", "leader (former)"),
        ("The then-president [Oren Velluri](person) fled.", "president (former)"),
        ("The government of President [Oren Velluri](person) fell.", "President"),
        (
            "Talks of the mayor and Justice Minister [Oren Velluri](person) failed.",
            "mayor and Justice Minister",
        ),
        ("It was Foreign and Defence Minister [Oren Velluri](person).", "Foreign and Defence Minister"),
        (
            "[Oren Velluri](person), head of foreign trade at the [Kestrel Bank](organisation), spoke.",
            "head of foreign trade at the Kestrel Bank",
        ),
        (
            "[Oren Velluri](person) (left), the former mayor of [Sorvik](place), spoke.",
            "mayor of Sorvik (former)",
        ),
        ("[Oren Velluri](person), 61, director of the dam, spoke.", "director of the dam"),
        ("[Oren Velluri](person), who leads the [Sorvik Front](group), spoke.", "leads the Sorvik Front"),
        ("“No,” said [Oren Velluri](person), the US ambassador to [Kenya](place).", "US ambassador to Kenya"),
        ("[Oren Velluri](person), chairman of the council said so.", "chairman of the council"),
        ("[Sorvik](place)'s former mayor [Oren Velluri](person) spoke.", "mayor (former)"),
        ("They met former double world champion [Oren Velluri](person).", "world champion (former)"),
        ("They met ex-Gull harbour secretary [Oren Velluri](person).", "secretary (former)"),
        ("She was an adviser to President [Oren Velluri](person).", "President"),
        ("They met the current mayor [Oren Velluri](person).", "mayor"),
        ("The late Captain [Oren Velluri](person) sailed.", "Captain (former)"),
        ("[Oren Velluri](person), now director of the dam, spoke.", "director of the dam"),
        ("[Oren Velluri](person), dean of the school until 2017, spoke.", "dean of the school (former)"),
        ("[Oren Velluri](person) was appointed harbour minister in May.", "harbour minister"),
        ("[Oren Velluri](person), 44, was re-elected mayor of [Sorvik](place).", "mayor of Sorvik"),
        ("[Oren Velluri](person), who was named head of the dam board, spoke.", "head of the dam board"),
        (
            "[Oren Velluri](person) resigned as chairman of the board on Friday.",
            "chairman of the board (former)",
        ),
        ("[Oren Velluri](person) has stepped down as head coach.", "head coach (former)"),
        ("[Oren Velluri](person) became president after the vote.", "president"),
        ("[Oren Velluri](person) is a partner at [Kestrel Reed](organisation).", "partner at Kestrel Reed"),
        ("[Oren Velluri](person) was director of the dam until 2017.", "director of the dam (former)"),
        (
            "[Oren Velluri](person), 44, previously ran [Kestrel Bank](organisation).",
            "ran Kestrel Bank (former)",
        ),
    ],
)
def test_the_words_of_a_role(text: str, role: str) -> None:
    read = link(text)
    assert read.roles("Oren Velluri") == [role]
    shown = f"former {role.removesuffix(' (former)')}" if role.endswith(" (former)") else role
    assert read.linked.actors.filter(name="Oren Velluri")["role"].to_list() == [shown]


@pytest.mark.parametrize(
    "text",
    [
        "Mr [Oren Velluri](person) spoke.",
        "After lunch [Oren Velluri](person) spoke.",
        "The president left. [Oren Velluri](person) stayed.",
        "[Oren Velluri](person), a man of few words, spoke.",
        "[Oren Velluri](person), whose head hurt, spoke.",
        "[Oren Velluri](person) met the mayor.",
        "[Oren Velluri](person) was seen by a doctor.",
        "[Oren Velluri](person) became angry with the mayor.",
        "[Oren Velluri](person) named a mayor on Friday.",
        "[Oren Velluri](person) was named best actor.",
        "[Oren Velluri](person) resigned as the vote was lost.",
        "The head of the snake bit [Oren Velluri](person).",
        "Mayor\n[Oren Velluri](person) spoke.",
    ],
)
def test_other_words_are_no_role(text: str) -> None:
    assert link(text).linked.roles.height == 0


def test_two_roles_around_one_name() -> None:
    read = link(
        "Colonel [Oren Velluri](person), head of the dock guard, and the leader, Gen. [Ida Brog](person)."
    )
    assert read.roles("Oren Velluri") == ["Colonel", "head of the dock guard"]
    assert read.roles("Ida Brog") == ["Gen.", "leader"]


def test_nobody_gets_the_role_of_the_next_person() -> None:
    read = link(
        "With [Oren Velluri](person), President [Ida Brog](person) and Mayor [Una Prewitt](person) came."
    )
    assert read.roles("Ida Brog") == ["President"]
    assert read.roles("Una Prewitt") == ["Mayor"]
    assert read.linked.actors.filter(name="Oren Velluri")["role"].to_list() == [None]


def test_the_actor_has_the_role_most_often_stated_and_roles_keep_all() -> None:
    read = link(
        "Mayor [Oren Velluri](person) spoke.",
        "The mayor [Oren Velluri](person) spoke.",
        "Former judge [Oren Velluri](person) spoke. Judge [Oren Velluri](person) too.",
    )
    assert read.linked.actors["role"].to_list() == ["Mayor"]
    assert read.roles("Oren Velluri") == ["Mayor", "mayor", "judge (former)", "Judge"]


def test_an_office_may_be_told_by_whose_it_is() -> None:
    read = link("“No,” said [Oren Velluri](person)'s deputy, [Ida Brog](person).")
    assert (read.roles("Oren Velluri"), read.roles("Ida Brog")) == ([], ["deputy"])


def test_an_office_gained_and_one_lost_are_two_roles() -> None:
    read = link("[Oren Velluri](person), who leads the board, was elected mayor of [Sorvik](place) in May.")
    assert read.roles("Oren Velluri") == ["leads the board", "mayor of Sorvik"]


def test_an_office_that_somebody_holds_is_shown_before_one_that_is_over() -> None:
    read = link(
        "Former judge [Oren Velluri](person) spoke. Former judge [Velluri](person) left.",
        "Mayor [Oren Velluri](person) spoke.",
    )
    assert read.linked.actors["role"].to_list() == ["Mayor"]


def test_a_surname_states_the_role_of_its_person() -> None:
    assert link("[Oren Velluri](person) won. Mayor [Velluri](person) smiled.").roles("Oren Velluri") == [
        "Mayor"
    ]
