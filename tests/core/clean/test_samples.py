"""Whole texts in many layouts, each with all that must come out of it.

A sample is `samples/NAME.txt` with `samples/NAME.toml` beside it. Outlets, people and events are invented.
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wiredesk.clean import CleanArticle, clean_documents
from wiredesk.read.document import Document
from wiredesk.text import newlines, safe

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
FACTS = (
    "title",
    "source",
    "source_from",
    "byline",
    "place",
    "agency",
    "published",
    "published_from",
    "not_before",
    "language",
)


def cleaned(name: str) -> tuple[CleanArticle, ...]:
    text = safe(newlines((SAMPLES / f"{name}.txt").read_text("utf-8")))
    return clean_documents([Document(f"{name}.txt", None, text)]).articles


def expected(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((SAMPLES / f"{name}.toml").read_text("utf-8"))["article"]


def facts(article: CleanArticle) -> dict[str, str | date]:
    told = {name: getattr(article, name) for name in FACTS}
    return {name: value for name, value in told.items() if value is not None}


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_gives_its_articles_with_exactly_their_paragraphs(name: str) -> None:
    got = [[f"{p.kind}: {p.text}" for p in article.paragraphs] for article in cleaned(name)]
    assert got == [article["paragraphs"] for article in expected(name)]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_tells_its_outlet_its_day_and_its_authors(name: str) -> None:
    told = [
        {key: value for key, value in article.items() if key != "paragraphs"} for article in expected(name)
    ]
    assert [facts(article) for article in cleaned(name)] == told


def test_every_sample_has_expectations() -> None:
    assert len(NAMES) >= 15
    assert {path.stem for path in SAMPLES.glob("*.toml")} == set(NAMES)
