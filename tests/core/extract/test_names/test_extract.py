from collections.abc import Sequence

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.extract.names import extract_names, tag_tokens
from wiredesk.schema import ARTICLES, NAMES, SENTENCES, TEXTS


def frames(*articles: Sequence[str], language: str | None = "en") -> tuple[pl.DataFrame, ...]:
    """Articles given as sentences, each a paragraph of its own."""
    texts: list[tuple[int, str]] = []
    sentences: list[tuple[int, int, int, int, str, int]] = []
    for article, lines in enumerate(articles, start=1):
        texts.append((article, "\n".join(lines)))
        start = 0
        for number, line in enumerate(lines):
            sentences.append((article, number, start, start + len(line), "body", number))
            start += len(line) + 1
    numbers = [{"article_id": number, "language": language} for number, _ in texts]
    return (
        pl.DataFrame(numbers, schema={"article_id": pl.Int64, "language": pl.String}),
        pl.DataFrame(texts, schema=TEXTS, orient="row"),
        pl.DataFrame(sentences, schema=SENTENCES, orient="row"),
    )


def names(*sentences: str) -> set[tuple[str, str]]:
    found = extract_names(*frames(sentences))
    return set(found.select("surface", "kind").rows())


def test_persons_bodies_and_places_are_told_apart() -> None:
    found = names(
        "Foreign Minister Leyla Haddadin flew to Amman on Monday.",
        "She will meet officials of the World Health Organization, her office said.",
        "Haddadin said the talks in Jordan would last two days.",
    )
    assert found == {
        ("Leyla Haddadin", "person"),
        ("Haddadin", "person"),
        ("Amman", "place"),
        ("Jordan", "place"),
        ("World Health Organization", "organisation"),
    }


def test_armed_groups_forces_and_parties_are_groups() -> None:
    found = names(
        "Fighters of the Sahra Liberation Front attacked a convoy of the Rapid Support Forces near Gao.",
        "The Green Party and the Ministry of Health condemned the attack.",
    )
    assert ("Sahra Liberation Front", "group") in found
    assert ("Rapid Support Forces", "group") in found
    assert ("Green Party", "group") in found
    assert ("Ministry of Health", "organisation") in found


def test_peoples_and_their_adjectives_are_no_names() -> None:
    found = names("Turkish and Iraqi officials met Kurdish leaders; many Norwegians follow the talks.")
    assert found == set()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Talks with the US-led coalition resumed on Friday.", "US-led coalition"),
        ("A raid by the French-led military coalition failed.", "French-led military coalition"),
        ("The international coalition sent trucks.", "international coalition"),
        ("He thanked the Coalition to Defeat ISIS for its help.", "Coalition to Defeat ISIS"),
    ],
)
def test_a_coalition_is_named_by_its_leader_its_reach_or_its_aim(sentence: str, name: str) -> None:
    assert names(sentence) == {(name, "group")}


def test_a_state_before_its_troops_is_a_place() -> None:
    assert names("About 900 US troops remain in Syria.") == {("US", "place"), ("Syria", "place")}


def test_the_security_forces_of_a_people_are_a_group_however_written() -> None:
    found = names("Kenyan security forces closed the road.", "The Kenyan Security Forces said so.")
    assert found == {("Kenyan security forces", "group"), ("Kenyan Security Forces", "group")}


def test_a_group_of_the_lexicon_needs_no_capital() -> None:
    assert ("peshmerga", "group") in names("He commands a brigade of the peshmerga near the dam.")


def test_articles_titles_and_possessives_are_no_part_of_a_name() -> None:
    found = names("The United Nations’ envoy, Dr Marit Solheim, praised Norway's aid to the Red Cross.")
    surfaces = {surface for surface, _ in found}
    assert {"United Nations", "Marit Solheim", "Norway", "Red Cross"} <= surfaces


def test_a_dateline_in_capitals_gives_the_place_alone() -> None:
    assert names("NAIROBI: Rain closed two schools on Tuesday.") == {("NAIROBI", "place")}


def test_names_keep_the_order_of_the_texts_and_the_number_of_their_sentence() -> None:
    found = extract_names(*frames(["Nothing here.", "He lives in Berlin."], ["Rain fell.", "Paris is wet."]))
    assert found.select("article_id", "sentence", "surface").rows() == [(1, 1, "Berlin"), (2, 1, "Paris")]
    assert found.schema == NAMES


def test_an_article_is_judged_alone() -> None:
    one = ["Ada Brandvik spoke in Bergen.", "Brandvik left early."]
    two = ["Bergen Shipping fell.", "Brandvik rose by 4 percent in Oslo."]
    together = extract_names(*frames(one, two)).drop("article_id")
    apart = [extract_names(*frames(article)).drop("article_id") for article in (one, two)]
    assert together.equals(pl.concat(apart))


def test_nothing_in_nothing_out() -> None:
    assert extract_names(ARTICLES.to_frame(), TEXTS.to_frame(), SENTENCES.to_frame()).equals(NAMES.to_frame())


def test_another_tagger_takes_the_shipped_ones_place() -> None:
    class Shouting:
        def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
            return [["B-PER" if word.isupper() else "O" for word in words] for words in sentences]

    three = frames(["we met ANNA at noon"])
    assert extract_names(*three, tagger=Shouting())["surface"].to_list() == ["ANNA"]
    assert tag_tokens([[["we", "met", "ANNA"]]], tagger=Shouting()) == [[["O", "O", "B-PER"]]]


def test_tokens_of_another_making_are_tagged_one_by_one() -> None:
    tags = tag_tokens([[["Storms", "hit", "Jakarta", "on", "Monday", "."]]])
    assert tags == [[["O", "O", "B-LOC", "O", "O", "O"]]]


PIECES = """
the Ahmed US -led coalition peshmerga Coalition to Defeat ISIS Bank of Ghana ’s – . “ ” Kurdistan region
U.S. -- Mr.
KABUL: Iraqi security forces anti- İ ß \u200b Mary-Jane O’Neil ? ! ( )
"""
words = st.sampled_from([*PIECES.split(), "\u00a0"])


@settings(max_examples=150)
@given(st.lists(st.lists(words | st.text(max_size=6), max_size=14).map(" ".join), min_size=1, max_size=5))
def test_spans_are_exact_ordered_apart_and_inside_their_sentence(lines: list[str]) -> None:
    articles, texts, sentences = frames([line.replace("\n", " ") for line in lines])
    text: str = texts["text"][0]
    bounds = {row["sentence"]: (row["start"], row["end"]) for row in sentences.iter_rows(named=True)}
    last = 0
    for row in extract_names(articles, texts, sentences).iter_rows(named=True):
        start, end = bounds[row["sentence"]]
        assert last <= row["start"] < row["end"]
        assert start <= row["start"]
        assert row["end"] <= end
        assert text[row["start"] : row["end"]] == row["surface"]
        assert row["surface"] == row["surface"].strip()
        last = row["end"]


FRENCH = (
    "Le président Marc Delannoy a rencontré mardi à Lyon la ministre Claire Vasseur.",
    "Selon Vasseur, les habitants attendent des réponses.",
)
SPANISH = (
    "El presidente Luis Carrasco se reunió el martes con la ministra Ana Belmonte, en Sevilla.",
    "Según Belmonte, los vecinos esperan respuestas.",
)


@pytest.mark.parametrize(
    ("language", "lines", "wanted"),
    [
        ("fr", FRENCH, {"Marc Delannoy", "Claire Vasseur", "Lyon"}),
        ("es", SPANISH, {"Luis Carrasco", "Belmonte"}),
    ],
)
def test_in_other_latin_languages_names_are_found_without_the_words_around(
    language: str, lines: Sequence[str], wanted: set[str]
) -> None:
    found = set(extract_names(*frames(lines, language=language))["surface"])
    assert wanted <= found
    assert not any(
        word in name.split() for name in found for word in ("Selon", "Según", "Le", "El", "ministre")
    )


@pytest.mark.parametrize("language", ["de", "ar", "ja", "xx"])
def test_where_names_are_not_attempted_none_are_found(language: str) -> None:
    lines = ["Präsident Karl Hofmann traf am Dienstag in München die Ministerin."]
    assert extract_names(*frames(lines, language=language)).is_empty()


def test_a_text_whose_language_is_not_known_is_read_as_english() -> None:
    found = extract_names(*frames(["Leyla Haddadin flew to Amman on Monday."], language=None))
    assert set(found["surface"]) == {"Leyla Haddadin", "Amman"}


def test_a_name_does_not_run_over_the_columns_of_a_table() -> None:
    class Greedy:
        def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
            return [["B-PER", *["I-PER"] * (len(words) - 1)] for words in sentences]

    found = extract_names(*frames(["Adaeze Nwosu      Ben  Okri\tKano"]), tagger=Greedy())
    assert found["surface"].to_list() == ["Adaeze Nwosu", "Ben  Okri", "Kano"]
