"""Write a full-text index, or what changed since the one before it."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl

from wiredesk.errors import StoreError
from wiredesk.store.disk import explained, sync
from wiredesk.store.fulltext import shape
from wiredesk.store.fulltext.documents import documents
from wiredesk.store.fulltext.guard import FullTextError, guarded
from wiredesk.store.fulltext.stated import ARTICLES_FILE, Stated, library_files, read_stated, write_stated

if TYPE_CHECKING:
    import tantivy

    from wiredesk.store.index import Index

HEAP: Final = 256 * 2**20
"""Bytes that the library may hold before it writes a segment: some 60,000 articles of 3 kB."""

_AFRESH: Final = 0.5
"""Share of changed articles from which the index is made anew: every deletion stays in it as a hole."""

_MUTABLE: Final = ("meta.json", ".managed.json")
"""Files that the library changes; all others are written once, so generations can share them."""


def write_fulltext(folder: Path, index: "Index", signature: str, *, before: Path | None = None) -> bool:
    """Write the full-text index of an index's articles.

    The files of the index before are shared where the file system has hard links; articles that are gone
    or changed are deleted in it, new and changed ones are added.

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
    wanted = index.articles.select("article_id", "digest")
    known = _known(before, signature) if before is not None else None
    if before is not None and known is not None:
        gone = known.join(wanted, on=["article_id", "digest"], how="anti", nulls_equal=True)
        added = index.articles.join(known, on=["article_id", "digest"], how="anti", nulls_equal=True)
        if gone.height + added.height < _AFRESH * wanted.height:
            try:
                _share(before, folder)
                _change(folder, index, gone["article_id"].to_list(), added)
                _finish(folder, wanted, signature)
                return True
            except FullTextError:  # the one before is broken: no reason not to have a whole one now
                shutil.rmtree(folder, ignore_errors=True)
    with explained(folder):
        folder.mkdir()
    _change(folder, index, [], index.articles)
    _finish(folder, wanted, signature)
    return True


def is_whole(folder: Path, articles: int) -> bool:
    """Whether a generation of so many articles has the full-text index that it should have.

    Sizes are compared, and what readers left behind that were failed by it; not every byte.
    """
    try:
        stated = read_stated(folder)
        if stated is None:
            return articles < shape.FULLTEXT_FROM
        with explained(folder):
            found = library_files(folder)
    except StoreError:
        return False
    return stated.version == shape.VERSION and stated.articles == articles and stated.files == found


def _known(folder: Path, signature: str) -> pl.DataFrame | None:
    try:
        stated = read_stated(folder)
        if stated is None or (stated.version, stated.signature) != (shape.VERSION, signature):
            return None
        if library_files(folder) != stated.files:
            return None
        return pl.read_parquet(folder / ARTICLES_FILE)
    except (StoreError, OSError, pl.exceptions.PolarsError):
        return None


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


def _finish(folder: Path, articles: pl.DataFrame, signature: str) -> None:
    with explained(folder):
        for lock in folder.glob("*.lock"):
            lock.unlink()
        for lock in folder.glob(".*.lock"):
            lock.unlink(missing_ok=True)
        articles.write_parquet(folder / ARTICLES_FILE, compression="zstd")
        sync(folder / ARTICLES_FILE)
        files = library_files(folder)
        for name in files:
            sync(folder / name)
    write_stated(
        folder, Stated(version=shape.VERSION, signature=signature, articles=articles.height, files=files)
    )
