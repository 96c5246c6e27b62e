"""The middle of the screen: the panes and the reader, laid out for the size of the terminal."""

from dataclasses import replace
from typing import ClassVar, Final, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.events import DescendantFocus
from textual.message import Message
from textual.reactive import var
from textual.timer import Timer

from wiredesk_tui.bindings import bindings
from wiredesk_tui.contents import PANES, ActorContent, Content, PaneName
from wiredesk_tui.layout import ON_THE_RIGHT, Desk
from wiredesk_tui.look import PLAIN_LOOK, Look
from wiredesk_tui.marks import MARK_KINDS
from wiredesk_tui.panes import (
    ActorsPane,
    ArticlesPane,
    BriefPane,
    FiguresPane,
    RefusedPane,
    SearchPane,
    TimelinePane,
)
from wiredesk_tui.reader import Reader
from wiredesk_tui.row_list import RowList
from wiredesk_tui.wishes import Open, OpenArticle, Say

FACTS: Final = MARK_KINDS - {"hit"}
PANE_OF: Final[dict[str, PaneName]] = {name: name for name in PANES}


class Body(Container):
    """Shows the panes that the desk has room for. What they show comes down from the screen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("desk")

    look: var[Look] = var(PLAIN_LOOK)
    follows: var[bool] = var(False)
    """In a wide window the reader shows what is behind the row under the cursor, without being asked."""
    brief: var[Content | None] = var[Content | None](None, always_update=True)
    articles: var[Content | None] = var[Content | None](None, always_update=True)
    actors: var[Content | None] = var[Content | None](None, always_update=True)
    timeline: var[Content | None] = var[Content | None](None, always_update=True)
    figures: var[Content | None] = var[Content | None](None, always_update=True)
    search: var[Content | None] = var[Content | None](None, always_update=True)
    refused: var[Content | None] = var[Content | None](None, always_update=True)
    actor: var[ActorContent | None] = var[ActorContent | None](None, always_update=True)

    class Arranged(Message):
        """Other parts are on the screen, or another part has the keys."""

    def __init__(self, desk: Desk, *, pause: float, id: str | None = None) -> None:
        """Make the middle of the screen.

        Args:
            desk: What decides which parts are seen.
            pause: Seconds for which the cursor rests on a row before the reader shows what is behind it.
            id: Of the widget.
        """
        super().__init__(id=id)
        self.desk = desk
        self._pause = pause
        self._resting: Timer | None = None
        self._lacking = False

    def compose(self) -> ComposeResult:
        """Lists on the left, the reader, actors and timeline on the right."""
        me, look = Body, Body.look
        with Container(id="left"):
            yield BriefPane(id="brief").data_bind(look, content=me.brief)
            yield ArticlesPane(id="articles").data_bind(look, content=me.articles)
            yield FiguresPane(id="figures").data_bind(look, content=me.figures)
            yield SearchPane(id="search").data_bind(look, content=me.search)
            yield RefusedPane(id="refused").data_bind(look, content=me.refused)
        yield Reader(id="reader").data_bind(look)
        with Container(id="right"):
            yield ActorsPane(id="actors").data_bind(look, me.actor, content=me.actors)
            yield TimelinePane(id="timeline").data_bind(look, content=me.timeline)

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.query_one(Reader)

    @property
    def timeline_pane(self) -> TimelinePane:
        """The timeline, which has actions of its own."""
        return self.query_one(TimelinePane)

    @property
    def hits(self) -> RowList:
        """The list of sentences that match: after a search has been typed, it has the keys."""
        return self.query_one(SearchPane).hits

    @property
    def current(self) -> RowList:
        """The list of the pane that was asked for last."""
        found = self.query_one(f"#{self.desk.pane}")
        if isinstance(found, SearchPane):
            inner = self.screen.focused
            return inner if isinstance(inner, RowList) and inner.parent is found else found.first
        return cast("RowList", found)

    def lay_out(self, desk: Desk, *, focus: bool = False) -> None:
        """Show the parts that a desk has; with `focus`, give the keys to the one that should have them."""
        self.desk = desk
        for name in PANES:
            self.query_one(f"#{name}").display = name in desk.panes
        self.query_one("#left").display = any(name not in ON_THE_RIGHT for name in desk.panes)
        self.query_one("#right").display = any(name in ON_THE_RIGHT for name in desk.panes)
        self.reader.display = desk.reader
        self.set_class(desk.wide and not desk.alone, "wide")
        self.set_class(desk.alone, "alone")
        if focus or self.screen.focused is None:
            self.give_keys()
        self.post_message(self.Arranged())

    def hold(self) -> None:
        """Let all lists keep their places when other rows come."""
        for found in self.query(RowList):
            found.hold()

    def give_keys(self) -> None:
        """Give the keys to the reader or the list, whichever should have them."""
        reads = self.desk.part == "reader" and self.reader.display
        self.screen.set_focus(self.reader if reads else self.current)

    @property
    def wish(self) -> Message | None:
        """What Enter on the current row would wish for."""
        row = self.current.row
        return self.current.opened(row) if row is not None else None

    def go_back(self) -> bool:
        """One step back to the whole desk or to its lists; False where that is where the reader is."""
        if self.desk.full:
            self.action_full()
        elif self.desk.part == "reader":
            self.lay_out(replace(self.desk, part="list"), focus=True)
        elif self.desk.reading and self.desk.reader and not self.desk.wide:
            self.reader.page = None
            self.lay_out(replace(self.desk, reading=False))
        else:
            return False
        return True

    # -------------------------------------------------------------- reading along
    @on(RowList.Moved)
    def follow(self) -> None:
        """Show what is behind the row under the cursor, as soon as it rests there."""
        self._forget()
        if not (self.follows and self.desk.wide and not self.desk.alone):
            return
        if self._pause:
            self._resting = self.set_timer(self._pause, self._show_row)
        else:
            self._show_row()

    @on(Open)
    @on(OpenArticle)
    def _forget(self) -> None:
        """Something was opened: what the cursor rested on before is not wanted any more."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = None

    def expect(self) -> None:
        """What is behind the first row that comes is to be shown: another query was asked."""
        self._lacking = True

    def fill(self) -> None:
        """Rows have come: show what is behind the one under the cursor, if that is lacking."""
        if self._lacking:
            self.follow()

    def _show_row(self) -> None:
        self._resting = None
        wish = self.wish if self.desk.part == "list" else None
        if isinstance(wish, Open | OpenArticle):
            self._lacking = False
            wish.focus = False
            self.post_message(wish)

    # -------------------------------------------------------------- keys
    def action_pane(self, name: PaneName) -> None:
        """Show a pane and give it the keys."""
        self.lay_out(self.desk.turned_to(name), focus=True)
        if self.reader.page is None:
            self.expect()
            self.fill()

    def action_agreement(self) -> None:
        """Say that it is not there."""
        self.post_message(Say("6 Agreement (between sources) is not in this version"))

    def action_fact(self, step: int) -> None:
        """In the reader the next fact; in a list the next row, opened while the list keeps the keys."""
        if self.desk.part == "reader":
            self.reader.next_mark(step, FACTS)
            return
        self.current.move_to(self.current.cursor + step, step)
        wish = self.wish
        if isinstance(wish, Open | OpenArticle):
            wish.focus = self.desk.alone
            self.post_message(wish)

    def action_hit(self, step: int) -> None:
        """The next hit in the reader."""
        self.reader.next_mark(step, frozenset({"hit"}))

    def action_full(self) -> None:
        """Give the part with the keys the whole screen, or take it back."""
        self.lay_out(replace(self.desk, full=not self.desk.full), focus=True)

    def action_part(self, step: int) -> None:
        """Give the next part of the screen the keys."""
        if step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the keys to another part; not to one that they have left again meanwhile."""
        now = self.screen.focused
        if event.widget is not now:
            return
        if isinstance(now, Reader):
            self.desk = replace(self.desk, part="reader")
        elif isinstance(now, RowList):
            self.desk = self.desk.turned_to(PANE_OF.get(now.id or "", "search"))
        self.post_message(self.Arranged())
