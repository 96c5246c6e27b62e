"""Dates of all articles as the frame `DATES`: as TIMEX3 cuts and values them."""

from collections.abc import Collection, Iterator

import polars as pl

from wiredesk.extract.dates.timex import Timex, timexes
from wiredesk.extract.dates.vague import vague
from wiredesk.extract.dates.walk import Article, Place, readings_of, walk
from wiredesk.schema import DATES, TimexType

CALENDAR: tuple[TimexType, ...] = ("DATE", "TIME")
"""The types that point to a place in the calendar."""


def extract_dates(
    articles: pl.DataFrame,
    texts: pl.DataFrame,
    sentences: pl.DataFrame,
    *,
    types: Collection[TimexType] = CALENDAR,
) -> pl.DataFrame:
    """Find the date expressions of each article as the TIMEX3 of TimeML marks them.

    The same grammar as `extract_events`, cut otherwise: the two ends of a range are two rows; words that
    point to a vague past, present or future ("recently", "now") are rows with the value PAST_REF,
    PRESENT_REF or FUTURE_REF and no days; a part of a day is of type TIME; "the past two years" is a
    DURATION and left out unless asked for.

    Args:
        articles: Frame with schema `ARTICLES`; `published` and `language` are read.
        texts: Frame with schema `TEXTS`, of the same articles.
        sentences: Frame with schema `SENTENCES`, of the same articles.
        types: Which types of TIMEX3 to give.

    Returns:
        Frame with schema `DATES`; spans of one article never overlap nor cross a sentence.
    """
    rows: list[tuple[object, ...]] = []
    for article in walk(articles, texts, sentences):
        for place, timex in _timexes_of(article):
            if timex.type in types:
                start, end = place.start + timex.start, place.start + timex.end
                span = (article.article_id, place.sentence, start, end, article.text[start:end])
                rows.append((*span, *timex[2:]))
    return pl.DataFrame(rows, schema=DATES, orient="row")


def _timexes_of(article: Article) -> Iterator[tuple[Place, Timex]]:
    found: dict[int, list[Timex]] = {}
    for place, expression, reading in readings_of(article):
        found.setdefault(place.sentence, []).extend(timexes(expression, reading))
    for place in article.places:
        known = found.get(place.sentence, [])
        more = vague(article.text[place.start : place.end], article.language)
        free = [one for one in more if not any(one.start < k.end and k.start < one.end for k in known)]
        for timex in sorted([*known, *free]):
            yield place, timex
