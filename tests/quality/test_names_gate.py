"""The name tagger may not get worse: it is scored on articles that its models have not seen."""

import json
from pathlib import Path

import pytest

from wiredesk.extract.names import tag_tokens

corpora = pytest.importorskip("training.corpora", reason="the training data are part of the checkout alone")
from training.names import held_out_files  # noqa: E402
from training.scores import exact_spans  # noqa: E402

BASELINE = Path(__file__).with_name("names_baseline.json")
SLACK = 0.002  # floating point differs a little between machines


def test_names_on_held_out_articles_stay_as_good_as_they_were() -> None:
    documents = corpora.newsroom(held_out_files())
    tags = tag_tokens([[sentence.words for sentence in document] for document in documents])
    pairs = [
        (sentence.tags, found)
        for document, found_tags in zip(documents, tags, strict=True)
        for sentence, found in zip(document, found_tags, strict=True)
    ]
    assert len(pairs) > 500
    scores = exact_spans(pairs)
    for label, least in json.loads(BASELINE.read_text(encoding="utf-8")).items():
        assert scores[label].f1 >= least - SLACK, f"{label}: {scores[label]}"
