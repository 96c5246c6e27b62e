"""How servers are asked: who asks says so, seldom enough, and goes nowhere it was not sent."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from feed_samples import STORM, rss

from wiredesk.fetch import INTERVAL, Feed, Outcome, fetch_feeds

Fetch = Callable[..., Outcome]


def test_the_program_says_who_it_is(server: Any, fetch: Fetch) -> None:
    server.answer("/feed", rss(STORM))
    fetch()
    assert server.asked[0].headers["User-Agent"].startswith("wiredesk/")


def test_a_feed_is_left_in_peace_for_a_while(server: Any, clock: Any, tmp_path: Path) -> None:
    server.answer("/feed", rss(STORM))
    feeds = [Feed(server.url("/feed"), trusted=True)]
    fetch_feeds(feeds, tmp_path, wall=clock)
    clock.now += INTERVAL - 60
    (outcome,) = fetch_feeds(feeds, tmp_path, wall=clock)
    assert (outcome.kind, len(server.asked)) == ("early", 1)
    clock.now += 60
    fetch_feeds(feeds, tmp_path, wall=clock)
    assert len(server.asked) == 2


@pytest.mark.parametrize("stated", ["7200", "Sun, 09 Sep 2001 04:01:40 GMT"])
def test_a_server_that_wants_to_be_left_alone_is(
    server: Any, clock: Any, tmp_path: Path, stated: str
) -> None:
    feeds = [Feed(server.url("/feed"), trusted=True)]
    server.answer("/feed", status=429, Retry_After=stated)  # the clock stands at 01:46:40
    (outcome,) = fetch_feeds(feeds, tmp_path, wall=clock)
    assert outcome.kind == "failed"
    assert "429" in outcome.note
    clock.now += 7000 if stated.isdecimal() else 8000
    fetch_feeds(feeds, tmp_path, wall=clock)
    assert len(server.asked) == 1
    clock.now += 200
    fetch_feeds(feeds, tmp_path, wall=clock)
    assert len(server.asked) == 2


def test_a_server_that_names_the_end_of_time_is_told_of_as_it_is_obeyed(server: Any, fetch: Fetch) -> None:
    server.answer("/feed", status=503, Retry_After="9" * 14)
    assert "asked again in 168 h" in fetch().note


def test_a_feed_that_keeps_failing_is_asked_less_and_less_often(
    server: Any, clock: Any, tmp_path: Path
) -> None:
    feeds = [Feed(server.url("/feed"), trusted=True)]
    server.answer("/feed", status=500)
    times: list[float] = []
    for _ in range(400):
        asked = len(server.asked)
        fetch_feeds(feeds, tmp_path, wall=clock)
        if len(server.asked) > asked:
            times.append(clock.now)
        clock.now += INTERVAL
    pauses = [later - before for before, later in pairwise(times)]
    assert pauses[:4] == [INTERVAL, 2 * INTERVAL, 4 * INTERVAL, 8 * INTERVAL]
    assert max(pauses) == 96 * INTERVAL  # a day


def test_a_feed_that_is_gone_is_never_asked_again(server: Any, fetch: Fetch) -> None:
    server.answer("/feed", status=410)
    assert fetch().kind == "gone"
    assert fetch().kind == "gone"
    assert len(server.asked) == 1


def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(server: Any, fetch: Fetch) -> None:
    server.answer("/old", status=301, Location="/new")
    server.answer("/new", rss(STORM))
    outcome = fetch("/old", private=True)
    assert outcome.note == f"has moved for good: {server.url('/new')}"
    fetch("/old", private=True)
    assert [asked.path for asked in server.asked] == ["/old", "/new", "/new"]


def test_a_feed_that_moved_for_now_is_asked_at_its_old_address(server: Any, fetch: Fetch) -> None:
    server.answer("/old", status=302, Location="/new")
    server.answer("/new", rss(STORM))
    assert fetch("/old", private=True).note == ""
    fetch("/old", private=True)
    assert [asked.path for asked in server.asked] == ["/old", "/new", "/old", "/new"]


def test_a_feed_that_is_sent_round_in_circles_is_given_up(server: Any, fetch: Fetch) -> None:
    server.answer("/feed", status=302, Location="/feed")
    outcome = fetch(private=True)
    assert outcome.kind == "failed"
    assert "more than 5 times" in outcome.note


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/hostname",
        "ftp://lund.example/feed",
        "javascript:1",
        "http://[::bad/",
        "//[lund]/feed",
        "",
    ],
)
def test_a_redirect_leads_to_the_web_or_nowhere(server: Any, fetch: Fetch, location: str) -> None:
    server.answer("/feed", status=302, Location=location)
    assert fetch(private=True).kind == "failed"


def test_a_redirect_into_the_house_is_not_followed(server: Any, fetch: Fetch) -> None:
    server.answer("/feed", status=302, Location="/inside")
    server.answer("/inside", rss(STORM))
    outcome = fetch()
    assert outcome.kind == "failed"
    assert "within the house" in outcome.note
    assert [asked.path for asked in server.asked] == ["/feed"]


def test_a_feed_of_a_list_may_not_lead_into_the_house(server: Any, fetch: Fetch) -> None:
    server.answer("/feed", rss(STORM))
    assert fetch(trusted=False).kind == "failed"
    assert server.asked == []


def test_a_server_is_asked_for_one_feed_at_a_time(server: Any, clock: Any, tmp_path: Path) -> None:
    from threading import Lock

    one = Lock()

    def busy(_: Any) -> Any:
        assert one.acquire(blocking=False)
        one.release()
        return server.replies["/feed"]

    server.answer("/feed", rss(STORM))
    feeds = [Feed(server.url(f"/{number}"), trusted=True) for number in range(5)]
    for number in range(5):
        server.replies[f"/{number}"] = busy
    outcomes = fetch_feeds(feeds, tmp_path, wall=clock)
    assert [outcome.address for outcome in outcomes] == [feed.address for feed in feeds]
