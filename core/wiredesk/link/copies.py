"""Near-copies: the same story cut, re-headlined or lightly edited. They are grouped, never deleted.

Small samples of the texts' runs of words (`wiredesk.shingles`), taken when each text was read, find candidate
pairs; the full sets decide, so that only the texts of candidates are looked at.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import polars as pl

from wiredesk.link.settled import CopiesBefore, settled
from wiredesk.schema import SKETCHES
from wiredesk.shingles import shingles, sketches
from wiredesk.text import fold

# Measured on edited news: at 0.4 a text cut by 30 % or with a tenth of its words changed is still found,
# and two reports of one event by different hands are not.
_SAME = 0.4
# A short text repeats the formulas of its kind: below this many shingles nearly all must agree.
_SHORT = 40
_SAME_SHORT = 0.8
# A text that stands wholly in another (the first paragraphs of a wire story) is its copy, unless it is
# only a quotation: then it is short, or a small part of the other.
_INSIDE = 0.85
_INSIDE_AT_LEAST = 60
_INSIDE_SHARE = 0.25
# Reports far apart in time that share much are a series (a weekly bulletin), not one story; so are those
# whose headlines differ in their number or date only.
_SERIES_DAYS = 7
_SAME_SERIES = 0.8
_NUMBER_OR_DATE = re.compile(
    r"\d+(?:st|nd|rd|th)?|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?",
    re.IGNORECASE,
)
# A shingle of more articles than this pairs each only with the most fitting representative: a formula, or
# a wire story that everybody carries; both stay linear.
_POSTINGS = 24
# A pair is looked at when it shares this part of the smaller sketch; half of what the cut asks for.
_CANDIDATE = 0.2
_BATCH = 2_000

COPIES = pl.Schema({"article_id": pl.Int64, "duplicate_of": pl.Int64})
"""One row an article, in the order of `ARTICLES`; null: it is no copy."""


class _Head(NamedTuple):
    title: str | None
    published: date | None


def find_copies(
    articles: pl.DataFrame,
    texts: pl.DataFrame,
    sketched: pl.DataFrame | None = None,
    before: CopiesBefore | None = None,
) -> pl.DataFrame:
    """Tell which articles are near-copies of another one.

    Of a story's copies the longest stands for all, of equally long ones the earliest published, then the
    one with the smallest identifier. Each copy is like its representative itself, so there are no chains.
    The order of rows does not matter.

    Args:
        articles: Frame with schema `ARTICLES`.
        texts: Frame with schema `TEXTS`.
        sketched: Frame with schema `SKETCHES`; the texts that it lacks are sketched here.
        before: What was found before, among some of these articles and others. It changes nothing, but texts
            of which it tells enough are not compared again.

    Returns:
        Frame with schema `COPIES`; the `duplicate_of` of a representative is null.
    """
    known = SKETCHES.to_frame() if sketched is None else sketched
    every = pl.concat([known, sketches(texts.join(known, on="article_id", how="anti"))])
    ranked = (
        articles.select("article_id", "digest", "title", "published")
        .join(every, on="article_id")
        .sort("words", "published", "article_id", descending=[True, False, False], nulls_last=True)
        .with_row_index("rank")
    )
    samples = ranked.select("rank", pl.col("hashes").alias("hash")).explode("hash").drop_nulls()
    pairs = settled(ranked, _candidates(samples), before)
    ids = ranked["article_id"].to_list()
    copy_of = {ids[copy]: ids[first] for copy, first in _stars(pairs, _Texts(ranked, texts)).items()}
    order = articles["article_id"].to_list()
    return pl.DataFrame(
        {"article_id": order, "duplicate_of": [copy_of.get(key) for key in order]}, schema=COPIES
    )


def _candidates(sketches: pl.DataFrame) -> pl.DataFrame:
    """Pairs of ranks, the smaller one first, that share enough of their sketches, in their order."""
    sizes = sketches.group_by("rank").agg(pl.len().alias("size"))
    shared = sketches.with_columns(
        pl.len().over("hash").alias("of"), pl.col("rank").min().over("hash").alias("best")
    ).filter(pl.col("of") > 1)
    few = shared.filter(pl.col("of") <= _POSTINGS).select("rank", "hash")
    pairs = (
        few.join(few, on="hash", suffix="_copy")
        .filter(pl.col("rank") < pl.col("rank_copy"))
        .select("rank", "rank_copy")
    )
    many = shared.filter((pl.col("of") > _POSTINGS) & (pl.col("rank") > pl.col("best"))).select(
        pl.col("best").alias("rank"), pl.col("rank").alias("rank_copy")
    )
    counted = (
        pl.concat([pairs, many])
        .group_by("rank", "rank_copy")
        .agg(pl.len().alias("shared"))
        .join(sizes, on="rank")
        .join(sizes, left_on="rank_copy", right_on="rank", suffix="_copy")
        .filter(pl.col("shared") >= _CANDIDATE * pl.min_horizontal("size", "size_copy"))
        .sort("rank", "rank_copy")
    )
    return counted.select("rank", "rank_copy")


class _Texts:
    """Texts that are compared by all of their shingles, and those of them that were looked at."""

    def __init__(self, ranked: pl.DataFrame, texts: pl.DataFrame) -> None:
        self._ranked, self._texts = ranked, texts
        self._sets: dict[int, set[int]] = {}
        self._heads: dict[int, _Head] = {}

    def look_at(self, ranks: Iterable[int]) -> None:
        """Take the shingles of some texts: many at a time, because a few take as long."""
        wanted = pl.DataFrame({"rank": sorted(set(ranks) - self._sets.keys())}, {"rank": pl.UInt32})
        looked_at = self._ranked.join(wanted, on="rank", how="semi")
        rank_of = dict(looked_at.select("article_id", "rank").iter_rows())
        for batch in self._texts.join(looked_at, on="article_id", how="semi").iter_slices(_BATCH):
            for article_id, hashes in shingles(batch).group_by("article_id").agg("hash").iter_rows():
                self._sets[rank_of[article_id]] = set(hashes)
        for rank, title, published in looked_at.select("rank", "title", "published").iter_rows():
            self._heads[rank] = _Head(title, published)

    def alike(self, one: int, other: int) -> bool:
        """Whether two texts are near-copies."""
        if one not in self._sets or other not in self._sets:
            self.look_at((one, other))
        series = _series(self._heads[one], self._heads[other])
        return _alike(self._sets[one], self._sets[other], series=series)


def _series(one: _Head, other: _Head) -> bool:
    if one.published is not None and other.published is not None:
        days = abs((one.published - other.published).days)
        if days > _SERIES_DAYS:
            return True
    first, second = fold(one.title or ""), fold(other.title or "")
    return first != second and _NUMBER_OR_DATE.sub("#", first) == _NUMBER_OR_DATE.sub("#", second)


def _alike(one: set[int], other: set[int], *, series: bool) -> bool:
    small, large = sorted((len(one), len(other)))
    common = len(one & other)
    overlap = common / (small + large - common)
    if small < _SHORT:
        return overlap >= _SAME_SHORT
    if series:
        return overlap >= _SAME_SERIES
    inside = common >= _INSIDE * small and small >= _INSIDE_AT_LEAST and small >= _INSIDE_SHARE * large
    return overlap >= _SAME or inside


def _stars(pairs: pl.DataFrame, texts: _Texts) -> dict[int, int]:
    """Copies to their representative: the first by rank takes all that are like it, then the next.

    Args:
        pairs: Schema `SETTLED`.
        texts: Asked about the pairs that are not settled.
    """
    taken = pairs.filter("same")["rank_copy"]
    open_ones = pairs.filter(pl.col("same").is_null() & ~pl.col("rank_copy").is_in(taken.implode()))
    texts.look_at([*open_ones["rank"], *open_ones["rank_copy"]])
    copy_of: dict[int, int] = {}
    for one, other, same in pairs.iter_rows():
        if one in copy_of or other in copy_of:
            continue
        if same or (same is None and texts.alike(one, other)):
            copy_of[other] = one
    return copy_of
