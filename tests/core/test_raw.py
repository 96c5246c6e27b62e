from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk import raw
from wiredesk.schema import DATES, FIGURES

BODY = "The port closed on Friday.\n\n  It had opened two days ago, with 300 ships.\n"
DAY = date(2013, 3, 22)


@pytest.mark.parametrize(
    "head",
    [
        "---\npublished: 2013-03-22\n---\n",
        "---\ndate: 2013-03-22\n---\n",
        "---\r\npublished: 2013-03-22\r\n---\r\n",
        "\ufeff---\ntitle: Ships\npublished: 22 March 2013\n---\n",
        "published: 2013-03-22\n",
        "published: 2013-03-22\n\n",
        "Date: 2013-03-22\r\n\r\n",
        "title: Ships\npublished: 2013-03-22\n\n",
    ],
)
def test_front_matter_of_any_form_is_read_and_the_body_begins_below_it(head: str) -> None:
    assert raw.read((head + BODY).encode()) == raw.Raw(BODY, DAY, "en")


@pytest.mark.parametrize(
    "body", [BODY, "\n\nA text that begins with empty lines.", "Date: unknown\nIt rained."]
)
def test_a_text_without_front_matter_is_body_from_the_first_character(body: str) -> None:
    read = raw.read(body.encode())
    assert (read.text, read.published) == (body, None)


def test_empty_lines_below_the_fence_belong_to_the_body() -> None:
    assert raw.read(b"---\npublished: 2013-03-22\n---\n\n\nIt rained.").text == "\n\nIt rained."


def test_line_ends_of_two_characters_move_no_offset() -> None:
    text = raw.read("It rained.\r\nThe port — of Lund — closed in 2013.\r\n".encode()).text
    (found,) = raw.dates({"a": raw.Raw(text)}).iter_rows(named=True)
    assert found["start"] == len("It rained.\r\nThe port — of Lund — closed in ")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\ufeff\x1b\x9b"), max_size=80))
def test_the_body_has_as_many_characters_as_the_file(text: str) -> None:
    read = raw.read(("---\npublished: 2013-03-22\n---\n" + text).encode())
    assert len(read.text) == len(text)
    assert read.published == DAY


@settings(max_examples=50)
@given(
    st.lists(
        st.sampled_from(["In May 2013.", "2 ships", " ", "\n", "\r\n", "in\nMay", "Now", "two days ago"])
    )
)
def test_every_row_says_what_stands_at_its_span(pieces: list[str]) -> None:
    text = raw.read("".join(pieces).encode()).text
    for rows in (raw.dates({"a": raw.Raw(text, DAY)}), raw.figures({"a": raw.Raw(text, DAY)})):
        for start, end, written in rows.select("start", "end", "text").iter_rows():
            assert text[start:end] == written


def test_rows_carry_the_name_of_their_text_and_the_schema() -> None:
    raws = {"b.txt": raw.Raw(BODY, DAY), "a.txt": raw.Raw("Nothing."), "c.txt": raw.Raw("In 2013.")}
    dates, figures = raw.dates(raws), raw.figures(raws)
    assert dict(dates.drop("path").schema) == dict(DATES)
    assert dict(figures.drop("path").schema) == dict(FIGURES)
    assert dates.select("path", "value").rows() == [
        ("b.txt", "2013-03-22"),
        ("b.txt", "2013-03-20"),
        ("c.txt", "2013"),
    ]


def test_a_sentence_may_go_on_in_the_next_line_of_a_wrapped_text() -> None:
    text = "The harbour master of the old town said that it had rained in early\nMarch 2013."
    assert raw.dates({"a": raw.Raw(text)})["text"].to_list() == ["early\nMarch 2013"]


def test_a_heading_is_a_paragraph_of_its_own() -> None:
    text = "Port closed in 2013\nIn May it opened."
    _, _, sentences = raw.frames({"a": raw.Raw(text)})
    assert [text[start:end] for start, end in sentences.select("start", "end").rows()] == text.split("\n")
