"""Saved searches, and what is new in them."""

from dataclasses import replace

import polars as pl

from wiredesk.desk import keys_of
from wiredesk.query import searches_view, select
from wiredesk.query.searches import SEARCHES
from wiredesk.schema import ARTICLES, conform
from wiredesk.store import Index

ROWS = {
    "article_id": [1, 2, 3],
    "digest": ["aa", "bb", "cc"],
    "path": ["east/1.txt", "east/2.txt", "west/3.txt"],
}
TYPES = {"article_id": pl.Int64, "digest": pl.String, "path": pl.String}


def index_of(seen: int | None) -> Index:
    """Three articles, of which so many were seen; None: nobody has looked."""
    articles = conform(pl.DataFrame(ROWS, TYPES), ARTICLES)
    index = replace(Index(), articles=articles)
    return index if seen is None else index.with_seen(keys_of(articles.head(seen)))


def test_each_search_tells_what_it_finds_and_what_of_it_is_new() -> None:
    view = searches_view(index_of(1), {"east": "path:east", "west": "path:west", "all": ""})
    assert view.schema == SEARCHES
    assert view.select("name", "articles", "new").rows() == [("east", 2, 1), ("west", 1, 1), ("all", 3, 2)]


def test_a_search_that_cannot_be_read_is_told_and_stops_no_other() -> None:
    view = searches_view(index_of(None), {"broken": "colour:red", "east": "path:east"})
    assert view["articles"].to_list() == [None, 2]
    assert "colour" in view["error"][0]
    assert view["error"][1] is None


def test_without_searches_the_view_is_empty() -> None:
    assert searches_view(index_of(1), {}).equals(SEARCHES.to_frame())


def test_is_new_finds_what_was_not_seen() -> None:
    found = {
        seen: select(index_of(seen), "is:new").articles["article_id"].to_list() for seen in (None, 0, 2, 3)
    }
    assert found == {None: [1, 2, 3], 0: [1, 2, 3], 2: [3], 3: []}
    assert select(index_of(2), "-is:new").articles["article_id"].to_list() == [1, 2]


def test_what_one_reader_has_seen_is_no_matter_to_another() -> None:
    mine = index_of(2)
    yours = mine.with_seen(None)
    assert select(mine, "is:new").articles.height == 1
    assert select(yours, "is:new").articles.height == 3
