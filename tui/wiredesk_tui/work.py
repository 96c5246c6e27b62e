"""What the screen has done in threads, and the messages by which the results come back."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl
from textual.message import Message

from wiredesk.errors import WiredeskError
from wiredesk.query import Address, Begun, Query, Selection, select, why_texts
from wiredesk.store import Index
from wiredesk_tui.contents import ActorContent, Content, Options, PaneName
from wiredesk_tui.front import shown
from wiredesk_tui.job import Progress
from wiredesk_tui.making import actor_content
from wiredesk_tui.page import Page, make_page

Post = Callable[[Message], object]
Stopped = Callable[[], bool]


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


def attempt(task: Callable[[], None], post: Post) -> None:
    """Do something, and tell where it could not be done: a damaged table ends a look, not the program."""
    try:
        task()
    except WiredeskError as error:
        post(Failed(str(error)))


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
