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
        ("They toppled former leader [Oren Velluri](person).", "former leader"),
        ("The then-president [Oren Velluri](person) fled.", "then-president"),
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
            "former mayor of Sorvik",
        ),
        ("[Oren Velluri](person), 61, director of the dam, spoke.", "director of the dam"),
        ("[Oren Velluri](person), who leads the [Sorvik Front](group), spoke.", "leads the Sorvik Front"),
        ("“No,” said [Oren Velluri](person), the US ambassador to [Kenya](place).", "US ambassador to Kenya"),
        ("[Oren Velluri](person), chairman of the council said so.", "chairman of the council"),
    ],
)
def test_the_words_of_a_role(text: str, role: str) -> None:
    read = link(text)
    assert read.roles("Oren Velluri") == [role]
    assert read.linked.actors.filter(name="Oren Velluri")["role"].to_list() == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Mr [Oren Velluri](person) spoke.",
        "After lunch [Oren Velluri](person) spoke.",
        "The president left. [Oren Velluri](person) stayed.",
        "[Oren Velluri](person), a man of few words, spoke.",
        "[Oren Velluri](person), whose head hurt, spoke.",
        "[Oren Velluri](person) met the mayor.",
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
    assert read.roles("Oren Velluri") == ["Mayor", "mayor", "Former judge", "Judge"]


def test_a_surname_states_the_role_of_its_person() -> None:
    assert link("[Oren Velluri](person) won. Mayor [Velluri](person) smiled.").roles("Oren Velluri") == [
        "Mayor"
    ]
