"""Views of random indexes, beside what plain Python counts."""

from collections import Counter, defaultdict
from datetime import date
from math import log1p
from typing import Any
from unittest.mock import patch

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from random_indexes import ACTORS, Rows, indexes

from wiredesk.brief.weigh import LATE, PRECISE, naming, weighed
from wiredesk.query import (
    Listing,
    Selection,
    actors_list,
    actors_view,
    articles_list,
    articles_view,
    count_days,
    figures_list,
    figures_view,
    histogram,
    keywords_view,
    neighbours_view,
    select,
    timeline_list,
    timeline_over_time,
    timeline_view,
)
from wiredesk.query.views import named
from wiredesk.query.views.keywords import SPREAD
from wiredesk.query.views.topics import RANK_DAMPING
from wiredesk.store import Index

QUERIES = (
    "",
    "source:north",
    "-source:north",
    "person:Ada",
    "flood",
    "is:copy",
    "figure:>3",
    "source:nobody",
)
MANY = settings(max_examples=40)


def chosen_of(selection: Selection) -> set[int]:
    return set(selection.articles["article_id"])


def direct_of(selection: Selection) -> set[tuple[int, int]] | None:
    return None if selection.direct is None else set(selection.direct.iter_rows())


def narrowed(frame: pl.DataFrame, selection: Selection, *, direct_only: bool = False) -> Rows:
    """The rows of the chosen articles, with `direct`."""
    articles, direct = chosen_of(selection), direct_of(selection)
    kept: Rows = []
    for row in frame.iter_rows(named=True):
        near = direct is None or (row["article_id"], row["sentence"]) in direct
        if row["article_id"] in articles and (near or not direct_only):
            kept.append({**row, "direct": near})
    return kept


def last(value: object) -> tuple[bool, Any]:
    """A key by which nothing comes last."""
    return value is None, value or 0


@MANY
@given(indexes(), st.sampled_from(QUERIES))
def test_articles_are_the_chosen_ones_in_their_order(index: Index, query: str) -> None:
    selection = select(index, query)
    weights = dict(selection.articles.select("article_id", "score").iter_rows())
    hits = Counter(article for article, _ in direct_of(selection) or ())
    rows = [row for row in index.articles.iter_rows(named=True) if row["article_id"] in weights]
    rows.sort(key=lambda row: (row["published"] or date.min, row["not_before"] or date.min), reverse=True)
    rows.sort(key=lambda row: (row["duplicate_of"] is not None, -weights[row["article_id"]]))
    view = articles_view(index, selection)
    assert view["article_id"].to_list() == [row["article_id"] for row in rows]
    assert view["hits"].to_list() == [hits[row["article_id"]] for row in rows]
    copied = Counter(index.articles["duplicate_of"].drop_nulls())
    assert view["copies"].to_list() == [copied[row["article_id"]] for row in rows]


@MANY
@given(indexes(), st.sampled_from(QUERIES), st.booleans(), st.sampled_from([0.0, 1.0]), st.integers(1, 9))
def test_actors_are_counted_as_by_hand(
    index: Index, query: str, direct_only: bool, few: float, at_once: int
) -> None:
    selection = select(index, query)
    published = dict(index.articles.select("article_id", "published").iter_rows())
    found: dict[int, list[int]] = defaultdict(list)
    for row in narrowed(index.mentions, selection, direct_only=direct_only):
        if row["actor_id"] is not None:
            found[row["actor_id"]].append(row["article_id"])
    expected: list[tuple[Any, ...]] = []
    for actor, name, kind in ACTORS:
        days = [day for article in found[actor] if (day := published[article])]
        if found[actor]:
            counts = (len(found[actor]), len(set(found[actor])))
            expected.append((name, kind, *counts, min(days, default=None), max(days, default=None)))
    expected.sort(key=lambda row: (-row[2], -row[3], row[0], row[1]))
    with patch("wiredesk.query.chosen.FEW", few), patch.multiple(named, _AT_ONCE=at_once, _LOOK=at_once):
        view = actors_view(index, selection, direct_only=direct_only)
    assert view.select("name", "kind", "mentions", "articles", "first", "last").rows() == expected


@MANY
@given(indexes(), st.sampled_from(QUERIES), st.booleans())
def test_a_timeline_has_every_date_with_its_sentence(index: Index, query: str, direct_only: bool) -> None:
    selection = select(index, query)
    rows = narrowed(index.events, selection, direct_only=direct_only)
    rows.sort(key=lambda row: (last(row["date_from"]), last(row["date_to"])))
    view = timeline_view(index, selection, direct_only=direct_only)
    columns = ["article_id", "sentence", "start", "date_from", "direct"]
    assert view.select(columns).rows() == [tuple(row[name] for name in columns) for row in rows]
    assert view["text"].to_list() == view["expression"].to_list()
    listing, days = timeline_over_time(index, selection, direct_only=direct_only)
    assert_frame_equal(listing.frame(), view)
    assert_frame_equal(days, count_days(view))
    for zoom in ("year", "month", "day"):
        assert_frame_equal(histogram(view, zoom), histogram(days, zoom))


TELLING = {"money": 0, "percent": 1, "count": 3, "duration": 4, "age": 5}


@MANY
@given(indexes(), st.sampled_from(QUERIES), st.booleans())
def test_figures_stand_by_what_they_count(index: Index, query: str, direct_only: bool) -> None:
    selection = select(index, query)
    rows = narrowed(index.figures, selection, direct_only=direct_only)
    rows.sort(
        key=lambda row: (
            6 if row["kind"] == "count" and not row["noun"] else TELLING.get(row["kind"], 2),
            row["kind"],
            last(row["unit"]),
            last(row["noun"] and row["noun"].lower().split(" ")[-1]),
            -row["value"],
        )
    )
    columns = ["article_id", "sentence", "value", "direct"]
    view = figures_view(index, selection, direct_only=direct_only)
    assert view.select(columns).rows() == [tuple(row[name] for name in columns) for row in rows]
    assert view["text"].to_list() == view["figure"].to_list()


@MANY
@given(indexes(), st.sampled_from(QUERIES))
def test_keywords_count_near_copies_once(index: Index, query: str) -> None:
    selection = select(index, query)
    group = {row["article_id"]: row["duplicate_of"] or row["article_id"] for row in index.articles.to_dicts()}
    best: dict[tuple[str, int], float] = {}
    for row in index.keywords.iter_rows(named=True):
        if row["article_id"] in chosen_of(selection):
            key = row["keyword"].lower().removesuffix("s"), group[row["article_id"]]
            best[key] = max(best.get(key, 0), 1 / (RANK_DAMPING + row["rank"]))
    told: dict[str, list[float]] = defaultdict(list)
    for (key, _), salience in best.items():
        told[key].append(salience)
    view = keywords_view(index, selection)
    counted = {row["keyword"].lower().removesuffix("s"): row for row in view.iter_rows(named=True)}
    assert {key: row["articles"] for key, row in counted.items()} == {
        key: len(all_) for key, all_ in told.items()
    }
    if selection.everything:
        for key, all_ in told.items():
            score = sum(all_) / len(all_) * len(all_) ** SPREAD
            assert abs(counted[key]["score"] - score) < 1e-5


@MANY
@given(indexes(), st.sampled_from(QUERIES), st.sampled_from([0.0, 1.0]))
def test_a_brief_weighs_dates_as_by_hand(index: Index, query: str, few: float) -> None:
    selection = select(index, query)
    originals = set(index.articles.filter(pl.col("duplicate_of").is_null())["article_id"])
    leading = {1, 2}
    named: dict[tuple[int, int], set[int]] = defaultdict(set)
    for row in narrowed(index.mentions, selection):
        named[row["article_id"], row["sentence"]] |= leading & {row["actor_id"]}
    rows = narrowed(index.events.with_row_index("row"), selection)
    rows = [row for row in rows if row["value"] and row["article_id"] in originals]
    rows.sort(key=lambda row: (row["date_from"], row["date_to"]))
    tellers: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        tellers[row["value"]].add(row["article_id"])
    for row in rows:
        early = 1 / (1 + LATE * row["sentence"])
        actors = log1p(len(named[row["article_id"], row["sentence"]]))
        precise = PRECISE.get(row["precision"], 0.2)
        row["weight"] = early + actors + precise + log1p(len(tellers[row["value"]]))
    rows.sort(key=lambda row: -round(row["weight"], 9))
    with patch("wiredesk.query.chosen.FEW", few):
        found = weighed(
            index, selection, "events", naming(index, selection, pl.Series([0, 1], dtype=pl.UInt32))
        )
    assert found["row"].to_list() == [row["row"] for row in rows]


@MANY
@given(indexes(), st.sampled_from(QUERIES))
def test_neighbours_share_sentences(index: Index, query: str) -> None:
    selection = select(index, query)
    together: dict[tuple[int, int], set[int]] = defaultdict(set)
    for row in narrowed(index.mentions, selection):
        if row["actor_id"] is not None:
            together[row["article_id"], row["sentence"]].add(row["actor_id"])
    shared = Counter(other for named in together.values() if 1 in named for other in named - {1})
    view = neighbours_view(index, selection, 1)
    assert dict(view.select("actor_id", "sentences").iter_rows()) == dict(shared)


@MANY
@given(indexes(), st.sampled_from(QUERIES))
def test_a_list_shows_any_part_of_its_view(index: Index, query: str) -> None:
    selection = select(index, query)
    lists: list[tuple[Listing, pl.DataFrame, str]] = [
        (articles_list(index, selection), articles_view(index, selection), "source"),
        (actors_list(index, selection), actors_view(index, selection), "name"),
        (timeline_list(index, selection), timeline_view(index, selection), "date_from"),
        (figures_list(index, selection), figures_view(index, selection), "published"),
    ]
    for listing, view, column in lists:
        assert listing.height == view.height
        assert listing.schema == view.schema
        assert_frame_equal(listing.slice(1, 2), view.slice(1, 2))
        assert_frame_equal(pl.concat(listing.portions()), view)
        by_column = view.sort(column, descending=True, nulls_last=True, maintain_order=True)
        assert_frame_equal(listing.sorted(column, descending=True).frame(), by_column)
        if view.height:
            wanted = view.row(view.height - 1, named=True)
            found = listing.find(**{column: wanted[column]})
            assert found == view[column].index_of(wanted[column])
