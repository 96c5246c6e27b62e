from datetime import date

import pytest

from wiredesk.read import Document, FileRead, read_file, standard_input


def read(text: str | bytes) -> FileRead:
    return read_file(standard_input(text.encode() if isinstance(text, str) else text))


def only(text: str | bytes) -> Document:
    result = read(text)
    assert result.refusals == ()
    [document] = result.documents
    return document


def reason(text: str | bytes) -> str:
    result = read(text)
    assert result.documents == ()
    [refusal] = result.refusals
    return refusal.reason


def test_a_text_comes_line_by_line_and_is_not_cleaned() -> None:
    document = only("Bridge shut\r\n\r\nThe bridge was shut.\rSHARE THIS\u2028End")
    assert document.text == "Bridge shut\n\nThe bridge was shut.\nSHARE THIS\nEnd"
    assert not document.blocks
    assert document.item is None


def test_front_matter_is_read_and_taken_off() -> None:
    document = only(
        "---\ntitle: 'Bridge: shut'\nsource: The Courier\ndate: 2024-03-24\nurl: https://courier.example/bridge\n"
        "author: [Ada Lind, Tom Berg]\nlang: en-GB\ntags: [roads]\n---\nThe bridge was shut.\n"
    )
    assert document.text == "The bridge was shut.\n"
    stated = document.stated
    assert (stated.title, stated.source, stated.byline) == (
        "Bridge: shut",
        "The Courier",
        "Ada Lind, Tom Berg",
    )
    assert (stated.published, stated.url) == (date(2024, 3, 24), "https://courier.example/bridge")
    assert (stated.language, stated.by_user) == ("en", frozenset())


def test_front_matter_stays_text_where_yaml_would_make_numbers() -> None:
    stated = only("---\ntitle: 1984\nsource: No\ndate: 24 March 2024\n---\nText.").stated
    assert (stated.title, stated.source, stated.published) == ("1984", "No", date(2024, 3, 24))


def test_header_lines_are_read_and_taken_off() -> None:
    document = only(
        "Headline: Bridge shut\nOutlet: The Courier\nPublished: March 24, 2024\nSection: Local\n\nText."
    )
    assert document.text.strip() == "Text."
    stated = document.stated
    assert (stated.title, stated.source, stated.published) == (
        "Bridge shut",
        "The Courier",
        date(2024, 3, 24),
    )


@pytest.mark.parametrize(
    "text",
    [
        "BAGHDAD: Talks resumed on Monday.\n\nMore text.",
        "Date: unknown.\n\nThe letter was found in an attic.",
        "Title: Minister\nThe word itself is older than the office.\n\nMore.",
        "Source: the river rises here.\nLUND: It floods.\n\nMore.",
        "---\n\nA rule stands above this text: it is no front matter.\n\n---\n\nMore.",
        "Question: why?\nAnswer: because.\n\nMore.",
    ],
)
def test_what_only_looks_like_a_header_stays_in_the_text(text: str) -> None:
    document = only(text)
    assert document.text == text
    assert document.stated.title is None


def test_an_ambiguous_date_stays_unknown() -> None:
    assert only("Title: Bridge shut\nDate: 03/04/2024\n\nText.").stated.published is None


@pytest.mark.parametrize(
    ("front_matter", "said"),
    [
        ("a: &a [x, x]\nb: [*a, *a]", "aliases"),
        ("title: " + "[" * 5000, "nested deeper"),
        ("title: [", "broken front matter in line"),
        ("title: " + "x" * 20_000, "more than 16,384"),
    ],
)
def test_hostile_front_matter_is_refused_with_the_reason(front_matter: str, said: str) -> None:
    assert said in reason(f"---\n{front_matter}\n---\nText.")


def test_a_file_without_text_is_refused() -> None:
    assert "no text" in reason("")
    assert "no text" in reason(" \n\t\r\n")
    assert "no text" in reason("---\ntitle: Alone\n---\n")


def test_one_line_of_50_mb_is_refused_by_its_length() -> None:
    assert "2,000,000" in reason(b"word " * 10_000_000)


def test_controls_escapes_and_bidi_overrides_never_pass() -> None:
    text = b"red \x1b[31m and \xc2\x9b hidden\xe2\x80\xae text\0 \x07 end"
    document = only(b'---\ntitle: "A\\e[31mred\\u202Etitle"\n---\n' + text)
    shown = document.text + (document.stated.title or "")
    assert not any(char in shown for char in "\x1b\x9b\u202e\0\x07")
    assert "\ufffd" in shown


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04rest", "zip archive or an office document"),
        (b"\x1f\x8b\x08rest", "archive"),
        (b"\x89PNG\r\n\x1a\nrest", "image"),
        (b"{\\rtf1 text}", "office document"),
        (bytes(range(32)) * 20, "binary"),
        (b"\x7fELF\x02\x01", "program"),
    ],
)
def test_other_kinds_are_refused_by_name(data: bytes, said: str) -> None:
    assert said in reason(data)


def test_the_encoding_is_told() -> None:
    assert read("Мост закрыт до конца весны, решил совет города.".encode("cp1251")).encoding == "windows-1251"


def test_cut_utf_16_is_read_to_its_end() -> None:
    assert only("The bridge was shut.".encode("utf-16")[:-1]).text.startswith("The bridge was shut")
