"""Figures of articles: what the text claims in numbers, with unit, counted thing and bound."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

import polars as pl

from wiredesk.extract.figures.ages import with_age
from wiredesk.extract.figures.amounts import Amount, read_amount
from wiredesk.extract.figures.changes import change_of, goes_on
from wiredesk.extract.figures.doings import verb_of
from wiredesk.extract.figures.hedges import hedge_before, hedge_behind
from wiredesk.extract.figures.number import Number
from wiredesk.extract.figures.numbers import find_numbers
from wiredesk.extract.figures.passage import Passage, prepare
from wiredesk.extract.figures.points import with_points
from wiredesk.extract.figures.ranges import drop_conversions, join_ranges
from wiredesk.extract.figures.screens import is_date, is_figure
from wiredesk.extract.figures.shares import join_shares
from wiredesk.schema import FIGURES, Change, Qualifier

_MOVED = re.compile(r"\b(?:ago|later|earlier|before|after|hence|from now)$")
_MINUS = re.compile(r"(?:^|[ (])(-|minus )$")
_MARGIN = re.compile(r"(?:±|\+/-|plus or minus) ?$")
_SIGNS = ("-", "minus ", "±", "± ", "+/-", "+/- ")
_BEFORE_SIGNED: Final = frozenset("- ±")
_SIGN_REACH = len(" plus or minus ")
_SIGNED: Final = frozenset({"percent", "temperature", "points", "money"})
"""Kinds that may be below zero; before other numbers a hyphen is a dash or joins words."""


class Figure(NamedTuple):
    """One figure of one text; the fields are columns of `FIGURES`, and the article's sentence."""

    sentence: int
    start: int
    end: int
    text: str
    value: float
    value_to: float | None
    unit: str | None
    noun: str | None
    qualifier: Qualifier | None
    kind: str
    verb: str | None = None
    change: Change | None = None
    per: str | None = None
    also: str | None = None


def extract_figures(
    articles: pl.DataFrame, texts: pl.DataFrame, sentences: pl.DataFrame, events: pl.DataFrame
) -> pl.DataFrame:
    """Find the figures that articles claim.

    A figure's span covers its hedge, its number or both ends of its range, and its unit or counted
    thing: "more than 300 air strikes". What is not one: dates, times of day, ordinals, scores, votes,
    labels and names with a number, "one" as a pronoun, and the same amount again in another unit.

    Args:
        articles: Frame with schema `ARTICLES`; its `language` tells how numbers are written.
        texts: Frame with schema `TEXTS`.
        sentences: Frame with schema `SENTENCES`; a figure never leaves its sentence.
        events: Frame with schema `EVENTS`. A number inside a date expression is no figure, save for a
            duration that the expression names ("the last two years", not "two years ago").

    Returns:
        Frame with schema `FIGURES`, in the order of `texts`, then of `start`.
    """
    bounds: dict[int, list[tuple[int, int, int]]] = {}
    for article, *sentence in sentences.select("article_id", "start", "end", "sentence").iter_rows():
        bounds.setdefault(article, []).append((sentence[0], sentence[1], sentence[2]))
    dates: dict[int, list[tuple[int, int, str]]] = {}
    for article, start, end, words in events.select("article_id", "start", "end", "text").iter_rows():
        dates.setdefault(article, []).append((start, end, words))
    languages = dict(articles.select("article_id", "language").iter_rows())
    rows = [
        (article, *figure)
        for article, text in texts.select("article_id", "text").iter_rows()
        for figure in figures_of(
            text, bounds.get(article, []), dates.get(article, []), language=languages.get(article)
        )
    ]
    return pl.DataFrame(rows, schema=FIGURES, orient="row")


def figures_of(
    text: str,
    sentences: list[tuple[int, int, int]],
    dates: list[tuple[int, int, str]],
    *,
    language: str | None = None,
) -> list[Figure]:
    """The figures of one text.

    Args:
        sentences: Start, end and number of each sentence, in order.
        dates: Start, end and words of each date expression, in order.
        language: ISO 639-1; None is read as English.
    """
    passage = prepare(text, language)
    numbers = find_numbers(passage)
    if not numbers or not sentences:
        return []
    starts = [start for start, _, _ in sentences]
    days = [start for start, _, _ in dates]
    figures: list[Figure] = []
    at = 0
    while at < len(numbers):
        place = bisect_right(starts, numbers[at].start) - 1
        first = at
        limit = sentences[place][1] if place >= 0 else -1
        at += 1
        while at < len(numbers) and numbers[at].start < limit:
            at += 1
        if place >= 0:
            inside = [number for number in numbers[first:at] if number.end <= limit]
            floor = sentences[place][0]
            near = dates[max(0, bisect_left(days, floor) - 1) : bisect_left(days, limit)]
            figures += _figures_of_sentence(passage, inside, sentences[place], near)
    return figures


def _figures_of_sentence(
    passage: Passage, numbers: list[Number], sentence: tuple[int, int, int], dates: list[tuple[int, int, str]]
) -> list[Figure]:
    if not numbers:
        return []
    floor, limit, place = sentence
    read: list[Amount] = []
    behind = floor
    for number, end in zip(numbers, [*(number.start for number in numbers[1:]), limit], strict=True):
        read.append(read_amount(passage, number, behind, end))
        behind = read[-1].end
    amounts = [
        _signed(passage, with_age(passage, amount, floor))
        for amount in _outside_dates(read, dates)
        if not (amount.bare and is_date(passage, amount, floor, limit))
    ]
    amounts = join_shares(passage, join_ranges(passage, amounts, floor))
    amounts = with_points(passage, drop_conversions(passage, amounts), floor, limit)
    figures: list[Figure] = []
    behind = floor
    for amount in amounts:
        kind = _kind(amount)
        hedge = hedge_before(passage, amount.start, behind, kind, amount.value)
        after = hedge_behind(passage, amount.core, limit) or hedge_behind(passage, amount.end, limit)
        if not is_figure(passage, amount, floor, limit, hedged=hedge is not None or after is not None):
            continue
        start = hedge.at if hedge is not None else amount.start
        end = max(amount.end, after.at) if after is not None else amount.end
        qualifier = hedge.qualifier if hedge is not None else after.qualifier if after is not None else None
        if amount.number.written == "vague" and qualifier is None:
            qualifier = "at least"  # "thousands" are at least that many, in so many words
        if amount.number.written == "round" and qualifier is None:
            qualifier = "about"
        unit = (amount.unit.symbol or None) if amount.unit is not None else None
        per = amount.unit.per if amount.unit is not None else None
        text, noun = passage.text[start:end], _noun(passage, amount)
        doing = verb_of(passage, start, end, floor, limit) if unit is None and kind == "count" else None
        change = change_of(passage, amount, start, floor, limit)
        if (
            change is None
            and figures
            and goes_on(passage.low[figures[-1].end : start], figures[-1].kind == kind, figures[-1].change)
        ):
            change = figures[-1].change
        value, value_to = amount.value, amount.value_to
        also = passage.text[slice(*amount.also)] if amount.also is not None else None
        figures.append(
            Figure(
                place,
                start,
                end,
                text,
                value,
                value_to,
                unit,
                noun,
                qualifier,
                kind,
                doing,
                change,
                per,
                also,
            )
        )
        behind = end
    return figures


def _outside_dates(amounts: list[Amount], dates: list[tuple[int, int, str]]) -> Iterator[Amount]:
    """The amounts that are no part of a date expression; both lists in order."""
    at = 0
    for amount in amounts:
        while at < len(dates) and dates[at][1] <= amount.number.start:
            at += 1
        if at < len(dates) and dates[at][0] < amount.number.end and not _is_measured(amount, dates[at]):
            duration = amount.unit is not None and amount.unit.kind == "duration"
            if not duration or _MOVED.search(dates[at][2].lower()):
                continue
        yield amount


def _is_measured(amount: Amount, date: tuple[int, int, str]) -> bool:
    """Whether a number with a unit was taken for a year: "at 1218 pence"."""
    start, end, _ = date
    return amount.unit is not None and start >= amount.number.start and end <= amount.number.end


def _signed(passage: Passage, amount: Amount) -> Amount:
    """The amount with the minus sign that it may have, or with the "plus or minus" before it."""
    if passage.low[amount.start - 1 : amount.start] not in _BEFORE_SIGNED:
        return amount
    before = passage.low[max(0, amount.start - _SIGN_REACH) : amount.start]
    if not before.endswith(_SIGNS):
        return amount
    if (margin := _MARGIN.search(before)) is not None:
        return amount._replace(start=amount.start - len(margin[0]))
    decimal = amount.value != int(amount.value) and before.endswith("-")
    if _kind(amount) not in _SIGNED and not decimal:
        return amount
    minus = _MINUS.search(before)
    return amount if minus is None else amount._replace(
        start=amount.start - len(minus[1]), value=-amount.value
    )  # fmt: skip


def _kind(amount: Amount) -> str:
    if amount.unit is not None:
        return amount.unit.kind
    return "fraction" if amount.number.written == "fraction" else "count"


def _noun(passage: Passage, amount: Amount) -> str | None:
    if amount.counted is not None:
        return passage.text[amount.counted.start : amount.counted.end] or None
    if amount.unit is not None and amount.unit.kind == "duration" and amount.value_to is None:
        behind = amount.number.end
        if amount.number.letter and amount.value != amount.number.value:
            behind += 1  # "3.6m hours" are hours
        return passage.text[behind : amount.core].strip(" -\u00a0").removeprefix("of ")
    return None
