"""All feeds, one after the other for each server: what is new becomes files, and servers' words are kept."""

import re
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Lock
from typing import Final, Literal

from wiredesk.errors import FetchError, StoreLockedError
from wiredesk.fetch.address import target_of
from wiredesk.fetch.client import Answer, Client
from wiredesk.fetch.items import items_of, store_items
from wiredesk.fetch.limits import HOSTS_AT_ONCE
from wiredesk.fetch.manners import LONGEST_ASKED_FOR, after
from wiredesk.fetch.memory import Known, Memory, load, place_of, save
from wiredesk.fetch.threads import in_threads
from wiredesk.store.lock import locked

Kind = Literal["new", "unchanged", "early", "gone", "failed", "unreached"]

_NOT_IN_NAMES: Final = re.compile(r"[^a-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to ask for.

    Attributes:
        address: As `checked_address` gives it.
        trusted: The user wrote the address, so it may lead into the house.
    """

    address: str
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one feed.

    Attributes:
        address: Of the feed.
        kind: new: it was fetched and had so many articles that were not there; unchanged: it had none;
            early: it was asked a short while ago, and is left in peace; gone: it is no more; failed: its
            server was there and gave nothing of use; unreached: there was no way to its server.
        new: How many articles were written.
        note: What a person should know, in words; "" for nothing.
    """

    address: str
    kind: Kind
    new: int = 0
    note: str = ""


def fetch_feeds(
    feeds: Sequence[Feed],
    folder: Path,
    *,
    private: bool = False,
    stop: Event | None = None,
    on_outcome: Callable[[Outcome], object] | None = None,
    wall: Callable[[], float] = time.time,
    clock: Callable[[], float] = time.monotonic,
) -> list[Outcome]:
    """Ask for feeds and store their articles as files that the reader of feeds takes.

    Each server is asked for one feed at a time. What servers said (ETag, Last-Modified, when to come again)
    is kept in a hidden folder in `folder`; a killed run loses nothing that is stored.

    Args:
        feeds: An address that is given twice is asked for once.
        folder: Where the articles are stored, in a folder for each server; made where it is missing.
        private: Redirects, and feeds that are not trusted, may lead into the house.
        stop: Set to stop: requests that are under way are not waited for.
        on_outcome: Called with each outcome as it comes, from any thread, one at a time.
        wall: Tells the seconds since 1970; only what is polite depends on it, never what is stored.
        clock: Tells the seconds that a request takes.

    Returns:
        An outcome for each feed that was looked at, in their order.

    Raises:
        FetchError: the folder cannot be written, or another process is fetching into it.
    """
    place = place_of(folder)
    with _alone(place, folder):
        run = _Run(
            folder, place, load(place), Client(private, wall, clock), stop or Event(), on_outcome, Lock()
        )
        servers: dict[str, list[Feed]] = {}
        for feed in {feed.address: feed for feed in feeds}.values():
            servers.setdefault(target_of(feed.address).host, []).append(feed)
        tasks = [partial(run.ask_all, mine) for mine in servers.values()]
        found = [outcome for part in in_threads(tasks, HOSTS_AT_ONCE, run.stop) for outcome in part]
    by_address = {outcome.address: outcome for outcome in found}
    return [by_address[feed.address] for feed in dict.fromkeys(feeds) if feed.address in by_address]


@contextmanager
def _alone(place: Path, folder: Path) -> Generator[None]:
    try:
        with locked(place):
            yield
    except StoreLockedError as error:
        raise FetchError(f"{folder}: another process is fetching into it; wait until it is done") from error


@dataclass(frozen=True, slots=True)
class _Run:
    """One round of requests."""

    folder: Path
    place: Path
    memory: Memory
    client: Client
    stop: Event
    on_outcome: Callable[[Outcome], object] | None
    turn: Lock

    def ask_all(self, feeds: Sequence[Feed]) -> list[Outcome]:
        """Ask one server for its feeds."""
        outcomes: list[Outcome] = []
        for feed in feeds:
            if self.stop.is_set():
                break
            outcome = self._ask(feed)
            outcomes.append(outcome)
            if self.on_outcome is not None:
                with self.turn:
                    self.on_outcome(outcome)
        return outcomes

    def _ask(self, feed: Feed) -> Outcome:
        known = self.memory.known(feed.address)
        if known.gone:
            return Outcome(feed.address, "gone", note="is gone for good, as its server said; leave it out")
        wait = known.not_before - self.client.wall()
        if wait > 0:
            return Outcome(feed.address, "early", note=f"is left in peace for {_minutes(wait)} more")
        try:
            answer = self.client.get(
                known.moved_to or feed.address,
                trusted=feed.trusted and known.moved_to is None,
                etag=known.etag,
                last_modified=known.last_modified,
            )
            outcome, known = self._taken(feed, known, answer)
        except FetchError as error:
            if error.reached:
                self._remember(feed, after(known, None, self.client.wall()))
            return Outcome(feed.address, "failed" if error.reached else "unreached", note=str(error))
        self._remember(feed, after(known, answer, self.client.wall()))
        return outcome

    def _taken(self, feed: Feed, known: Known, answer: Answer) -> tuple[Outcome, Known]:
        """What comes of an answer, and what is known of the feed from it."""
        address = feed.address
        moved = answer.moved_to if answer.moved_to != feed.address else None
        note = f"has moved for good: {moved}" if moved and moved != known.moved_to else ""
        if moved:
            known = known.model_copy(update={"moved_to": moved})
        if answer.status == 304:
            return Outcome(address, "unchanged", note=note), known
        if answer.status == 410:
            return Outcome(address, "gone", note="is gone for good, as its server says; leave it out"), known
        if answer.status != 200:
            return Outcome(address, "failed", note=_refused(answer)), known
        try:
            items = items_of(answer.data, answer.charset)
        except FetchError as error:
            raise FetchError(f"{address}: {error}") from error
        new = store_items(items, self.folder / _name_of(address), known.items)
        seen = {
            "etag": answer.etag,
            "last_modified": answer.last_modified,
            "items": tuple(item.name for item in items),
        }
        return Outcome(address, "new" if new else "unchanged", new, note), known.model_copy(update=seen)

    def _remember(self, feed: Feed, known: Known) -> None:
        with self.turn:
            self.memory.feeds[feed.address] = known
            save(self.place, self.memory)


def _name_of(address: str) -> str:
    """The folder of a server's articles: its name, in letters that every disk takes."""
    return _NOT_IN_NAMES.sub("-", target_of(address).host.lower()).strip("-.") or "feed"


def _refused(answer: Answer) -> str:
    wait = min(answer.retry_after or 0.0, LONGEST_ASKED_FOR)
    later = f"; it wants to be asked again in {_minutes(wait)}" if wait else ""
    return f"its server answers {answer.status}{later}"


def _minutes(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    return f"{minutes} min" if minutes < 120 else f"{round(minutes / 60)} h"
