"""Dates of all articles as the frame `DATES`: as TIMEX3 cuts and values them."""

from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import Final, get_args

import polars as pl

from wiredesk.extract.dates.lengths import free_of, lengths
from wiredesk.extract.dates.timex import Timex, timexes
from wiredesk.extract.dates.vague import vague
from wiredesk.extract.dates.walk import Article, Place, readings_of, walk
from wiredesk.schema import DATES, TimexType

CALENDAR: Final[tuple[TimexType, ...]] = ("DATE", "TIME")
"""The types that point to a place in the calendar."""
ALL: Final[tuple[TimexType, ...]] = get_args(TimexType)
"""Lengths of time and repeated times, too; with them the times of day that stand without a day."""


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
    DURATION and left out unless asked for. As TIMEX3 wants a value for each, an expression leans on the
    article's latest date before it, or on the day of publication, where `extract_events` finds no proof.

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
        for place, timex in _timexes_of(article, lengths_too=not {"DURATION", "SET"}.isdisjoint(types)):
            if timex.type in types:
                start, end = place.start + timex.start, place.start + timex.end
                span = (article.article_id, place.sentence, start, end, article.text[start:end])
                rows.append((*span, *timex[2:]))
    return pl.DataFrame(rows, schema=DATES, orient="row")


def _timexes_of(article: Article, *, lengths_too: bool) -> Iterator[tuple[Place, Timex]]:
    found: dict[int, list[Timex]] = {}
    for place, expression, reading in readings_of(article, lenient=True):
        found.setdefault(place.sentence, []).extend(timexes(expression, reading))
    day = article.published
    for place in article.places:
        sentence = article.text[place.start : place.end]
        known = found.get(place.sentence, [])
        known += free_of(iter(vague(sentence, article.language)), known)
        if lengths_too:
            day = next((one.first for one in known if one.precision == "day" and one.first), day)
            known += free_of(iter(lengths(sentence, article.language, day)), known)
        for timex in sorted(known, key=attrgetter("start")):
            yield place, timex
