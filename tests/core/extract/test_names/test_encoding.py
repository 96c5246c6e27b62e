import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.extract.names.encoding import MOST_PIECES, TRAITS, Encoder
from wiredesk.extract.names.lexicon import load_lexicon
from wiredesk.extract.names.tiers import WEIGHTS

tokenizers = pytest.importorskip("tokenizers", reason="the careful tagger is an extra")

ENCODER = Encoder(tokenizers.Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")), load_lexicon())
WORDS = st.text(st.characters(exclude_categories=("Z", "C")), min_size=1, max_size=12)
DOCUMENTS = st.lists(st.lists(WORDS, max_size=30), max_size=12)


def traits_of(sentences: list[list[str]], sentence: int, at: int) -> set[str]:
    for stretch in ENCODER.document(sentences):
        if (sentence, at) in stretch.places:
            first = stretch.firsts[stretch.places.index((sentence, at))]
            return {TRAITS[number] for number in stretch.traits[first]}
    raise AssertionError("the word is in no stretch")


@given(DOCUMENTS)
def test_every_word_is_in_one_stretch_in_order(sentences: list[list[str]]) -> None:
    places = [place for stretch in ENCODER.document(sentences) for place in stretch.places]
    assert places == [(number, at) for number, words in enumerate(sentences) for at in range(len(words))]


@given(DOCUMENTS)
def test_each_word_has_a_first_sub_word_of_its_own(sentences: list[list[str]]) -> None:
    for stretch in ENCODER.document(sentences):
        assert len(stretch.firsts) == len(stretch.places)
        assert stretch.firsts == sorted(set(stretch.firsts))
        assert stretch.firsts[0] == 1
        assert stretch.firsts[-1] < len(stretch.pieces) - 1
        assert len(stretch.pieces) == len(stretch.traits)


@pytest.mark.parametrize("length", [1, 80, 3000])
def test_no_stretch_is_longer_than_the_network_takes(length: int) -> None:
    stretches = ENCODER.document([["Unprecedented", "hyperinflation"] * length] * 3)
    assert max(len(stretch.pieces) for stretch in stretches) <= MOST_PIECES + 1


def test_a_stretch_ends_with_a_sentence_where_it_can() -> None:
    sentences = [["The", "council", "met", "."] * 10 for _ in range(12)]
    stretches = ENCODER.document(sentences)
    assert len(stretches) > 1
    assert all(stretch.places[0][1] == 0 for stretch in stretches)


def test_a_word_tells_its_shape_its_lists_and_how_the_document_writes_it() -> None:
    sentences = [["May", "left", "Nairobi", "."], ["Rain", "may", "come", "to", "NAIROBI", "."]]
    assert {"shape=initial", "place=opens", "place=lower"} <= traits_of(sentences, 0, 0)
    assert {"shape=initial", "list=city", "place=upper"} <= traits_of(sentences, 0, 2)
    assert {"shape=capitals", "list=city"} <= traits_of(sentences, 1, 4)
    assert traits_of(sentences, 0, 3) == {"shape=mark"}
