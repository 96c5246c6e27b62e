"""From scores of labels to the best tags that IOB allows."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wiredesk.extract.names.spans import OUTSIDE

Scores = NDArray[np.float32]
"""Log-probabilities, one row a word, one column a label of `LABELS`."""

LABELS: Final[tuple[str, ...]] = (
    OUTSIDE, *(f"{mark}-{label}" for label in ("PER", "ORG", "LOC", "MISC") for mark in "BI"),
)  # fmt: skip
"""The labels of the network, in the order of its output."""

_FORBIDDEN: Final = np.float32(-1e4)


def _transitions() -> Scores:
    """0 where a label may follow another, else a score that no sentence can make up for."""
    scores = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for after, label in enumerate(LABELS):
        if label[0] == "I":
            for before, previous in enumerate(LABELS):
                if previous[2:] != label[2:]:
                    scores[before, after] = _FORBIDDEN
    return scores


_TRANSITIONS: Final = _transitions()
_OPENING: Final = np.array([_FORBIDDEN if label[0] == "I" else 0 for label in LABELS], dtype=np.float32)
_INSIDE: Final = np.array([label[0] == "I" for label in LABELS])


def best_tags(scores: Scores) -> list[str]:
    """The most probable IOB tags of one sentence, of those where no I- begins a name (Viterbi)."""
    if not len(scores):
        return []
    best = scores.argmax(axis=1)
    if not _is_allowed(best):
        best = _search(scores)
    return [LABELS[number] for number in best]


def _is_allowed(best: NDArray[np.intp]) -> bool:
    if not _INSIDE[best].any():
        return True
    follows = _TRANSITIONS[best[:-1], best[1:]]
    return bool(_OPENING[best[0]] == 0 and (follows == 0).all())


def _search(scores: Scores) -> NDArray[np.intp]:
    reached = scores[0] + _OPENING
    came_from: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        paths = reached[:, None] + _TRANSITIONS
        came_from.append(paths.argmax(axis=0))
        reached = paths.max(axis=0) + row
    best = [int(reached.argmax())]
    for back in reversed(came_from):
        best.append(int(back[best[-1]]))
    return np.array(best[::-1], dtype=np.intp)


def by_sentence(
    lengths: Sequence[int], scored: Sequence[tuple[Sequence[tuple[int, int]], Scores]]
) -> list[Scores]:
    """Put the rows of stretches back under their sentences.

    Args:
        lengths: Words of each sentence.
        scored: For each stretch, its words' sentence and number in it, and a row of scores a word.
    """
    sentences = [np.zeros((length, len(LABELS)), dtype=np.float32) for length in lengths]
    for places, rows in scored:
        for (sentence, at), row in zip(places, rows, strict=True):
            sentences[sentence][at] = row
    return sentences
