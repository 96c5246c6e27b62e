"""What holds of every text, however odd."""

import re
import time
from datetime import date
from typing import Self
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk import days
from wiredesk.clean import clean_documents
from wiredesk.read.document import Document, Stated
from wiredesk.text import newlines, safe

LINES = st.sampled_from(
    [
        "",
        "",
        "Bridge stays open after a long debate",
        "THE HARBOUR GAZETTE",
        "By Wren Tolliver",
        "Monday, 3 June 2024",
        "Updated 3 sec ago",
        "Share",
        "Follow us on X",
        "SALTBY (The Coast Ledger) – Councillors voted on Monday to keep the swing bridge open to traffic.",
        "The bridge, built in 1911, carries about 6,000 vehicles a day, the harbour office said on Monday.",
        "“It squeaks, but it is ours,” said Councillor Mabel Ostrander, who had moved the motion.",
        "A boat passes below the bridge in Saltby, May 3, 2022. (Photo: Rui Castanho)",
        "Read more: Five times the bridge got stuck",
        "-----",
        "* * *",
        "> quoted",
        "-- ",
        "Title: Bridge vote",
        "Source: Coast Ledger",
        "• one vote was spoilt",
        "Most read",
        "12:40 The vote begins",
        "(AFP)",
        "(",
        "©",
        "…",
    ]
)
TEXTS = st.one_of(
    st.lists(LINES, max_size=25).map("\n".join),
    st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=12).map("\n".join),
    st.text(),
).map(lambda text: safe(newlines(text)))
SENTENCE = re.compile(r"[A-Z][^\n]{60,}[a-z]\.$", re.MULTILINE)


@settings(max_examples=300)
@given(TEXTS, st.booleans(), st.one_of(st.none(), st.text(max_size=30).map(safe)))
def test_any_text_is_cleaned_into_lines_without_controls(text: str, blocks: bool, title: str | None) -> None:
    cleaned = clean_documents([Document("a.txt", None, text, Stated(title=title), blocks)])
    assert bool(cleaned.articles) != bool(cleaned.refusals)
    for article in cleaned.articles:
        assert article.paragraphs
        for paragraph in article.paragraphs:
            assert paragraph.text.strip() == paragraph.text != ""
            assert not re.search(r"[\x00-\x1f\x7f-\x9f]", paragraph.text)
        titles = [paragraph.text for paragraph in article.paragraphs if paragraph.kind == "title"]
        assert titles == ([article.title] if article.title else [])
        assert (article.published is None) == (article.published_from is None)
        assert (article.source is None) == (article.source_from is None)
        assert article.published is None or article.not_before is None


class Clockless(date):
    """A date that refuses to look at the clock."""

    @classmethod
    def today(cls) -> Self:
        raise AssertionError("the clock was asked")


@settings(max_examples=150)
@given(TEXTS)
def test_cleaning_again_gives_the_same_and_asks_no_clock(text: str) -> None:
    documents = [Document("a.txt", None, text)]
    first = clean_documents(documents)
    clock = AssertionError("the clock was asked")
    with patch.object(days, "date", Clockless), patch.object(time, "time", side_effect=clock):
        assert clean_documents(documents) == first


@settings(max_examples=200)
@given(st.lists(LINES, max_size=25).map("\n".join))
def test_no_sentence_of_a_body_is_lost(text: str) -> None:
    kept = "\n".join(article.text for article in clean_documents([Document("a.txt", None, text)]).articles)
    for sentence in SENTENCE.findall(text):
        assert sentence in kept


@settings(max_examples=150)
@given(st.lists(LINES, max_size=25).map("\n".join))
def test_nothing_is_added_and_cleaning_what_is_clean_loses_no_body(text: str) -> None:
    lines = {line.strip() for line in text.split("\n")}
    for article in clean_documents([Document("a.txt", None, text)]).articles:
        for paragraph in article.paragraphs:
            assert any(paragraph.text in line for line in lines)
