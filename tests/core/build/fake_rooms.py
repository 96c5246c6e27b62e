"""Cheap rooms for the tests of the build: real shapes, plain rules.

A file holds articles apart by a line "===". Words with a capital are names, numbers of four digits are
years, other numbers are figures. A file that begins with "REFUSE" cannot be read; one with "DEADLY" in
it kills the process that reads it, one with "ENDLESS" in it never lets go of it; one with "DEFECT" in it
meets a defect of the program.
"""

import os
import re
import signal
from collections import Counter
from collections.abc import Sequence

import polars as pl

from wiredesk import schema
from wiredesk.build.batch import Extraction
from wiredesk.build.linking import Linking
from wiredesk.build.methods import Methods
from wiredesk.build.pipeline import Pipeline
from wiredesk.clean import CleanArticle, Cleaned, Paragraph, frames_of
from wiredesk.link import Before, CopiesBefore, Lexicon, Linked
from wiredesk.link.ticking import Tick, unheard
from wiredesk.read import Document, FileRead, Found, Refusal, digest_of


def read(found: Found) -> FileRead:
    text = found.file.read_text(encoding="utf-8")
    if "DEADLY" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    while "ENDLESS" in text:
        signal.pause()
    if "DEFECT" in text:
        raise ZeroDivisionError("a defect")
    size = found.file.stat().st_size
    refused = text.startswith("REFUSE")
    return FileRead(
        path=found.path,
        bytes=size,
        digest=digest_of(found),
        format="plain",
        encoding="utf-8",
        documents=() if refused else (Document(found.path, None, text),),
        refusals=(Refusal(found.path, None, "says so; believe it"),) if refused else (),
    )


def clean(documents: Sequence[Document]) -> Cleaned:
    pieces = [
        (document.path, part, text.strip())
        for document in documents
        for part, text in enumerate(document.text.split("==="))
        if text.strip()
    ]
    return Cleaned(tuple(_article(*piece) for piece in pieces), ())


def _article(path: str, part: int, text: str) -> CleanArticle:
    paragraphs = tuple(Paragraph("body", line) for line in text.splitlines())
    return CleanArticle(
        path=path, item=None, part=part, paragraphs=paragraphs, title=None, source=None, source_from=None,
        byline=None, place=None, agency=None, url=None, published=None, published_from=None,
        not_before=None, language=None,
    )  # fmt: skip


def sentences(articles: Sequence[CleanArticle], article_ids: Sequence[int]) -> pl.DataFrame:
    rows: list[tuple[object, ...]] = []
    for article, article_id in zip(articles, article_ids, strict=True):
        for number, line in enumerate(re.finditer(r"[^\n]+", article.text)):
            rows.append((article_id, number, *line.span(), "body", number))
    return pl.DataFrame(rows, schema.SENTENCES, orient="row")


def _matches(texts: pl.DataFrame, pattern: str) -> list[tuple[int, int, int, int, str]]:
    return [
        (article_id, text.count("\n", 0, found.start()), *found.span(), found[0])
        for article_id, text in texts.iter_rows()
        for found in re.finditer(pattern, text)
    ]


def names(articles: pl.DataFrame, texts: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    rows = [(*row, "person") for row in _matches(texts, r"\b[A-Z][a-z]+\b")]
    return pl.DataFrame(rows, schema.NAMES, orient="row")


def events(articles: pl.DataFrame, texts: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    rows = [(*row, row[-1], None, None, "year", "explicit") for row in _matches(texts, r"\b\d{4}\b")]
    return pl.DataFrame(rows, schema.EVENTS, orient="row")


def figures(
    articles: pl.DataFrame, texts: pl.DataFrame, sentences: pl.DataFrame, events: pl.DataFrame
) -> pl.DataFrame:
    names = ("article_id", "sentence", "start", "end", "text")
    rows = [dict(zip(names, row, strict=True)) for row in _matches(texts, r"\b\d{1,3}\b")]
    found = pl.DataFrame(rows, {name: schema.FIGURES[name] for name in names})
    return schema.conform(
        found.with_columns(value=pl.col("text").cast(pl.Float64), kind=pl.lit("count")), schema.FIGURES
    )


def keywords(
    articles: pl.DataFrame, texts: pl.DataFrame, sentences: pl.DataFrame, names: pl.DataFrame
) -> pl.DataFrame:
    rows = [
        (article_id, word, 1 / times, rank, "plain", 0, text.index(word), text.index(word) + len(word))
        for article_id, text in texts.iter_rows()
        for rank, (word, times) in enumerate(sorted(Counter(re.findall(r"[a-z]{4,}", text)).items()), 1)
    ]
    return pl.DataFrame(rows, schema.KEYWORDS, orient="row")


def find_copies(
    articles: pl.DataFrame, texts: pl.DataFrame, sketches: pl.DataFrame, before: CopiesBefore | None
) -> pl.DataFrame:
    first: dict[str, int] = {}
    rows = [(article_id, first.setdefault(text, article_id)) for article_id, text in texts.iter_rows()]
    return pl.DataFrame(
        [(article_id, None if own == article_id else own) for article_id, own in rows],
        {"article_id": pl.Int64, "duplicate_of": pl.Int64},
        orient="row",
    )


def link_actors(
    articles: pl.DataFrame,
    texts: pl.DataFrame,
    sentences: pl.DataFrame,
    names: pl.DataFrame,
    *,
    lexicon: Lexicon | None = None,
    before: Before | None = None,
    tick: Tick = unheard,
) -> Linked:
    tick(0.5)
    known = frozenset(lexicon.entries) if lexicon is not None else frozenset[str]()
    rows = [
        (row["article_id"], row["sentence"], schema.identifier(row["surface"]), row["start"], row["end"],
         row["surface"], "place" if row["surface"] in known else "person", "name")
        for row in names.iter_rows(named=True)
    ]  # fmt: skip
    mentions = pl.DataFrame(rows, schema.MENTIONS, orient="row")
    actors = (
        mentions.group_by("actor_id", "kind", name="surface")
        .agg(mentions=pl.len(), articles=pl.col("article_id").n_unique())
        .with_columns(aliases=pl.concat_list("name"))
        .sort(["mentions", "articles", "name"], descending=[True, True, False])
    )
    return Linked(actors=schema.conform(actors, schema.ACTORS), mentions=mentions)


def choose_methods(wanted: Methods, articles: int) -> Methods:
    few = articles < 3
    return Methods("plain" if few else "many", "words") if wanted == Methods() else wanted


def extraction(methods: Methods) -> Extraction:
    return Extraction(read, clean, frames_of, sentences, events, figures, names, keywords)


def linking() -> Linking:
    return Linking(find_copies, link_actors)


def extraction_signature(methods: Methods) -> str:
    return f"facts-1 {methods.names}"


def linking_signature() -> str:
    return "links-1"


PIPELINE = Pipeline(choose_methods, extraction, linking, extraction_signature, linking_signature)
