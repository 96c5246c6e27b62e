import sys
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.read import FileRead, Found, read_file, standard_input
from wiredesk.text import newlines, safe, safe_line

STARTS = st.sampled_from(
    [
        b"", b"---\n", b"---\ntitle: ", b"Title: x\n", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf",
        b"\xff\xfe\0\0", b"<html>", b"<!DOCTYPE html>", b"<p>", b"<?xml version='1.0'?>",
        b"<rss><channel><item>", b"<feed><entry>",
        b'{"text": ', b"[{", b"From a@b Mon Jan 1 2024\nSubject: x\n\n", b"Message-ID: <x>\nSubject: x\n",
        b"MIME-Version: 1.0\nTo: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n", b"%PDF", b"\x1b[2J",
    ]
)  # fmt: skip
NAMES = st.sampled_from(
    ["a", "a.txt", "a.html", "a.xml", "a.eml", "a.jsonl", "a.json", "a.mbox", "a.md", "a.csv", "a.pdf"]
)


def assert_accounted(result: FileRead) -> None:
    assert result.documents or result.refusals
    items = [document.item for document in result.documents]
    assert len(set(items)) == len(items)
    for document in result.documents:
        assert document.text.strip()
        assert document.text == safe(newlines(document.text))
        told = [getattr(document.stated, name) for name in ("title", "source", "url", "byline", "summary")]
        for value in (*told, document.stated.language, document.item):
            assert value is None or (value and value == safe_line(value).strip())
    for refusal in result.refusals:
        assert refusal.reason


@settings(max_examples=150)
@given(STARTS, st.binary(max_size=400), NAMES)
def test_any_bytes_are_accounted_for(start: bytes, rest: bytes, name: str) -> None:
    found = Found(file=Path(name), path=name, data=start + rest)
    result = read_file(found)
    assert_accounted(result)
    assert result == read_file(found)


@settings(max_examples=150)
@given(STARTS, st.text(alphabet="<>/=\"'&;:{}[]-\n ab\0\x1b\u202e!?", max_size=300), NAMES)
def test_any_markup_is_accounted_for(start: bytes, rest: str, name: str) -> None:
    assert_accounted(read_file(Found(file=Path(name), path=name, data=start + rest.encode())))


@pytest.mark.parametrize(
    "heavy", ["trafilatura", "feedparser", "lxml", "charset_normalizer", "yaml", "polars", "textual"]
)
def test_plain_utf_8_needs_no_heavy_import(heavy: str) -> None:
    code = (
        "import sys; from wiredesk.read import read_file, standard_input; "
        f"read_file(standard_input('Süd: a text.'.encode())); sys.exit('{heavy}' in sys.modules)"
    )
    assert (
        run([sys.executable, "-c", code], check=False, env={"PYTHONPATH": ":".join(sys.path)}).returncode == 0
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.docx", "office document"),
        ("a.csv", "data file"),
        ("a.py", "settings"),
        ("a.jpg", "image"),
        ("a.xml", "no XML"),
    ],
)
def test_a_suffix_tells_where_the_bytes_do_not(name: str, said: str) -> None:
    [refusal] = read_file(Found(file=Path(name), path=name, data=b"some text")).refusals
    assert said in refusal.reason


@pytest.mark.parametrize("name", ["a.txt", "a.md", "README", "a.html", "a.unknown"])
def test_text_is_read_whatever_its_name_promises(name: str) -> None:
    result = read_file(Found(file=Path(name), path=name, data=b"The bridge was shut."))
    assert result.format == "plain"


def test_a_file_that_went_away_is_refused(tmp_path: Path) -> None:
    [refusal] = read_file(Found(file=tmp_path / "a.txt", path="a.txt")).refusals
    assert "not there" in refusal.reason


def test_a_title_far_too_long_stays_unknown() -> None:
    [document] = read_file(standard_input(b"---\ntitle: " + b"x" * 5000 + b"\n---\nText.")).documents
    assert document.stated.title is None
