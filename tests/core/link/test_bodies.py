"""Organisations, places and groups: variants are one, affiliates stay apart."""

import polars as pl
import pytest
from marked import link, pile

from wiredesk.link import Lexicon, link_actors


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Kestrel Bank", "the Kestrel Bank's", "organisation"),
        ("Kestrel Bank", "KESTREL BANK", "organisation"),
        ("Kestrel Foods Inc.", "Kestrel Foods", "organisation"),
        ("Kestrel & Sons Ltd", "Kestrel and Sons", "organisation"),
        ("Harbour Defence Centre", "Harbor Defense Center", "organisation"),
        ("Ministry of Tides", "Tides Ministry", "organisation"),
        ("Ministry of Tidal Affairs", "Tidal Ministry", "organisation"),
        ("al-Marsa", "Marsa", "place"),
        ("Sorvik province", "Sorvik", "place"),
        ("Sorvik Governorate", "Sorvik", "place"),
        ("Tarrak", "Tarrak fighters", "group"),
        ("Danish airline Kestrel Air", "Kestrel Air", "organisation"),
        ("Kestrel Air, the carrier", "Kestrel Air", "organisation"),
        ("Sorvik, Kenya", "Sorvik", "place"),
        ("central Sorvik", "Sorvik", "place"),
        ("Kenya's Lake Sorvik", "Lake Sorvik", "place"),
        ("Sorvikeen", "Sorvikin", "place"),
        ("US Tide Agency", "United States Tide Agency", "organisation"),
        ("Al Sorvik", "Al-Sorvik", "place"),
    ],
)
def test_variants_of_a_name_are_one_actor(one: str, other: str, kind: str) -> None:
    assert link(f"We saw [{one}]({kind}).", f"They saw [{other}]({kind}).").linked.actors.height == 1


@pytest.mark.parametrize(
    ("one", "one_kind", "other", "other_kind"),
    [
        ("Kestrel Bank", "organisation", "Kestrel", "place"),
        ("Bank of Sorvik", "organisation", "Sorvik", "place"),
        ("Sorvik Ministry", "organisation", "Sorvik", "group"),
        ("Sorvik Youth League", "organisation", "Sorvik", "organisation"),
        ("Sorvik City", "place", "Sorvik", "place"),
        ("Kestrel Party", "organisation", "Kestrel Party Youth Wing", "organisation"),
        ("Islamic State", "group", "IS-K", "group"),
        ("Islamic State", "group", "Islamic State West Africa Province", "group"),
        ("Taliban", "group", "Pakistani Taliban", "group"),
        ("al-Qaeda", "group", "al-Qaeda in the Islamic Maghreb", "group"),
        ("Hezbollah", "group", "Kata'ib Hezbollah", "group"),
        ("Peshmerga", "group", "Peshmerga Ministry", "organisation"),
        ("Kurdistan Region", "place", "Kurdistan Regional Government", "organisation"),
        ("Kurdistan Regional Government", "organisation", "Kurdistan Region Presidency", "organisation"),
        ("Paris", "place", "France", "place"),
        ("Nigeria", "place", "Niger", "place"),
        ("Kuwait", "place", "Kuwait City", "place"),
        ("United Nations", "organisation", "UN Security Council", "organisation"),
        ("Republic of the Congo", "place", "Democratic Republic of the Congo", "place"),
        ("Israel", "place", "Israel Defense Forces", "organisation"),
        ("Gull Rovers", "organisation", "Gull Rovers Women", "organisation"),
        ("Gull Party", "organisation", "Gull Party Sorvik Branch", "organisation"),
        ("Gull Oil", "organisation", "Gull Oil Pension Trust", "organisation"),
        ("Kenyan Ministry of Health", "organisation", "Ghanaian Ministry of Health", "organisation"),
    ],
)
def test_affiliates_stay_apart(one: str, one_kind: str, other: str, other_kind: str) -> None:
    read = link(f"First [{one}]({one_kind}), then [{other}]({other_kind}).")
    assert read.linked.actors.height == 2
    assert read.of(one) != read.of(other)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("group", ["Islamic State", "ISIS", "IS", "ISIL", "Daesh", "Da’esh", "Islamic State group"]),
        ("place", ["United States", "US", "U.S.", "USA", "America", "the United States of America"]),
        ("place", ["United Kingdom", "UK", "Britain", "Great Britain"]),
        ("group", ["Hezbollah", "Hizbullah", "Hizbollah"]),
        ("group", ["Houthis", "Ansar Allah", "Houthi movement"]),
        ("place", ["Kyiv", "Kiev"]),
        ("place", ["Mumbai", "Bombay"]),
        ("place", ["Erbil", "Irbil", "Arbil"]),
        ("place", ["Ivory Coast", "Côte d’Ivoire", "Cote d'Ivoire"]),
        ("organisation", ["World Health Organization", "WHO", "World Health Organisation"]),
        ("organisation", ["Pentagon", "US Department of Defense", "US Defense Department"]),
        ("organisation", ["African Union", "AU"]),
    ],
)
def test_the_lexicon_knows_the_names_of_the_world(kind: str, names: list[str]) -> None:
    read = link(*(f"They spoke of [{name}]({kind}) today." for name in names))
    assert read.linked.actors.height == 1


def test_a_short_name_that_lacks_a_general_word_joins_within_an_article() -> None:
    read = link("[Kestrel Airlines](organisation) fell. [Kestrel](organisation) lost half.")
    assert read.names() == ["Kestrel Airlines"]
    apart = link("[Kestrel Airlines](organisation) fell.", "[Kestrel](organisation) lost half.")
    assert len(apart.names()) == 2


KENYA = "[Kenya](place), [Kenya](place) and [Kenya](place). "
GHANA = "[Ghana](place), [Ghana](place) and [Ghana](place). "


def test_ministries_of_two_states_are_two_actors() -> None:
    read = link(
        KENYA + "The [Ministry of Health](organisation) spoke.",
        GHANA + "The [Health Ministry](organisation) spoke.",
        "The [Kenyan Ministry of Health](organisation) spoke again.",
    )
    first, second, third = (
        m["actor_id"] for m in read.linked.mentions.filter(kind="organisation").to_dicts()
    )
    assert first == third != second


def test_a_fuller_form_in_the_article_tells_the_state() -> None:
    read = link("[Ghana](place): the [Kenyan Parliament](organisation) sat. [Parliament](organisation) rose.")
    assert read.of("Parliament") == read.of("Kenyan Parliament")


def test_a_ministry_that_could_be_of_several_states_is_of_none() -> None:
    kenyan = "The [Kenyan Ministry of Health](organisation)."
    ghanaian = "The [Ghanaian Ministry of Health](organisation)."
    bare = "The [Ministry of Health](organisation) of [Kenya](place) or [Ghana](place)."
    assert link(kenyan, ghanaian, bare).of("Ministry of Health", 2) is None
    assert link(bare).name("Ministry of Health") == "Ministry of Health"
    assert link(kenyan, bare).of("Ministry of Health", 1) is None
    assert (
        link(kenyan, f"{bare} [Kenya](place).").name("Ministry of Health", 1) == "Kenyan Ministry of Health"
    )


def test_a_court_is_no_court_of_a_state_only_because_the_corpus_names_that() -> None:
    read = link("The [Kenyan High Court](organisation) sat.", "The [High Court](organisation) rose.")
    assert read.name("High Court", 1) == "High Court"


def test_actors_of_one_name_are_told_apart_by_their_state() -> None:
    read = link(
        KENYA + "The [Parliament](organisation) voted.",
        GHANA + "The [Parliament](organisation) voted.",
        "The [Parliament](organisation) voted.",
    )
    assert read.names("organisation") == ["Parliament (Ghana)", "Parliament (Kenya)"]
    assert read.of("Parliament", 2) is None


def test_a_capitalised_noun_stands_for_the_one_longer_name_of_its_article() -> None:
    read = link("The [Harbour Commission](organisation) met. The [Commission](organisation) voted.")
    assert read.name("Commission") == "Harbour Commission"
    two = link(
        "[Harbour Commission](organisation), [Fish Commission](organisation). The [Commission](organisation)."
    )
    assert two.mentions("Commission") == []


@pytest.mark.parametrize(
    "mark",
    [
        "[Kenyan](place)", "[Iraqis](group)", "[Monday](person)", "[coalition](group)", "[President](person)",
        "[Kenya-Ghana](place)", "[the Ministry](organisation)", "[...](place)", "[2021](organisation)",
    ],
)  # fmt: skip
def test_what_names_nobody_is_no_actor(mark: str) -> None:
    read = link(f"They spoke of {mark} again.")
    assert (read.linked.actors.height, read.linked.mentions.height) == (0, 0)


def test_a_short_name_that_ends_other_names_is_short_for_none() -> None:
    clubs = "[Sorvik United](organisation) met [Kolm United](organisation). "
    read = link(clubs + "[United Airlines](organisation) flew. [United](organisation) won.")
    assert len(read.names()) == 4


def test_a_body_tagged_in_several_ways_is_one_actor_by_majority() -> None:
    read = link("[Kestrel Front](group) met. [Kestrel Front](group) left. [Kestrel Front](person) won.")
    assert (read.names(), read.of("Kestrel Front", nth=2)) == (["Kestrel Front"], ("Kestrel Front", "group"))


def test_a_town_and_its_club_are_two_actors() -> None:
    read = link(
        "[Naples](place) is by the sea. Trains from [Naples](place) were late.",
        "[Naples](organisation) beat [Sorvik](organisation). [Naples](organisation) lead the league.",
    )
    assert read.of("Naples", 0) == ("Naples", "place")
    assert read.of("Naples", 1) == ("Naples", "organisation")


def test_a_state_stays_a_place_however_it_is_tagged() -> None:
    assert link("[Kenya](organisation) beat [Ghana](organisation).").names("place") == ["Ghana", "Kenya"]


def test_a_name_of_the_lexicon_is_shown_as_the_corpus_has_it() -> None:
    assert link("In [Bombay](place), rain.").names() == ["Bombay"]
    assert link("In [Bombay](place), rain. In [Mumbai](place), sun.").names() == ["Mumbai"]
    assert link("The [UN](organisation) met.").names() == ["United Nations"]


def test_an_empty_lexicon_joins_nothing_it_does_not_know() -> None:
    read = link("[Mumbai](place) and [Bombay](place).", lexicon=Lexicon())
    assert read.names() == ["Bombay", "Mumbai"]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Brae Gas plc", "Brae"),
        ("Kolm Courier", "Courier"),
        ("Northern Mutual Savings Bank", "Northern Mutual"),
    ],
)
def test_a_short_name_behind_its_longer_one_is_the_same_body(long: str, short: str) -> None:
    read = link(f"It rained. The [{long}](organisation) fell. Then [{short}](organisation) rose.")
    assert read.linked.actors.height == 1
    turned = link(f"It rained. The [{short}](organisation) fell. Then [{long}](organisation) rose.")
    assert turned.linked.actors.height == 2


def test_a_short_name_that_stands_alone_elsewhere_is_its_own() -> None:
    read = link("[Brae Air](organisation) fell. [Brae](organisation) rose.", "The [Brae](organisation) fell.")
    assert read.names() == ["Brae", "Brae Air"]


def test_a_short_name_that_fits_two_longer_ones_is_neither() -> None:
    text = "[Brae Air](organisation) met [Brae Gas](organisation). Then [Brae](organisation) rose."
    assert len(link(text).names()) == 3


def test_an_outlet_tagged_as_a_place_is_told_things_and_nothing_happens_in_it() -> None:
    told = "She told [Meridia](place) so. A letter sent to [Meridia](place) said it."
    assert link(told).of("Meridia") == ("Meridia", "organisation")
    assert link(f"{told} It rains in [Meridia](place).").of("Meridia") == ("Meridia", "place")


def test_what_a_statement_was_sent_to_is_an_outlet() -> None:
    text = "So says a statement by the [Gull Union](organisation) that was sent to [Meridia](place)."
    assert link(text).of("Meridia") == ("Meridia", "organisation")


def test_a_states_body_is_that_of_the_lexicon_where_its_article_tells_the_state() -> None:
    read = link("The [US Air Force](organisation) flew. The [Air Force](organisation) landed.")
    assert read.names() == ["US Air Force"]
    told = link("[US](place), [US](place), [US](place): [Congress](organisation) sat.")
    assert told.names("organisation") == ["US Congress"]
    assert link("The [Air Force](organisation) landed.").names() == ["Air Force"]


def test_an_articles_own_source_is_an_outlet() -> None:
    made = pile("Rain fell, [Meridia](place) has it.")
    sourced = made.articles.with_columns(pl.lit("Meridia").alias("source"))
    linked = link_actors(sourced, made.texts, made.sentences, made.names)
    assert linked.actors["kind"].to_list() == ["organisation"]
