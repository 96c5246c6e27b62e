"""The desk: it holds the query and what the panes show, and hears their wishes."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from threading import Event
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from wiredesk.brief.wording import plural
from wiredesk.errors import QueryError
from wiredesk.query import ZOOMS, Query
from wiredesk.store import EMPTY_INDEX, Index
from wiredesk_tui import saved, watching, wishes, work
from wiredesk_tui.actions import (
    NAMED,
    action_named,
    citation,
    context_of,
    place_of,
    told_of,
)
from wiredesk_tui.bars import StatusBar, Told, TopBar
from wiredesk_tui.bindings import bindings
from wiredesk_tui.body import Body
from wiredesk_tui.contents import SORTS, ActorContent, Content, PaneName, TimelineContent
from wiredesk_tui.flow import Flow
from wiredesk_tui.hints import hint_place, hints_everywhere, hints_for
from wiredesk_tui.job import Job, Progress
from wiredesk_tui.keys import KEYS
from wiredesk_tui.layout import Desk
from wiredesk_tui.look import PLAIN_LOOK, Look
from wiredesk_tui.page import carried_place
from wiredesk_tui.pages import HelpPage, Notice, help_rows
from wiredesk_tui.prompt import Prompt
from wiredesk_tui.reader import Reader
from wiredesk_tui.row_list import RowList

EVERYWHERE: Final = {key.action.partition("(")[0] for key in KEYS if key.context == "everywhere"}


class DeskScreen(Screen[None]):
    """All panes over one index, narrowed by one query."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("everywhere")

    index: var[Index] = var(EMPTY_INDEX, always_update=True)
    asked: var[Query] = var(Query())
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
        self.flow = Flow(self._in_thread, self.post_message)
        self.between = 0.0
        self.aside = ""
        """What to tell as soon as another pane is turned to: it can wait till the reader does something."""
        self._before_typing: tuple[Query, Desk] | None = None
        self._renamed: str | None = None
        self.set_reactive(DeskScreen.look, look)
        self.set_reactive(DeskScreen.pane, pane)
        self._first = Desk(80, 24).turned_to(pane)

    # -------------------------------------------------------------- parts
    def compose(self) -> ComposeResult:
        """Names on top, the query, the panes and the reader, the status line."""
        me, look = DeskScreen, DeskScreen.look
        top = TopBar(id="top").data_bind(me.look, me.pane)
        top.title = self._job.title
        yield top
        hints = hints_everywhere(self._keymap, ascii=self.look.ascii)
        yield Prompt(NAMED, hints, pause=self._pause, id="prompt").data_bind(me.look, me.counts, me.asked)
        yield (
            Body(self._first, id="body")
            .data_bind(look, me.brief, me.articles, me.actors, me.timeline, me.figures, me.search)
            .data_bind(me.refused, me.actor)
        )
        yield StatusBar(id="status").data_bind(look, me.index, me.told, me.progress, me.hints)

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

    def on_mount(self) -> None:
        """Begin."""
        self.on_resize()
        self.set_focus(self.current)
        self._in_thread(partial(work.load, self._job, self.post_message, self._cancel, lambda: self.between))

    def on_resize(self) -> None:
        """Lay the parts out for another size."""
        desk = replace(self.desk, width=self.size.width, height=self.size.height)
        self.query_one(TopBar).display = desk.top
        self.body.lay_out(desk)

    @on(Body.Arranged)
    def _arranged(self) -> None:
        if self.pane != self.desk.pane:
            self.pane, self.told, self.aside = self.desk.pane, Told(self.aside), ""
        self._hint()
        self._show()

    def _hint(self) -> None:
        place = hint_place(self.focused, self.desk.pane, action=self.query_one(Prompt).mode == "action")
        self.hints = hints_for(place, self._keymap, ascii=self.look.ascii)

    def tell(self, text: str, *, error: bool = False) -> None:
        """Tell the reader something, in the status line or, where it is too long, over it."""
        if text and error and not self.query_one(StatusBar).room_for(text):
            self.app.push_screen(Notice("Not done" if error else "", text, self.look, self.size.width))
        self.told = Told(text, error)

    # -------------------------------------------------------------- what is made in threads
    def _in_thread(self, task: Callable[[], None]) -> None:
        self.run_worker(task, thread=True)

    def stop(self) -> None:
        """Stop indexing."""
        self._cancel.set()

    @on(work.Progressed)
    def _progressed(self, event: work.Progressed) -> None:
        self.progress = event.progress

    @on(work.Failed)
    def _failed(self, event: work.Failed) -> None:
        self.progress = None
        self.tell(event.text, error=True)

    @on(work.Indexed)
    def _indexed(self, event: work.Indexed) -> None:
        if event.last:
            self.progress = None
        if self.flow.take_index(event.index, last=event.last):
            self.index = event.index
            self._show()

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
        self.counts = (event.selection.height, self.flow.index.height("articles"))
        if self.reader.page is not None:
            self.flow.find_page(self.reader.page.article_id, self.reader.place, focus=False)
        if self.actor is not None:
            self.flow.find_actor(self.actor.actor["actor_id"])

    @on(work.Computed)
    def _computed(self, event: work.Computed) -> None:
        if self.flow.computed(event):
            setattr(self, event.pane, event.content)

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

    def _show(self) -> None:
        """Have made what the panes on the screen show."""
        self.flow.want(self.desk.panes)

    def _ask(self, query: Query) -> None:
        """Narrow everything to another query."""
        if query != self.asked:
            self.flow.ask(query)
            self.asked, self.actor = query, None
            self._show()

    def _look(self, **options: object) -> None:
        """Show the same otherwise."""
        self.flow.look(**options)
        self._show()

    # -------------------------------------------------------------- wishes
    @on(wishes.Say)
    def _say(self, event: wishes.Say) -> None:
        self.tell(event.text, error=event.error)

    @on(wishes.Narrow)
    def _narrow(self, event: wishes.Narrow) -> None:
        if event.clause in self.asked.clauses:
            self.tell(f"{event.clause.text} is in the query already")
        else:
            self._ask(self.asked.plus(event.clause))

    @on(wishes.Open)
    def _open(self, event: wishes.Open) -> None:
        self.flow.find_page(event.address.article_id, event.address, focus=event.focus)

    @on(wishes.OpenArticle)
    def _open_article(self, event: wishes.OpenArticle) -> None:
        self.flow.find_page(event.article_id, None, focus=event.focus)

    @on(wishes.OpenActor)
    def _open_actor(self, event: wishes.OpenActor) -> None:
        self.flow.find_actor(event.actor_id)

    @on(wishes.Zoom)
    def _zoom(self, event: wishes.Zoom) -> None:
        now = self.timeline.zoom if isinstance(self.timeline, TimelineContent) else "year"
        at = ZOOMS.index(now) + event.step
        if 0 <= at < len(ZOOMS):
            self._look(zoom=ZOOMS[at])
        else:
            self.tell(f"{now}s are the {'smallest' if event.step > 0 else 'widest'} spans of time there are")

    @on(RowList.Moved)
    def _moved(self) -> None:
        if self.told.text:
            self.told = Told()

    # -------------------------------------------------------------- the prompt
    def action_search(self) -> None:
        """Type a query; the results come while it is typed."""
        self._before_typing = (self.asked, self.desk)
        text = str(self.asked)
        self.body.lay_out(self.desk.turned_to("search"))
        self.query_one(Prompt).ask("search", text + " " if text else "", back=self.body.hits)

    def action_actions(self) -> None:
        """Type an action's name."""
        self.query_one(Prompt).ask("action", "", back=self.focused)

    @on(Prompt.Asked)
    def _was_asked(self, event: Prompt.Asked) -> None:
        self._ask(event.asked)
        self.told = Told()
        if event.kept:
            self._before_typing = None

    @on(Prompt.Broken)
    def _was_broken(self, event: Prompt.Broken) -> None:
        self.told = Told(event.text, error=True)

    @on(Prompt.Offered)
    def _were_offered(self, event: Prompt.Offered) -> None:
        self.told = Told(told_of(event.names, self._keymap, ascii=self.look.ascii))

    @on(Prompt.Cancelled)
    def _was_cancelled(self, event: Prompt.Cancelled) -> None:
        self.told = Told()
        if event.mode == "search" and self._before_typing is not None:
            asked, desk = self._before_typing
            self._ask(asked)
            self.body.lay_out(replace(desk, width=self.size.width, height=self.size.height))
            self._before_typing = None
            self.body.give_keys()

    @on(Prompt.Chosen)
    async def _was_chosen(self, event: Prompt.Chosen) -> None:
        """Do an action by its name."""
        self.told = Told()
        key = action_named(event.name)
        if key is None:
            self.tell(f"no action is called '{event.name.strip()}': ? lists them all", error=True)
            return
        targets: dict[str, DOMNode] = {
            "program": self.app,
            "everywhere": self,
            "desk": self.body,
            "reader": self.reader,
            "timeline": self.body.timeline_pane,
        }
        target = targets.get(key.context, self.current)
        if (isinstance(target, Widget) and not target.display) or (
            key.context == "search" and self.desk.pane != "search"
        ):
            self.tell(f"'{key.id}' works {place_of(key)}", error=True)
            return
        await self.app.run_action(key.action, target)

    # -------------------------------------------------------------- saved searches
    def _with_desk(self, do: Callable[..., None], *arguments: object) -> None:
        """Have something done with the reader's own work, in a thread."""
        if self._job.desk is None:
            self.tell("nothing is kept of this pile, so no search can be saved for it")
        else:
            self._in_thread(partial(do, self._job.desk, *arguments, self.post_message))

    def action_save_search(self) -> None:
        """Ask for a name, and save the query under it."""
        if self.asked.clauses:
            self._renamed = None
            self.query_one(Prompt).ask("name", "", back=self.focused)
            self.tell("type a name for this search")
        else:
            self.tell("nothing to save: / searches for something first")

    @on(Prompt.Named)
    def _was_named(self, event: Prompt.Named) -> None:
        if self._renamed is None:
            self._with_desk(saved.save, event.name, str(self.asked))
        else:
            self._with_desk(saved.rename, self._renamed, event.name)

    def action_searches(self) -> None:
        """Show the saved searches."""
        self._with_desk(saved.count, self.flow.index)

    @on(saved.Counted)
    def _were_counted(self, event: saved.Counted) -> None:
        self.app.push_screen(saved.SearchesPage(event.view, self.look), self._was_picked)

    def _was_picked(self, picked: saved.Picked | None) -> None:
        """Do what is wanted with a saved search."""
        match picked:
            case saved.Picked("open", _, query):
                try:
                    self._ask(Query.parse(query))
                except QueryError as error:
                    self.tell(f"{query}: {error}", error=True)
                else:
                    self.body.lay_out(self.desk.turned_to("articles"), focus=True)
            case saved.Picked("rename", name):
                self._renamed = name
                self.query_one(Prompt).ask("name", name, back=self.focused)
                self.tell(f"type another name for '{name}'")
            case saved.Picked("remove", name, query):
                self._with_desk(saved.remove, name, query)
            case _:
                pass

    def action_mark_seen(self) -> None:
        """Mark what is selected as seen."""
        self._with_desk(saved.mark_seen, self.flow.index, self.flow.selection.articles)

    @on(saved.Marked)
    def _was_marked(self, event: saved.Marked) -> None:
        self.flow.see(event.seen)
        self._show()

    # -------------------------------------------------------------- actions
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, keys are letters."""
        return not (action in EVERYWHERE and self.is_mounted and self.query_one(Prompt).typing)

    def action_drop_facet(self) -> None:
        """Drop the query's last clause."""
        if self.asked.clauses:
            self.query_one(Prompt).remember(str(self.asked))
            self._ask(self.asked.minus_last())

    def action_only_matching(self) -> None:
        """Only facts of sentences that match themselves, or all facts of the articles that do."""
        only = not self.flow.options.only_matching
        self._look(only_matching=only)
        self.tell(
            "only sentences that match the query" if only else "all sentences of the articles that match"
        )

    def action_sort(self) -> None:
        """The next order of this pane."""
        orders = SORTS.get(self.desk.pane)
        if orders is None or (self.actor is not None and self.desk.pane == "actors"):
            self.tell("this list has one order")
            return
        sorts = self.flow.options.sorts
        now = sorts.get(self.desk.pane, 0) + 1
        self._look(sorts={**sorts, self.desk.pane: now})
        self.tell(f"sorted: {orders[now % len(orders)][0]}")

    def action_cite(self) -> None:
        """Show sentence and citation, and hand them on for pasting."""
        reader = self.reader
        wish = self.body.wish
        if self.desk.part == "reader" and reader.page is not None:
            wish = wishes.Open(reader.place) if reader.place else wishes.OpenArticle(reader.page.article_id)
        text = citation(self.flow.index, wish)
        if text is None:
            self.tell("nothing to cite: no single sentence stands behind this row")
            return
        self.post_message(wishes.HandOn(text))

    def action_help(self) -> None:
        """Show the keys."""
        context = context_of(self.focused, self.desk.pane)
        rows = help_rows(context, self._keymap, ascii=self.look.ascii)
        self.app.push_screen(HelpPage(rows, self.look))

    def action_next_theme(self) -> None:
        """The next theme."""
        self.post_message(wishes.NextTheme())

    def action_other_ground(self) -> None:
        """The theme for a light screen, or for a dark one."""
        self.post_message(wishes.OtherGround())

    def action_next_profile(self) -> None:
        """The other profile."""
        self.post_message(wishes.NextProfile())

    def _go_back(self) -> bool:
        """One step back, where there is one."""
        if self.body.go_back():
            return True
        if self.actor is not None and self.desk.pane == "actors":
            self.actor = None
            return True
        return False

    def action_back(self) -> None:
        """One step back; at the top everything is shown again."""
        if self.told.text:
            self.told = Told()
        if self._go_back():
            return
        if self.asked.clauses:
            self.query_one(Prompt).remember(str(self.asked))
            left = plural(len(self.asked.clauses), "part")
            self._ask(Query())
            self.tell(f"the query is cleared ({left}): / and ↑ bring it back")
        else:
            self.tell("q quits")

    def action_leave(self) -> None:
        """One step back; at the top leave the program."""
        if not self._go_back():
            self.app.call_later(partial(self.app.run_action, "quit"))
