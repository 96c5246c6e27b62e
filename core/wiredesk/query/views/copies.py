"""Near-copies beside what they copy: how much each added and cut, and which words."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

import polars as pl

from wiredesk.query.selection import Selection
from wiredesk.store import Index

COPIES_VIEW: Final = pl.Schema(
    {
        "article_id": pl.Int64,
        "published": pl.Date,
        "source": pl.String,
        "title": pl.String,
        "path": pl.String,
        "part": pl.Int32,
        "same": pl.Int32,  # words that it has from the representative, in their order
        "added": pl.Int32,  # words that the representative has not
        "cut": pl.Int32,  # words of the representative that it has not
        "duplicate_of": pl.Int64,
        "original_published": pl.Date,
        "original_source": pl.String,
        "original_title": pl.String,
        "original_path": pl.String,
        "original_part": pl.Int32,
    }
)

Kind = Literal["same", "cut", "added"]

_ABOUT: Final = ("article_id", "path", "part", "duplicate_of", "original_path", "original_part")
DIFFERENCES_VIEW: Final = pl.Schema(
    {
        **{name: COPIES_VIEW[name] for name in _ABOUT},
        "kind": pl.String,  # Kind
        "words": pl.Int32,
        "text": pl.String,
    }
)

DIFFERENCES: Final = pl.Schema({"kind": pl.String, "words": pl.Int32, "text": pl.String})
"""One row a run of words, `kind` is a `Kind`; texts end with the space or line end behind them."""

_WORD: Final = re.compile(r"\S+\s*")
_CAREFUL_WORDS: Final = 4_000
"""Up to so many words on either side every word counts; beyond, the most frequent ones are no landmarks,
or a page without a single paragraph in common would take minutes."""


class _Run(NamedTuple):
    kind: Kind
    tokens: Sequence[str]


def copies_view(index: Index, selection: Selection) -> pl.DataFrame:
    """The selected articles that are near-copies of another one, selected or not.

    Returns:
        Frame with schema `COPIES_VIEW`, the copies of one article together, in the order of `ARTICLES`.
    """
    found = _copies_in(index, selection)
    counted: dict[Kind, list[int]] = {"same": [], "added": [], "cut": []}
    for copy, whole in found.select("article_id", "duplicate_of").iter_rows():
        sizes = dict.fromkeys(counted, 0)
        for run in _runs(index.text(whole), index.text(copy)):
            sizes[run.kind] += len(run.tokens)
        for kind, size in sizes.items():
            counted[kind].append(size)
    return found.with_columns(pl.Series(kind, sizes, pl.Int32) for kind, sizes in counted.items()).select(
        COPIES_VIEW.names()
    )


def _copies_in(index: Index, selection: Selection) -> pl.DataFrame:
    articles = index.articles
    original = articles.select(
        pl.col("article_id").alias("duplicate_of"),
        pl.col("published", "source", "title", "path", "part").name.prefix("original_"),
    )
    return (
        articles.join(selection.articles.select("article_id"), on="article_id", how="semi")
        .filter(pl.col("duplicate_of").is_not_null())
        .join(original, on="duplicate_of", how="left", maintain_order="left")
        .sort("original_path", "original_part", "path", "part")
    )


def differences_view(index: Index, selection: Selection) -> pl.DataFrame:
    """The selected near-copies word by word beside what they copy.

    Returns:
        Frame with schema `DIFFERENCES_VIEW`, a row a run of words, in the order of the texts; the copies
        in the order of `copies_view`.
    """
    parts = [DIFFERENCES_VIEW.to_frame()]
    for row in _copies_in(index, selection).iter_rows(named=True):
        runs = differences(index.text(row["duplicate_of"]), index.text(row["article_id"]))
        about = [pl.lit(row[name], COPIES_VIEW[name]).alias(name) for name in _ABOUT]
        parts.append(runs.with_columns(about).select(DIFFERENCES_VIEW.names()))
    return pl.concat(parts)


def differences(before: str, after: str) -> pl.DataFrame:
    """Which words a text has from another one, which it cut, and which it added.

    Paragraphs that both have are found first, then words within what lies between them. What a word is
    tells white space, so that changed punctuation is shown.

    Returns:
        Frame with schema `DIFFERENCES`. The texts of `same` and `cut` in their order are `before`, those
        of `same` and `added` are `after`, but for white space.
    """
    rows = [(run.kind, len(run.tokens), "".join(run.tokens)) for run in _runs(before, after)]
    return pl.DataFrame(rows, DIFFERENCES, orient="row")


def _runs(before: str, after: str) -> Iterator[_Run]:
    """Runs of words, no two of one kind behind one another."""
    last: _Run | None = None
    for kind, tokens in _by_paragraph(before, after):
        if last is not None and last.kind == kind:
            last = _Run(kind, [*last.tokens, *tokens])
            continue
        if last is not None:
            yield last
        last = _Run(kind, tokens)
    if last is not None:
        yield last


def _by_paragraph(before: str, after: str) -> Iterator[_Run]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    keys = [[" ".join(line.split()) for line in lines] for lines in (old, new)]
    for what, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        words = _WORD.findall("".join(new[c:d]))
        if what == "equal":
            if words:
                yield _Run("same", words)
        else:
            yield from _by_word(_WORD.findall("".join(old[a:b])), words)


def _by_word(old: list[str], new: list[str]) -> Iterator[_Run]:
    keys = [[word.rstrip() for word in words] for words in (old, new)]
    matcher = SequenceMatcher(None, *keys, autojunk=max(len(old), len(new)) > _CAREFUL_WORDS)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            yield _Run("same", new[c:d])
            continue
        if a < b:
            yield _Run("cut", old[a:b])
        if c < d:
            yield _Run("added", new[c:d])
