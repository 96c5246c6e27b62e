"""A small index made by hand, so that what a query must find can be read off it."""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl
import pytest

from wiredesk import schema
from wiredesk.store import Index

TEXTS = {
    1: "Storm floods Lund harbour\nMayor Ida Falk met Prime Minister Omar Reyes in Lund on 3 May 2021.\n"
    "More than 2,500 people left their homes.",
    2: "Falk defends dyke plan\nIda\u00a0Falk said the dyke would cost 4m euros.\nWork began in 2019.",
    3: "Harbour quiet\nNobody in Oslo saw the storm.",
    4: "Storm floods Lund again\nMayor Ida Falk met Prime Minister Omar Reyes in Lund on 3 May 2021.",
}
IDA, OMAR, LUND, OSLO = 11, 12, 13, 14


def span(article: int, piece: str, nth: int = 0) -> tuple[int, int]:
    text = TEXTS[article]
    start = -1
    for _ in range(nth + 1):
        start = text.index(piece, start + 1)
    return start, start + len(piece)


def sentence_at(article: int, start: int) -> int:
    return TEXTS[article][:start].count("\n")


def rows_of(schema_: pl.Schema, rows: Sequence[tuple[int, str, Mapping[str, object]]]) -> pl.DataFrame:
    """Rows of facts, each given by article, the piece of text it stands on, and its other columns."""
    made: list[Mapping[str, object]] = []
    for article, piece, more in rows:
        start, end = span(article, piece)
        address = {"article_id": article, "sentence": sentence_at(article, start)}
        made.append({**address, "start": start, "end": end, **more})
    return schema.conform(pl.DataFrame(made), schema_)


@pytest.fixture
def index() -> Index:
    return make_index()


@pytest.fixture(scope="session")
def index_for_given() -> Index:
    return make_index()


def make_index() -> Index:
    articles = pl.DataFrame(
        {
            "article_id": [1, 2, 3, 4],
            "path": ["a.txt", "b.txt", "c.txt", "d.txt"],
            "part": [0, 0, 0, 0],
            "title": [text.split("\n")[0] for text in TEXTS.values()],
            "source": ["The Lund Gazette", None, "Oslo Ørn", "Copyist"],
            "published": [date(2021, 5, 4), date(2022, 1, 9), None, date(2021, 5, 4)],
            "published_from": ["header", "metadata", None, "header"],
            "not_before": [None, None, date(2019, 1, 1), None],
            "language": ["en", "en", "en", "en"],
            "words": [18, 16, 8, 15],
            "duplicate_of": [None, None, None, 1],
        }
    )
    sentences: list[dict[str, object]] = []
    for article, text in TEXTS.items():
        at = 0
        for number, line in enumerate(text.split("\n")):
            sentences.append(
                {
                    "article_id": article,
                    "sentence": number,
                    "start": at,
                    "end": at + len(line),
                    "kind": "body" if number else "title",
                    "paragraph": number,
                }
            )
            at += len(line) + 1
    ida = {"actor_id": IDA, "kind": "person", "basis": "name"}
    mentions = rows_of(
        schema.MENTIONS,
        [
            (1, "Lund", {"actor_id": LUND, "surface": "Lund", "kind": "place", "basis": "name"}),
            (1, "Ida Falk", {**ida, "surface": "Ida Falk"}),
            (1, "Omar Reyes", {"actor_id": OMAR, "surface": "Omar Reyes", "kind": "person", "basis": "name"}),
            (2, "Falk", {**ida, "surface": "Falk", "basis": "surname"}),
            (2, "Ida\u00a0Falk", {**ida, "surface": "Ida\u00a0Falk"}),
            (3, "Oslo", {"actor_id": OSLO, "surface": "Oslo", "kind": "place", "basis": "name"}),
            (4, "Ida Falk", {**ida, "surface": "Ida Falk"}),
        ],
    )
    day = {
        "text": "3 May 2021",
        "value": "2021-05-03",
        "date_from": date(2021, 5, 3),
        "date_to": date(2021, 5, 3),
        "precision": "day",
        "anchor": "explicit",
    }
    year = {
        "text": "2019",
        "value": "2019",
        "date_from": date(2019, 1, 1),
        "date_to": date(2019, 12, 31),
        "precision": "year",
        "anchor": "explicit",
    }
    return Index(
        articles=schema.conform(articles, schema.ARTICLES),
        texts=pl.DataFrame({"article_id": list(TEXTS), "text": list(TEXTS.values())}, schema=schema.TEXTS),
        sentences=pl.DataFrame(sentences, schema=schema.SENTENCES),
        mentions=mentions,
        events=rows_of(schema.EVENTS, [(1, "3 May 2021", day), (2, "2019", year), (4, "3 May 2021", day)]),
        figures=rows_of(
            schema.FIGURES,
            [
                (
                    1,
                    "More than 2,500 people",
                    {
                        "text": "More than 2,500 people",
                        "value": 2500.0,
                        "noun": "people",
                        "qualifier": "more than",
                        "kind": "count",
                    },
                ),
                (2, "4m euros", {"text": "4m euros", "value": 4e6, "unit": "EUR", "kind": "money"}),
            ],
        ),
        keywords=pl.DataFrame(
            {
                "article_id": [1, 1, 2, 4],
                "keyword": ["Lund harbour", "storm", "dyke plan", "storm"],
                "score": [0.01, 0.02, 0.01, 0.01],
                "rank": [1, 2, 1, 1],
                "sort": ["name", "plain", "plain", "plain"],
                "sentence": [0, 0, 0, 0],
                "start": [13, 0, 13, 0],
                "end": [25, 5, 22, 5],
            },
            schema=schema.KEYWORDS,
        ),
        actors=pl.DataFrame(
            {
                "actor_id": [IDA, LUND, OMAR, OSLO],
                "name": ["Ida Falk", "Lund", "Omar Reyes", "Oslo"],
                "kind": ["person", "place", "person", "place"],
                "aliases": [["Ida Falk", "Falk"], ["Lund"], ["Omar Reyes"], ["Oslo"]],
                "role": ["Mayor", None, "Prime Minister", None],
                "mentions": [4, 1, 1, 1],
                "articles": [3, 1, 1, 1],
            },
            schema=schema.ACTORS,
        ),
        roles=rows_of(schema.ROLES, [(1, "Mayor", {"actor_id": IDA, "role": "Mayor", "former": False})]),
    )
