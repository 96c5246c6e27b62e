"""Files with a token a line (the layout of the CoNLL shared tasks): names for tokens that others cut.

The tagger labels the words that `tokens.py` cuts; a file's tokens may hold several of those (US-led,
Jean-Pierre, don't) or be written in the manner of treebanks (-LRB-, ``). Each token is cut on its own, and
gets the tag that its pieces add up to.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wiredesk.extract.names.extract import tag_tokens
from wiredesk.extract.names.spans import OUTSIDE, spans_of
from wiredesk.extract.names.tagger import Tagger
from wiredesk.extract.names.tokens import pieces

_DOCUMENT = "-DOCSTART-"
_SPACE = " \t\r"
"""What parts columns and may trail; other spaces (no-break ones) belong to a token."""
_POSSESSIVES = frozenset(("'s", "’s"))
LONGEST_DOCUMENT = 40
"""Sentences that are judged together. A file without marks of documents may hold thousands that have nothing
to do with one another; what one says of a name is then no evidence for the next. Measured on MEANTIME, GUM,
re3d and PUD with their marks taken away: parts of 40 to 80 are best, the whole file costs PUD half a point,
and parts of one sentence cost MEANTIME seven."""


class _Token(NamedTuple):
    line: int
    pieces: list[str]


_Sentence = list[_Token]


def tag_conll(text: str, *, tagger: Tagger | None = None, longest: int = LONGEST_DOCUMENT) -> str:
    """Tag a text with a token a line.

    Args:
        text: A token a line in the first column, further columns behind tabs or spaces; an empty line between
            sentences; a line with -DOCSTART- before each document, if the file has any.
        tagger: In place of the one shipped with the package.
        longest: A document of more sentences than these is judged in parts of so many.

    Returns:
        As many lines as the text has: the token, a tab (a space where the line has spaces) and its tag;
        -DOCSTART- likewise; empty lines as such. Tags are IOB over PER, ORG, LOC and MISC: each name begins
        with B-.
    """
    lines = [line.rstrip(_SPACE) for line in text.removeprefix("\ufeff").split("\n")]
    tags = [OUTSIDE] * len(lines)
    documents = list(_parts(_documents(lines), longest))
    found = tag_tokens(
        [
            [[piece for token in sentence for piece in token.pieces] for sentence in document]
            for document in documents
        ],
        tagger=tagger,
    )
    for document, document_tags in zip(documents, found, strict=True):
        for sentence, piece_tags in zip(document, document_tags, strict=True):
            for token, tag in zip(sentence, _tags_of_tokens(sentence, piece_tags), strict=True):
                tags[token.line] = tag
    return "\n".join(_answer(line, tag) for line, tag in zip(lines, tags, strict=True))


def _answer(line: str, tag: str) -> str:
    if not line:
        return ""
    token = _first_column(line)
    return token + (" " if line[len(token) :].startswith(" ") else "\t") + tag


def _first_column(line: str) -> str:
    return line.split("\t", 1)[0] if "\t" in line else line.split(" ", 1)[0]


def _documents(lines: Sequence[str]) -> Iterator[list[_Sentence]]:
    document: list[_Sentence] = []
    sentence: dict[int, str] = {}
    for number, line in enumerate([*lines, _DOCUMENT]):
        token = _first_column(line)
        if token and token != _DOCUMENT:
            sentence[number] = token
        elif sentence:
            cut = pieces(list(sentence.values()))
            document.append([_Token(*token) for token in zip(sentence, cut, strict=True)])
            sentence = {}
        if token == _DOCUMENT and document:
            yield document
            document = []


def _parts(documents: Iterator[list[_Sentence]], longest: int) -> Iterator[list[_Sentence]]:
    for document in documents:
        for start in range(0, len(document), longest):
            yield document[start : start + longest]


def _tags_of_tokens(sentence: _Sentence, piece_tags: Sequence[str]) -> list[str]:
    """The tag of each token: that of the name which all its pieces belong to, marks and a possessive apart.

    A name that makes up a part of a token only (the country in US-led) leaves the token outside, as
    annotators of whole tokens do: they give such tokens no name, or one that is no actor.
    """
    names: list[int | None] = []  # by piece, the name it belongs to
    labels: list[str] = []
    for start, end, label in spans_of(piece_tags):
        names += [None] * (start - len(names)) + [len(labels)] * (end - start)
        labels.append(label)
    names += [None] * (len(piece_tags) - len(names))
    tags: list[str] = []
    at, last = 0, None
    for token in sentence:
        end = at + len(token.pieces)
        telling = {name for name, piece in zip(names[at:end], token.pieces, strict=True) if _tells(piece)}
        name = (telling.pop() if telling else names[at]) if len(telling) < 2 else None
        tags.append(OUTSIDE if name is None else ("I-" if name == last else "B-") + labels[name])
        at, last = end, name
    return tags


def _tells(piece: str) -> bool:
    return piece.lower() not in _POSSESSIVES and any(map(str.isalnum, piece))
