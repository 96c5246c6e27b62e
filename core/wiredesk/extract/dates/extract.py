"""Dates of all articles as the frame `EVENTS`: those that a timeline can use."""

import polars as pl

from wiredesk.extract.dates.walk import readings_of, walk
from wiredesk.schema import EVENTS


def extract_events(articles: pl.DataFrame, texts: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Find the date expressions of each article and resolve those that the text lets resolve.

    An expression that holds its year stands for itself (anchor `explicit`); "on Friday" and "last year"
    lean on the article's own day of publication (`published`); "the following month" and "two days
    later" on the latest date before them in the same paragraph, in a caption on its date (`context`).
    What nothing proves keeps a null value: in an article without a day of publication that is every
    "March" and "Wednesday". Times of day, bare durations ("for two years"), ages, repeated days ("every
    Monday") and vague words ("recently", "now") give no rows. Ends, beginnings and parts of a unit
    ("early March", "the end of 2025") have the value of the unit.

    Args:
        articles: Frame with schema `ARTICLES`; `published` and `language` are read.
        texts: Frame with schema `TEXTS`, of the same articles.
        sentences: Frame with schema `SENTENCES`, of the same articles.

    Returns:
        Frame with schema `EVENTS`; spans of one article never overlap nor cross a sentence.
    """
    rows: list[tuple[object, ...]] = []
    for article in walk(articles, texts, sentences):
        for place, found, reading in readings_of(article):
            when = reading.when
            start, end = place.start + found.start, place.start + found.end
            meaning = (when.value, when.first, when.last, when.precision) if when else (None,) * 4
            rows.append(
                (
                    article.article_id,
                    place.sentence,
                    start,
                    end,
                    article.text[start:end],
                    *meaning,
                    reading.anchor,
                )
            )
    return pl.DataFrame(rows, schema=EVENTS, orient="row")
