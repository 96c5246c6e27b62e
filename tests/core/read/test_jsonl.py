import json
from datetime import date

from wiredesk.read import FileRead, read_file, standard_input


def read(*values: object, lines: bool = True) -> FileRead:
    text = "\n".join(json.dumps(value) for value in values) if lines else json.dumps(values[0])
    return read_file(standard_input(text.encode()))


ARTICLE = {
    "id": 7, "Headline": "Bridge shut", "body": "The bridge was shut.",
    "publisher": {"name": "The Courier"}, "pubDate": "2024-03-24T10:00:00Z",
    "link": "https://courier.example/1", "authors": [{"name": "Ada"}, "Tom"],
    "lang": "en_GB",
}  # fmt: skip


def test_an_article_a_line_under_the_usual_names() -> None:
    result = read(ARTICLE, {"text": "Second."})
    assert result.format == "jsonl"
    first, second = result.documents
    assert (first.item, first.text) == ("7", "The bridge was shut.")
    stated = first.stated
    assert (stated.title, stated.source, stated.byline) == ("Bridge shut", "The Courier", "Ada, Tom")
    assert (stated.published, stated.url, stated.language) == (
        date(2024, 3, 24),
        "https://courier.example/1",
        "en",
    )
    assert second.item == "line 2"


def test_a_broken_line_is_refused_alone() -> None:
    data = b'{"text": "One."}\n{"text": "Two.\n[1]\n\n{"title": "No text"}\n{"text": "Five."}\n'
    result = read_file(standard_input(data))
    assert [document.text for document in result.documents] == ["One.", "Five."]
    assert [refusal.item for refusal in result.refusals] == ["line 2", "line 3, item 1", "line 5"]


def test_lists_objects_and_wrapped_lists_are_read() -> None:
    assert read([ARTICLE, {"text": "x"}], lines=False).documents[1].item == "item 2"
    assert read(ARTICLE, lines=False).documents[0].text == "The bridge was shut."
    article = {"title": "T", "content": "C", "source": {"id": None, "name": "S"}}
    wrapped = read({"status": "ok", "articles": [article]})
    assert wrapped.documents[0].stated.source == "S"


def test_a_json_feed_is_read_with_its_outlet() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "The Courier", "language": "en",
        "items": [
            {"id": "1", "content_html": "<p>One.</p><p>Two.</p>", "date_published": "2024-03-24"},
        ],
    }  # fmt: skip
    [document] = read(feed).documents
    assert (document.text, document.item, document.stated.source) == ("One.\nTwo.", "1", "The Courier")
    assert document.stated.published == date(2024, 3, 24)


def test_a_unix_time_is_a_day_and_a_day_in_digits_is_that_day() -> None:
    result = read({"text": "x", "created_utc": 1711238400}, {"text": "x", "date": 20240324})
    assert [document.stated.published for document in result.documents] == [date(2024, 3, 24)] * 2


def test_the_summary_stands_in_for_a_missing_text() -> None:
    [document] = read({"title": "T", "description": "Only this."}).documents
    assert (document.text, document.stated.summary) == ("Only this.", None)


def test_json_that_is_no_article_or_nested_without_end_is_refused() -> None:
    mixed = read([{"text": "One."}, 2, ["x"]], lines=False)
    assert [refusal.item for refusal in mixed.refusals] == ["item 2", "item 3"]
    assert "nested" in read_file(standard_input(b'{"a":' * 100_000)).refusals[0].reason
    assert "not JSON" in read_file(standard_input(b'{"title": "x", ')).refusals[0].reason


def test_lone_surrogates_and_controls_in_json_are_made_safe() -> None:
    result = read_file(standard_input(b'{"text": "a\\ud800b\\u001b[2J\\u202e", "title": "x\\u0007y"}'))
    [document] = result.documents
    assert document.text == "a\ufffdb\ufffd[2J\ufffd"
    assert document.stated.title == "x\ufffdy"
    document.text.encode()


def test_the_same_id_twice_is_numbered() -> None:
    items = [document.item for document in read({"id": "a", "text": "x"}, {"id": "a", "text": "y"}).documents]
    assert items == ["a", "a (2)"]
