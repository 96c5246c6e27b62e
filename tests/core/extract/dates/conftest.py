"""Reading one paragraph as the whole of an article."""

from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

from wiredesk import raw
from wiredesk.clean.article import CleanArticle, Paragraph
from wiredesk.extract import extract_events, split_sentences
from wiredesk.extract.dates import ALL, CALENDAR
from wiredesk.schema import ARTICLES, TEXTS, SentenceKind, conform

EventsOf = Callable[..., pl.DataFrame]
ValuesOf = Callable[..., dict[str, str | None]]


@pytest.fixture
def events_of() -> EventsOf:
    """Events of an article made of the paragraphs given; published on a Wednesday unless told otherwise."""

    def read(
        *paragraphs: str,
        published: date | None = date(2024, 3, 13),
        language: str | None = "en",
        kind: SentenceKind = "body",
    ) -> pl.DataFrame:
        article = CleanArticle(
            path="a.txt", item=None, part=0, paragraphs=tuple(Paragraph(kind, text) for text in paragraphs),
            title=None, source=None, source_from=None, byline=None, place=None, agency=None, url=None,
            published=published, published_from="metadata" if published else None, not_before=None,
            language=language,
        )  # fmt: skip
        row = {"article_id": [1], "published": [published], "language": [language]}
        articles = conform(pl.DataFrame(row), ARTICLES)
        texts = pl.DataFrame({"article_id": [1], "text": [article.text]}, schema=TEXTS)
        return extract_events(articles, texts, split_sentences([article], [1]))

    return read


@pytest.fixture
def values_of(events_of: EventsOf) -> ValuesOf:
    """Expression to value of each event."""

    def read(*paragraphs: str, **more: object) -> dict[str, str | None]:
        return dict(events_of(*paragraphs, **more).select("text", "value").rows())

    return read


@pytest.fixture
def timexes_of() -> Callable[..., list[tuple[str, str, str | None]]]:
    """Expression, type and value of each row of `DATES`; published on a Wednesday unless told otherwise."""

    def read(
        text: str, *, published: date | None = date(2024, 3, 13), language: str = "en", every: bool = False
    ) -> list[tuple[str, str, str | None]]:
        rows = raw.dates({"a": raw.Raw(text, published, language)}, types=ALL if every else CALENDAR)
        return rows.select("text", "type", "value").rows()

    return read
