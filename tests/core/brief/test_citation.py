import polars as pl
import pytest

from wiredesk import schema
from wiredesk.brief import cite, describe
from wiredesk.query import Address
from wiredesk.store import Index


def test_a_citation_quotes_the_sentence_and_names_its_source(index: Index) -> None:
    assert cite(index, Address(1, 2, 100, 104)) == (
        "“More than 2,500 people left their homes.” — The Lund Gazette, “Storm floods Lund harbour”, "
        "2021-05-04, a.txt, sentence 3"
    )


def test_a_sentence_that_is_a_quotation_gets_no_second_quotes(index: Index) -> None:
    said = "“The dyke must stand,” she said."
    spoken = "“The dyke must stand.”"
    for text, cited in ((said, f"“{said}”"), (spoken, spoken)):
        texts = pl.DataFrame({"article_id": [9], "text": [text]}, schema=schema.TEXTS)
        row = {"article_id": [9], "sentence": [0], "start": [0], "end": [len(text)]}
        sentences = schema.conform(pl.DataFrame(row), schema.SENTENCES)
        articles = index.articles.head(1).with_columns(pl.lit(9, pl.Int64).alias("article_id"))
        one = Index(texts=texts, sentences=sentences, articles=articles)
        assert cite(one, Address(9, 0, 0, 1)).startswith(f"{cited} — ")


def test_what_is_unknown_is_cited_as_unknown(index: Index) -> None:
    assert describe(index, 3) == "Oslo Ørn, “Harbour quiet”, date unknown, not before 2019-01-01, c.txt"
    assert describe(index, 2).startswith("source unknown, ")


def test_a_sentence_that_is_not_there_is_no_citation(index: Index) -> None:
    with pytest.raises(KeyError):
        cite(index, Address(1, 99, 0, 1))
    with pytest.raises(KeyError):
        describe(index, 99)
