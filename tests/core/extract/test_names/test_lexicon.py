import pytest

from wiredesk.extract.names.lexicon import folded, load_lexicon


@pytest.mark.parametrize(
    ("word", "plain"), [("Yılmaz", "Yilmaz"), ("Škoda", "Skoda"), ("Łódź", "Lodz"), ("Lund", "Lund")]
)
def test_a_word_is_folded_as_agencies_spell_it(word: str, plain: str) -> None:
    assert folded(word) == plain


def test_a_list_knows_a_word_in_capitals_and_with_accents() -> None:
    lists = load_lexicon().lists
    assert "city" in lists("Nairobi")
    assert lists("NAIROBI") == lists("Nairobi")
    assert "city" in lists("Naïrobi")


def test_acronyms_are_not_read_as_names_in_capitals() -> None:
    assert "country" not in load_lexicon().lists("CUB")


def test_words_of_like_meaning_share_a_group() -> None:
    groups = load_lexicon().clusters
    assert groups["minister"] == groups["governor"]
    assert groups["minister"] != groups["banana"]
    assert all(coarse and fine for coarse, fine in groups.values())
