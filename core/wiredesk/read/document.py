"""What every reader hands on: one document, with what its container says about it."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Stated:
    """What a container (front matter, sidecar, HTML metadata, feed entry, mail header) says of a document.

    Nothing here comes from the text itself, the clock or the file system. Unknown is None.

    Attributes:
        by_user: Names of the fields that the reader of the news set by hand (sidecar file, `wiredesk.csv`).
    """

    title: str | None = None
    source: str | None = None
    published: date | None = None
    url: str | None = None
    byline: str | None = None
    summary: str | None = None
    language: str | None = None
    by_user: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a file: text in which `\\n` ends a line, already through `text.safe`.

    Attributes:
        path: As shown: relative to the root that was given, "/" between folders.
        item: Which document of the file (a feed entry's id, a message id, a line number); None when
            the file is one document.
        text: The text, line by line, not cleaned.
        stated: What the container says.
        blocks: True when the container has already told article text from furniture (HTML body
            found by an extractor, a feed entry's content), so that each line is one paragraph and
            only in-text furniture is left to drop.
        single: True when the container holds one article, as a page does: the text is never split.
    """

    path: str
    item: str | None
    text: str
    stated: Stated = field(default_factory=Stated)
    blocks: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file or one document in it that could not be read, and why (in words, with what to do)."""

    path: str
    item: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class FileRead:
    """All that came out of one file.

    Attributes:
        path: As shown (see `Document.path`).
        bytes: Size of the file.
        digest: Hex digest of the file's bytes and of the sidecar data that applies to it.
        format: plain, html, feed, mail or jsonl; None where it was never told.
        encoding: As declared or detected; None for a format with its own rules.
        documents: In the order of the file.
        refusals: What was refused of it.
    """

    path: str
    bytes: int
    digest: str
    format: str | None
    encoding: str | None
    documents: tuple[Document, ...]
    refusals: tuple[Refusal, ...]
