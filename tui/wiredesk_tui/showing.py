"""What the desk shows: it hears what threads report, and hands it down to the panes and the reader."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from threading import Event

from textual import on
from textual.reactive import var
from textual.screen import Screen

from wiredesk.query import Query
from wiredesk.store import EMPTY_INDEX, Index
from wiredesk_tui import watching, work
from wiredesk_tui.bars import StatusBar, Told
from wiredesk_tui.body import Body
from wiredesk_tui.contents import ActorContent, Content, PaneName
from wiredesk_tui.flow import Flow
from wiredesk_tui.job import Job, Progress
from wiredesk_tui.layout import Desk
from wiredesk_tui.look import PLAIN_LOOK, Look
from wiredesk_tui.page import carried_place
from wiredesk_tui.prompt import Prompt
from wiredesk_tui.reader import Reader
from wiredesk_tui.row_list import RowList
from wiredesk_tui.wishes import Arrived


class ShowingScreen(Screen[None]):
    """Holds the index, the query and what has been made of them. What is wished for is heard by the desk."""

    index: var[Index] = var(EMPTY_INDEX, always_update=True)
    asked: var[Query] = var(Query())
    look: var[Look] = var(PLAIN_LOOK)
    follows: var[bool] = var(False)
    counts: var[tuple[int, int] | None] = var[tuple[int, int] | None](None)
    told: var[Told] = var(Told())
    progress: var[Progress | None] = var[Progress | None](None)
    hints: var[tuple[str, ...]] = var(())
    pane: var[PaneName] = var[PaneName]("brief")

    brief: var[Content | None] = var[Content | None](None, always_update=True)
    articles: var[Content | None] = var[Content | None](None, always_update=True)
    actors: var[Content | None] = var[Content | None](None, always_update=True)
    timeline: var[Content | None] = var[Content | None](None, always_update=True)
    figures: var[Content | None] = var[Content | None](None, always_update=True)
    search: var[Content | None] = var[Content | None](None, always_update=True)
    refused: var[Content | None] = var[Content | None](None, always_update=True)
    actor: var[ActorContent | None] = var[ActorContent | None](None, always_update=True)

    def __init__(self, job: Job, look: Look, pane: PaneName) -> None:
        super().__init__()
        self.job = job
        self._cancel, self._seen = Event(), Event()
        self._arrived_with: str | None = None
        self._trouble: str | None = None
        self.flow = Flow(self.in_thread, self.post_message)
        self.set_reactive(ShowingScreen.look, look)
        self.set_reactive(ShowingScreen.pane, pane)

    @property
    def body(self) -> Body:
        """The panes and the reader."""
        return self.query_one(Body)

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.body.reader

    @property
    def current(self) -> RowList:
        """The list of the pane that was asked for last."""
        return self.body.current

    @property
    def desk(self) -> Desk:
        """What decides which parts are seen."""
        return self.body.desk

    def tell(self, text: str, *, error: bool = False) -> None:
        """Tell the reader something, in the status line or, where it is too long, over it."""
        told = Told(text, error)
        if text and error and told != self.told and not self.query_one(StatusBar).room_for(text):
            self.show_notice("Not done" if error else "", text)
        self.told = told

    def show_notice(self, title: str, text: str) -> None:
        """Show a text of several lines until a key is pressed."""
        from wiredesk_tui.pages import Notice  # a start waits for none

        self.app.push_screen(Notice(title, text, self.look, self.size.width))

    # -------------------------------------------------------------- what is made in threads
    def in_thread(self, task: Callable[[], None]) -> None:
        """Run what takes long beside the screen; what cannot be done is told, and the desk goes on."""
        attempt = partial(work.attempt, task, self.post_message)
        self.run_worker(
            attempt, thread=True, description="beside the screen"
        )  # else all it holds is put in words

    def stop(self) -> None:
        """Stop indexing."""
        self._cancel.set()
        self._seen.set()

    def _arrive(self, generation: str) -> None:
        """Tell that there is something to see."""
        if generation != self._arrived_with:
            self._arrived_with = generation
            self._seen.set()
            self.post_message(Arrived(generation))

    @on(work.Progressed)
    def _progressed(self, event: work.Progressed) -> None:
        self.progress = event.progress
        if self.index is EMPTY_INDEX:
            self.counts = None

    @on(work.Failed)
    def _failed(self, event: work.Failed) -> None:
        self.progress = None
        self.flow.give_up()
        if self.index is EMPTY_INDEX:
            self.counts = (0, 0)  # there is nothing to wait for
        self.tell(event.text, error=True)
        self._arrive("")

    @on(work.Unstored)
    def _unstored(self) -> None:
        self._arrive("")

    @on(work.Indexed)
    def _indexed(self, event: work.Indexed) -> None:
        if event.last:
            self.progress = None
        if self.flow.take_index(event.index, last=event.last):
            self.index = event.index
            self.show_panes()

    @on(watching.Updated)
    def _updated(self, event: watching.Updated) -> None:
        """Go on with what has come in, and leave everything where it is."""
        self.body.hold()
        self._indexed(work.Indexed(event.index, last=event.last))
        if event.note and not self.told.error:
            self.tell(event.note)

    @on(watching.Idle)
    def _idle(self) -> None:
        self.progress = None

    @on(work.Selected)
    def _selected(self, event: work.Selected) -> None:
        if not self.flow.selected(event):
            return
        if event.selection.query != self.asked:
            last = self.asked.clauses[-1].text
            self.asked = event.selection.query
            self.tell(f"no article has just '{last}': here is what begins with it")
        self.counts = (event.selection.height, self.flow.index.height("articles"))
        self._tell_trouble(event.selection.trouble)
        if self.reader.page is not None:
            self.flow.find_page(self.reader.page.article_id, self.reader.place, focus=False)
        if self.actor is not None:
            self.flow.find_actor(self.actor.actor["actor_id"])

    @on(work.Computed)
    def _computed(self, event: work.Computed) -> None:
        if self.flow.computed(event):
            setattr(self, event.pane, event.content)
            self._tell_trouble(event.content.selection.trouble)
            self.body.fill()
            if self.flow.index is not EMPTY_INDEX and not self.flow.busy:
                self._arrive(self.flow.index.generation)

    @on(work.PageFound)
    def _page_found(self, event: work.PageFound) -> None:
        if not self.flow.page_found(event):
            return
        if event.page is None:
            self.tell("this article is no longer in the pile")
            return
        place, shown = event.place, self.reader.page
        if place is not None and shown is not None and not event.focus and place == self.reader.place:
            place = carried_place(shown, event.page, place)
        self.reader.page = event.page
        if event.focus or place != self.reader.place:
            self.reader.place = place
        part = "reader" if event.focus else self.desk.part
        self.body.lay_out(replace(self.desk, reading=True, part=part), focus=event.focus)

    @on(work.ActorFound)
    def _actor_found(self, event: work.ActorFound) -> None:
        if self.flow.actor_found(event):
            self.actor = event.content

    @on(work.Explained)
    def _explained(self, event: work.Explained) -> None:
        if self.flow.actor_found(event):
            self.show_notice("Why here", event.text)

    def _tell_trouble(self, trouble: str | None) -> None:
        """Say once that the full-text index failed, on a clean screen: its library may have written there."""
        if trouble is not None and trouble != self._trouble:
            self._trouble = trouble
            self.call_later(self.run_action, "app.redraw")
            self.tell(trouble, error=not self.query_one(Prompt).typing)  # a notice takes a key

    def show_panes(self) -> None:
        """Have made what the panes on the screen show, as soon as there is an index."""
        if self.index is not EMPTY_INDEX:
            self.flow.want(self.desk.panes)

    def ask(self, query: Query, begun: Query | None = None) -> None:
        """Narrow everything to another query; where it leaves nothing, to what it is the beginning of."""
        if query != self.asked:
            self.flow.ask(query, begun)
            self.body.expect()
            self.asked, self.actor, self.told = query, None, Told()  # what was told was told of another query
            self.show_panes()

    def show_otherwise(self, **options: object) -> None:
        """Show the same otherwise."""
        self.flow.look(**options)
        self.show_panes()
