from datetime import date
from itertools import pairwise

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from wiredesk import schema
from wiredesk.query import Query, copies_view, differences, differences_view, select
from wiredesk.query.views.copies import COPIES_VIEW, DIFFERENCES, DIFFERENCES_VIEW
from wiredesk.store import Index

WIRE = "Storm shuts harbour\nThe harbour of Lund was shut on Monday.\nSome 300 ships had to wait.\n"
PAPER = (
    "Harbour shut\nThe harbour of Lund was closed on Monday.\nSome 300 ships had to wait.\nNobody was hurt.\n"
)


def index(**texts: str) -> Index:
    """Articles by name; all but the first are copies of it."""
    ids = {name: number for number, name in enumerate(texts, 1)}
    articles = pl.DataFrame(
        {
            "article_id": list(ids.values()),
            "path": [f"{name}.txt" for name in ids],
            "part": 0,
            "title": [text.split("\n")[0] for text in texts.values()],
            "published": [date(2024, 3, number) for number in ids.values()],
            "duplicate_of": [None, *[1] * (len(ids) - 1)],
        }
    )
    told = pl.DataFrame({"article_id": list(ids.values()), "text": list(texts.values())})
    return Index(articles=schema.conform(articles, schema.ARTICLES), texts=schema.conform(told, schema.TEXTS))


def test_a_copy_stands_beside_what_it_copies_with_what_it_added_and_cut() -> None:
    made = index(wire=WIRE, paper=PAPER)
    found = copies_view(made, select(made, Query()))
    assert found.schema == COPIES_VIEW
    (row,) = found.iter_rows(named=True)
    assert (row["path"], row["original_path"], row["original_published"]) == (
        "paper.txt", "wire.txt", date(2024, 3, 1),
    )  # fmt: skip
    assert (row["title"], row["original_title"]) == ("Harbour shut", "Storm shuts harbour")
    assert (row["same"], row["added"], row["cut"]) == (len(WIRE.split()) - 4, 6, 4)


def test_the_words_that_differ_are_shown_in_their_order() -> None:
    changed = [row for row in differences(WIRE, PAPER).iter_rows() if row[0] != "same"]
    assert [(kind, text.split()) for kind, _, text in changed] == [
        ("cut", ["Storm", "shuts", "harbour"]),
        ("added", ["Harbour", "shut"]),
        ("cut", ["shut"]),
        ("added", ["closed"]),
        ("added", ["Nobody", "was", "hurt."]),
    ]


def test_an_article_that_copies_nothing_has_no_row() -> None:
    made = index(wire=WIRE)
    everything = select(made, Query())
    assert copies_view(made, everything).equals(COPIES_VIEW.to_frame())
    assert differences_view(made, everything).equals(DIFFERENCES_VIEW.to_frame())


def test_each_run_says_of_which_copy_it_is() -> None:
    made = index(wire=WIRE, paper=PAPER, other=WIRE + "And more.\n")
    found = differences_view(made, select(made, Query()))
    assert found.schema == DIFFERENCES_VIEW
    assert found["path"].unique(maintain_order=True).to_list() == ["other.txt", "paper.txt"]
    assert found.filter(pl.col("path") == "other.txt").select("kind", "words").rows() == [
        ("same", len(WIRE.split())),
        ("added", 2),
    ]


@given(
    *[st.lists(st.sampled_from(["a", "b", "c.", "d\n", "e\n\n"]), max_size=30).map(" ".join)] * 2,
)
def test_what_is_shared_and_cut_is_the_one_text_and_shared_and_added_the_other(
    before: str, after: str
) -> None:
    found = differences(before, after)
    assert found.schema == DIFFERENCES
    for text, kinds in ((before, ("same", "cut")), (after, ("same", "added"))):
        told = " ".join(found.filter(pl.col("kind").is_in(kinds))["text"].to_list())
        assert told.split() == text.split()
    assert found["words"].to_list() == [len(text.split()) for text in found["text"]]
    kinds = found["kind"].to_list()
    assert all(one != other for one, other in pairwise(kinds))
