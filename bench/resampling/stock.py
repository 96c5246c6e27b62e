"""The stock that a pile is drawn from: sentences of given articles, each with the facts found in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import polars as pl

import wiredesk
from wiredesk.clean import CleanArticle, clean_documents
from wiredesk.read import Document, find_files, read_file
from wiredesk.store import Index

FIRST_DAY: Final = date(2005, 2, 1)
"""Articles that state no day of publication get one from here on, so that "on Friday" has a date."""
DAYS: Final = 300
LONGEST: Final = 600
"""Characters of a sentence at most: a longer one is a table or a list that was never split."""
SENTENCE_FACTS: Final = ("names", "mentions", "events", "figures", "keywords", "roles")


@dataclass(frozen=True, slots=True, eq=False)
class Stock:
    """Sentences to draw from.

    Attributes:
        sentences: Columns `stock` (its number), `kind` (title or body), `text`, `length` (characters).
        facts: Table -> its columns but article and sentence, `stock`, and `start` and `end` counted from
            the start of the sentence; events also with `based`, the day of publication they were dated by.
        actors: Schema `ACTORS`.
        methods: What found the facts.
    """

    sentences: pl.DataFrame
    facts: Mapping[str, pl.DataFrame]
    actors: pl.DataFrame
    methods: Mapping[str, str]


def make_stock(texts: Path, place: Path, *, names: str, keywords: str) -> Stock:
    """Index the articles of a folder, each given a day of publication, and take them apart.

    Args:
        texts: A folder of articles in any form that the program reads.
        place: Folder for the dated texts and their index; what stands there is used again.
        names: What finds names.
        keywords: What finds keywords.
    """
    dated = place / "texts"
    dated.mkdir(parents=True, exist_ok=True)
    for number, article in enumerate(_cleaned(texts)):
        _write(dated / f"{number:05}.txt", article, number)
    index = wiredesk.index(dated, store=place / "index", names=names, keywords=keywords)
    return _taken_apart(index)


def _cleaned(texts: Path) -> list[CleanArticle]:
    documents = [document for found in find_files([texts]) for document in read_file(found).documents]
    by_path: dict[str, list[Document]] = {}
    for document in documents:
        by_path.setdefault(document.path, []).append(document)
    return [article for same in by_path.values() for article in clean_documents(same).articles]


def _write(file: Path, article: CleanArticle, number: int) -> None:
    day = article.published or FIRST_DAY + timedelta(number % DAYS)
    kept = [part.text for part in article.paragraphs if part.kind != "caption"]
    body = "\n\n".join(kept)
    text = f"---\nsource: Stock\npublished: {day}\n---\n{body}\n"
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")


def _taken_apart(index: Index) -> Stock:
    text_of = dict(index.texts.iter_rows())
    wanted = index.sentences.filter(
        pl.col("kind").is_in(["title", "body", "summary"]) & (pl.col("end") - pl.col("start") <= LONGEST)
    )
    spans = wanted.select("article_id", "start", "end").iter_rows()
    sentences = wanted.select(
        "article_id",
        "sentence",
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("stock"),
        pl.when(pl.col("kind") == "title").then(pl.lit("title")).otherwise(pl.lit("body")).alias("kind"),
        pl.col("start").alias("from"),
        pl.Series("text", [text_of[article][start:end] for article, start, end in spans], pl.String),
    ).with_columns(pl.col("text").str.len_chars().cast(pl.Int32).alias("length"))
    places = sentences.select("article_id", "sentence", "stock", "from")
    facts = {
        name: index.table(name)
        .join(places, on=["article_id", "sentence"], maintain_order="left")
        .with_columns(pl.col("start", "end") - pl.col("from"))
        for name in SENTENCE_FACTS
    }
    based = index.articles.select("article_id", pl.col("published").alias("based"))
    facts["events"] = facts["events"].join(based, on="article_id", maintain_order="left")
    dropped = ("article_id", "sentence", "from")
    return Stock(
        sentences.drop(dropped),
        {name: frame.drop(dropped) for name, frame in facts.items()},
        index.actors,
        index.methods,
    )
