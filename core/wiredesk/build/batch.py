"""From some files to their facts: one pure function, the same in every engine."""

import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from wiredesk.build.facts import FACT_TABLES, Facts
from wiredesk.read import Document, FileRead, Found, Refusal
from wiredesk.schema import FILES, REFUSED, TABLES
from wiredesk.shingles import sketches

if TYPE_CHECKING:
    from wiredesk.clean import CleanArticle, Cleaned

Batch = tuple[Found, ...]

_NO_ARTICLE = "holds no text that reads like an article; leave it out"


@dataclass(frozen=True, slots=True)
class Extraction:
    """The steps from a found file to its facts; each is documented in its room."""

    read: Callable[[Found], FileRead]
    clean: "Callable[[Sequence[Document]], Cleaned]"
    frames: "Callable[[Sequence[CleanArticle]], tuple[pl.DataFrame, pl.DataFrame]]"
    sentences: "Callable[[Sequence[CleanArticle], Sequence[int]], pl.DataFrame]"
    events: Callable[[pl.DataFrame, pl.DataFrame, pl.DataFrame], pl.DataFrame]
    figures: Callable[[pl.DataFrame, pl.DataFrame, pl.DataFrame, pl.DataFrame], pl.DataFrame]
    names: Callable[[pl.DataFrame, pl.DataFrame, pl.DataFrame], pl.DataFrame]
    keywords: Callable[[pl.DataFrame, pl.DataFrame, pl.DataFrame, pl.DataFrame], pl.DataFrame]


Steps = Callable[[], Extraction]
"""A function of a module that gives the steps, so that a worker process can get them for itself."""


def extract_batch(batch: Sequence[Found], steps: Extraction) -> Facts:
    """Read some files and find their facts.

    Args:
        batch: Files of different paths.

    Returns:
        Facts of all of these files: one row of `FILES` each, and a row of `REFUSED` at least for one
        without an article. A file on which a step fails for a defect of the program is refused with
        what failed, so that one article cannot keep a thousand others from being read.
    """
    try:
        return _extract(batch, steps)
    except Exception as error:  # noqa: BLE001 - a defect is told in the file's refusal, never swallowed
        if len(batch) == 1:
            return refused_batch(batch, _defect(error))
    return Facts.together([extract_batch((found,), steps) for found in batch])


def refused_batch(batch: Sequence[Found], reason: str) -> Facts:
    """Facts of files that could not be worked on at all.

    Their digest is null: they count as changed the next time, and so are tried again.
    """
    frames = {name: TABLES[name].to_frame() for name in FACT_TABLES}
    frames["files"] = pl.DataFrame([_file_row(found.path) for found in batch], FILES)
    frames["refused"] = pl.DataFrame([(found.path, None, reason) for found in batch], REFUSED, orient="row")
    return Facts(frames)


def _defect(error: Exception) -> str:
    """What failed and where, for whoever mends the program."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"could not be worked on for a defect of wiredesk: {type(error).__name__}: {error} "
        f"({Path(last.filename).name}, line {last.lineno}); please report it"
    )


def _extract(batch: Sequence[Found], steps: Extraction) -> Facts:
    files = [steps.read(found) for found in batch]
    cleaned = steps.clean([document for file in files for document in file.documents])
    # In the order of the frame that `frames` makes of them.
    told = sorted(cleaned.articles, key=lambda article: (article.path, article.part))
    articles, texts = steps.frames(told)
    sentences = steps.sentences(told, articles["article_id"].to_list())
    names = steps.names(articles, texts, sentences)
    events = outside_names(steps.events(articles, texts, sentences), names)
    counted = Counter(article.path for article in told)
    refusals = [*(refusal for file in files for refusal in file.refusals), *cleaned.refusals]
    explained = {refusal.path for refusal in refusals}
    refusals += [
        Refusal(file.path, None, _NO_ARTICLE)
        for file in files
        if not counted[file.path] and file.path not in explained
    ]
    rows = [
        _file_row(file.path, file.bytes, file.digest, file.format, file.encoding, counted[file.path])
        for file in files
    ]
    return Facts(
        {
            "files": pl.DataFrame(rows, FILES),
            "refused": pl.DataFrame([(r.path, r.item, r.reason) for r in refusals], REFUSED, orient="row"),
            "articles": articles,
            "texts": texts,
            "sentences": sentences,
            "names": names,
            "events": events,
            "figures": steps.figures(articles, texts, sentences, events),
            "keywords": steps.keywords(articles, texts, sentences, names),
            "sketches": sketches(texts),
        }
    )


def outside_names(events: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Leave out date expressions that are part of a name: "20th Century Fox", "14 March Alliance".

    Args:
        events: Schema `EVENTS`.
        names: Schema `NAMES`.

    Returns:
        The events of which no name holds all characters and some more, in their order.
    """
    spans = names.select("article_id", "sentence", pl.col("start").alias("from"), pl.col("end").alias("to"))
    wider = (pl.col("to") - pl.col("from")) > (pl.col("end") - pl.col("start"))
    within = (
        events.select("article_id", "sentence", "start", "end")
        .join(spans, on=["article_id", "sentence"])
        .filter((pl.col("from") <= pl.col("start")) & (pl.col("end") <= pl.col("to")) & wider)
    )
    return events.join(within, on=["article_id", "start", "end"], how="anti", maintain_order="left")


def _file_row(
    path: str,
    size: int | None = None,
    digest: str | None = None,
    told: str | None = None,
    encoding: str | None = None,
    articles: int = 0,
) -> dict[str, object]:
    return {
        "path": path, "bytes": size, "digest": digest, "format": told,
        "encoding": encoding, "status": None, "articles": articles,
    }  # fmt: skip
