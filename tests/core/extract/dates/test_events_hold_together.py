"""What is true of every event, whatever the text."""

import subprocess
import sys
import tomllib
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from importlib.resources import files

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.extract.dates import values
from wiredesk.extract.dates.found import Situation
from wiredesk.extract.dates.lexer import CODE, KINDS
from wiredesk.extract.dates.lexicon import in_figures, lexicon_of
from wiredesk.extract.dates.rules import readings
from wiredesk.schema import EVENTS, PRECISIONS

EventsOf = Callable[..., pl.DataFrame]

PIECES = [
    "on", "in", "the", "of", "last", "next", "this", "and", "to", "from", "between", "end", "early",
    "mid", "-", "–", "/", ",", ".", "Monday", "Tue", "March", "May", "Feb", "6", "29", "31", "6th",
    "third", "2019", "2020", "0001", "2100", "1990s", "’90s", "19th", "99th", "century", "quarter",
    "half", "Q3", "year", "years", "weeks", "days", "two", "twenty", "a", "ago", "later", "earlier",
    "previous", "following", "that", "same", "day", "month", "weekend", "summer", "overnight",
    "yesterday", "morning", "Christmas", "New Year's Eve", "fiscal", "past", "99999", "2021-02-31",
    "2021-W53", "0th", "100th", "0000", "9999",
    "31/12/99", "12.12.2021", "will", "said", "decades", "٢٠٢٠", "2021年2月31日",
]  # fmt: skip
SENTENCES = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=60)
DAYS = st.none() | st.dates()


def interval_of(value: str) -> tuple[date, date]:
    """What a value covers, by its writing alone."""
    if "/" in value:
        first, last = value.split("/")
        return interval_of(first)[0], interval_of(last)[1]
    year, _, rest = value.partition("-")
    number = int(year)
    if len(year) == len("199"):
        return date(number * 10, 1, 1), date(number * 10 + 9, 12, 31)
    if not rest:
        return date(number, 1, 1), date(number, 12, 31)
    if rest[0] == "W":
        monday = date.fromisocalendar(number, int(rest[1:]), 1)
        return monday, monday + timedelta(days=6)
    if rest[0] in "QH":
        months = 3 if rest[0] == "Q" else 6
        last = int(rest[1:]) * months
        return date(number, last - months + 1, 1), date(number, last, monthrange(number, last)[1])
    if len(rest) == len("03"):
        return date(number, int(rest), 1), date(number, int(rest), monthrange(number, int(rest))[1])
    day = date.fromisoformat(value)
    return day, day


@settings(max_examples=400)
@given(SENTENCES, DAYS, DAYS, st.sampled_from(["en", "fr", "de", "ar", "zh", None]))
def test_any_text_is_read_and_every_value_says_what_its_days_say(
    sentence: str, published: date | None, discussed: date | None, language: str | None
) -> None:
    context = values.day(discussed) if discussed else None
    behind = 0
    for found, reading in readings(sentence, Situation(published, context, language)):
        start, end = found.start, found.end
        assert behind <= start < end <= len(sentence)
        assert sentence[start:end] == sentence[start:end].strip()
        behind = end
        assert (reading.when is None) == (reading.anchor is None)
        if reading.when is not None:
            assert reading.when.first <= reading.when.last
            assert interval_of(reading.when.value) == (reading.when.first, reading.when.last)
            assert reading.when.precision in PRECISIONS
            assert published is not None or reading.anchor != "published"


@settings(max_examples=150)
@given(SENTENCES)
def test_without_a_date_only_what_is_written_is_known(sentence: str) -> None:
    for _, reading in readings(sentence, Situation(None)):
        assert reading.anchor in (None, "explicit", "context")


@settings(max_examples=150)
@given(SENTENCES)
def test_the_cheap_test_spares_no_sentence_with_a_date(sentence: str) -> None:
    if any(True for _ in readings(sentence, Situation(date(2024, 3, 13)))):
        assert lexicon_of(None).may_date(sentence) or in_figures(sentence)


def test_rows_have_the_schema_and_point_at_their_words(events_of: EventsOf) -> None:
    text = "On Monday they met. The 2019 deal, signed on 3 May 2019, ended last year."
    events = events_of(text)
    assert events.schema == EVENTS
    assert [text[start:end] for start, end in events.select("start", "end").rows()] == events[
        "text"
    ].to_list()
    assert events["sentence"].to_list() == [0, 1, 1, 1]
    assert events["precision"].to_list() == ["day", "year", "day", "year"]
    assert events.row(1, named=True)["date_to"] == date(2019, 12, 31)


def test_an_expression_does_not_cross_a_sentence(events_of: EventsOf) -> None:
    assert events_of("They left in May. 2019 was worse.")["text"].to_list() == ["May", "2019"]


def test_no_articles_give_an_empty_frame(events_of: EventsOf) -> None:
    assert events_of().schema == EVENTS
    assert events_of().is_empty()


CLOCKED = """
import datetime, time
class Fake(datetime.date):
    @classmethod
    def today(cls): return cls({year}, 6, 15)
class FakeTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls({year}, 6, 15, tzinfo=tz)
    today = utcnow = now
datetime.date, datetime.datetime = Fake, FakeTime
time.time = lambda: ({year} - 1970) * 31556952.0
import polars as pl
from wiredesk.clean.article import CleanArticle, Paragraph
from wiredesk.extract import extract_events, split_sentences
from wiredesk.schema import ARTICLES, TEXTS, conform
text = "On Wednesday, last week, in March 2019, on 27 November, two years ago, by year-end, the '90s, 5/6/07."
for published in (None, "2024-03-13"):
    article = CleanArticle("a", None, 0, (Paragraph("body", text),), *[None] * 11)
    row = pl.DataFrame({{"article_id": [1], "published": [published], "language": ["en"]}})
    day = pl.col("published").cast(pl.String).str.to_date()
    articles = conform(row.with_columns(day), ARTICLES)
    texts = pl.DataFrame({{"article_id": [1], "text": [text]}}, schema=TEXTS)
    print(extract_events(articles, texts, split_sentences([article], [1])).write_csv())
"""


def test_events_are_the_same_whatever_the_clock_says() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "-c", CLOCKED.format(year=year)], capture_output=True, text=True, check=True
        ).stdout
        for year in (1990, 2040)
    ]
    assert outputs[0] == outputs[1]
    assert "2024-W10" in outputs[0]


def test_every_kind_of_the_lexicon_is_known_and_no_word_has_two() -> None:
    tables = tomllib.loads(
        files("wiredesk.extract.dates").joinpath("lexicon.toml").read_text(encoding="utf-8")
    )
    for language, kinds in tables.items():
        seen: dict[str, str] = {}
        for kind, entries in kinds.items():
            if kind == "holidays":
                continue
            assert kind in CODE, (language, kind)
            for word in (word for entry in entries for word in entry.split("|") if word):
                assert seen.setdefault(word, kind) == kind, (language, word)


def test_no_two_kinds_share_a_character() -> None:
    assert len(set(KINDS)) == len(KINDS) == len(set(CODE.values()))


@pytest.mark.parametrize(
    ("day", "unit", "steps", "expected"),
    [
        (date(2024, 1, 31), "month", 1, date(2024, 2, 29)),
        (date(2024, 2, 29), "year", -1, date(2023, 2, 28)),
        (date(2024, 3, 13), "week", -2, date(2024, 2, 28)),
        (date(1, 1, 1), "year", -1, None),
        (date(9999, 12, 31), "day", 1, None),
    ],
)
def test_moving_a_day_keeps_to_the_calendar(day: date, unit: str, steps: int, expected: date | None) -> None:
    assert values.moved(day, unit, steps) == expected
