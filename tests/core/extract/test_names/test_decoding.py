from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from wiredesk.extract.names.decoding import LABELS, Scores, best_tags, by_sentence
from wiredesk.extract.names.spans import spans_of, tags_of

MATRICES = arrays.arrays(
    np.float32, st.tuples(st.integers(0, 4), st.just(len(LABELS))), elements=st.floats(-20, 0, width=16)
)


def is_allowed(tags: tuple[str, ...]) -> bool:
    return all(tag[0] != "I" or (at > 0 and tags[at - 1][2:] == tag[2:]) for at, tag in enumerate(tags))


def score_of(tags: tuple[str, ...], scores: Scores) -> float:
    return float(sum(scores[at, LABELS.index(tag)] for at, tag in enumerate(tags)))


@given(MATRICES)
def test_no_name_begins_inside(scores: Scores) -> None:
    tags = best_tags(scores)
    assert is_allowed(tuple(tags))
    assert tags_of(spans_of(tags), len(tags)) == tags


@given(arrays.arrays(np.float32, (3, len(LABELS)), elements=st.floats(-20, 0, width=16)))
def test_no_allowed_tags_score_better(scores: Scores) -> None:
    best = max(score_of(tags, scores) for tags in product(LABELS, repeat=3) if is_allowed(tags))
    assert np.isclose(score_of(tuple(best_tags(scores)), scores), best, atol=1e-3)


def test_rows_come_back_under_their_sentences() -> None:
    rows = np.arange(3 * len(LABELS), dtype=np.float32).reshape(3, -1)
    sentences = by_sentence([1, 0, 2], [([(2, 1), (0, 0)], rows[:2]), ([(2, 0)], rows[2:])])
    assert [len(sentence) for sentence in sentences] == [1, 0, 2]
    assert (sentences[0][0] == rows[1]).all()
    assert (sentences[2] == rows[[2, 0]]).all()
