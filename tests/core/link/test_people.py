"""Persons: who is one person, who must never become one."""

import pytest
from marked import link

FIRST = "[Oren Velluri](person) opened the quay. [Velluri](person) thanked the crew."
SECOND = "[Tamsin Velluri](person) closed the school. Ms [Velluri](person) gave no reason."
THIRD = "[Ilya Osk Velluri](person) spoke late. “No,” said [Velluri](person)."


def test_a_bare_surname_stays_in_its_own_article() -> None:
    read = link(FIRST, SECOND, THIRD)
    assert read.names() == ["Ilya Osk Velluri", "Oren Velluri", "Tamsin Velluri"]
    assert [read.name("Velluri", article) for article in range(3)] == [
        "Oren Velluri", "Tamsin Velluri", "Ilya Osk Velluri",
    ]  # fmt: skip


def test_a_surname_that_fits_several_people_elsewhere_stays_ambiguous() -> None:
    read = link(FIRST, SECOND, "[Velluri](person) was not there.")
    (mention,) = read.mentions("Velluri", 2)
    assert (mention["actor_id"], mention["basis"], mention["kind"]) == (None, None, "person")


def test_a_surname_that_one_person_of_the_corpus_bears_links_to_them() -> None:
    read = link(FIRST, "The mayor wrote to [Velluri](person).")
    assert read.name("Velluri", 1) == "Oren Velluri"
    assert read.mentions("Velluri", 1)[0]["basis"] == "surname"


def test_a_surname_links_to_the_latest_full_name_before_it() -> None:
    read = link(
        "[Oren Velluri](person) left. [Velluri](person) waved. "
        "[Tamsin Velluri](person) stayed. [Velluri](person) sat."
    )
    assert [read.name("Velluri", 0, nth) for nth in (0, 1)] == ["Oren Velluri", "Tamsin Velluri"]


def test_a_surname_before_two_full_names_of_its_article_is_ambiguous() -> None:
    read = link(
        "[Velluri](person) wins seat\n[Oren Velluri](person) beat his cousin [Tamsin Velluri](person)."
    )
    assert read.of("Velluri") is None


def test_a_surname_in_the_headline_links_to_the_full_name_below() -> None:
    read = link("[Velluri](person) wins seat\n[Oren Velluri](person) took the north ward.")
    assert read.name("Velluri") == "Oren Velluri"


def test_a_surname_that_nobody_bears_in_full_is_its_own_actor() -> None:
    assert link("Fans cheered [Zizzo](person). [Zizzo](person) bowed.").names("person") == ["Zizzo"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nadir Osk Velluri", "Nadir Velluri"),
        ("Mohammed Tarrak", "Muhammad Tarrak"),
        ("Samir al-Tarrak", "Samir el-Tarrak"),
        ("Samir al-Tarrak", "Samir Tarrak"),
        ("José Peñalver", "Jose Penalver"),
        ("Anne-Lise Brog", "Anne Lise Brog"),
        ("Abdul Rahman Tarrak", "Abdulrahman Tarrak"),
        ("Abdel-Rahman Tarrak", "Abdul Rahman Tarrak"),
        ("Joe Marlowe", "Joseph Marlowe"),
        ("T. Marlowe", "Tobias Marlowe"),
        ("Tobias K. Marlowe", "Tobias Kern Marlowe"),
        ("President Tobias Marlowe", "Tobias Marlowe"),
        ("Tobias “Tiger” Marlowe", "Tobias Marlowe"),
        ("Marlowe, Tobias", "Tobias Marlowe"),
        ("Doh Min-seo", "Min-seo Doh"),
        ("Doh Min-seo", "Doh Min Seo"),
        ("Farid al-Khateeb", "Farid Khatib"),
        ("Tobias Marlowe, head of the dam", "Tobias Marlowe"),
        ("the Prime Minister of Sorvik, Mr. Tobias Marlowe", "Tobias Marlowe"),
        ("Rey da Costa", "Inés Rey da Costa"),
        ("TOBIAS MARLOWE", "Tobias Marlowe"),
        ("Tobias Marlowe’s", "Tobias Marlowe"),
    ],
)
def test_forms_of_one_full_name_are_one_person(one: str, other: str) -> None:
    read = link(f"[{one}](person) spoke.", f"[{other}](person) listened. [{other}](person) left.")
    assert read.linked.actors.height == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oren Velluri", "Tamsin Velluri"),
        ("Oren Velluri", "Oren Vellur"),
        ("Oren Velluri", "Oren Velluri Jr."),
        ("Hassan Ali Tarrak", "Hassan Karim Tarrak"),
        ("Gregor W. Bushnell", "Gregor H. W. Bushnell"),
        ("Velluri Hassan", "Hassan Velluri"),
        ("Karim Tarrak Hassan", "Karim Tarrak"),
        ("Dean Marlowe", "Tobias Marlowe"),
        ("Oren Thomas", "Oren Tom"),
    ],
)
def test_people_who_only_share_words_stay_apart(one: str, other: str) -> None:
    read = link(f"[{one}](person) spoke.", f"[{other}](person) listened.")
    assert read.linked.actors.height == 2


def test_an_initial_that_fits_two_people_stays_apart() -> None:
    read = link("[Tobias Marlowe](person) ran.", "[Tamsin Marlowe](person) ran.", "[T. Marlowe](person) ran.")
    assert read.linked.actors.height == 3


@pytest.mark.parametrize("partial", ["Haddar", "Karam", "al-Haddar", "Nayla"])
def test_any_part_of_a_full_name_links_within_its_article(partial: str) -> None:
    read = link(f"[Nayla Karam-Haddar](person) spoke.\nLater [{partial}](person) left.")
    assert read.name(partial) == "Nayla Karam-Haddar"


def test_a_given_name_links_elsewhere_only_where_articles_call_that_person_so() -> None:
    called = "[Doh Seun Bae](person) arrived. [Doh](person) smiled."
    assert link(called, "[Doh](person) left.").name("Doh", 1) == "Doh Seun Bae"
    assert link("[Doh Seun Bae](person) arrived.", "[Doh](person) left.").name("Doh", 1) == "Doh"
    both = "[Oren Velluri](person) arrived. [Oren](person) smiled. [Velluri](person) left."
    assert link(both, "[Oren](person) left.").name("Oren", 1) == "Oren"


@pytest.mark.parametrize("junk", ["Velluri v Brog", "Velluri and Brog", "Bank of Velluri"])
def test_what_joins_two_names_is_no_person(junk: str) -> None:
    assert link(f"[{junk}](person). [Velluri](person).").names() == ["Velluri"]


def test_the_name_is_the_fullest_form_in_common_use_without_titles() -> None:
    read = link(
        "Mr [Velluri](person) and [Governor Oren Velluri](person). [Oren Osk Velluri](person). "
        "[Velluri](person). [Velluri](person)."
    )
    (actor,) = read.linked.actors.to_dicts()
    assert actor["name"] == "Oren Osk Velluri"
    assert actor["aliases"] == ["Velluri", "Governor Oren Velluri", "Oren Osk Velluri"]


def test_a_surname_tagged_as_a_body_is_the_person_of_its_article() -> None:
    read = link("[Oren Velluri](person) spoke. [Velluri](organisation) left.")
    assert read.of("Velluri") == ("Oren Velluri", "person")


def test_a_person_and_a_place_of_one_name_stay_two() -> None:
    read = link("In [Jordan](place), [Jordan Tell](person) said [Jordan](person) was his grandfather's name.")
    assert read.of("Jordan", nth=0) == ("Jordan", "place")
    assert read.of("Jordan", nth=1) == ("Jordan Tell", "person")


def test_an_unrelated_article_changes_no_identifier() -> None:
    alone = link(FIRST, "The [Kestrel Bank](organisation) in [Lisbon](place).").linked
    more = link(
        FIRST, "The [Kestrel Bank](organisation) in [Lisbon](place).", "[Una Prewitt](person)."
    ).linked
    assert set(alone.actors["actor_id"]) < set(more.actors["actor_id"])
    assert alone.mentions.equals(more.mentions.head(alone.mentions.height))


def test_a_name_in_both_orders_in_one_article_is_one_person() -> None:
    read = link("[Velluri Bálint](person) won, said the board. [Balint Velluri](person) smiled.")
    assert read.linked.actors.height == 1


def test_a_name_in_both_orders_is_one_person_where_articles_call_them_by_the_same_word() -> None:
    first = "[Doh Wenzan](person) spoke. [Doh](person) left."
    second = "[Wenzan Doh](person) spoke. [Doh](person) left."
    assert link(first, second).linked.actors.height == 1
    assert link(first, "[Wenzan Doh](person) spoke.").linked.actors.height == 2


def test_a_title_tells_which_of_two_of_a_surname_is_meant() -> None:
    text = (
        "[Tamsin Velluri](person) spoke. Her brother [Oren Velluri](person) sat. "
        "[Velluri](person) rose. Ms [Velluri](person) left. Mr [Velluri](person) stayed."
    )
    named = [link(text).name("Velluri", 0, nth) for nth in range(3)]
    assert named == ["Oren Velluri", "Tamsin Velluri", "Oren Velluri"]


def test_a_title_that_fits_neither_leaves_the_surname_ambiguous() -> None:
    text = "Mr [Ilya Velluri](person) and Mr [Oren Velluri](person) met. Mrs [Velluri](person) left."
    assert link(text).of("Velluri") is None


def test_a_short_given_name_is_its_person_within_the_article_and_nobody_elsewhere() -> None:
    read = link(
        "[William Marlowe](person) ran. [Bill](person) won. [Marlowe](person).",
        "[Bill](person) ran.",
        "[William](person).",
    )
    assert read.name("Bill") == "William Marlowe"
    assert read.name("Bill", 1) == "Bill"


def test_a_monarch_is_known_by_the_number() -> None:
    read = link("[Osric III](person) died. [Osric](person) was old.", "[Osric IV](person) rules.")
    assert read.name("Osric") == "Osric III"
    assert len(read.names()) == 2


def test_a_full_name_tagged_as_a_body_is_a_person_where_the_surname_is_one() -> None:
    read = link("[Ada Velluri](organisation) ran. [Velluri](person) won. [Velluri](person) smiled.")
    assert read.names("person") == ["Ada Velluri"]
    headline = (
        "[Gull Velluri](organisation) out\n[Ada Velluri](person) ran. [Velluri](person), [Velluri](person)."
    )
    assert link(headline).names("person") == ["Ada Velluri"]


@pytest.mark.parametrize(
    "text",
    [
        "She won an [Alder](person) for her film.",
        "Four [Alders](person) went elsewhere.",
        "The [Alder](person) nominations came.",
        "An [Alder](person)-winning film.",
    ],
)
def test_an_award_is_no_person(text: str) -> None:
    assert link(text).names() == []
    assert link(f"[Oren Alder](person) came. {text}").names() == ["Oren Alder"]


def test_a_title_before_a_single_word_tells_a_surname() -> None:
    other = "[Howard Brog](person) met friends. Mr [Howard](person) left. [Howard](person) sat."
    read = link("[Ilya Howard](person) spoke.", other)
    assert read.name("Howard", 1) == "Ilya Howard"
    assert link(other.replace("Mr", "Sir")).name("Howard") == "Howard Brog"
    assert link("[Doh Seun Bae](person) arrived. Mr [Doh](person) left.").name("Doh") == "Doh Seun Bae"


def test_a_given_name_that_fits_two_people_of_its_article_is_ambiguous() -> None:
    text = "[Oren Velluri](person) and [Oren Brog](person) met. [Oren](person) left."
    assert link(text).of("Oren") is None
