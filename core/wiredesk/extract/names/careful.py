"""The careful tagger: a small encoder fine-tuned for names, and the opinion of the fast one's second pass.

The CRF goes first. Sentences of which it is not sure go to the network (8-bit ONNX, on the processor), ten at
a time; then the CRF sees the document as tagged so far. Where the two disagree on a sentence, their
probabilities are weighed.

How it was trained and what it scores: docs/names.md. Needs `wiredesk[careful]` (onnxruntime, tokenizers).
"""

import json
import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Protocol, Self, cast

import numpy as np

from wiredesk.extract.names.decoding import LABELS, Scores, best_tags, by_sentence
from wiredesk.extract.names.encoding import TRAITS, Encoder, Stretch
from wiredesk.extract.names.lexicon import load_lexicon
from wiredesk.extract.names.tagger import CrfTagger
from wiredesk.extract.names.tiers import CARD
from wiredesk.extract.names.votes import vote

MODEL: Final = "careful.onnx"
TOKENIZER: Final = "tokenizer.json"


SURE: Final = 0.9
"""Sentences of whose every tag the CRF is so sure are not shown to the network: a quarter of all words, and
its tags of them are as good. At 0.8 it would be two fifths, and F1 on MEANTIME a point lower."""

WEIGHT: Final = np.float32(0.45)
"""Of the CRF where the two disagree. Of 0.2 to 0.7 the best on held-out articles of ours, on MEANTIME and on
re3d alike, where it lifts F1 by 0.5 to 1.5 over the network alone."""

_LEAST: Final = np.float32(1e-4)
"""The CRF is never surer than this that a tag is wrong."""


class Session(Protocol):
    """What runs the network: an `onnxruntime.InferenceSession`."""

    def run(self, output_names: None, input_feed: dict[str, Any]) -> Any:
        """The outputs for the inputs, by their names in the model."""
        ...


class CarefulTagger:
    """Labels the words of a document by its network and the CRF together.

    Threads may share one tagger.
    """

    def __init__(self, encoder: Encoder, session: Session, crf: CrfTagger) -> None:
        self._encoder = encoder
        self._session = session
        self._crf = crf

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Load the model of a folder.

        Args:
            folder: With `MODEL`, `TOKENIZER`, and the card of what the model was trained for.

        Raises:
            ImportError: onnxruntime or tokenizers is not installed.
            ValueError: the model was trained for other traits or labels than this code makes.
        """
        from tokenizers import Tokenizer

        card: dict[str, list[str]] = json.loads((folder / CARD).read_text(encoding="utf-8"))
        if card["traits"] != list(TRAITS) or card["labels"] != list(LABELS):
            raise ValueError(f"{folder}: was trained for other traits or labels; train it anew")
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        runtime: Any = import_module("onnxruntime")  # its own types name half of what it has
        options = runtime.SessionOptions()
        options.intra_op_num_threads = int(
            os.environ.get("OMP_NUM_THREADS", "0")
        )  # 0: as many as there are cores
        options.log_severity_level = 3  # errors: warnings would be printed over the screen
        session: Session = runtime.InferenceSession(
            str(folder / MODEL), options, providers=["CPUExecutionProvider"]
        )
        return cls(Encoder(tokenizer, load_lexicon()), session, CrfTagger())

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """IOB tags over PER, ORG, LOC and MISC, one for each word; no word may be empty."""
        judged = self._crf.judge(sentences)
        doubtful = [number for number, sentence in enumerate(judged) if sentence.sure < SURE]
        scored = dict(zip(doubtful, self.scores([sentences[number] for number in doubtful]), strict=True))
        tags = [
            best_tags(scored[number]) if number in scored else sentence.tags
            for number, sentence in enumerate(judged)
        ]
        for number, opinion in self._crf.weigh(sentences, judged, vote(sentences, tags), doubtful).items():
            tags[number] = best_tags(weighed(scored[number], opinion))
        return tags

    def scores(self, sentences: Sequence[Sequence[str]]) -> list[Scores]:
        """For each sentence the network's log-probabilities of its words' labels: (words, `LABELS`)."""
        stretches = self._encoder.document(sentences)
        scored = [(stretch.places, self._judge(stretch)) for stretch in stretches]
        return by_sentence([len(words) for words in sentences], scored)

    def _judge(self, stretch: Stretch) -> Scores:
        """One stretch at a time: padding to the longest of several would cost more than calling saves."""
        pieces = np.array([stretch.pieces], dtype=np.int64)
        outcome = self._session.run(None, {"pieces": pieces, "traits": dense(stretch)[None]})
        return cast("Scores", outcome[0][0][stretch.firsts])


def weighed(scores: Scores, opinion: Sequence[Mapping[str, float]]) -> Scores:
    """The network's log-probabilities and the CRF's as one, each with its weight.

    Args:
        scores: The network's, a row a word.
        opinion: The CRF's probability of each tag, for each word.
    """
    theirs = np.array([[word.get(label, 0.0) for label in LABELS] for word in opinion], dtype=np.float32)
    return (1 - WEIGHT) * scores + WEIGHT * np.log(np.maximum(theirs, _LEAST))


def dense(stretch: Stretch) -> Scores:
    """The traits of a stretch's sub-words as ones and zeros: (sub-words, `TRAITS`)."""
    matrix = np.zeros((len(stretch.pieces), len(TRAITS)), dtype=np.float32)
    where = [(at, trait) for at, traits in enumerate(stretch.traits) for trait in traits]
    if where:
        rows, columns = zip(*where, strict=True)
        matrix[list(rows), list(columns)] = 1
    return matrix
