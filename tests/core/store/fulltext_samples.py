"""Small full-text indexes, and what is found in them."""

from pathlib import Path

import polars as pl

from wiredesk import schema
from wiredesk.store import Index
from wiredesk.store.fulltext import FullText, asking, write_fulltext


def index_of(texts: dict[int, str]) -> Index:
    """An index of articles by number; each line is a sentence, the first one the title."""
    sentences: list[tuple[int, int, int, int, str, int]] = []
    for article, text in texts.items():
        at = 0
        for number, line in enumerate(text.split("\n")):
            sentences.append((article, number, at, at + len(line), "body", number))
            at += len(line) + 1
    ids, paths = list(texts), [f"{number:05}.txt" for number in range(len(texts))]
    digests = [f"{schema.identifier(text):x}" for text in texts.values()]
    titles = [text.split("\n")[0] for text in texts.values()]
    articles = pl.DataFrame({"article_id": ids, "path": paths, "title": titles, "digest": digests})
    files = pl.DataFrame({"path": paths, "digest": digests})
    return Index(
        files=schema.conform(files, schema.FILES),
        articles=schema.conform(articles, schema.ARTICLES),
        texts=pl.DataFrame({"article_id": ids, "text": list(texts.values())}, schema=schema.TEXTS),
        sentences=pl.DataFrame(sentences, schema=schema.SENTENCES, orient="row"),
    )


def opened(folder: Path, articles: int) -> FullText:
    found = FullText.of(folder, articles)
    assert found is not None
    return found


def written(folder: Path, texts: dict[int, str], *, before: Path | None = None) -> FullText:
    assert write_fulltext(folder, index_of(texts), "s", before=before)
    return opened(folder, len(texts))


def found(index: FullText, *words: str, ending: bool = False) -> set[int]:
    query = asking.phrase_beginning(index, words)[0] if ending else asking.phrase(index, words)
    return set(index.best(query, index.count(query)).articles)
