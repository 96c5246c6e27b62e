import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.extract.names.tokens import DASH, HYPHEN, pieces, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. left.", ["The", "U.S.", "left", "."]),
        ("the US-led force", ["the", "US", HYPHEN, "led", "force"]),
        ("Marten’s dog, Ines' cat", ["Marten", "’s", "dog", ",", "Ines", "'", "cat"]),
        ("Du'aa O’Hara", ["Du'aa", "O’Hara"]),
        ("MOSUL’S walls", ["MOSUL", "’S", "walls"]),
        ("Oslo — today", ["Oslo", DASH, "today"]),
        ("4.2bn in 1,600 days", ["4.2bn", "in", "1,600", "days"]),
        ("New\u00a0Delhi", ["New", "Delhi"]),
        ("see www.example.org/a-b now", ["see", "www.example.org/a-b", "now"]),
        ("AT&T (Paris)", ["AT", "&", "T", "(", "Paris", ")"]),
    ],
)
def test_words_marks_and_compounds_are_cut_apart(text: str, words: list[str]) -> None:
    assert tokenize(text).words == words


def test_only_the_asked_stretch_is_cut() -> None:
    text = "One two-three four"
    assert tokenize(text, 4, 13) == (["two", HYPHEN, "three"], [4, 7, 8])
    assert tokenize(text, 4, 8).words == ["two", DASH], "a dash at the end of the stretch glues nothing"


@given(st.text(alphabet=st.sampled_from("aBé \u0301'’s.-–,1\n\u00a0\u200bUS&@:/"), max_size=60))
def test_every_visible_character_is_in_exactly_one_token(text: str) -> None:
    words, starts = tokenize(text)
    covered = [
        at for word, start in zip(words, starts, strict=True) for at in range(start, start + len(word))
    ]
    assert covered == sorted(set(covered))
    assert all(text[at].isspace() or at in covered for at in range(len(text)))
    assert all(len(word) and not word.isspace() for word in words)


def test_tokens_of_others_are_cut_like_text() -> None:
    assert pieces(["US-led", "don't", "-LRB-", "``"]) == [["US", "-", "led"], ["don't"], ["("], ['"']]


@pytest.mark.parametrize(
    ("tokens", "dash"),
    [
        (["US", "-", "led"], HYPHEN),
        (["talks", "--", "which"], DASH),
        (["talks", "–", "which"], DASH),
        (["Lund", ",", "-", "which"], DASH),
        (["-", "Lund"], DASH),
    ],
)
def test_a_dash_alone_between_two_words_is_a_hyphen(tokens: list[str], dash: str) -> None:
    cut = [piece for part in pieces(tokens) for piece in part]
    assert [piece for piece in cut if piece in (HYPHEN, DASH)] == [dash]


def test_no_token_is_lost() -> None:
    assert pieces(["\u200b", "a"]) == [["\u200b"], ["a"]]
