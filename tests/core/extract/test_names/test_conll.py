from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.errors import ConfigError
from wiredesk.extract.names import load_tagger, tag_conll


class Listed:
    """Labels the words that it is told, each run of one label a name."""

    def __init__(self, **labels: str) -> None:
        self.labels = labels
        self.documents: list[int] = []

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        self.documents.append(len(sentences))
        found: list[list[str]] = []
        for words in sentences:
            labels = [self.labels.get(word, "") for word in words]
            found.append(
                [
                    "O" if not label else ("I-" if at and labels[at - 1] == label else "B-") + label
                    for at, label in enumerate(labels)
                ]
            )
        return found


def tagged(text: str, **labels: str) -> list[str]:
    return tag_conll(text, tagger=Listed(**labels)).split("\n")


def test_a_name_of_two_tokens_begins_and_goes_on() -> None:
    assert tagged("Ida\nFalk\nspoke", Ida="PER", Falk="PER") == ["Ida\tB-PER", "Falk\tI-PER", "spoke\tO"]


def test_two_names_in_a_row_stay_two() -> None:
    assert tagged("Lund\n,\nSkåne", Lund="LOC", Skåne="LOC") == ["Lund\tB-LOC", ",\tO", "Skåne\tB-LOC"]


def test_the_columns_are_parted_as_they_were() -> None:
    assert tagged("Lund NNP B-NP\n\nLund\tNNP", Lund="LOC") == ["Lund B-LOC", "", "Lund\tB-LOC"]


def test_marks_of_documents_stay_and_part_them() -> None:
    tagger = Listed()
    text = "-DOCSTART- -X- O O\n\na\n\nb\n\n-DOCSTART-\n\nc\n"
    assert tag_conll(text, tagger=tagger) == "-DOCSTART- O\n\na\tO\n\nb\tO\n\n-DOCSTART-\tO\n\nc\tO\n"
    assert tagger.documents == [2, 1]


def test_a_long_document_is_judged_in_parts() -> None:
    tagger = Listed()
    tag_conll("a\n\n" * 5, tagger=tagger, longest=2)
    assert tagger.documents == [2, 2, 1]


@pytest.mark.parametrize(
    ("token", "tag"),
    [
        ("Jean-Pierre", "B-PER"),  # all pieces are one name
        ("Pierre's", "B-PER"),
        ("Pierre.", "B-PER"),
        ("Pierre-led", "O"),  # a part is the name
        ("pro-Pierre", "O"),
        ("Jean-Lund", "O"),  # two names
    ],
)
def test_a_token_of_several_pieces_has_the_name_they_add_up_to(token: str, tag: str) -> None:
    labels = {"Jean": "PER", "Pierre": "PER", "Lund": "LOC", **({"-": "PER"} if tag != "O" else {})}
    assert tagged(token, **labels) == [f"{token}\t{tag}"]


def test_brackets_and_quotes_of_treebanks_are_read_as_such() -> None:
    marks = {"(": "MISC", '"': "LOC"}
    assert tagged("-LRB-\n``\n''", **marks) == ["-LRB-\tB-MISC", "``\tB-LOC", "''\tI-LOC"]


def test_odd_line_ends_and_marks_of_encoding_do_not_matter() -> None:
    assert tagged("\ufeffLund X\r\n  \r\nLund\t\r\n", Lund="LOC") == ["Lund B-LOC", "", "Lund\tB-LOC", ""]


@given(st.text(alphabet="Aa-'.\u00a0\u200b\u2028\t \n\r`", max_size=60))
def test_there_are_as_many_lines_as_before_and_a_tag_for_each_token(text: str) -> None:
    lines = tag_conll(text, tagger=Listed(A="PER", a="PER")).split("\n")
    assert len(lines) == text.count("\n") + 1
    for line, was in zip(lines, text.split("\n"), strict=True):
        assert bool(line) == bool(was.strip(" \t\r"))
        assert not line or line[-5:] in ("B-PER", "I-PER") or line.endswith("O")


def test_the_shipped_tagger_finds_names_in_tokens_of_others() -> None:
    text = "The\nmayor\nof\nCopenhagen\n,\nAnna\nLindqvist\n,\nspoke\nto\nreporters\n.\n"
    tags = [line.split("\t")[1] for line in tag_conll(text).split("\n") if line]
    assert tags == ["O", "O", "O", "B-LOC", "O", "B-PER", "I-PER", *["O"] * 5]


def test_a_tagger_that_is_not_there_is_told_by_name() -> None:
    with pytest.raises(ConfigError, match="names: 'swift'"):
        load_tagger("swift")
