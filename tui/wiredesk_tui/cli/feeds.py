"""The feeds that the user names: fetched once, or again and again."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import Final

from wiredesk.brief.wording import plural
from wiredesk.errors import ConfigError, FetchError
from wiredesk.fetch import Feed, Outcome, checked_address, fetch_feeds, read_opml
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.output import say

ROUND: Final = 300.0
"""Seconds between two rounds of requests while watching; each feed has its own, longer pauses."""
OFFLINE: Final = "offline: no feed could be reached; what is stored stays as it is"


def fetched(given: Sequence[str], folder: Path, *, private: bool) -> Exit:
    """Fetch feeds once, tell what became of them, and say whether anything could be fetched at all.

    Args:
        given: Addresses and OPML files.
        folder: For the articles.
        private: Redirects, and feeds of OPML files, may lead into the house.

    Raises:
        ConfigError: an address or a file makes no sense.
        FetchError: the folder cannot be written.
    """
    return told(fetch_feeds(feeds_of(given), folder, private=private, on_outcome=_say_outcome))


def feeds_of(given: Sequence[str]) -> list[Feed]:
    """The feeds that addresses and OPML files name; what is no feed in a file is told and left out.

    Raises:
        ConfigError: an address or a file makes no sense.
    """
    feeds: list[Feed] = []
    for one in given:
        try:
            if "://" in one or not Path(one).exists():
                feeds.append(Feed(checked_address(one), trusted=True))
                continue
            listed = read_opml(Path(one).read_bytes())
        except FetchError as error:
            raise ConfigError(str(error) if "://" in one else f"{one}: {error}") from error
        except OSError as error:
            raise ConfigError(f"{one}: cannot be read ({error.strerror}); name another list") from error
        for reason in listed.refused:
            say(f"{one}: {reason}")
        feeds += [Feed(address) for address in listed.addresses]
    return feeds


def told(outcomes: Sequence[Outcome]) -> Exit:
    """Tell how it went in one line; the exit code says whether anything could be fetched at all."""
    count = {kind: sum(one.kind == kind for one in outcomes) for kind in ("failed", "gone", "unreached")}
    tried = [one for one in outcomes if one.kind != "early"]
    useless = sum(count.values())
    if count["unreached"] and count["unreached"] == len(tried):
        say(OFFLINE)
    else:
        new = sum(one.new for one in outcomes)
        parts = [plural(len(outcomes), "feed"), plural(new, "new article") if new else "nothing new"]
        parts += [f"{number:,} {kind}" for kind, number in count.items() if number]
        say(", ".join(parts))
    return Exit.NOTHING if outcomes and useless == len(outcomes) else Exit.DONE


def keep_fetching(
    feeds: Sequence[Feed],
    folder: Path,
    stop: Event,
    on_told: Callable[[str], object],
) -> None:
    """Fetch feeds again and again until stopped; only news is told.

    Args:
        feeds: Each is asked no more often than is polite.
        folder: For the articles.
        stop: Set to stop.
        on_told: Called with what a person should know.
    """
    before: dict[str, str] = {}
    while not stop.is_set():
        try:
            outcomes = fetch_feeds(feeds, folder, stop=stop)
        except FetchError as error:
            outcomes = []
            on_told(str(error))
        tried = [one for one in outcomes if one.kind != "early"]
        if tried and all(one.kind == "unreached" for one in tried):
            tried = [Outcome("feeds", "unreached", note=OFFLINE)]
        elif tried:
            before.pop("feeds", None)
        for outcome in tried:
            if outcome.note and before.get(outcome.address) != outcome.note:
                before[outcome.address] = outcome.note
                on_told(in_words(outcome))
        stop.wait(ROUND)


def in_words(outcome: Outcome) -> str:
    """What became of a feed."""
    said = plural(outcome.new, "new article") if outcome.new else ""
    note = outcome.note.removeprefix(f"{outcome.address}: ")
    return f"{outcome.address}: {'; '.join(filter(None, (said, note)))}"


def _say_outcome(outcome: Outcome) -> None:
    if outcome.new or (outcome.note and outcome.kind not in ("early", "unreached")):
        say(in_words(outcome))
