"""What the screen has done in threads, and the messages by which the results come back."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import Final

import polars as pl
from textual.message import Message

from wiredesk.errors import StoreLockedError, WiredeskError
from wiredesk.query import Address, Begun, Query, Selection, select, why_texts
from wiredesk.store import Index
from wiredesk_tui.contents import ActorContent, Content, Options, PaneName
from wiredesk_tui.front import shown
from wiredesk_tui.job import Job, Progress, Watch
from wiredesk_tui.making import actor_content
from wiredesk_tui.page import Page, make_page
from wiredesk_tui.watching import keep

UNSHOWN: Final = 5.0
"""Seconds after which an index is brought up to date even if the stored one is not shown yet."""

Post = Callable[[Message], object]
Stopped = Callable[[], bool]

SCREENFUL: Final = 20
"""Articles below which the beginning of an index is not shown: so few are all there within seconds."""
PATIENCE: Final = 8
"""Reports of progress for one state of an index that has not doubled: about as many bytes as a pane takes."""


@dataclass
class Indexed(Message):
    """There is an index to show: the stored one, one that is growing, or the last."""

    index: Index
    last: bool = False


@dataclass
class Unstored(Message):
    """There is no stored index: the first one may take long."""


@dataclass
class Progressed(Message):
    """Indexing has come further."""

    progress: Progress


@dataclass
class Failed(Message):
    """Something could not be done; the text says what and what to do."""

    text: str


@dataclass
class Selected(Message):
    """A query was applied."""

    request: int
    selection: Selection


@dataclass
class Computed(Message):
    """What a pane shows has been made."""

    request: int
    pane: PaneName
    content: Content


@dataclass
class ActorFound(Message):
    """What is known of an actor has been gathered."""

    serial: int
    content: ActorContent | None


@dataclass
class Explained(Message):
    """Why an article stands where it does."""

    serial: int
    text: str


@dataclass
class PageFound(Message):
    """An article is ready to be read.

    Attributes:
        request: Its number.
        page: The article; None where the index no longer holds it.
        place: What to show of it; None is its beginning.
        focus: The reader should have the keys.
    """

    request: int
    page: Page | None
    place: Address | None
    focus: bool


@dataclass
class Growth:
    """Which states of a growing index are shown: each means that a whole pane is painted anew.

    Attributes:
        articles: How many the state has that was shown last.
        at: When that was, in seconds.
    """

    articles: int = 0
    at: float = 0.0

    def worth(self, articles: int, now: float, between: float) -> bool:
        """Whether to show a state, which is noted as done.

        Args:
            articles: How many it has.
            now: Seconds of a clock that only goes forward.
            between: Seconds between two reports of progress, as the line wants.
        """
        if articles < SCREENFUL or (articles < 2 * self.articles and now - self.at < PATIENCE * between):
            return False
        self.articles, self.at = articles, now
        return True


def attempt(task: Callable[[], None], post: Post) -> None:
    """Do something, and tell where it could not be done: a damaged table ends a look, not the program."""
    try:
        task()
    except WiredeskError as error:
        post(Failed(str(error)))


def load(job: Job, post: Post, cancel: Event, shown: Event, between: Callable[[], float]) -> None:
    """Open the stored index, then bring it up to date, handing on whatever can be shown.

    It is brought up to date once it is shown: what finds facts takes long to be loaded.

    Args:
        job: What to open.
        post: Hands a message to the screen.
        cancel: Set to stop.
        shown: Set when the stored index is shown.
        between: Gives the seconds between two reports of progress: it hangs on the line, and may change.
    """
    told, phase = 0.0, ""
    showing = Growth()

    def on_progress(progress: Progress) -> None:
        nonlocal told, phase
        now = monotonic()
        if progress.phase != phase or progress.done == progress.total or now - told >= between():
            told, phase = now, progress.phase
            post(Progressed(progress))

    def on_partial(partial: Index) -> None:
        if showing.worth(partial.articles.height, monotonic(), between()):
            post(Indexed(partial))

    try:
        stored = job.open()
        post(Indexed(stored) if stored is not None else Unstored())
        if stored is not None:
            shown.wait(UNSHOWN)
    except WiredeskError as error:
        post(Failed(str(error)))
    if cancel.is_set():
        return

    def arrived(index: Index) -> None:
        if not cancel.is_set():
            post(Indexed(index, last=True))

    try:
        watch = job.watch or _built(job, lambda: arrived(job.build(on_progress, on_partial, cancel)))
        if watch is not None:
            keep(watch, arrived, post, on_progress, on_partial, cancel)
    except WiredeskError as error:
        if not cancel.is_set():
            post(Failed(str(error)))


def _built(job: Job, build: Callable[[], None]) -> Watch | None:
    """Build; where somebody else is at it just now, give what shows what comes of that."""
    try:
        build()
    except StoreLockedError:
        if job.join is None:
            raise
        return job.join
    return None


def compute(
    request: int,
    index: Index,
    query: Query,
    begun: Query | None,
    known: Selection | None,
    options: Options,
    panes: tuple[PaneName, ...],
    post: Post,
    stopped: Stopped,
) -> None:
    """Apply a query and make what the panes show, one after the other, until stopped.

    A query that selects nothing gives way to the one it is the beginning of, if that selects something: the
    reader has seen its results while typing.
    """
    selection = known
    if selection is None:
        selection = select(index, query)
        if begun is not None and not selection.height and (longer := select(index, begun)).height:
            selection = longer
        _ = selection.emptied_by  # here rather than in the thread that draws
        post(Selected(request, selection))
    made: list[Content] = []
    for pane in panes:
        if stopped():
            return
        made.append(shown(pane, index, selection, options))
        post(Computed(request, pane, made[-1]))
    for one in made:  # what was kept from an earlier start is good for a screen: be ready for the next
        if stopped():
            return
        if isinstance(one.listing, Begun):
            one.listing.show(one.listing.rows.head(1))


def find_actor(serial: int, index: Index, selection: Selection, actor_id: int, post: Post) -> None:
    """Gather what is known of an actor."""
    post(ActorFound(serial, actor_content(index, selection, actor_id)))


def explain(serial: int, index: Index, selection: Selection, article_id: int, post: Post) -> None:
    """Gather why an article stands where it does."""
    why = why_texts(index, selection, pl.Series([article_id], dtype=pl.Int64))
    post(Explained(serial, why["why"].item() if why.height else "nothing tells it from the others"))


def find_page(
    request: int,
    index: Index,
    selection: Selection,
    article_id: int,
    place: Address | None,
    focus: bool,
    post: Post,
) -> None:
    """Look an article up and mark it."""
    post(PageFound(request, make_page(index, selection, article_id), place, focus))
