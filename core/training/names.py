"""Train the name tagger's two models and print their scores on held-out articles.

    python core/training/names.py           # rebuild the shipped models: 5 minutes of one core
    python core/training/names.py --to DIR  # elsewhere
    python core/training/names.py --to DIR --without uner  # without a set, to be scored on it

Everything is read from core/training/data and core/wiredesk/extract/names/data, in a fixed order, so that the
same data give the same models.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from pycrfsuite import Trainer  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.corpora import Document, newsroom, newsroom_files, open_sets
from training.scores import exact_spans
from training.titles import PEOPLE, lists_of, office_holders
from training.variants import gather, recased, renamed
from wiredesk.extract.names.evidence import document_evidence
from wiredesk.extract.names.features import Features
from wiredesk.extract.names.lexicon import DATA, load_lexicon
from wiredesk.extract.names.tagger import FIRST_MODEL, SECOND_MODEL, CrfTagger, add_evidence, open_model
from wiredesk.extract.names.votes import vote
from wiredesk.extract.names.words import Item

BLOCK = 10  # articles written in a row are alike, so whole blocks are held out
EVERY = 10  # one block in so many is held out
FOLDS = 3  # the second model must learn from a first pass over text that pass has not seen
L1 = 1.0  # prunes two thirds of the features and helps on other outlets' news
L1_OF_FOLDS = 1.5
L2 = 0.02
LEAST = 3  # times a feature must occur
ROUNDS = 110
ROUNDS_OF_FOLDS = 50
SEED = 7


def held_out_files(every: int = EVERY) -> list[Path]:
    """The annotated articles that no shipped model was trained on."""
    return [file for n, file in enumerate(newsroom_files()) if n // BLOCK % every == every - 1]


def renamed_copies(documents: Sequence[Document]) -> list[Document]:
    """A copy of each document with other persons and places, some sentences in capitals or as titles.

    The names come from the whole world (people.txt) and from the other documents. Measured on sets that no
    model was trained on, one copy of the annotated articles adds a third of a point, two copies no more.
    """
    random = Random(SEED)
    people = lists_of(PEOPLE)
    pools = replace(
        gather(documents, load_lexicon()), listed_first=people["forename"], listed_last=people["family"]
    )
    return [recased(renamed(document, pools, random), random) for document in documents]


def train(
    items: Sequence[list[list[Item]]], documents: Sequence[Document], to: Path, l1: float, rounds: int
) -> None:
    """Train one CRF on the documents and write it."""
    trainer = Trainer(algorithm="lbfgs", verbose=False)  # pyright: ignore[reportUnknownVariableType]
    for document_items, document in zip(items, documents, strict=True):
        for sentence_items, sentence in zip(document_items, document, strict=True):
            trainer.append(sentence_items, sentence.tags)
    trainer.set_params({"c1": l1, "c2": L2, "max_iterations": rounds, "feature.minfreq": LEAST})
    trainer.train(str(to))


def train_both(documents: Sequence[Document], first: Path, second: Path) -> None:
    """Train the first model, and the second on what first models of other folds say of each document."""
    features = Features(load_lexicon())
    words = [[sentence.words for sentence in document] for document in documents]
    items = [features.document(document) for document in words]
    evidence: list[list[list[Item]]] = [[] for _ in documents]
    with TemporaryDirectory() as folder:
        for fold in range(FOLDS):
            part = [n for n in range(len(documents)) if n % FOLDS != fold]
            model = Path(folder) / f"{fold}.crfsuite"
            train([items[n] for n in part], [documents[n] for n in part], model, L1_OF_FOLDS, ROUNDS_OF_FOLDS)
            crf = open_model(model)
            for n in range(fold, len(documents), FOLDS):
                evidence[n] = document_evidence(words[n], [crf.tag(sentence) for sentence in items[n]])
            report(f"fold {fold + 1} of {FOLDS}")
    train(items, documents, first, L1, ROUNDS)
    report("first model")
    for document_items, document_evidence_ in zip(items, evidence, strict=True):
        add_evidence(document_items, document_evidence_)
    train(items, documents, second, L1, ROUNDS)
    report("second model")


def print_scores(documents: Sequence[Document], first: Path, second: Path) -> None:
    """Score the models on documents, before and after the votes."""
    tagger = CrfTagger(first, second)
    stages: dict[str, list[tuple[list[str], list[str]]]] = {"tagged": [], "voted": []}
    for document in documents:
        words = [sentence.words for sentence in document]
        tags = tagger.tag(words)
        for stage, found in (("tagged", tags), ("voted", vote(words, tags))):
            stages[stage] += zip((sentence.tags for sentence in document), found, strict=True)
    for stage, pairs in stages.items():
        scores = exact_spans(pairs)
        print(stage, "; ".join(f"{label} {score}" for label, score in scores.items()))


STARTED = time.monotonic()


def report(what: str) -> None:
    """Tell how far the training is."""
    print(f"{time.monotonic() - STARTED:6.0f} s  {what}", file=sys.stderr, flush=True)


def main() -> None:
    """Train, write, score."""
    parser = argparse.ArgumentParser(description="Train the name tagger and score it on held-out articles.")
    parser.add_argument("--to", type=Path, default=DATA, metavar="DIR", help="folder for the models")
    parser.add_argument("--every", type=int, default=EVERY, help="hold out one block of articles in so many")
    parser.add_argument("--without", default="", metavar="SETS", help="leave out open sets: uner,wnut,...")
    options = parser.parse_args()
    held_out = held_out_files(options.every)
    seen = [file for file in newsroom_files() if file not in held_out]
    first, second = options.to / FIRST_MODEL.name, options.to / SECOND_MODEL.name
    options.to.mkdir(parents=True, exist_ok=True)
    ours = newsroom(seen)
    others = open_sets(without=options.without.split(","))
    train_both([*ours, *renamed_copies(ours), *others, *office_holders()], first, second)
    print(f"{first.stat().st_size + second.stat().st_size:,} bytes; {len(held_out)} held-out articles:")
    print_scores(newsroom(held_out), first, second)


if __name__ == "__main__":
    main()
