"""Saved searches on the screen: the page that lists them, and what is done with them in threads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

import polars as pl
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen

from wiredesk.brief.wording import plural
from wiredesk.desk import Desk
from wiredesk.errors import DeskError
from wiredesk.query import searches_view
from wiredesk.store import Index
from wiredesk_tui.bindings import bindings
from wiredesk_tui.cells import Column, Line, Span, fit, table_line
from wiredesk_tui.heads import head_line
from wiredesk_tui.look import Look
from wiredesk_tui.row_list import RowList
from wiredesk_tui.rows import FrameRows, Row
from wiredesk_tui.wishes import Say

COLUMNS: Final = (
    Column("new", 5, 8, right=True),
    Column("articles", 8, 9, right=True, drop=1),
    Column("name", 12, 30),
    Column("query", 20, drop=2),
)
Post = Callable[[Message], object]


@dataclass
class Counted(Message):
    """The saved searches were counted; schema `wiredesk.query.searches.SEARCHES`."""

    view: pl.DataFrame


@dataclass
class Marked(Message):
    """Articles were marked as seen; `seen` is all that was."""

    seen: pl.Series | None


@dataclass(frozen=True, slots=True)
class Picked:
    """What the reader wants done with a saved search."""

    what: Literal["open", "rename", "remove"]
    name: str
    query: str


def save(desk: Desk, name: str, query: str, post: Post) -> None:
    """Save a query under a name."""
    _told(lambda: desk.save(name, query), f"saved as '{' '.join(name.split())}'", post)


def rename(desk: Desk, name: str, to: str, post: Post) -> None:
    """Give a saved search another name."""
    _told(lambda: desk.rename(name, to), f"'{name}' is '{' '.join(to.split())}' now", post)


def remove(desk: Desk, name: str, query: str, post: Post) -> None:
    """Remove a saved search, and say what it was, so that it can be saved again."""
    _told(lambda: desk.remove(name), f"'{name}' is removed; it was: {query}", post)


def count(desk: Desk, index: Index, post: Post) -> None:
    """Count what the saved searches find."""
    try:
        post(Counted(searches_view(index, desk.searches())))
    except DeskError as error:
        post(Say(str(error), error=True))


def mark_seen(desk: Desk, index: Index, selected: pl.DataFrame, post: Post) -> None:
    """Mark articles as seen.

    Args:
        desk: The reader's.
        index: The articles.
        selected: Has the column article_id.
        post: Hands a message to the screen.
    """
    articles = index.articles.join(selected, on="article_id", how="semi")
    try:
        desk.mark_seen(articles)
        post(Marked(desk.seen()))
    except DeskError as error:
        post(Say(str(error), error=True))
    else:
        post(Say(f"{plural(articles.height, 'article')} marked as seen; is:new finds the others"))


def _told(do: Callable[[], None], done: str, post: Post) -> None:
    try:
        do()
    except DeskError as error:
        post(Say(str(error), error=True))
    else:
        post(Say(done))


class SearchList(RowList):
    """The saved searches."""

    @dataclass
    class Opened(Message):
        """The reader picked one."""

        row: Row

    def head_lines(self, width: int) -> list[Line]:
        """What this is, and the columns' names."""
        names = [Span(column.name, "muted") for column in COLUMNS]
        keys = ["Enter opens", "n renames", "x removes", "Esc: back"]
        return [
            head_line(self.place, "Saved searches", keys, width),
            [Span("  "), *table_line(COLUMNS, fit(COLUMNS, width - 2), names)],
        ]

    def row_line(self, row: Row, width: int) -> Line:
        """How much is new, how much there is, the name and the query, or what is wrong with it."""
        broken = row["error"] is not None
        cells = (
            Span("?" if broken else f"{row['new']:,}", "bar" if row["new"] else "muted"),
            Span("?" if broken else f"{row['articles']:,}", "muted"),
            Span(row["name"], "title"),
            Span(
                f"{row['query']}  {row['error']}" if broken else row["query"], "error" if broken else "muted"
            ),
        )
        return table_line(COLUMNS, fit(COLUMNS, width), cells, self.look.glyphs.ellipsis)

    def opened(self, row: Row) -> Message:
        """This one."""
        return self.Opened(row)


class SearchesPage(Screen[Picked | None]):
    """The saved searches of the pile, over the desk."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("searches")
    CSS = "SearchList { height: 1fr; }"

    look: var[Look] = var(Look())

    def __init__(self, view: pl.DataFrame, look: Look) -> None:
        super().__init__()
        self._view = view
        self.set_reactive(SearchesPage.look, look)

    def compose(self) -> ComposeResult:
        """The list."""
        yield SearchList().data_bind(SearchesPage.look)

    def on_mount(self) -> None:
        """Show all, those with something new as any other, by name."""
        shown = self.query_one(SearchList)
        shown.empty = "no search is saved: S saves the query"
        shown.rows = FrameRows(self._view, ["name"])
        self.set_focus(shown)

    def on_search_list_opened(self, event: SearchList.Opened) -> None:
        """Go to what it finds."""
        self._pick("open", event.row)

    def action_rename_search(self) -> None:
        """Give the row's search another name."""
        self._pick("rename", self.query_one(SearchList).row)

    def action_remove_search(self) -> None:
        """Remove the row's search."""
        self._pick("remove", self.query_one(SearchList).row)

    def action_close_page(self) -> None:
        """Back."""
        self.dismiss(None)

    def _pick(self, what: Literal["open", "rename", "remove"], row: Row | None) -> None:
        if row is not None:
            self.dismiss(Picked(what, row["name"], row["query"]))
