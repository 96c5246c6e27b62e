from hypothesis import given
from hypothesis import strategies as st

from wiredesk.extract.names.foreign import sure_spans
from wiredesk.extract.names.lexicon import load_lexicon
from wiredesk.extract.names.spans import Span

LEXICON = load_lexicon()


def kept(sentence: str, name: str, label: str) -> list[tuple[str, str]]:
    words, own = sentence.split(), name.split()
    start = next(at for at in range(len(words)) if words[at : at + len(own)] == own)
    spans = sure_spans(words, [Span(start, start + len(own), label)], LEXICON)
    return [(" ".join(words[span.start : span.end]), span.label) for span in spans]


def test_a_name_is_cut_where_words_of_the_language_stand() -> None:
    assert kept(
        "Hier à Lyon la ministre de l' Économie a parlé", "Lyon la ministre de l' Économie", "ORG"
    ) == [("Lyon", "LOC")]


def test_particles_stay_within_a_name() -> None:
    assert kept("dijo María del Carmen de la Fuente ayer", "María del Carmen de la Fuente", "PER") == [
        ("María del Carmen de la Fuente", "PER")
    ]


def test_a_sentences_first_word_is_no_part_of_a_name_that_it_opens() -> None:
    assert kept("Según Belmontez , no", "Según Belmontez", "PER") == [("Belmontez", "PER")]


def test_a_place_counts_if_it_is_listed() -> None:
    assert kept("vive en Quito desde", "Quito", "LOC") == [("Quito", "LOC")]
    assert kept("die neue Bewohner zahlen", "Bewohner", "LOC") == []


def test_a_body_counts_with_two_words_or_in_capitals() -> None:
    assert kept("la Banque Verte de Lille dit", "Banque Verte de Lille", "ORG") == [
        ("Banque Verte de Lille", "ORG")
    ]
    assert kept("selon la SNCF hier", "SNCF", "ORG") == [("SNCF", "ORG")]
    assert kept("selon le Conseil hier", "Conseil", "ORG") == []


WORDS = st.lists(
    st.sampled_from(["Lyon", "la", "de", "Marc", ",", "Vasseur", "SNCF", "dit", "-", "l'", "Ångström"]),
    min_size=1,
    max_size=9,
)


@given(WORDS, st.data())
def test_what_is_kept_lies_within_what_was_found(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    label = data.draw(st.sampled_from(["PER", "ORG", "LOC", "MISC"]))
    last = start
    for span in sure_spans(words, [Span(start, end, label)], LEXICON):
        assert last <= span.start < span.end <= end
        assert words[span.start][0].isupper()
        assert words[span.end - 1][0].isupper()
        last = span.end
