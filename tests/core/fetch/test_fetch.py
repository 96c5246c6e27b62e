"""Feeds from a server on this machine into files."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from feed_samples import DYKE, STORM, rss

from wiredesk.errors import FetchError
from wiredesk.fetch import Feed, Outcome, fetch_feeds
from wiredesk.fetch.items import store_items
from wiredesk.read import find_files, read_file
from wiredesk.store.lock import locked

Fetch = Callable[..., Outcome]


def stored(folder: Path) -> list[Any]:
    """What is read of the stored files, sorted by title."""
    files = [read_file(found) for found in find_files([folder / "in"])]
    assert not any(file.refusals for file in files)
    return sorted((doc for file in files for doc in file.documents), key=lambda doc: doc.stated.title or "")


def test_each_article_becomes_a_file_that_says_what_the_feed_says(
    server: Any, fetch: Fetch, tmp_path: Path
) -> None:
    server.answer("/feed", rss(STORM, DYKE))
    assert (fetch().kind, len(stored(tmp_path))) == ("new", 2)
    dyke, storm = stored(tmp_path)
    assert dyke.text.strip() == DYKE[1]
    assert (storm.stated.title, storm.stated.source) == (STORM[0], "The Lund Gazette")
    assert str(storm.stated.published) == "2021-05-03"
    assert storm.stated.url == f"https://lund.example/{len(STORM[1])}"
    assert storm.blocks


def test_what_did_not_change_is_neither_sent_nor_stored_again(
    server: Any, fetch: Fetch, tmp_path: Path
) -> None:
    server.answer("/feed", rss(STORM), ETag='"one"', Last_Modified="Mon, 03 May 2021 08:00:00 GMT")
    fetch()
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "in").rglob("*.atom")}
    server.answer("/feed", status=304)
    assert fetch().kind == "unchanged"
    asked = server.asked[-1].headers
    assert asked["If-None-Match"] == '"one"'
    assert asked["If-Modified-Since"] == "Mon, 03 May 2021 08:00:00 GMT"
    server.answer("/feed", rss(STORM))  # a server that knows no such headers
    assert fetch() == Outcome(server.url("/feed"), "unchanged")
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "in").rglob("*.atom")} == before


def test_an_article_that_was_taken_away_does_not_come_back(server: Any, fetch: Fetch, tmp_path: Path) -> None:
    server.answer("/feed", rss(STORM))
    fetch()
    for file in (tmp_path / "in").rglob("*.atom"):
        file.unlink()
    server.answer("/feed", rss(DYKE, STORM))
    assert fetch().new == 1
    assert [doc.stated.title for doc in stored(tmp_path)] == [DYKE[0]]


def test_an_article_in_two_feeds_of_a_server_is_stored_once(
    server: Any, fetch: Fetch, tmp_path: Path
) -> None:
    server.answer("/all", rss(STORM, DYKE, outlet="Gazette: all"))
    server.answer("/local", rss(STORM, outlet="Gazette: local"))
    assert (fetch("/all").new, fetch("/local").new) == (2, 0)


def test_an_article_that_was_changed_is_stored_beside_the_first(
    server: Any, fetch: Fetch, tmp_path: Path
) -> None:
    server.answer("/feed", rss(STORM))
    fetch()
    server.answer("/feed", rss((STORM[0], STORM[1] + " She opened them again on Tuesday.")))
    assert fetch().new == 1
    assert len(stored(tmp_path)) == 2


def test_packed_feeds_are_unpacked(server: Any, fetch: Fetch) -> None:
    server.answer("/feed", gzip.compress(rss(STORM, DYKE)), Content_Encoding="gzip")
    assert fetch().new == 2


def test_a_feed_that_unpacks_without_end_is_given_up(server: Any, fetch: Fetch) -> None:
    server.answer("/feed", gzip.compress(b" " * 200 * 1024**2, 9), Content_Encoding="gzip")
    outcome = fetch()
    assert outcome.kind == "failed"
    assert "more than 8 MB" in outcome.note


@pytest.mark.parametrize("packed", [False, True])
def test_half_a_feed_is_none(server: Any, fetch: Fetch, tmp_path: Path, packed: bool) -> None:
    body = gzip.compress(rss(STORM, DYKE)) if packed else rss(STORM, DYKE)
    server.answer("/feed", body, cut=40, **({"Content_Encoding": "gzip"} if packed else {}))
    outcome = fetch()
    assert outcome.kind == "failed"
    assert "broke off" in outcome.note
    assert stored(tmp_path) == []


def test_packed_data_that_ends_too_soon_is_no_feed(server: Any, fetch: Fetch) -> None:
    server.answer("/feed", gzip.compress(rss(STORM, DYKE))[:-30], Content_Encoding="gzip")
    assert "broke off" in fetch().note


@pytest.mark.parametrize(
    ("encoding", "kind", "header"),
    [
        ("windows-1252", "utf-8", "text/xml; charset=utf-8"),
        ("windows-1252", "", "text/xml; charset=windows-1252"),
        ("utf-8", "", "text/xml; charset=latin-1"),
        ("utf-8", "utf-8", "text/xml"),
    ],
)
def test_a_wrong_character_set_costs_no_letter(
    server: Any, fetch: Fetch, tmp_path: Path, encoding: str, kind: str, header: str
) -> None:
    text = rss(("Malmö", "Höga vågor i Malmö på måndag, och mycket mer."), encoding=kind).decode()
    server.answer("/feed", text.encode(encoding), Content_Type=header)
    assert fetch().new == 1
    assert stored(tmp_path)[0].text.strip() == "Höga vågor i Malmö på måndag, och mycket mer."


def test_json_feeds_are_read_too(server: Any, fetch: Fetch, tmp_path: Path) -> None:
    items = [
        {"id": "7", "title": STORM[0], "content_html": f"<p>{STORM[1]}</p>", "date_published": "2021-05-03"}
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "items": items}
    server.answer("/feed", json.dumps(feed), Content_Type="application/feed+json")
    assert fetch().new == 1
    (storm,) = stored(tmp_path)
    assert (storm.text.strip(), storm.stated.source, storm.item) == (STORM[1], "Gazette", "7")


def test_a_page_is_no_feed(server: Any, fetch: Fetch) -> None:
    server.answer("/feed", "<!doctype html><html><body><p>Welcome to the Gazette</p></body></html>")
    assert "is no feed" in fetch().note


def test_hostile_letters_stay_letters(server: Any, fetch: Fetch, tmp_path: Path) -> None:
    server.answer(
        "/feed", rss(("&lt;b&gt; ]]&gt; &amp;amp;", "One &amp;lt;p&amp;gt; and \u202eno more than that."))
    )
    assert fetch().new == 1
    (document,) = stored(tmp_path)
    assert "\u202e" not in document.text


def test_without_a_way_to_the_server_nothing_is_lost_and_nothing_is_owed(
    server: Any, fetch: Fetch, tmp_path: Path
) -> None:
    server.answer("/feed", rss(STORM))
    fetch()
    port = server.url("")
    server.close()
    assert fetch().kind == "unreached"
    assert len(stored(tmp_path)) == 1
    memory = json.loads((tmp_path / "in" / ".wiredesk-feeds" / "memory.json").read_text())
    assert memory["feeds"][f"{port}/feed"]["failures"] == 0


def test_two_processes_do_not_fetch_into_one_folder(server: Any, clock: Any, tmp_path: Path) -> None:
    place = tmp_path / ".wiredesk-feeds"
    place.mkdir()
    with locked(place), pytest.raises(FetchError, match="another process is fetching"):
        fetch_feeds([Feed(server.url("/feed"), trusted=True)], tmp_path, wall=clock)


def test_a_damaged_memory_is_nothing_known(server: Any, fetch: Fetch, tmp_path: Path) -> None:
    server.answer("/feed", rss(STORM))
    fetch()
    (tmp_path / "in" / ".wiredesk-feeds" / "memory.json").write_text('{"feeds": {"x": {"failures": -1')
    assert fetch().kind == "unchanged"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").write_text("a file")
    with pytest.raises(FetchError, match="in"):
        fetch_feeds([], tmp_path / "in")


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    assert store_items([], tmp_path / "never", ()) == 0
    assert not (tmp_path / "never").exists()
