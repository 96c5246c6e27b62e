"""How the dated sentences of a timeline spread over time."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import accumulate
from typing import Final

import polars as pl

from wiredesk.query.zooms import Zoom

HISTOGRAM: Final = pl.Schema(
    {
        "bucket": pl.String,  # 2020s, 2021, 2021-07, 2021-W27, 2021-07-06
        "date_from": pl.Date,
        "date_to": pl.Date,
        "exact": pl.Int32,  # events that lie within the bucket
        "spread": pl.Float64,  # share of the wider events that touch it: a year gives a month 1/12
    }
)

MAX_BUCKETS: Final = 4_000
"""More buckets than this are not made: no screen shows them, and one stray year would cost millions."""


def count_days(days: pl.DataFrame) -> pl.DataFrame:
    """How often which days stand in a timeline: all that a histogram needs.

    Args:
        days: Frame with the columns date_from and date_to.

    Returns:
        Frame with the columns date_from, date_to and `len`, each pair of days once, in their order; without
        what cannot be dated.
    """
    known = days.lazy().select("date_from", "date_to").drop_nulls()
    return known.group_by("date_from", "date_to").len().sort("date_from", "date_to").collect()


def histogram(timeline: pl.DataFrame, zoom: Zoom) -> pl.DataFrame:
    """Count the dated rows of a timeline by decade, year, month, week or day.

    Args:
        timeline: Frame with schema `TIMELINE_VIEW`, or what `count_days` gives.
        zoom: How wide the buckets are.

    Returns:
        Frame with schema `HISTOGRAM`: every bucket from the first to the last dated row, also empty
        ones, in order; empty where nothing is dated or more than `MAX_BUCKETS` would be needed.
    """
    dated = timeline if "len" in timeline.columns else count_days(timeline)
    if not dated.height:
        return HISTOGRAM.to_frame()
    first: date = dated["date_from"].min()  # pyright: ignore[reportAssignmentType]
    last: date = dated["date_to"].max()  # pyright: ignore[reportAssignmentType]
    starts = _starts(first, last, zoom)
    if not starts:
        return HISTOGRAM.to_frame()
    begins = pl.Series(starts, dtype=pl.Date)
    placed = dated.select(
        (begins.search_sorted(dated["date_from"], "right").cast(pl.Int64) - 1).alias("low"),
        (begins.search_sorted(dated["date_to"], "right").cast(pl.Int64) - 1).alias("high"),
        "len",
    )
    exact = [0] * len(starts)
    within = placed.filter(pl.col("low") == pl.col("high"))
    for low, count in within.group_by("low").agg(pl.col("len").sum()).iter_rows():
        exact[low] = count
    steps = [0.0] * (len(starts) + 1)
    for low, high, count in placed.filter(pl.col("low") < pl.col("high")).iter_rows():
        share = count / (high - low + 1)
        steps[low] += share
        steps[high + 1] -= share
    ends = [*(start - timedelta(1) for start in starts[1:]), _last_day(starts[-1], zoom)]
    return pl.DataFrame(
        {
            "bucket": [_label(start, zoom) for start in starts],
            "date_from": starts,
            "date_to": ends,
            "exact": exact,
            "spread": [max(0.0, round(share, 9)) for share in accumulate(steps[:-1])],
        },
        schema=HISTOGRAM,
    )


def fitting_zoom(timeline: pl.DataFrame, buckets: int) -> Zoom:
    """The closest look at all of a timeline that needs at most so many buckets; the widest if none does."""
    dated = timeline.drop_nulls(["date_from", "date_to"])
    if not dated.height:
        return "year"
    first: date = dated["date_from"].min()  # pyright: ignore[reportAssignmentType]
    last: date = dated["date_to"].max()  # pyright: ignore[reportAssignmentType]
    days = (last - first).days + 1
    for zoom, width in _WIDTHS:
        if days / width <= buckets:
            return zoom
    return "decade"


_WIDTHS: tuple[tuple[Zoom, float], ...] = (
    ("day", 1),
    ("week", 7),
    ("month", 30.4),
    ("year", 365.2),
    ("decade", 3652),
)


def _monday(day: date) -> date:
    return date.fromordinal(max(1, day.toordinal() - day.weekday()))


_FLOOR: dict[Zoom, Callable[[date], date]] = {
    "decade": lambda day: date(max(1, day.year // 10 * 10), 1, 1),
    "year": lambda day: date(day.year, 1, 1),
    "month": lambda day: date(day.year, day.month, 1),
    "week": _monday,
    "day": lambda day: day,
}


def _next(start: date, zoom: Zoom) -> date | None:
    try:
        match zoom:
            case "decade":
                return date(start.year // 10 * 10 + 10, 1, 1)
            case "year":
                return date(start.year + 1, 1, 1)
            case "month":
                return date(start.year + start.month // 12, start.month % 12 + 1, 1)
            case "week":
                return _monday(start + timedelta(7))
            case "day":
                return start + timedelta(1)
    except (ValueError, OverflowError):  # behind the last day of the calendar
        return None


def _last_day(start: date, zoom: Zoom) -> date:
    following = _next(start, zoom)
    return date.max if following is None else following - timedelta(1)


def _starts(first: date, last: date, zoom: Zoom) -> list[date]:
    starts: list[date] = []
    start: date | None = _FLOOR[zoom](first)
    while start is not None and start <= last:
        starts.append(start)
        if len(starts) > MAX_BUCKETS:
            return []
        start = _next(start, zoom)
    return starts


def _label(start: date, zoom: Zoom) -> str:
    match zoom:
        case "decade":
            return f"{start.year // 10 * 10}s"
        case "year":
            return f"{start.year:04d}"
        case "month":
            return f"{start.year:04d}-{start.month:02d}"
        case "week":
            year, week, _ = start.isocalendar()
            return f"{year:04d}-W{week:02d}"
        case "day":
            return start.isoformat()
