"""The desk: it holds the query and what the panes show, and hears their wishes."""

from dataclasses import replace
from functools import partial
from threading import Event
from typing import ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.events import DescendantFocus
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen

from wiredesk.brief.wording import plural
from wiredesk.errors import QueryError
from wiredesk.query import ZOOMS, Address, Query, Selection, select
from wiredesk.store import EMPTY_INDEX, Index
from wiredesk_tui import wishes
from wiredesk_tui import work as threads
from wiredesk_tui.actions import NAMED, action_named, citation, context_of, hints_for, place_of
from wiredesk_tui.bars import StatusBar, Told, TopBar
from wiredesk_tui.bindings import bindings
from wiredesk_tui.contents import PANES, SORTS, ActorContent, Content, Options, PaneName, TimelineContent
from wiredesk_tui.job import Job, Progress
from wiredesk_tui.layout import ON_THE_RIGHT, Desk
from wiredesk_tui.look import PLAIN_LOOK, Look
from wiredesk_tui.pages import HelpPage, Notice, help_rows
from wiredesk_tui.panes import (
    ActorsPane,
    ArticlesPane,
    BriefPane,
    FiguresPane,
    RefusedPane,
    SearchPane,
    TimelinePane,
)
from wiredesk_tui.prompt import Prompt
from wiredesk_tui.reader import MARK_KINDS, Reader
from wiredesk_tui.rows import RowList

NOTHING: Final = select(EMPTY_INDEX, Query())
FACTS: Final = MARK_KINDS - {"hit"}
PANE_OF: Final[dict[str, PaneName]] = {name: name for name in PANES}
CLIPBOARD: Final = 8_000
"""Characters sent to the terminal's clipboard at most: some terminals drop longer ones, some hang."""


class DeskScreen(Screen[None]):
    """All panes over one index, narrowed by one query."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("everywhere")

    index: var[Index] = var(EMPTY_INDEX, always_update=True)
    asked: var[Query] = var(Query())
    options: var[Options] = var(Options())
    desk: var[Desk] = var(Desk(80, 24))
    look: var[Look] = var(PLAIN_LOOK)
    counts: var[tuple[int, int]] = var((0, 0))
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

    def __init__(self, job: Job, look: Look, keymap: dict[str, str], pane: PaneName, *, pause: float) -> None:
        super().__init__()
        self._job, self._keymap, self._pause = job, keymap, pause
        self._cancel = Event()
        self._selection = NOTHING
        self._serial = 0
        self._request = 0
        self._page_request = 0
        self._selected = -1
        self._fresh: dict[PaneName, int] = {}
        self._before_typing: tuple[Query, Desk] | None = None
        self.set_reactive(DeskScreen.look, look)
        self.set_reactive(DeskScreen.pane, pane)
        left: PaneName = "brief" if pane in ON_THE_RIGHT else pane
        self.set_reactive(DeskScreen.desk, Desk(80, 24, pane, left))

    # -------------------------------------------------------------- parts
    def compose(self) -> ComposeResult:
        """Names on top, the query, the panes and the reader, the status line."""
        me, look = DeskScreen, DeskScreen.look
        top = TopBar(id="top").data_bind(me.look, me.pane)
        top.title = self._job.title
        yield top
        yield Prompt(NAMED, pause=self._pause, id="prompt").data_bind(me.look, me.counts, me.asked)
        with Container(id="body"):
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
        yield StatusBar(id="status").data_bind(look, me.index, me.told, me.progress, me.hints)

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.query_one(Reader)

    @property
    def current(self) -> RowList:
        """The list of the pane that was asked for last."""
        found = self.query_one(f"#{self.desk.pane}")
        if isinstance(found, SearchPane):
            inner = self.focused
            return inner if isinstance(inner, RowList) and inner.parent is found else found.first
        return cast("RowList", found)

    def on_mount(self) -> None:
        """Begin."""
        self._lay_out(replace(self.desk, width=self.size.width, height=self.size.height))
        self.current.focus()
        self._load()

    def on_resize(self) -> None:
        """Lay the parts out for another size."""
        self._lay_out(replace(self.desk, width=self.size.width, height=self.size.height))

    def _lay_out(self, desk: Desk, *, focus: bool = False) -> None:
        """Show the parts that the desk has, make what they show, and give one of them the keys."""
        self.desk, self.pane = desk, desk.pane
        for name in PANES:
            self.query_one(f"#{name}").display = name in desk.panes
        self.query_one("#left").display = any(name not in ON_THE_RIGHT for name in desk.panes)
        self.query_one("#right").display = any(name in ON_THE_RIGHT for name in desk.panes)
        self.reader.display = desk.reader
        self.query_one(TopBar).display = desk.top
        self.set_class(desk.wide and not desk.alone, "wide")
        self.set_class(desk.alone, "alone")
        if focus:
            (self.reader if desk.part == "reader" else self.current).focus()
        self._compute()
        self._hint()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the keys to another part."""
        widget = event.widget
        if isinstance(widget, Reader):
            self.desk = replace(self.desk, part="reader")
        elif isinstance(widget, RowList):
            pane = PANE_OF.get(widget.id or "", "search")
            left = self.desk.left if pane in ON_THE_RIGHT else pane
            self.desk = replace(self.desk, part="list", pane=pane, left=left)
            self.pane = pane
        self._hint()

    def _hint(self) -> None:
        self.hints = hints_for(context_of(self.focused, self.desk.pane), self._keymap, ascii=self.look.ascii)

    def tell(self, text: str, *, error: bool = False) -> None:
        """Tell the reader something, in the status line or, where it is too long, over it."""
        if text and error and not self.query_one(StatusBar).room_for(text):
            self.app.push_screen(Notice("Not done" if error else "", text, self.look, self.size.width))
        self.told = Told(text, error)

    # -------------------------------------------------------------- the index
    @work(thread=True, group="load")
    def _load(self) -> None:
        threads.load(self._job, self.post_message, self._cancel)

    def stop(self) -> None:
        """Stop indexing."""
        self._cancel.set()

    @on(threads.Progressed)
    def _progressed(self, event: threads.Progressed) -> None:
        self.progress = event.progress

    @on(threads.Failed)
    def _failed(self, event: threads.Failed) -> None:
        self.progress = None
        self.tell(event.text, error=True)

    @on(threads.Indexed)
    def _indexed(self, event: threads.Indexed) -> None:
        if event.last:
            self.progress = None
        known = self.index
        if event.last and event.index.generation and event.index.generation == known.generation:
            return
        if not event.last and event.index.articles.height < known.articles.height:
            return  # the stored index is better than the beginning of a new one
        self.index = event.index
        self._serial += 1
        self._compute()

    # -------------------------------------------------------------- what the panes show
    def watch_asked(self) -> None:
        """Apply another query."""
        self._serial += 1
        self.actor = None
        self._compute()

    def watch_options(self) -> None:
        """Show the same otherwise."""
        self._fresh = {}
        self._compute()

    def _compute(self) -> None:
        if not self.is_mounted:
            return
        panes = tuple(name for name in self.desk.panes if self._fresh.get(name) != self._serial)
        if panes or self._selected != self._serial:
            known = self._selection if self._selected == self._serial else None
            self._request += 1
            self._compute_panes(
                self._request, self._serial, self.index, self.asked, known, self.options, panes
            )

    @work(thread=True, group="views")
    def _compute_panes(
        self,
        request: int,
        serial: int,
        index: Index,
        query: Query,
        known: Selection | None,
        options: Options,
        panes: tuple[PaneName, ...],
    ) -> None:
        threads.compute(
            serial, index, query, known, options, panes, self.post_message, lambda: request != self._request
        )

    @on(threads.Selected)
    def _was_selected(self, event: threads.Selected) -> None:
        if event.serial != self._serial:
            return
        self._selection, self._selected = event.selection, event.serial
        self.counts = (event.selection.articles.height, self.index.articles.height)
        if self.reader.page is not None:
            self._find_page(self.reader.page.article_id, self.reader.place, focus=False)
        if self.actor is not None:
            self._find_actor(self._serial, self.index, self._selection, self.actor.actor["actor_id"])

    @on(threads.Computed)
    def _was_computed(self, event: threads.Computed) -> None:
        if event.serial == self._serial:
            self._fresh[event.pane] = event.serial
            setattr(self, event.pane, event.content)

    # -------------------------------------------------------------- wishes
    @on(wishes.Say)
    def _say(self, event: wishes.Say) -> None:
        self.tell(event.text, error=event.error)

    @on(wishes.Narrow)
    def _narrow(self, event: wishes.Narrow) -> None:
        if event.clause in self.asked.clauses:
            self.tell(f"{event.clause.text} is in the query already")
        else:
            self.asked = self.asked.plus(event.clause)

    @on(wishes.Open)
    def _open(self, event: wishes.Open) -> None:
        self._find_page(event.address.article_id, event.address, focus=True)

    @on(wishes.OpenArticle)
    def _open_article(self, event: wishes.OpenArticle) -> None:
        self._find_page(event.article_id, None, focus=True)

    @on(wishes.OpenActor)
    def _open_actor(self, event: wishes.OpenActor) -> None:
        self._find_actor(self._serial, self.index, self._selection, event.actor_id)

    @on(wishes.Zoom)
    def _zoom(self, event: wishes.Zoom) -> None:
        now = self.timeline.zoom if isinstance(self.timeline, TimelineContent) else "year"
        at = ZOOMS.index(now) + event.step
        if 0 <= at < len(ZOOMS):
            self.options = replace(self.options, zoom=ZOOMS[at])
        else:
            self.tell(f"{now}s are the {'smallest' if event.step > 0 else 'widest'} spans of time there are")

    @on(RowList.Moved)
    def _moved(self) -> None:
        if self.told.text:
            self.told = Told()

    def _find_page(self, article_id: int, place: Address | None, *, focus: bool) -> None:
        self._page_request += 1
        self._find_page_in_thread(self._page_request, self.index, self._selection, article_id, place, focus)

    @work(thread=True, group="page")
    def _find_page_in_thread(
        self,
        serial: int,
        index: Index,
        chosen: Selection,
        article_id: int,
        place: Address | None,
        focus: bool,
    ) -> None:
        threads.find_page(serial, index, chosen, article_id, place, focus, self.post_message)

    @on(threads.PageFound)
    def _page_found(self, event: threads.PageFound) -> None:
        if event.serial != self._page_request:
            return
        if event.page is None:
            self.tell("this article is no longer in the pile")
            return
        reader = self.reader
        reader.page = event.page
        if event.focus or event.place != reader.place:
            reader.place = event.place
        part = "reader" if event.focus else self.desk.part
        self._lay_out(replace(self.desk, reading=True, part=part), focus=event.focus)

    @work(thread=True, group="actor")
    def _find_actor(self, serial: int, index: Index, chosen: Selection, actor_id: int) -> None:
        threads.find_actor(serial, index, chosen, actor_id, self.post_message)

    @on(threads.ActorFound)
    def _actor_found(self, event: threads.ActorFound) -> None:
        if event.serial == self._serial:
            self.actor = event.content

    # -------------------------------------------------------------- the prompt
    def action_search(self) -> None:
        """Type a query; the results come while it is typed."""
        self._before_typing = (self.asked, self.desk)
        text = str(self.asked)
        self.query_one(Prompt).ask("search", text + " " if text else "")
        self._lay_out(replace(self.desk, pane="search", left="search", part="list"))

    def action_actions(self) -> None:
        """Type an action's name."""
        self.query_one(Prompt).ask("action", "")

    @on(Prompt.Typed)
    def _typed(self, event: Prompt.Typed) -> None:
        if event.mode == "action":
            begun = event.text.strip()
            names = [name for name in NAMED if name.startswith(begun)] if begun else []
            self.told = Told("  ".join(names) if names else "")
            return
        try:
            self.asked = Query.parse(event.text, typing=True)
            self.told = Told()
        except QueryError as error:
            self.told = Told(str(error), error=True)

    @on(Prompt.Accepted)
    async def _accepted(self, event: Prompt.Accepted) -> None:
        if event.mode == "action":
            self.told = Told()
            self._give_keys_back()
            await self._do(event.text)
            return
        try:
            self.asked = Query.parse(event.text)
        except QueryError as error:
            self.query_one(Prompt).ask("search", event.text, error.start)
            self.told = Told(str(error), error=True)
            return
        self.told = Told()
        self._give_keys_back()

    @on(Prompt.Cancelled)
    def _cancelled(self, event: Prompt.Cancelled) -> None:
        self.told = Told()
        if event.mode == "search" and self._before_typing is not None:
            self.asked, desk = self._before_typing
            self._lay_out(replace(desk, width=self.size.width, height=self.size.height))
        self._give_keys_back()

    def _give_keys_back(self) -> None:
        self._before_typing = None
        (self.reader if self.desk.part == "reader" and self.reader.display else self.current).focus()

    async def _do(self, name: str) -> None:
        """Do an action by its name."""
        key = action_named(name)
        if key is None:
            self.tell(f"no action is called '{name.strip()}': ? lists them all", error=True)
            return
        targets = {"everywhere": self, "reader": self.reader, "timeline": self.query_one(TimelinePane)}
        target = targets.get(key.context, self.current)
        if not target.display or (key.context == "search" and self.desk.pane != "search"):
            self.tell(f"'{key.id}' works {place_of(key)}", error=True)
            return
        await self.app.run_action(key.action, target)

    # -------------------------------------------------------------- actions
    def action_pane(self, name: PaneName) -> None:
        """Show a pane and give it the keys."""
        left = self.desk.left if name in ON_THE_RIGHT else name
        self.told = Told()
        self._lay_out(replace(self.desk, pane=name, left=left, part="list"), focus=True)

    def action_agreement(self) -> None:
        """Say that it is not there."""
        self.tell("6 Agreement (between sources) is not in this version")

    def action_drop_facet(self) -> None:
        """Drop the query's last clause."""
        if self.asked.clauses:
            self.query_one(Prompt).remember(str(self.asked))
            self.asked = self.asked.minus_last()

    def action_only_matching(self) -> None:
        """Only facts of sentences that match themselves, or all facts of the articles that do."""
        only = not self.options.only_matching
        self.options = replace(self.options, only_matching=only)
        self.tell(
            "only sentences that match the query" if only else "all sentences of the articles that match"
        )

    def action_sort(self) -> None:
        """The next order of this pane."""
        orders = SORTS.get(self.desk.pane)
        if orders is None or (self.actor is not None and self.desk.pane == "actors"):
            self.tell("this list has one order")
            return
        now = self.options.sorts.get(self.desk.pane, 0) + 1
        self.options = replace(self.options, sorts={**self.options.sorts, self.desk.pane: now})
        self.tell(f"sorted: {orders[now % len(orders)][0]}")

    def action_fact(self, step: int) -> None:
        """In the reader the next fact, in a list the next row."""
        if self.desk.part == "reader":
            self.reader.next_mark(step, FACTS)
            return
        self.current.move_to(self.current.cursor + step, step)
        match self._wish():
            case wishes.Open(address):
                self._find_page(address.article_id, address, focus=self.desk.alone)
            case wishes.OpenArticle(article_id):
                self._find_page(article_id, None, focus=self.desk.alone)
            case _:
                pass

    def _wish(self) -> Message | None:
        row = self.current.row
        return self.current.opened(row) if row is not None else None

    def action_hit(self, step: int) -> None:
        """The next hit in the reader."""
        self.reader.next_mark(step, frozenset({"hit"}))

    def action_cite(self) -> None:
        """Show a citation, and offer it to the terminal."""
        reader = self.reader
        wish = self._wish()
        if self.desk.part == "reader" and reader.page is not None:
            wish = wishes.Open(reader.place) if reader.place else wishes.OpenArticle(reader.page.article_id)
        text = citation(self.index, wish)
        if text is None:
            self.tell("nothing to cite: no single sentence stands behind this row")
            return
        self.app.copy_to_clipboard(text[:CLIPBOARD])
        shown = text + "\n\nIt was sent to the terminal's clipboard; not every terminal takes it."
        self.app.push_screen(Notice("Citation", shown, self.look, self.size.width))

    def action_full(self) -> None:
        """Give the part with the keys the whole screen, or take it back."""
        self._lay_out(replace(self.desk, full=not self.desk.full), focus=True)

    def action_part(self, step: int) -> None:
        """Give the next part of the screen the keys."""
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_help(self) -> None:
        """Show the keys."""
        context = context_of(self.focused, self.desk.pane)
        rows = help_rows(context, self._keymap, ascii=self.look.ascii)
        self.app.push_screen(HelpPage(rows, self.look))

    def action_redraw(self) -> None:
        """Draw everything again."""
        self.refresh(layout=True, repaint=True)

    def action_next_theme(self) -> None:
        """The next theme."""
        self.post_message(wishes.NextTheme())

    def _go_back(self) -> bool:
        """One step back, where there is one."""
        if self.desk.full:
            self.action_full()
        elif self.desk.part == "reader":
            self._lay_out(replace(self.desk, part="list"), focus=True)
        elif self.actor is not None and self.desk.pane == "actors":
            self.actor = None
        else:
            return False
        return True

    def action_back(self) -> None:
        """One step back; at the top everything is shown again."""
        if self.told.text:
            self.told = Told()
        if self._go_back():
            return
        if self.asked.clauses:
            self.query_one(Prompt).remember(str(self.asked))
            left = plural(len(self.asked.clauses), "part")
            self.asked = Query()
            self.tell(f"the query is cleared ({left}): / and ↑ bring it back")
        else:
            self.tell("q quits")

    def action_leave(self) -> None:
        """One step back; at the top leave the program."""
        if not self._go_back():
            self.action_quit_now()

    def action_quit_now(self) -> None:
        """Leave the program."""
        self.app.call_later(partial(self.app.run_action, "quit"))
