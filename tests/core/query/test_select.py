import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.query import Query, select
from wiredesk.query.selection import MATCHING, SELECTED
from wiredesk.store import EMPTY_INDEX, Index


def found(index: Index, text: str) -> list[int]:
    return select(index, Query.parse(text)).articles["article_id"].to_list()


def direct(index: Index, text: str) -> list[tuple[int, int]] | None:
    rows = select(index, Query.parse(text)).direct
    return None if rows is None else sorted(rows.rows())


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("", [1, 2, 3, 4]),
        ("storm", [1, 3, 4]),
        ("STORM -again", [1, 3]),
        ("stor", []),
        ("stor*", [1, 3, 4]),
        ('"ida falk said"', [2]),
        ("oslo OR dyke", [2, 3]),
        ("falk (oslo OR dyke)", [2]),
        ("person:falk", [1, 2, 4]),
        ('actor:"Omar Reyes"', [1]),
        ("place:falk", []),
        ("place:lund person:omar", [1]),
        ("source:lund", [1]),
        ("source:orn", [3]),
        ("source:unknown", [2]),
        ("on:2021-05-03", [1, 4]),
        ("before:2020", [2]),
        ("published:2021..", [1, 2, 4]),
        ("event:2019-06", [2]),
        ("figure:>2000 unit:eur", [2]),
        ("figure:2,500 noun:people", [1]),
        ("kind:money", [2]),
        ('keyword:"lund HARBOUR"', [1]),
        ("is:undated", [3]),
        ("is:copy", [4]),
        ("-is:copy has:date", [1, 2]),
        ("path:c.t", [3]),
        ("lang:fr", []),
    ],
)
def test_a_query_selects_the_articles_it_describes(index: Index, query: str, articles: list[int]) -> None:
    assert found(index, query) == articles


def test_a_no_break_space_in_the_text_is_no_obstacle(index: Index) -> None:
    assert found(index, '"Ida Falk said"') == found(index, '"Ida\u00a0Falk said"') == [2]


def test_a_sentence_matches_directly_when_it_satisfies_every_clause_that_it_can(index: Index) -> None:
    assert direct(index, "falk met") == [(1, 1), (4, 1)]
    assert direct(index, "person:Falk place:lund source:gazette") == []
    assert direct(index, "person:Falk source:gazette") == [(1, 1)]
    assert direct(index, "event:2021 person:omar") == [(1, 1)]
    assert direct(index, "source:gazette") is None


def test_hits_count_direct_sentences(index: Index) -> None:
    selection = select(index, Query.parse("falk"))
    assert selection.hits_in(selection.articles).rows() == [(1, 1), (2, 2), (4, 1)]


def test_an_empty_result_names_the_clause_that_emptied_it(index: Index) -> None:
    selection = select(index, Query.parse("storm place:Oslo unit:EUR falk"))
    assert selection.emptied_by is not None
    assert selection.emptied_by.text == "unit:EUR"
    assert select(index, Query.parse("storm")).emptied_by is None


def test_a_selection_has_its_schemas_even_when_empty(index: Index) -> None:
    for some in (index, EMPTY_INDEX):
        selection = select(some, Query.parse("nothing person:Nobody"))
        assert selection.articles.schema == SELECTED
        assert selection.sentences is not None
        assert selection.sentences.schema == MATCHING


WORDS = ["storm", "falk", "oslo", '"ida falk"', "person:Falk", "source:unknown", "event:2019", "figure:>1"]


@given(st.lists(st.sampled_from(WORDS), max_size=4))
def test_more_clauses_never_select_more(index_for_given: Index, words: list[str]) -> None:
    everything = set(found(index_for_given, " ".join(words[:-1])))
    assert set(found(index_for_given, " ".join(words))) <= everything


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_or_unites_and_not_takes_away(index_for_given: Index, a: str, b: str) -> None:
    of = {q: set(found(index_for_given, q)) for q in (a, b, f"{a} OR {b}", f"{a} -{b}")}
    assert of[f"{a} OR {b}"] == of[a] | of[b]
    assert of[f"{a} -{b}"] == of[a] - of[b]
