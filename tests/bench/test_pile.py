"""Piles for benchmarks: drawn sentences keep what is known of them, at the right place."""

from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import wiredesk
from wiredesk.schema import TABLES
from wiredesk.store import Index, open_store

pytest.importorskip("resampling", reason="the benchmarks are part of the checkout alone")
from resampling import Stock, draw_chunk, make_stock, write_jsonl, write_store, write_texts

ARTICLES = 120


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Stock:
    """The sample corpus, taken apart."""
    place = tmp_path_factory.mktemp("stock")
    return make_stock(wiredesk.seeds_dir(), place, names="fast", keywords="yake")


@pytest.fixture(scope="module")
def pile(stock: Stock, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """A store of drawn articles."""
    folder = tmp_path_factory.mktemp("pile") / "store"
    write_store(stock, folder, ARTICLES)
    return open_store(folder)


@pytest.mark.parametrize(
    ("table", "written"),
    [("mentions", "surface"), ("names", "surface"), ("events", "text"), ("figures", "text")],
)
def test_every_drawn_fact_says_what_its_text_says(pile: Index, table: str, written: str) -> None:
    facts = pile.table(table)
    assert facts.height > ARTICLES
    for article, start, end, said in facts.select("article_id", "start", "end", written).iter_rows():
        assert pile.text(article)[start:end] == said


def test_a_drawn_fact_stands_within_its_sentence(pile: Index) -> None:
    spans = pile.sentences.rename({"start": "from", "end": "to"})
    for name in ("mentions", "events", "figures", "keywords"):
        placed = pile.table(name).join(spans, on=["article_id", "sentence"], how="left")
        assert placed.filter(pl.col("from").is_null()).is_empty()
        assert placed.filter((pl.col("start") < pl.col("from")) | (pl.col("end") > pl.col("to"))).is_empty()


def test_a_pile_has_the_frames_of_any_index(pile: Index) -> None:
    assert pile.articles.height == ARTICLES
    for name, schema in TABLES.items():
        assert pile.table(name).schema == schema
    named = pile.mentions.drop_nulls("actor_id").group_by("actor_id").len()
    told = pile.actors.select("actor_id", pl.col("mentions").cast(pl.UInt32).alias("len"))
    assert_frame_equal(told, named, check_row_order=False)


def test_a_small_pile_begins_a_large_one(stock: Stock) -> None:
    small, large = draw_chunk(stock, 0, 30), draw_chunk(stock, 0, 60)
    assert_frame_equal(small.frames["texts"], large.frames["texts"].head(30))


def test_files_of_a_pile_are_read_as_the_articles_that_were_drawn(stock: Stock, tmp_path: Path) -> None:
    drawn = draw_chunk(stock, 0, 12).frames
    write_texts(stock, tmp_path / "texts", 12)
    write_jsonl(stock, tmp_path / "jsonl", 12)
    for form in ("texts", "jsonl"):
        read = wiredesk.index(tmp_path / form, names="fast", keywords="yake", processes=0).articles
        assert read["published"].to_list() == drawn["articles"]["published"].to_list(), form
        assert read["source"].to_list() == drawn["articles"]["source"].to_list(), form
