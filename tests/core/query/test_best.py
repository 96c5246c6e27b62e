"""The best of many articles are the best of all, however few of them are looked at."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest
from search_piles import index_of, pile

from wiredesk.query import Query, rank, select
from wiredesk.query.plan import plan
from wiredesk.store import Index
from wiredesk.store.fulltext import FullText, shape, write_fulltext

ARTICLES = 700
WANTED = 5


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Generator[Index]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shape, "FULLTEXT_FROM", 1)
        patch.setattr(rank, "_FIRST_LOOK", 2)
        made = index_of(pile(11, ARTICLES))
        folder: Path = tmp_path_factory.mktemp("fulltext") / "index"
        assert write_fulltext(folder, made, "s")
        yield replace(made, fulltext=FullText.of(folder, ARTICLES))


@pytest.mark.parametrize("furthest", [20, rank.FURTHEST_LOOK])
@pytest.mark.parametrize(
    "text",
    [
        *("storm", "a", "storm a", '"of the"', "storm OR fire", "-storm", "a -b", "quot"),
        *("st*", "s*", "storm*", "a*", "x*", "bold*", '"a st*"', '"of t*"', "storm st*", "s* f*"),
        *("storm~", "strike~2", "storm~ fire~", "storm near/3 a", "a near/5 the", "source:lund storm"),
    ],
)
def test_few_that_are_looked_at_are_the_best_of_all(
    index: Index, text: str, furthest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rank, "FURTHEST_LOOK", furthest)
    selection = select(index, text)
    every = selection.articles.sort("score", descending=True)
    assert selection.height == every.height
    best = selection.best(WANTED)
    assert best["score"].to_list() == pytest.approx(every["score"].head(WANTED).to_list(), rel=1e-6)
    known = dict(every.iter_rows())
    assert [known[article] for article in best["article_id"]] == pytest.approx(best["score"].to_list())


def test_of_a_beginning_the_newest_are_asked_for_and_whole_words_apart(index: Index) -> None:
    assert plan(index, Query.parse("st*").clauses).even is not None
    assert plan(index, Query.parse("st* fire").clauses).even is None
    assert plan(index, Query.parse("storm").clauses).even is None


@pytest.mark.parametrize("text", ["s*", "a*", "storm~2", "st*"])
def test_of_more_than_half_of_all_the_others_are_handed_over(index: Index, text: str) -> None:
    by_scan, by_index = select(replace(index, fulltext=None), text), select(index, text)
    assert (2 * by_scan.height > ARTICLES) == (text != "a*")
    assert by_index.articles["article_id"].to_list() == by_scan.articles["article_id"].to_list()
    scores = by_scan.articles["score"].to_list()
    assert by_index.articles["score"].to_list() == pytest.approx(scores, rel=1e-4)


def test_a_title_that_stands_in_no_sentence_is_not_found_by_it(tmp_path: Path) -> None:
    pieces = pile(12, 40)
    made = index_of(pieces, title=lambda piece: "zebra" if piece.article_id % 2 else "zebras and storms")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shape, "FULLTEXT_FROM", 1)
        assert write_fulltext(tmp_path / "f", made, "s")
    indexed = replace(made, fulltext=FullText.of(tmp_path / "f", len(pieces)))
    for text in ("zebra*", "zebra", "storms*", "sto*"):
        found = select(indexed, text)
        assert found.height == select(made, text).height
        assert set(found.best(50)["article_id"]) == set(select(made, text).articles["article_id"])
