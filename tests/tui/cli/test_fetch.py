"""The command that fetches feeds."""

from pathlib import Path
from typing import Any

import pytest


def test_a_feed_becomes_files_that_can_be_indexed(wiredesk: Any, server: str, tmp_path: Path) -> None:
    done = wiredesk("fetch", f"{server}/feed", "--to", tmp_path / "in")
    assert (done.code, done.out) == (0, "")
    assert "1 feed, 1 new article" in done.err
    titles = wiredesk("articles", tmp_path / "in", "--names", "fast", "--csv")
    assert "Storm over Lund" in titles.out
    assert "The Lund Gazette" in titles.out


def test_a_feed_that_was_asked_just_now_is_no_failure(wiredesk: Any, server: str, tmp_path: Path) -> None:
    wiredesk("fetch", f"{server}/feed", "--to", tmp_path / "in")
    done = wiredesk("fetch", f"{server}/feed", "--to", tmp_path / "in")
    assert done.code == 0
    assert "nothing new" in done.err


def test_one_good_feed_is_enough(wiredesk: Any, server: str, tmp_path: Path) -> None:
    done = wiredesk("fetch", f"{server}/feed", f"{server}/none", "--to", tmp_path / "in")
    assert done.code == 0
    assert f"{server}/none: its server answers 404" in done.err


def test_where_every_feed_fails_the_code_says_so(wiredesk: Any, server: str, tmp_path: Path) -> None:
    assert wiredesk("fetch", f"{server}/none", "--to", tmp_path / "in").code == 1


def test_offline_is_one_line(wiredesk: Any, tmp_path: Path) -> None:
    done = wiredesk("fetch", "http://a.invalid/", "http://b.invalid/", "--to", tmp_path / "in")
    assert done.code == 1
    assert done.err == "wiredesk: offline: no feed could be reached; what is stored stays as it is\n"


def test_what_a_list_of_feeds_names_may_not_lead_into_the_house(
    wiredesk: Any, server: str, tmp_path: Path
) -> None:
    listed = tmp_path / "subs.opml"
    outlines = f'<outline xmlUrl="{server}/feed"/><outline xmlUrl="|touch {tmp_path}/owned"/>'
    listed.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>', encoding="utf-8")
    done = wiredesk("fetch", listed, "--to", tmp_path / "in")
    assert done.code == 1
    assert "within the house" in done.err
    assert "is no address of the web" in done.err
    assert not (tmp_path / "owned").exists()
    again = wiredesk("fetch", listed, "--to", tmp_path / "other", "--private")
    assert (again.code, "1 new article" in again.err) == (0, True)


def test_the_configuration_names_feeds_and_their_folder(wiredesk: Any, server: str, tmp_path: Path) -> None:
    config = tmp_path / "desk.toml"
    config.write_text(f'feeds = ["{server}/feed"]\nfeeds_to = "pile/in"\n', encoding="utf-8")
    assert wiredesk("fetch", "--config", config).code == 0
    assert len(list((tmp_path / "pile" / "in").rglob("*.atom"))) == 1


@pytest.mark.parametrize("feed", ["file:///etc/passwd", "nowhere.opml", "|id"])
def test_what_is_neither_feed_nor_list_is_told(wiredesk: Any, tmp_path: Path, feed: str) -> None:
    done = wiredesk("fetch", feed, "--to", tmp_path / "in")
    assert done.code == 2
    assert feed in done.err


def test_without_a_feed_or_a_folder_it_is_said_what_is_missing(wiredesk: Any) -> None:
    assert "name a feed" in wiredesk("fetch").err
    assert "--to" in wiredesk("fetch", "https://lund.example/feed").err


def test_feeds_that_nobody_would_watch_are_told(wiredesk: Any, pile: Path, tmp_path: Path) -> None:
    config = tmp_path / "desk.toml"
    config.write_text('feeds = ["https://lund.example/feed"]\nfeeds_to = "elsewhere"\n', encoding="utf-8")
    done = wiredesk("watch", pile, "--config", config)
    assert done.code == 2
    assert "feeds_to" in done.err


def test_while_watching_offline_is_told_once_and_again_after_a_time_online(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from threading import Event

    from wiredesk.fetch import Feed, Outcome
    from wiredesk_tui.cli import feeds

    stop, told = Event(), list[str]()
    gone = [
        Outcome("http://a/", "unreached", note="no way"),
        Outcome("http://b/", "unreached", note="no way"),
    ]
    fine = [Outcome("http://a/", "new", 2), Outcome("http://b/", "failed", note="its server answers 500")]
    rounds = [gone, gone, fine, fine, gone]

    def fetch(*_: Any, **__: Any) -> list[Outcome]:
        if len(rounds) == 1:
            stop.set()
        return rounds.pop(0)

    monkeypatch.setattr(feeds, "fetch_feeds", fetch)
    monkeypatch.setattr(feeds, "ROUND", 0)
    feeds.keep_fetching([Feed("http://a/"), Feed("http://b/")], tmp_path, stop, told.append)
    assert [line.split(":")[0] for line in told] == ["feeds", "http", "feeds"]
