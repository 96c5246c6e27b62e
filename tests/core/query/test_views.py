from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.query import (
    Highlight,
    Query,
    Selection,
    actor_view,
    actors_view,
    ambiguous_view,
    articles_view,
    figures_view,
    fitting_zoom,
    highlights,
    histogram,
    hits_view,
    keywords_view,
    neighbours_view,
    roles_over_time,
    roles_view,
    select,
    timeline_view,
)
from wiredesk.query.views.actor import ACTOR_VIEW, NEIGHBOURS_VIEW, ROLES_OVER_TIME, ROLES_VIEW
from wiredesk.query.views.actors import ACTORS_VIEW
from wiredesk.query.views.ambiguous import AMBIGUOUS_VIEW
from wiredesk.query.views.articles import ARTICLES_VIEW
from wiredesk.query.views.figures import FIGURES_VIEW
from wiredesk.query.views.histogram import HISTOGRAM
from wiredesk.query.views.hits import HITS_VIEW
from wiredesk.query.views.keywords import KEYWORDS_VIEW
from wiredesk.query.views.timeline import TIMELINE_VIEW
from wiredesk.query.zooms import ZOOMS
from wiredesk.schema import ARTICLES, KEYWORDS, conform
from wiredesk.store import EMPTY_INDEX, Index

IDA = 11


def chosen(index: Index, text: str) -> Selection:
    return select(index, Query.parse(text))


@pytest.mark.parametrize("query", ["", "storm", "person:Falk", "nothing at all", "source:unknown"])
def test_every_view_keeps_its_schema(index: Index, query: str) -> None:
    for some in (index, EMPTY_INDEX):
        selection = chosen(some, query)
        assert articles_view(some, selection).schema == ARTICLES_VIEW
        assert actors_view(some, selection).schema == ACTORS_VIEW
        assert actor_view(some, selection, IDA).schema == ACTOR_VIEW
        assert roles_view(some, selection, IDA).schema == ROLES_VIEW
        assert ambiguous_view(some, selection).schema == AMBIGUOUS_VIEW
        assert neighbours_view(some, selection, IDA).schema == NEIGHBOURS_VIEW
        assert timeline_view(some, selection).schema == TIMELINE_VIEW
        assert histogram(timeline_view(some, selection), "year").schema == HISTOGRAM
        assert figures_view(some, selection).schema == FIGURES_VIEW
        assert keywords_view(some, selection).schema == KEYWORDS_VIEW
        assert hits_view(some, selection).schema == HITS_VIEW


def test_articles_come_newest_first_undated_then_copies(index: Index) -> None:
    view = articles_view(index, chosen(index, ""))
    assert view["article_id"].to_list() == [2, 1, 3, 4]
    assert view.filter(pl.col("article_id") == 1)["copies"].item() == 1


def test_articles_with_more_direct_hits_come_first(index: Index) -> None:
    assert articles_view(index, chosen(index, "falk"))["article_id"].to_list()[0] == 2


def test_actors_are_counted_within_the_selection(index: Index) -> None:
    view = actors_view(index, chosen(index, "dyke"))
    assert view.select("name", "mentions", "articles", "first").rows() == [
        ("Ida Falk", 2, 1, date(2022, 1, 9))
    ]


def test_who_met_whom_stands_in_the_sentence_they_share(index: Index) -> None:
    neighbours = neighbours_view(index, chosen(index, ""), IDA)
    assert neighbours.select("name", "sentences", "article_id", "sentence").row(0) == ("Omar Reyes", 1, 1, 1)
    sentences = actor_view(index, chosen(index, "met"), IDA)
    assert sentences.filter("direct")["article_id"].to_list() == [1, 4]


def test_a_role_comes_with_the_words_that_state_it(index: Index) -> None:
    (row,) = roles_view(index, chosen(index, ""), IDA).to_dicts()
    assert index.text(row["article_id"])[row["start"] : row["end"]] == row["role"] == "Mayor"
    assert "Mayor Ida Falk" in row["text"]


def test_the_timeline_is_in_order_and_can_be_cut_to_direct_matches(index: Index) -> None:
    assert timeline_view(index, chosen(index, ""))["value"].to_list() == ["2019", "2021-05-03", "2021-05-03"]
    only = timeline_view(index, chosen(index, "person:Falk"), direct_only=True)
    assert only["article_id"].to_list() == [1, 4]


def test_a_year_is_drawn_as_wide_as_it_is(index: Index) -> None:
    months = histogram(timeline_view(index, chosen(index, "")), "month")
    assert months.height == 29
    assert months["bucket"][0] == "2019-01"
    assert months["spread"].to_list()[:13] == [pytest.approx(1 / 12)] * 12 + [0]
    assert months.filter(pl.col("exact") > 0).select("bucket", "exact").rows() == [("2021-05", 2)]


def test_one_stray_date_does_not_cost_millions_of_buckets() -> None:
    timeline = TIMELINE_VIEW.to_frame().vstack(
        pl.DataFrame(
            [
                {"date_from": date(1, 1, 1), "date_to": date(9999, 12, 31)},
                {"date_from": date(2024, 2, 2), "date_to": date(2024, 2, 2)},
            ]
        )
        .with_columns(
            pl.lit(None, dtype).alias(name)
            for name, dtype in TIMELINE_VIEW.items()
            if not name.startswith("date_")
        )
        .select(list(TIMELINE_VIEW))
    )
    assert histogram(timeline, "day").height == 0
    assert fitting_zoom(timeline, 76) == "decade"
    assert histogram(timeline, "decade")["exact"].sum() == 1


@given(
    st.lists(
        st.tuples(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 4000)), min_size=1, max_size=12
    ),
    st.sampled_from(ZOOMS),
)
def test_a_histogram_loses_no_event(spans: list[tuple[date, int]], zoom: str) -> None:
    timeline = pl.DataFrame(
        {
            "date_from": [start for start, _ in spans],
            "date_to": [date.fromordinal(start.toordinal() + days) for start, days in spans],
        }
    )
    buckets = histogram(timeline, zoom)  # pyright: ignore[reportArgumentType]
    if buckets.height:
        events = float(buckets["exact"].sum()) + float(buckets["spread"].sum())
        assert events == pytest.approx(len(spans), abs=1e-4)
        assert buckets["date_from"].is_sorted()
        assert (buckets["date_to"] >= buckets["date_from"]).all()


def test_figures_say_where_they_stand(index: Index) -> None:
    view = figures_view(index, chosen(index, ""))
    assert view["figure"].to_list() == ["4m euros", "More than 2,500 people"]
    for row in view.to_dicts():
        assert index.text(row["article_id"])[row["start"] : row["end"]] == row["figure"]
        assert row["figure"] in row["text"]


def test_a_copy_adds_nothing_to_a_keyword(index: Index) -> None:
    view = keywords_view(index, chosen(index, ""))
    assert view.filter(pl.col("keyword") == "storm")["articles"].item() == 1


def keyword_index(articles: list[list[tuple[str, str]]], duplicate_of: int | None = None) -> Index:
    """Articles 0, 1, ... with keywords and their sorts, best first; the last may be a copy of another."""
    last = len(articles) - 1
    rows = [
        (article, keyword, 0.1, rank, sort, 0, 0, len(keyword))
        for article, keywords in enumerate(articles)
        for rank, (keyword, sort) in enumerate(keywords, 1)
    ]
    about = [
        {"article_id": n, "path": f"{n}.txt", "source": f"Outlet {n}",
         "duplicate_of": duplicate_of if n == last else None}
        for n in range(len(articles))
    ]  # fmt: skip
    return replace(
        EMPTY_INDEX,
        articles=conform(pl.DataFrame(about, infer_schema_length=None), ARTICLES),
        keywords=pl.DataFrame(rows, KEYWORDS, orient="row"),
    )


def test_keywords_that_spread_lead_and_names_and_others_take_turns() -> None:
    index = keyword_index(
        [
            [("Ida Falk", "name"), ("dyke plan", "plain"), ("storm", "plain")],
            [("Ida Falk", "name"), ("storm", "plain")],
            [("Lund", "name"), ("ferry", "plain"), ("Storms", "plain")],
        ]
    )
    view = keywords_view(index, chosen(index, ""))
    assert view.select("keyword", "sort", "articles").rows()[:4] == [
        ("storm", "plain", 3), ("Ida Falk", "name", 2), ("dyke plan", "plain", 1), ("Lund", "name", 1),
    ]  # fmt: skip


def test_keywords_that_differ_in_number_hyphens_or_case_are_one() -> None:
    index = keyword_index([[("air strikes", "plain")], [("Air-strike", "plain")], [("airstrikes", "plain")]])
    assert keywords_view(index, chosen(index, ""))["articles"].to_list() == [3]
    assert chosen(index, 'keyword:"air strike"').articles.height == 3


def test_a_copy_stands_for_what_it_copies_where_that_is_not_selected() -> None:
    index = keyword_index([[("storm", "plain")], [("ferry", "plain")], [("storm", "plain")]], duplicate_of=0)
    assert keywords_view(index, chosen(index, ""))["articles"].to_list() == [1, 1]
    assert keywords_view(index, chosen(index, 'source:"Outlet 2"'))["keyword"].to_list() == ["storm"]


def test_a_query_raises_what_the_other_articles_have_not() -> None:
    common, rare = ("election", "plain"), ("dyke plan", "plain")
    index = keyword_index([[common, rare], [common, rare], *([[common]] * 8)])
    assert keywords_view(index, chosen(index, ""))["keyword"].to_list() == ["election", "dyke plan"]
    narrowed = keywords_view(index, chosen(index, 'source:"Outlet 0" OR source:"Outlet 1"'))
    assert narrowed["keyword"].to_list() == ["dyke plan", "election"]


def test_a_keyword_opens_where_it_stands(index: Index) -> None:
    for row in keywords_view(index, chosen(index, "")).iter_rows(named=True):
        assert index.text(row["article_id"])[row["start"] : row["end"]].lower() == row["keyword"].lower()


def test_hits_put_full_matches_first(index: Index) -> None:
    hits = hits_view(index, chosen(index, "falk storm"))
    assert hits.filter("direct").height == 0
    assert hits["matched"].is_sorted(descending=True)
    assert hits_view(index, chosen(index, "falk met"), direct_only=True)["article_id"].to_list() == [1, 4]


def test_highlights_name_what_they_mark(index: Index) -> None:
    text = index.text(2)
    marks = highlights(index, chosen(index, '"ida falk"'), 2)
    start = text.index("Ida")
    assert Highlight(start, start + 8, "hit") in marks
    assert Highlight(start, start + 8, "actor") in marks
    assert {text[m.start : m.end] for m in marks if m.kind == "figure"} == {"4m euros"}


def test_a_role_over_time_has_the_years_of_its_articles_and_says_what_is_over() -> None:
    rows = [
        ("Mayor", False, 1, date(2019, 4, 1)),
        ("mayor", False, 2, date(2021, 4, 1)),
        ("mayor", False, 3, None),
        ("president", True, 3, date(2021, 4, 1)),
        ("president", True, 4, None),
        ("president", True, 5, None),
        ("president", True, 6, None),
    ]
    roles = conform(
        pl.DataFrame(rows, schema=["role", "former", "article_id", "published"], orient="row"), ROLES_VIEW
    )
    over_time = roles_over_time(roles)
    assert over_time.schema == ROLES_OVER_TIME
    assert over_time.rows() == [("mayor", False, [2019, 2021], 3), ("president", True, [2021], 4)]
    assert roles_over_time(roles.clear()).schema == ROLES_OVER_TIME


def test_a_name_in_doubt_is_listed_with_those_whom_it_may_mean(index: Index) -> None:
    doubtful = replace(
        index,
        mentions=index.mentions.with_columns(
            pl.when(pl.col("surface") == "Falk").then(None).otherwise("actor_id").alias("actor_id")
        ),
    )
    (row,) = ambiguous_view(doubtful, chosen(doubtful, "")).to_dicts()
    assert (row["surface"], row["candidates"], row["candidate_ids"]) == ("Falk", ["Ida Falk"], [IDA])
    assert doubtful.text(row["article_id"])[row["start"] : row["end"]] == "Falk"
    assert ambiguous_view(index, chosen(index, "")).schema == AMBIGUOUS_VIEW
    assert ambiguous_view(index, chosen(index, "")).is_empty()
