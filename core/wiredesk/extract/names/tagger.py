"""The name tagger: sentences of words in, IOB tags out."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock
from typing import NamedTuple, Protocol

from wiredesk.extract.names.evidence import document_evidence
from wiredesk.extract.names.features import Features
from wiredesk.extract.names.lexicon import DATA, load_lexicon
from wiredesk.extract.names.words import Item

FIRST_MODEL = DATA / "first.crfsuite"
SECOND_MODEL = DATA / "second.crfsuite"


class Tagger(Protocol):
    """Labels the words of one document's sentences, all at once so that it may look around in it."""

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """IOB tags over PER, ORG, LOC and MISC, one for each word; no word may be empty."""
        ...


class Model(Protocol):
    """One trained CRF."""

    def tag(self, items: list[Item]) -> list[str]:
        """The best tags of one sentence's features."""
        ...

    def labels(self) -> list[str]:
        """All tags that it knows."""
        ...

    def marginal(self, label: str, at: int) -> float:
        """The probability of a tag for a word of the sentence that was tagged last."""
        ...


def open_model(file: Path) -> Model:
    """Open a trained CRF; the CRF library is imported here, so that only who tags pays for it."""
    from pycrfsuite import Tagger as Crf  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

    model = Crf()  # pyright: ignore[reportUnknownVariableType]
    model.open(str(file))
    return model  # pyright: ignore[reportUnknownVariableType]


class Judged(NamedTuple):
    """What the CRF made of one sentence."""

    items: list[Item]
    """The first pass's features."""
    tags: list[str]
    sure: float
    """The probability of its least certain tag."""


class CrfTagger:
    """Two linear-chain CRFs: the second also sees how the first labelled the rest of the document.

    Threads may share one tagger; they take turns.
    """

    def __init__(self, first: Path = FIRST_MODEL, second: Path = SECOND_MODEL) -> None:
        self._features = Features(load_lexicon())
        self._first = open_model(first)
        self._second = open_model(second)
        self._turn = Lock()

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """IOB tags over PER, ORG, LOC and MISC, one for each word; no word may be empty."""
        items = self._features.document(sentences)
        with self._turn:
            tags = [self._first.tag(sentence) for sentence in items]
            add_evidence(items, document_evidence(sentences, tags))
            return [self._second.tag(sentence) for sentence in items]

    def judge(self, sentences: Sequence[Sequence[str]]) -> list[Judged]:
        """Tag as `tag` does, and tell of each sentence how sure that is."""
        items = self._features.document(sentences)
        with self._turn:
            tags = [self._first.tag(sentence) for sentence in items]
            seen = with_evidence(items, document_evidence(sentences, tags))
            return [self._judged(own, all_) for own, all_ in zip(items, seen, strict=True)]

    def _judged(self, own: list[Item], seen: list[Item]) -> Judged:
        tags = self._second.tag(seen)
        sure = min((self._second.marginal(tag, at) for at, tag in enumerate(tags)), default=1.0)
        return Judged(own, tags, sure)

    def weigh(
        self,
        sentences: Sequence[Sequence[str]],
        judged: Sequence[Judged],
        tags: Sequence[Sequence[str]],
        doubtful: Iterable[int],
    ) -> dict[int, list[dict[str, float]]]:
        """What the second pass makes of a document that another tagger has tagged.

        Args:
            sentences: Sentences of words.
            judged: What `judge` said of them.
            tags: What the document's other names are told from, in place of the first pass's tags.
            doubtful: Numbers of the sentences that are asked about.

        Returns:
            For those of them where it does not agree with `tags`, the probability of each tag for each word.
        """
        seen = with_evidence([sentence.items for sentence in judged], document_evidence(sentences, tags))
        opinions: dict[int, list[dict[str, float]]] = {}
        with self._turn:
            labels = self._second.labels()
            for number in doubtful:
                if self._second.tag(seen[number]) != list(tags[number]):
                    words = range(len(seen[number]))
                    opinions[number] = [
                        {label: self._second.marginal(label, at) for label in labels} for at in words
                    ]
        return opinions


def add_evidence(items: list[list[Item]], evidence: list[list[Item]]) -> None:
    """Add the second pass's features to those of the first, in place."""
    for sentence, further in zip(items, evidence, strict=True):
        for item, more in zip(sentence, further, strict=True):
            item += more


def with_evidence(items: list[list[Item]], evidence: list[list[Item]]) -> list[list[Item]]:
    """`add_evidence` that leaves the first pass's features as they are."""
    return [
        [item + more for item, more in zip(sentence, further, strict=True)]
        for sentence, further in zip(items, evidence, strict=True)
    ]
