from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.errors import QueryError
from wiredesk.query import Query, facet
from wiredesk.query.clauses import Actor, AllOf, AnyOf, Dates, Figures, Has, Not, Source, Words
from wiredesk.query.fields import FIELDS


def nodes(text: str, *, typing: bool = False) -> list[object]:
    return [clause.node for clause in Query.parse(text, typing=typing).clauses]


def parsed(text: str) -> tuple[QueryError | None, Query]:
    try:
        return None, Query.parse(text)
    except QueryError as error:
        return error, Query()


def test_words_phrases_and_prefixes_are_folded() -> None:
    assert nodes("Élysée “Kurdistan\u00a0Region” peshm*") == [
        Words("elysee"),
        Words("kurdistan region"),
        Words("peshm", prefix=True),
    ]


def test_not_or_and_brackets_nest() -> None:
    assert nodes("-drone (tank OR (rocket launcher)) x | y") == [
        Not(Words("drone")),
        AnyOf((Words("tank"), AllOf((Words("rocket"), Words("launcher"))))),
        AnyOf((Words("x"), Words("y"))),
    ]


def test_a_hyphen_inside_a_word_is_no_minus_and_parts_it() -> None:
    assert nodes("US-led -IS-K") == [Words("us led"), Not(Words("is k"))]


def test_fields_read_names_dates_and_numbers() -> None:
    assert nodes('person:"Dana Okoro" source:unknown date:2021-07..2022 before:2020 figure:>4.5m') == [
        Actor("Dana Okoro", "person"),
        Source(None),
        Dates(date(2021, 7, 1), date(2022, 12, 31)),
        Dates(None, date(2019, 12, 31)),
        Figures(low=4.5e6, above=True),
    ]
    assert nodes("figure:1,000..2k is:undated after:2021-02") == [
        Figures(1000, 2000),
        Has("undated"),
        Dates(date(2021, 3, 1), None),
    ]


@pytest.mark.parametrize(
    ("text", "broken", "says"),
    [
        ("troops plase:Oslo", "plase:Oslo", "did you mean place:?"),
        ("date:2021-13", "date:2021-13", "no day of the calendar"),
        ("date:2022..2021", "date:2022..2021", "ends before it begins"),
        ("figure:many", "figure:many", "no number"),
        ("has:luck", "has:luck", "none of copy"),
        ("a (b c", "(", "never closed"),
        ("a) b", ")", "closes no bracket"),
        ('say "no', '"no', "never closed"),
        ("OR b", "OR", "something before"),
        ("b OR", "OR", "something behind"),
        ("place: Oslo", "place:", "needs a value"),
    ],
)
def test_a_broken_clause_is_pointed_at(text: str, broken: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        Query.parse(text)
    assert text[caught.value.start : caught.value.end] == broken
    assert says in str(caught.value)


@pytest.mark.parametrize("opening", ["(", "-", "-(", "a OR ("])
def test_brackets_without_end_are_a_mistake_and_no_crash(opening: str) -> None:
    text = opening * 5_000 + "b"
    for typing in (False, True):
        with pytest.raises(QueryError, match="brackets deep") as caught:
            Query.parse(text, typing=typing)
        assert caught.value.start < caught.value.end <= len(text)
    assert nodes("(" * 20 + "a" + ")" * 20) == [Words("a")]


def test_while_typing_open_ends_are_forgiven() -> None:
    assert nodes("troops wit", typing=True) == [Words("troops"), Words("wit", prefix=True)]
    assert nodes('"air str', typing=True) == [Words("air str", prefix=True)]
    assert nodes('"air strikes"', typing=True) == [Words("air strikes")]
    assert nodes("place:", typing=True) == []
    assert nodes("(a OR", typing=True) == [Words("a")]


def test_a_facet_is_written_so_that_it_reads_back() -> None:
    clause = facet("person", "Anna “Nan” (Lee) O'Dell")
    assert Query.parse(clause.text).clauses == (clause,)
    assert isinstance(clause.node, Actor)


def test_adding_twice_changes_nothing_and_dropping_goes_back() -> None:
    query = Query.parse("troops")
    more = query.plus(facet("place", "Oslo"))
    assert more.plus(facet("place", "Oslo")) == more
    assert str(more) == "troops place:Oslo"
    assert more.minus_last() == query
    assert Query().minus_last() == Query()


@given(st.text(max_size=60))
def test_any_text_parses_or_points_at_its_mistake(text: str) -> None:
    error, query = parsed(text)
    if error is not None:
        assert 0 <= error.start < error.end <= len(text)
    else:
        assert [c.node for c in Query.parse(str(query)).clauses] == [c.node for c in query.clauses]


@given(st.text(max_size=60))
def test_typing_fails_only_where_no_end_could_mend_it(text: str) -> None:
    try:
        Query.parse(text)
    except QueryError:
        return
    Query.parse(text, typing=True)


@given(st.sampled_from(sorted(FIELDS)), st.text(min_size=1, max_size=30))
def test_every_facet_round_trips(field: str, value: str) -> None:
    try:
        clause = facet(field, value)
    except (QueryError, ValueError):
        return
    assert Query.parse(clause.text).clauses == (clause,)
