"""What a figure counts, and what was done to it."""

import pytest
from figure_samples import figures, only


def test_a_count_has_its_noun_with_modifiers_and_without_a_verb() -> None:
    figure = only("Clashes left 22 Ruritanian border guards dead near Halden.")
    assert (figure.value, figure.noun, figure.kind, figure.unit) == (
        22,
        "Ruritanian border guards",
        "count",
        None,
    )
    assert figure.text == "22 Ruritanian border guards"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They met 2,500 US troops there.", "US troops"),
        ("About 12 MPs walked out.", "MPs"),
        ("He saw three other civilians fall.", "civilians"),
        ("Some 40 Yemenis were held.", "Yemenis"),
        ("Police freed five of the hostages.", "hostages"),
        ("It has 15 women soldiers.", "women soldiers"),
        ("It has 15 sports cars.", "sports cars"),
        ("Some 40 United Nations workers left.", "United Nations workers"),
        ("Fire took 30 homes killed by frost.", "homes"),
        ("A 15-member council sat.", "member"),
        ("They sank 50,000 tonnes of wheat.", "wheat"),
        ("Thousands of farmers marched.", "farmers"),
        ("A dozen eggs broke.", "eggs"),
        ("It named six shipping and trading firms.", "shipping and trading firms"),
        ("It saw eight current or former members.", "current or former members"),
        ("They sent 20+ guns.", "guns"),
    ],
)
def test_the_noun_is_the_counted_thing(text: str, noun: str) -> None:
    assert only(text).noun == noun


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("One in five voters stayed away.", 0.2, "voters"),
        ("Only one in 13 cards works.", 1 / 13, "cards"),
        ("Nine out of 10 agree.", 0.9, None),
        ("Two-thirds of farmers agree.", 2 / 3, "farmers"), ("Rents fell by a quarter.", 0.25, None),
        ("It lost nearly a third of its ships.", 1 / 3, "ships"), ("It used ⅓ of the grain.", 1 / 3, "grain"),
    ],
)  # fmt: skip
def test_a_share_is_one_fraction(text: str, value: float, noun: str | None) -> None:
    figure = only(text)
    assert (figure.value, figure.noun, figure.kind) == (pytest.approx(value), noun, "fraction")


@pytest.mark.parametrize(
    "text", ["A third man fled.", "She came a fifth time.", "He left in the second half of the match."]
)
def test_an_ordinal_is_no_fraction(text: str) -> None:
    assert figures(text) == []


def test_a_part_counts_what_the_whole_counts() -> None:
    found = figures("The party won 21 of the 120 seats.")
    assert [(figure.value, figure.noun) for figure in found] == [(21, "seats"), (120, "seats")]
    found = figures("It held 21 of the more than 200 sailors.")
    assert [(figure.text, figure.noun) for figure in found] == [
        ("21", "sailors"),
        ("more than 200 sailors", "sailors"),
    ]


def test_one_of_many_counts_nothing() -> None:
    assert [figure.value for figure in figures("One of the two armies leaves.")] == [2]
    assert [figure.value for figure in figures("Only one of the 12 sailors swam.")] == [1, 12]


def test_one_counts_beside_another_count() -> None:
    found = figures("The village has one shop and two inns.")
    assert [(figure.value, figure.noun) for figure in found] == [(1, "shop"), (2, "inns")]


def test_small_counts_stand_alone_where_something_happened_to_them() -> None:
    assert [figure.value for figure in figures("Ten fell ill, of whom three died.")] == [10, 3]
    assert [figure.value for figure in figures("Two were hurt.")] == [2]


def test_four_of_them_counts_without_a_noun() -> None:
    figure = only("Rebels ambushed the patrol, killing four of them.")
    assert (figure.value, figure.noun, figure.text) == (4, None, "four of them")


def test_an_enumeration_is_several_figures() -> None:
    found = figures("The blast killed 10 fighters and three civilians.")
    assert [(figure.value, figure.noun) for figure in found] == [(10, "fighters"), (3, "civilians")]


def test_an_article_counts_nothing() -> None:
    figure = only("Two soldiers and a civilian interpreter died.")
    assert (figure.value, figure.noun) == (2, "soldiers")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Some 22 border guards were killed.", "killed"), ("Police arrested 16 people.", "arrested"),
        ("A bomb left, killing 22 rebels.", "killing"), ("Nearly 60,000 villagers fled.", "fled"),
        ("More than 40 miners are still missing.", "missing"), ("It has 16 people.", None),
        ("He told 16 people who told others.", None), ("It took 16 hours.", None),
    ],
)  # fmt: skip
def test_a_count_tells_what_was_done(text: str, verb: str | None) -> None:
    assert only(text).verb == verb
