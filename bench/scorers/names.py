"""What the name taggers are worth: exact spans of persons, organisations and places.

All is tagged as `wiredesk tag --conll` tags it: from the tokens of the set, a document at a time.

    python bench/scorers/names.py --sets DIR                   # every tagger that is installed, on every set
    python bench/scorers/names.py --sets DIR --names careful   # one
    python bench/scorers/names.py --sets DIR --models MODELS   # the fast one with models trained otherwise

MEANTIME (Minard et al. 2016), GUM (Zeldes 2017) and re3d (Dstl 2017) mark more than names; `names_sets`
tells what is made of them. The shipped models were trained on the Universal NER sets (Mayhew et al. 2024):
their rows count only for models trained without them (`core/training/names.py --without uner --to MODELS`).
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "core")]

from scorers import Absent, Counts, Row
from scorers.names_sets import UNSURE, columns, gum, meantime, re3d
from training.corpora import Document, newsroom
from training.names import held_out_files
from wiredesk.errors import ConfigError
from wiredesk.extract.names import Tagger, load_tagger, tag_conll
from wiredesk.extract.names.spans import Span, spans_of
from wiredesk.extract.names.tagger import FIRST_MODEL, SECOND_MODEL, CrfTagger

LABELS = ("PER", "ORG", "LOC")
TARGETS: Mapping[str, Mapping[str, float]] = {
    "fast": {"F1": 79.0},
    "careful": {"F1": 84.0, "PER": 91.0, "ORG": 73.0, "LOC": 85.0},
}
"""For world news that no model has seen."""
TAGGERS = ("fast", "careful")


def gate() -> Iterator[Row]:
    """The fast tagger on the annotated articles that no model was trained on, whole blocks of ten."""
    yield held_out("fast")


def held_out(name: str) -> Row:
    """A tagger on those articles."""
    return row(f"held-out articles, {name}", newsroom(held_out_files()), load_tagger(name), TARGETS[name])


def score(sets: Path) -> Iterator[Row | Absent]:
    """Every tagger that is installed on the development sets."""
    for name in TAGGERS:
        try:
            tagger = load_tagger(name)
        except ConfigError:
            continue
        if name != "fast":  # which is in the gate
            yield held_out(name)
        yield from rows_of(sets, name, tagger)


def rows_of(sets: Path, name: str, tagger: Tagger) -> Iterator[Row | Absent]:
    """One tagger on the development sets."""
    names = sets / "data" / "names" if (sets / "data").is_dir() else sets / "names"
    readers: dict[str, tuple[Path, Callable[[Path], list[Document]]]] = {
        "MEANTIME": (names.parent / "meantime", meantime),
        "GUM news": (names / "gum-news", gum),
        "re3d": (names.parent / "re3d", re3d),
        "PUD news": (names / "pud.iob2", partial(columns, only="= n")),
        "PUD Wikipedia": (names / "pud.iob2", partial(columns, only="= w")),
        "EWT groups": (names / "ewt_dev.iob2", partial(columns, only="newsgroup")),
        "WNUT emerging": (names / "emerging.dev.conll", partial(columns, word=0, tag=1)),
    }
    for label, (where, read) in readers.items():
        yield row(f"{label}, {name}", read(where), tagger, {}) if where.exists() else Absent(label, where)


def row(label: str, documents: Sequence[Document], tagger: Tagger, targets: Mapping[str, float]) -> Row:
    """Score a tagger on documents."""
    counts = dict.fromkeys(LABELS, Counts(0, 0, 0))
    wrong: list[str] = []
    number = 0
    for document, tags in zip(documents, tagged(documents, tagger), strict=True):
        for sentence, found_tags in zip(document, tags, strict=True):
            number += 1
            gold, found = _names(sentence.tags, found_tags)
            for name in LABELS:
                mine = {span for span in found if span.label == name}
                right = {span for span in gold if span.label == name}
                counts[name] = counts[name].plus(Counts(len(mine & right), len(mine), len(right)))
            wrong += [_told(number, sentence.words, span, "-") for span in sorted(found - gold)]
            wrong += [_told(number, sentence.words, span, "+") for span in sorted(gold - found)]
    whole = Counts(0, 0, 0)
    for count in counts.values():
        whole = whole.plus(count)
    figures = {"F1": whole.f1, "precision": whole.precision, "recall": whole.recall}
    return Row(label, figures | {name: count.f1 for name, count in counts.items()}, targets, _distinct(wrong))


def tagged(documents: Sequence[Document], tagger: Tagger, *, marks: bool = True) -> list[list[list[str]]]:
    """The tags of documents, by way of a file with a token a line; without `marks` nothing parts them."""
    lines: list[str] = []
    for document in documents:
        lines += ["-DOCSTART-", ""] if marks else []
        for sentence in document:
            lines += [*sentence.words, ""]
    answers = [
        line.rsplit("\t", 1) for line in tag_conll("\n".join(lines), tagger=tagger).split("\n") if line
    ]
    coming = iter([tag for token, tag in answers if token != "-DOCSTART-"])
    return [[[next(coming) for _ in sentence.words] for sentence in document] for document in documents]


def _names(gold_tags: Sequence[str], found_tags: Sequence[str]) -> tuple[set[Span], set[Span]]:
    """What a sentence has and what was found, without what the set is not sure of."""
    gold = {span for span in spans_of(gold_tags) if span.label in LABELS}
    unsure = {
        at for span in spans_of(gold_tags) if span.label == UNSURE for at in range(span.start, span.end)
    }
    found = {span for span in spans_of(found_tags) if span.label in LABELS}
    return gold, {span for span in found if span in gold or unsure.isdisjoint(range(span.start, span.end))}


def _told(number: int, words: Sequence[str], span: Span, sign: str) -> str:
    return f"{number}: {sign} {span.label} {' '.join(words[span.start : span.end])}"


def _distinct(lines: Iterable[str]) -> list[str]:
    """The lines, each told once."""
    return list(Counter(lines))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Score the name taggers on the development sets.")
    parser.add_argument("--sets", type=Path, required=True, metavar="DIR", help="folder of the sets")
    parser.add_argument("--names", choices=TAGGERS, help="this tagger alone")
    parser.add_argument("--models", type=Path, metavar="DIR", help="models of the fast tagger")
    given = parser.parse_args()
    if given.models:
        tagger = CrfTagger(given.models / FIRST_MODEL.name, given.models / SECOND_MODEL.name)
        rows = rows_of(given.sets, "fast", tagger)
    else:
        rows = (
            rows_of(given.sets, given.names, load_tagger(given.names)) if given.names else score(given.sets)
        )
    for found in rows:
        if isinstance(found, Row):
            print(
                f"{found.label:<26}",
                "  ".join(f"{name} {value:5.1f}" for name, value in found.figures.items()),
            )
        else:
            print(f"{found.label}: left out, no {found.looked_for}", file=sys.stderr)


if __name__ == "__main__":
    main()
