import pytest

mending = pytest.importorskip("training.mending", reason="the training is part of the checkout alone")


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("the/B-LOC Alps/I-LOC", "O B-LOC"),
        ("The/B-LOC Hague/I-LOC", "B-LOC I-LOC"),
        ("Plano/B-LOC ,/I-LOC Texas/I-LOC", "B-LOC O B-LOC"),
        ("Kenya/B-ORG voted/O", "B-LOC O"),
        ("South/B-ORG Korea/I-ORG voted/O", "B-LOC I-LOC O"),
        ("the/O Kenyan/B-ORG vote/O", "O B-MISC O"),
        ("a/O Kenyan/O farmer/O", "O B-MISC O"),
        ("the/O Ida/B-PER Falk/I-PER fund/O", "O B-PER I-PER O"),
    ],
)
def test_tags_are_brought_to_our_conventions(sentence: str, tags: str) -> None:
    words, before = zip(*(token.rsplit("/", 1) for token in sentence.split()), strict=True)
    assert mending.mended(words, before) == tags.split()
