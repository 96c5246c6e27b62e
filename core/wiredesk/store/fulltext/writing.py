"""Write a full-text index, or what changed since the one before it."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl

from wiredesk.errors import StoreError
from wiredesk.store.disk import explained, sync
from wiredesk.store.fulltext import shape
from wiredesk.store.fulltext.documents import documents
from wiredesk.store.fulltext.guard import FullTextError, guarded
from wiredesk.store.fulltext.stated import (
    ARTICLES_FILE,
    Stated,
    documents_in,
    library_files,
    read_stated,
    write_stated,
)
from wiredesk.store.tables import digest_of_file

if TYPE_CHECKING:
    import tantivy

    from wiredesk.store.index import Index

HEAP: Final = 256 * 2**20
"""Bytes that the library may hold before it writes a segment: some 60,000 articles of 3 kB."""

MOST_HOLES: Final = 1 / 16
"""Holes to an article from which the index is made anew. An article that is changed or gone leaves a hole,
which takes room, and counts as an article when words are weighed, until its segment is merged: so the order
of the best may differ a little from a fresh index's. Making it anew costs 0.25 ms an article, so 4 ms for
each changed one, a sixth of what it takes to find its facts. (What is merely added leaves no hole; of small
segments, and of segments of about the same size, the library merges eight into one.)"""

_MUTABLE: Final = ("meta.json", ".managed.json")
"""Files that the library changes; all others are written once, so generations can share them."""


def write_fulltext(folder: Path, index: "Index", signature: str, *, before: Path | None = None) -> bool:
    """Write the full-text index of an index's articles.

    The files of the index before are shared where the file system has hard links; articles that are gone
    or changed are deleted in it, new and changed ones are added. Made anew it is where the one before
    is damaged, of another version or signature, or would have too many holes (`MOST_HOLES`).

    Args:
        folder: Made here; nobody reads it yet.
        index: With its articles, texts and sentences.
        signature: Of what found the sentences.
        before: Folder of the full-text index of the generation before, which may be there or not.

    Returns:
        Whether one was written: below `shape.FULLTEXT_FROM` articles none is.

    Raises:
        StoreError: it cannot be written.
    """
    if index.articles.height < shape.FULLTEXT_FROM:
        return False
    known = _known(before, signature) if before is not None else None
    if before is None or known is None or not _grown(folder, index, signature, before, *known):
        with explained(folder):
            folder.mkdir()
        _change(folder, index, [], index.articles)
        _finish(folder, index, signature, {})
    return True


def _grown(
    folder: Path, index: "Index", signature: str, before: Path, stated: Stated, known: pl.DataFrame
) -> bool:
    """Make it of the one before; False, and nothing is left, where that is not worth it or not possible."""
    version = ["article_id", "digest"]
    gone = known.join(index.articles, on=version, how="anti", nulls_equal=True)
    added = index.articles.join(known, on=version, how="anti", nulls_equal=True)
    try:
        if documents_in(before) + added.height > (1 + MOST_HOLES) * index.articles.height:
            return False
        _share(before, folder)
        _change(folder, index, gone["article_id"].to_list(), added)
    except FullTextError:  # the one before is broken: no reason not to have a whole one now
        shutil.rmtree(folder, ignore_errors=True)
        return False
    _finish(folder, index, signature, stated.digests)
    return True


def is_whole(folder: Path, articles: int, *, to_the_byte: bool = True) -> bool:
    """Whether a generation of so many articles has the full-text index that it should have.

    Args:
        folder: Of the full-text index.
        articles: How many there are in the generation.
        to_the_byte: Compare every byte; otherwise sizes, and what readers left that were failed by it.
    """
    try:
        stated = read_stated(folder)
        if stated is None:
            return articles < shape.FULLTEXT_FROM
        with explained(folder):
            found = library_files(folder)
            if (stated.version, stated.articles, stated.files) != (shape.VERSION, articles, found):
                return False
            return not (to_the_byte and _changed(folder, stated))
    except StoreError:
        return False


def _known(folder: Path, signature: str) -> tuple[Stated, pl.DataFrame] | None:
    """What an index says of itself, and what is in it; None where it cannot be gone on from."""
    try:
        stated = read_stated(folder)
        if stated is None or (stated.version, stated.signature) != (shape.VERSION, signature):
            return None
        if library_files(folder) != stated.files:
            return None
        if _changed(folder, stated):
            return None
        return stated, pl.read_parquet(folder / ARTICLES_FILE)
    except (StoreError, OSError, pl.exceptions.PolarsError):
        return None


def _changed(folder: Path, stated: Stated) -> bool:
    """Whether a byte of some file is not what it was when the file was written."""
    return any(digest_of_file(folder / name) != digest for name, digest in stated.digests.items())


def _share(before: Path, folder: Path) -> None:
    with explained(folder):
        folder.mkdir()
        for name in library_files(before):
            if name in _MUTABLE:
                shutil.copyfile(before / name, folder / name)
                continue
            try:
                os.link(before / name, folder / name)
            except OSError:  # no hard links here
                shutil.copyfile(before / name, folder / name)


def _change(folder: Path, index: "Index", gone: list[int], added: pl.DataFrame) -> None:
    import tantivy

    with guarded(folder):
        written = tantivy.Index(shape.make_schema(), str(folder))
        written.register_tokenizer(*shape.analyser())
        writer = written.writer(HEAP, 1)  # one thread: documents keep their order
        try:
            for article in gone:
                writer.delete_documents_by_term(shape.ARTICLE, article)
            for document in documents(index, added):
                writer.add_document(document)
            writer.commit()
            writer.garbage_collect_files()
        finally:
            _end(writer)


def _end(writer: "tantivy.IndexWriter") -> None:
    """Wait for what goes on in the background: nothing may be written once the files are counted."""
    writer.wait_merging_threads()


def _finish(folder: Path, index: "Index", signature: str, known: Mapping[str, str]) -> None:
    """Make it durable and say what it holds.

    Args:
        known: Digests of files that were taken over: whoever takes them over again tells damage by them.
    """
    with explained(folder):
        for lock in folder.glob("*.lock"):
            lock.unlink()
        for lock in folder.glob(".*.lock"):
            lock.unlink(missing_ok=True)
        articles = index.articles.select("article_id", "digest")
        articles.write_parquet(folder / ARTICLES_FILE, compression="zstd")
        sync(folder / ARTICLES_FILE)
        files = library_files(folder)
        digests: dict[str, str] = {}
        for name in files:
            sync(folder / name)
            taken_over = known.get(name) if name not in _MUTABLE else None
            digests[name] = taken_over or digest_of_file(folder / name)
    stated = Stated(
        version=shape.VERSION, signature=signature, articles=articles.height, files=files, digests=digests
    )
    write_stated(folder, stated)
