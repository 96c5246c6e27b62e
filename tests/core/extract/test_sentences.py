"""Sentences: where they end, and that nothing of a paragraph is lost."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.clean.article import CleanArticle, Paragraph
from wiredesk.extract.sentences import sentence_spans, split_sentences
from wiredesk.schema import SENTENCES


def sentences_of(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in sentence_spans(paragraph)]


def article(*paragraphs: Paragraph) -> CleanArticle:
    return CleanArticle(
        path="a.txt", item=None, part=0, paragraphs=paragraphs, title=None, source=None, source_from=None,
        byline=None, place=None, agency=None, url=None, published=None, published_from=None, not_before=None,
        language=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    "paragraph",
    [
        "Mr. Halvorsen met Dr. Ines Okoro on Friday.",
        "Gen. P. J. Lindqvist commands the brigade.",
        "The U.S. Senate voted after 3 p.m. yesterday.",
        "It cost 4.5 million dollars, i.e. twice as much.",
        "The vote, on Jan. 4, was close.",
        "Funds gained in the Jan. 28-Feb. 3 week.",
        "Prices rose by No. 7 of the law.",
        "Acme Corp. shares fell.",
        "He paused... and went on.",
        "“Stop!” she cried.",
        "Am 6. Juli wurde gewählt.",
        "1. First of all, count the votes",
        "Visit the site at www.example.org for more",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(paragraph: str) -> None:
    assert sentences_of(paragraph) == [paragraph]


@pytest.mark.parametrize(
    ("paragraph", "first"),
    [
        ("The mayor left. Nobody followed.", "The mayor left."),
        ("“We are leaving.” She did not look back.", "“We are leaving.”"),
        ("He lives in the U.S. The others do not.", "He lives in the U.S."),
        ("It opened at 9 a.m. Visitors queued.", "It opened at 9 a.m."),
        ("Will it last? Nobody knows.", "Will it last?"),
        ("They waited… Then it rained.", "They waited…"),
        ("He said no. They left.", "He said no."),
        ("The sale ended.The shop closed.", "The sale ended."),
        ("(It was late.) They went.", "(It was late.)"),
        ("Vitamin C. The study is small.", "Vitamin C."),
        ("• A first point. A second one.", "• A first point."),
        ("هل انتهت الحرب؟ لا أحد يعرف.", "هل انتهت الحرب؟"),
        ("会议结束了。大家离开。", "会议结束了。"),
        ("雨が降った！試合は中止。", "雨が降った！"),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(paragraph: str, first: str) -> None:
    found = sentences_of(paragraph)
    assert found[0] == first
    assert len(found) == 2


@given(
    st.text(alphabet=st.sampled_from(list('aB. !?…"”’()«»1\u00a0\t。؟•-’s')) | st.characters(), max_size=200)
)
def test_spans_are_ordered_apart_trimmed_and_lose_nothing(paragraph: str) -> None:
    spans = sentence_spans(paragraph)
    behind = 0
    for start, end in spans:
        assert behind <= start < end <= len(paragraph)
        assert paragraph[start:end] == paragraph[start:end].strip()
        assert not paragraph[behind:start].strip()
        behind = end
    assert not paragraph[behind:].strip()


def test_rows_point_into_the_text_and_carry_the_kind_of_their_paragraph() -> None:
    one = article(
        Paragraph("title", "Harbour reopens"),
        Paragraph("body", "The harbour reopened. Ships waited."),
        Paragraph("caption", "A crane. Photo: Ida Moe"),
    )
    frame = split_sentences([one, article(Paragraph("body", "Alone."))], [7, 9])
    assert frame.schema == SENTENCES
    assert frame["article_id"].to_list() == [7, 7, 7, 7, 7, 9]
    assert frame["sentence"].to_list() == [0, 1, 2, 3, 4, 0]
    assert frame["paragraph"].to_list() == [0, 1, 1, 2, 2, 0]
    assert frame["kind"].to_list() == ["title", "body", "body", "caption", "caption", "body"]
    spans = frame.filter(pl.col("article_id") == 7).select("start", "end").rows()
    assert [one.text[start:end] for start, end in spans] == [
        "Harbour reopens", "The harbour reopened.", "Ships waited.", "A crane.", "Photo: Ida Moe",
    ]  # fmt: skip


def test_no_articles_and_empty_articles_give_an_empty_frame() -> None:
    assert split_sentences([], []).schema == SENTENCES
    assert split_sentences([article(Paragraph("body", "  "))], [1]).is_empty()


def test_each_article_needs_its_identifier() -> None:
    with pytest.raises(ValueError, match="shorter"):
        split_sentences([article()], [])


def test_a_line_of_nothing_but_marks_takes_no_longer_than_its_length() -> None:
    assert sentence_spans("?" * 50_000) == [(0, 50_000)]
    assert len(sentence_spans("no. 1. " * 5_000)) > 0


@pytest.mark.parametrize(
    "sentences",
    [
        ["« Tout est parti ! »", "Une enquête est ouverte."],
        ["„Das war's.“", "Rund 84 Beschäftigte verlieren ihre Stelle."],
        ["Er nannte z. B. die Holzpreise.", "Mehr sagte er nicht."],
        ["It left at 9 a.m. EST on Friday.", "It came back at 4 p.m. Monday."],
        ["Harrow v. Vale was heard in Lumera.", "Nobody won."],
        ["La Dra. Ripoll vive en la Av. Central.", "¿Quién la vio?", "¡Nadie!"],
    ],
)
def test_quotation_marks_hours_and_titles_of_other_languages(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["The car was found in Saltby, Ore. Sheriff Wren Tolliver has it.", "He drives it."],
        ["Sen. Ann Pella, R-Wis. Tuesday voted no.", "She left."],
        ["The Rt. Hon. Ann Pella spoke.", "She left."],
        ["Quay Works Inc. (QWI) will pay.", "It did."],
        ["He works for Quay Works Inc.", "Analysts were pleased."],
        ["It raised Rs. 4 lakh.", "It needs Rs. 12 crore."],
        ["Q. What happened?", "A. We left at once."],
        ["From Feb. 12-Mar. 4 the quay is shut.", "Use the other."],
        ["Atty. Gen. Pella and Smt. Devi met.", "They spoke."],
    ],
)
def test_states_honorifics_and_labels_end_no_sentence_and_a_company_may(sentences: list[str]) -> None:
    assert sentences_of(" ".join(sentences)) == sentences
