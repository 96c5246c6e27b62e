import pytest

from wiredesk.brief import cite, describe
from wiredesk.query import Address
from wiredesk.store import Index


def test_a_citation_quotes_the_sentence_and_names_its_source(index: Index) -> None:
    assert cite(index, Address(1, 2, 100, 104)) == (
        "“More than 2,500 people left their homes.” — The Lund Gazette, “Storm floods Lund harbour”, "
        "2021-05-04, a.txt, sentence 3"
    )


def test_what_is_unknown_is_cited_as_unknown(index: Index) -> None:
    assert describe(index, 3) == "Oslo Ørn, “Harbour quiet”, date unknown, not before 2019-01-01, c.txt"
    assert describe(index, 2).startswith("source unknown, ")


def test_a_sentence_that_is_not_there_is_no_citation(index: Index) -> None:
    with pytest.raises(KeyError):
        cite(index, Address(1, 99, 0, 1))
    with pytest.raises(KeyError):
        describe(index, 99)
