"""Small indexes to write, and a way to die while writing."""

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from wiredesk import schema
from wiredesk.store import Index, Inputs, Store

INPUTS = Inputs(roots=("/pile",), signature="code-1", settings={"lexicon": "l1"})

Trees = dict[str, bytes]


def small_index(*texts: str) -> Index:
    """An index with one file and one article for each text."""
    ids = [schema.identifier(text) for text in texts]
    paths = [f"{number:02}.txt" for number in range(len(texts))]
    articles = pl.DataFrame({"article_id": ids, "path": paths, "part": [0] * len(texts), "title": texts})
    files = pl.DataFrame({"path": paths, "digest": [f"{i:x}" for i in ids], "articles": [1] * len(texts)})
    actors = pl.DataFrame({"actor_id": ids, "name": texts, "aliases": [[text, "other"] for text in texts]})
    return Index(
        files=schema.conform(files, schema.FILES),
        articles=schema.conform(articles, schema.ARTICLES),
        texts=schema.conform(pl.DataFrame({"article_id": ids, "text": texts}), schema.TEXTS),
        actors=schema.conform(actors, schema.ACTORS),
    )


OLD, NEW = small_index("one"), small_index("one", "two")


def texts_of(index: Index) -> list[str]:
    """The texts of an index."""
    return index.texts["text"].to_list()


def generation(store: Store, index: Index) -> Path:
    """Folder of an index in its store."""
    return store.directory / "generations" / index.generation


def tree(folder: Path) -> Trees:
    """The content of all files below a folder, but for who wrote last."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != "writer.lock"
    }


class Killed(BaseException):
    """Stands for the end of the process: no handler of the library catches it."""


@contextmanager
def killed_at(call: int, monkeypatch: pytest.MonkeyPatch) -> Generator[None, None, None]:
    """Die at the n-th step that changes something on disk, in the middle of it where it is a write."""
    left = call

    def dying(step: Callable[..., Any], half: Callable[..., None] | None = None) -> Callable[..., Any]:
        def replaced(*args: Any, **kwargs: Any) -> Any:
            nonlocal left
            if left == 0:
                if half is not None:
                    half(*args)
                raise Killed
            left -= 1
            return step(*args, **kwargs)

        return replaced

    def half_bytes(file: Path, data: bytes) -> None:
        with file.open("wb") as stream:
            stream.write(data[: len(data) // 2])

    def half_frame(_frame: pl.DataFrame, file: Path) -> None:
        half_bytes(file, b"PAR1 and no more")

    with monkeypatch.context() as patch:
        for name in ("replace", "fsync", "mkdir", "unlink", "rmdir"):
            patch.setattr(os, name, dying(getattr(os, name)))
        patch.setattr(Path, "write_bytes", dying(Path.write_bytes, half_bytes))
        patch.setattr(pl.DataFrame, "write_parquet", dying(pl.DataFrame.write_parquet, half_frame))
        yield
