"""Walking over the sentences of all articles: which are read, in what order, and what is known in each."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

import polars as pl

from wiredesk.extract.dates.found import Found, Reading, Situation
from wiredesk.extract.dates.leaning import is_birth
from wiredesk.extract.dates.lexicon import in_figures, lexicon_of
from wiredesk.extract.dates.rules import readings
from wiredesk.extract.dates.values import When

_COLUMNS: Final = ("article_id", "sentence", "start", "end", "kind", "paragraph")

_HEADINGS: Final = 4
"""Sentences at the beginning of an article among which its headings are."""
_LONGEST_HEADING: Final = 120
_ENDS: Final = (".", "!", "?", "…", "”", '"')
_STANDS_ALONE: Final = re.compile(
    r"(?:\A|[,:;|(/•·–—-]|\b(?:report|update|bulletin|newsletter|minutes|dated|of|for|period|week))\s*\Z",
    re.IGNORECASE,
)
_ENDS_IT: Final = re.compile(r"\s*(?:[)\]|:–—-]|\Z)")
"""A date is the heading's, not of what the heading tells ("Fair opens 3 May 2019"), where it stands apart."""
_LONGEST_REPORT: Final = 31
"""Days that a report covers at most; what covers more tells no day of its own."""


class Place(NamedTuple):
    """A sentence: its row of the frame `SENTENCES`."""

    article_id: int
    sentence: int
    start: int
    end: int
    kind: str
    paragraph: int


class Article(NamedTuple):
    """What the extractor reads of an article."""

    article_id: int
    text: str
    places: list[Place]
    published: date | None
    language: str | None


def walk(articles: pl.DataFrame, texts: pl.DataFrame, sentences: pl.DataFrame) -> Iterator[Article]:
    """The articles of the three frames (schemas `ARTICLES`, `TEXTS`, `SENTENCES`) that have sentences."""
    text_of = dict(zip(texts["article_id"], texts["text"], strict=True))
    known = {
        article_id: (published, language)
        for article_id, published, language in articles.select(
            "article_id", "published", "language"
        ).iter_rows()
    }
    for article_id, group in groupby(sentences.select(_COLUMNS).iter_rows(), key=itemgetter(0)):
        yield Article(
            article_id, text_of[article_id], [Place._make(row) for row in group], *known[article_id]
        )


def readings_of(article: Article, *, lenient: bool = False) -> Iterator[tuple[Place, Found, Reading]]:
    """Each date expression of an article with its sentence and its reading, in order.

    Args:
        article: The article.
        lenient: Where a paragraph does not tell what an expression leans on ("the previous day"), lean on
            the date under discussion before it, or on the day of publication.
    """
    lexicon = lexicon_of(article.language)
    stated = _stated(article) if article.published is None else None
    figures = in_figures(article.text)
    discussed: When | None = None
    for _, group in groupby(article.places, key=itemgetter(5)):
        paragraph = list(group)
        dated = [
            place
            for place in paragraph
            if lexicon.may_date(sentence := article.text[place.start : place.end])
            or (figures and in_figures(sentence))
        ]
        if not dated:
            continue
        situation = Situation(article.published, discussed, article.language, lenient, stated=stated)
        found = list(_in_paragraph(article.text, dated, situation))
        if paragraph[0].kind == "caption":  # its date stands at its end and holds for all of it
            situation = situation.after(_own_day(reading for *_, reading in found))
            found = list(_in_paragraph(article.text, dated, situation))
        yield from found
        if lenient:
            whens = (reading.when for *_, reading in reversed(found) if reading.when is not None)
            discussed = next(whens, discussed)


def _in_paragraph(
    text: str, places: list[Place], situation: Situation
) -> Iterator[tuple[Place, Found, Reading]]:
    for place in places:
        for found, reading in readings(text[place.start : place.end], situation):
            yield place, found, reading
            if reading.when is not None and not is_birth(found, reading):
                situation = situation.after(reading.when)


def _stated(article: Article) -> date | None:
    """The last day of the date in full that stands in a heading above the text: "Report, 4-10 May 2025"."""
    for place in article.places[:_HEADINGS]:
        line = article.text[place.start : place.end]
        if place.kind == "caption" or len(line) > _LONGEST_HEADING or line.endswith(_ENDS):
            continue
        for found, reading in readings(line, Situation(None, None, article.language)):
            when = reading.when
            dates_all = _STANDS_ALONE.search(line, 0, found.start) and _ENDS_IT.match(line, found.end)
            if dates_all and when is not None and reading.anchor == "explicit" and _is_days(when):
                return when.last
    return None


def _is_days(when: When) -> bool:
    """Whether it is a day or a few, named as days."""
    return when.precision == "day" or (
        when.ends is not None
        and all(end.precision == "day" for end in when.ends)
        and (when.last - when.first).days <= _LONGEST_REPORT
    )


def _own_day(found: Iterable[Reading]) -> When | None:
    """The first day that is written in full."""
    days = (r.when for r in found if r.when and r.anchor == "explicit" and r.when.precision == "day")
    return next(days, None)
