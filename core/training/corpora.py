"""Read the training data in core/training/data: documents of sentences of words and IOB tags."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from training.mending import mended
from wiredesk.extract.names.spans import OUTSIDE, Span, tags_of
from wiredesk.extract.names.tokens import pieces, tokenize

DATA = Path(__file__).parent / "data"

PLAIN = {label: label for label in ("PER", "ORG", "LOC", "MISC")}
WNUT = {
    "person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG", "creative-work": "MISC",
    "product": "MISC",
}  # fmt: skip
POLITICS = {
    "politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG", "location": "LOC",
    "country": "LOC", "event": "MISC", "election": "MISC", "misc": "MISC",
}  # fmt: skip


class Sentence(NamedTuple):
    """Words and their tags."""

    words: list[str]
    tags: list[str]


Document = list[Sentence]


def open_sets(*, without: Iterable[str] = ()) -> list[Document]:
    """The openly licensed sets by our conventions, in a fixed order; without those of some schemas."""
    return [
        [Sentence(words, mended(words, tags)) for words, tags in document]
        for schema, documents in sets_by_schema().items()
        if schema not in without
        for document in documents
    ]


def sets_by_schema() -> dict[str, list[Document]]:
    """The openly licensed sets by the schema that their annotators followed, in a fixed order."""
    return {
        "uner": [  # has no class MISC
            *_columns("ewt/dev.iob2", 1, 2, PLAIN, "# newdoc"),
            *_columns("ewt/test.iob2", 1, 2, PLAIN, "# newdoc"),
            *_columns("pud/test.iob2", 1, 2, PLAIN, "# newdoc"),
        ],
        "wikigold": _columns("wikigold/wikigold.conll.txt", 0, 1, PLAIN, "-DOCSTART-"),
        "wnut": [*_alone(_columns("wnut17/train.conll", 0, 1, WNUT))],
        "politics": [
            *_alone(_columns("politics/train.txt", 0, 1, POLITICS)),
            *_alone(_columns("politics/dev.txt", 0, 1, POLITICS)),
        ],
    }


def _columns(
    path: str, word: int, tag: int, labels: dict[str, str], mark: str | None = None
) -> list[Document]:
    """A file with a word a line; `mark` begins a document, an empty line ends a sentence."""
    documents: list[Document] = [[]]
    tokens: list[tuple[str, str]] = []

    def close() -> None:
        if tokens:
            documents[-1].append(_sentence(tokens, labels))
            tokens.clear()

    for line in (DATA / path).read_text(encoding="utf-8", errors="replace").splitlines():
        if mark and line.startswith(mark):
            close()
            documents.append([])
        elif not line.strip():
            close()
        elif not line.startswith("# "):
            cells = line.split("\t") if "\t" in line else line.split(" ")
            if len(cells) > max(word, tag) and cells[word].strip():
                tokens.append((cells[word], cells[tag]))
    close()
    return [document for document in documents if document]


def _sentence(tokens: Sequence[tuple[str, str]], labels: dict[str, str]) -> Sentence:
    """Cut a set's own tokens as the library cuts text, and give each piece the token's tag."""
    words: list[str] = []
    tags: list[str] = []
    for (_, tag), cut in zip(tokens, pieces([token for token, _ in tokens]), strict=True):
        begins, _, name = tag.partition("-")
        label = labels.get(name)
        for piece in cut:
            previous = tags[-1][2:] if tags else ""
            if label is None:
                tags.append(OUTSIDE)
            else:
                tags.append(("B-" if begins == "B" or previous != label else "I-") + label)
                begins = "I"
            words.append(piece)
    return Sentence(words, tags)


def _alone(documents: Iterable[Document]) -> Iterator[Document]:
    """Sets without document marks: each sentence is a document."""
    return ([sentence] for document in documents for sentence in document)


_MARKED = re.compile(r"\[([^\[\]\n]+)\]\((PER|ORG|LOC|MISC)\)")
_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])[.?!][\"”’')]*\s+(?=[\"“‘'(]?[A-Z\d])"
)


def newsroom_files() -> list[Path]:
    """The annotated articles, in order of their numbers."""
    return sorted((DATA / "newsroom").glob("*.txt"))


def newsroom(files: Iterable[Path]) -> list[Document]:
    """Articles with `[surface](LABEL)` marks; a paragraph is cut into sentences, titles are sentences."""
    return [read_marked(file.read_text(encoding="utf-8")) for file in files]


def read_marked(text: str) -> Document:
    """A text with `[surface](LABEL)` marks, a paragraph a line."""
    return [sentence for line in text.splitlines() if line.strip() for sentence in _paragraph(line)]


def _paragraph(line: str) -> Iterator[Sentence]:
    plain = ""
    names: list[tuple[int, int, str]] = []
    at = 0
    for match in _MARKED.finditer(line):
        plain += line[at : match.start()]
        names.append((len(plain), len(plain) + len(match[1]), match[2]))
        plain += match[1]
        at = match.end()
    yield from cut_paragraph(plain + line[at:], names)


def cut_paragraph(plain: str, names: Iterable[tuple[int, int, str]]) -> Iterator[Sentence]:
    """A paragraph's sentences; `names` are (start, end, label) by characters, and none is cut in two."""
    start = 0
    inside = {p for first, last, _ in names for p in range(first, last - 1)}
    ends = [match.end() for match in _SENTENCE_END.finditer(plain) if match.start() not in inside]
    for end in (*ends, len(plain)):
        words, starts = tokenize(plain, start, end)
        spans: list[Span] = []
        for first, last, label in names:
            held = [i for i, s in enumerate(starts) if first <= s < last]
            if held:
                spans.append(Span(held[0], held[-1] + 1, label))
        if words:
            yield Sentence(words, tags_of(spans, len(words)))
        start = end
