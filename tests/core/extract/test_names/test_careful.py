import json
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path

import pytest

from wiredesk.extract.names import load_tagger
from wiredesk.extract.names.tiers import CARD, WEIGHTS

pytest.importorskip("onnxruntime")
from wiredesk.extract.names.careful import MODEL, TOKENIZER, CarefulTagger

TAGGER = load_tagger("careful")
DOCUMENT = [
    [
        "Nimmi",
        "Okonjo",
        "of",
        "the",
        "Harbour",
        "Workers",
        "'",
        "Union",
        "spoke",
        "in",
        "Mombasa",
        ".",
    ],
    ["Okonjo", "said", "the", "Kenyan", "ports", "would", "reopen", "."],
]


def test_persons_bodies_and_places_are_told_apart() -> None:
    tags = TAGGER.tag(DOCUMENT)
    assert tags[0][:2] == ["B-PER", "I-PER"]
    assert tags[0][4:8] == ["B-ORG", "I-ORG", "I-ORG", "I-ORG"]
    assert tags[0][10] == "B-LOC"
    assert tags[1][0] == "B-PER"
    assert tags[1][3] == "B-MISC"


def test_the_same_document_has_the_same_tags_in_every_thread() -> None:
    with ThreadPoolExecutor(4) as threads:
        tagged = list(threads.map(TAGGER.tag, [DOCUMENT] * 12))
    assert all(tags == TAGGER.tag(DOCUMENT) for tags in tagged)


@pytest.mark.parametrize("sentences", [[], [[]], [[], ["Oslo"], []], [["word"] * 5000], [["x" * 9000]]])
def test_whatever_the_shape_each_word_has_a_tag(sentences: list[list[str]]) -> None:
    assert [len(tags) for tags in TAGGER.tag(sentences)] == [len(words) for words in sentences]


def test_the_card_states_the_digest_of_the_model_that_is_there() -> None:
    digest = blake2b((WEIGHTS / MODEL).read_bytes() + (WEIGHTS / TOKENIZER).read_bytes(), digest_size=16)
    assert json.loads((WEIGHTS / CARD).read_text())["digest"] == digest.hexdigest()


def test_a_model_for_other_labels_is_refused(tmp_path: Path) -> None:
    for name in (MODEL, TOKENIZER):
        (tmp_path / name).symlink_to(WEIGHTS / name)
    card = json.loads((WEIGHTS / CARD).read_text())
    (tmp_path / CARD).write_text(json.dumps(card | {"labels": ["O", "B-FOOD"]}))
    with pytest.raises(ValueError, match="train it anew"):
        CarefulTagger.load(tmp_path)
