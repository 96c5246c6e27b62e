"""Dates of all articles: which sentences are read, in what order, and the frame that comes out."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Final

import polars as pl

from wiredesk.extract.dates.found import Reading, Situation
from wiredesk.extract.dates.lexicon import Lexicon, lexicon_of
from wiredesk.extract.dates.rules import readings
from wiredesk.extract.dates.values import When
from wiredesk.schema import EVENTS

_COLUMNS: Final = ("article_id", "sentence", "start", "end", "kind", "paragraph")
_Sentence = tuple[int, int, int, int, str, int]  # a row of these columns


def _paragraph_readings(
    text: str, sentences: list[_Sentence], situation: Situation, lexicon: Lexicon
) -> Iterator[tuple[int, int, int, Reading]]:
    """Sentence, start and end in the text, and reading of each date of a paragraph."""
    for _, number, start, end, _, _ in sentences:
        sentence = text[start:end]
        if not lexicon.may_date(sentence):
            continue
        for first, last, reading in readings(sentence, situation):
            yield number, start + first, start + last, reading
            if reading.when is not None:
                situation = situation.after(reading.when)


def _article_readings(
    text: str, sentences: list[_Sentence], published: date | None, language: str | None
) -> Iterator[tuple[int, int, int, Reading]]:
    lexicon = lexicon_of(language)
    for _, group in groupby(sentences, key=itemgetter(5)):
        paragraph = list(group)
        situation = Situation(published, None, language)
        found = list(_paragraph_readings(text, paragraph, situation, lexicon))
        if paragraph[0][4] == "caption":  # its date stands at its end and holds for all of it
            situation = situation.after(_own_day(reading for *_, reading in found))
            found = list(_paragraph_readings(text, paragraph, situation, lexicon))
        yield from found


def _own_day(found: Iterable[Reading]) -> When | None:
    """The first day that is written in full."""
    days = (r.when for r in found if r.when and r.anchor == "explicit" and r.when.precision == "day")
    return next(days, None)


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
    text_of = dict(zip(texts["article_id"], texts["text"], strict=True))
    known = {
        article_id: (published, language)
        for article_id, published, language in articles.select(
            "article_id", "published", "language"
        ).iter_rows()
    }
    rows: list[tuple[object, ...]] = []
    for article_id, group in groupby(sentences.select(_COLUMNS).iter_rows(), key=itemgetter(0)):
        text = text_of[article_id]
        for sentence, start, end, reading in _article_readings(text, list(group), *known[article_id]):
            when = reading.when
            meaning = (when.value, when.first, when.last, when.precision) if when else (None,) * 4
            rows.append((article_id, sentence, start, end, text[start:end], *meaning, reading.anchor))
    return pl.DataFrame(rows, schema=EVENTS, orient="row")
