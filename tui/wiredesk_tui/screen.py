"""The desk: it lays out what is shown, and hears what the reader and the panes wish for."""

from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.widget import Widget

from wiredesk.brief.wording import plural
from wiredesk.query import ZOOMS, Query
from wiredesk_tui import wishes, work
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
from wiredesk_tui.contents import SORTS, PaneName, TimelineContent
from wiredesk_tui.hints import hint_place, hints_everywhere, hints_for
from wiredesk_tui.job import Job
from wiredesk_tui.keys import KEYS
from wiredesk_tui.layout import Desk
from wiredesk_tui.look import Look
from wiredesk_tui.pages import HelpPage, help_rows
from wiredesk_tui.prompt import Prompt
from wiredesk_tui.row_list import RowList
from wiredesk_tui.saving import SavingScreen

EVERYWHERE: Final = {key.action.partition("(")[0] for key in KEYS if key.context == "everywhere"}


class DeskScreen(SavingScreen):
    """All panes over one index, narrowed by one query."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("everywhere")

    def __init__(self, job: Job, look: Look, keymap: dict[str, str], pane: PaneName, *, pause: float) -> None:
        super().__init__(job, look, pane)
        self._keymap, self._pause = keymap, pause
        self.between = 0.0
        self.aside = ""
        """What to tell as soon as another pane is turned to: it can wait till the reader does something."""
        self._before_typing: tuple[Query, Desk] | None = None
        self._first = Desk(80, 24).turned_to(pane)

    # -------------------------------------------------------------- parts
    def compose(self) -> ComposeResult:
        """Names on top, the query, the panes and the reader, the status line."""
        me, look = DeskScreen, DeskScreen.look
        top = TopBar(id="top").data_bind(me.look, me.pane)
        top.title = self.job.title
        yield top
        hints = hints_everywhere(self._keymap, ascii=self.look.ascii)
        yield Prompt(NAMED, hints, pause=self._pause, id="prompt").data_bind(me.look, me.counts, me.asked)
        yield (
            Body(self._first, id="body")
            .data_bind(look, me.brief, me.articles, me.actors, me.timeline, me.figures, me.search)
            .data_bind(me.refused, me.actor)
        )
        yield StatusBar(id="status").data_bind(look, me.index, me.told, me.progress, me.hints)

    def on_mount(self) -> None:
        """Begin."""
        self.on_resize()
        self.set_focus(self.current)
        self.in_thread(
            partial(work.load, self.job, self.post_message, self._cancel, self._seen, lambda: self.between)
        )

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
        self.show_panes()

    def _hint(self) -> None:
        place = hint_place(self.focused, self.desk.pane, action=self.query_one(Prompt).mode == "action")
        self.hints = hints_for(place, self._keymap, ascii=self.look.ascii)

    # -------------------------------------------------------------- wishes
    @on(wishes.Say)
    def _say(self, event: wishes.Say) -> None:
        self.tell(event.text, error=event.error)

    @on(wishes.Narrow)
    def _narrow(self, event: wishes.Narrow) -> None:
        if event.clause in self.asked.clauses:
            self.tell(f"{event.clause.text} is in the query already")
        else:
            self.ask(self.asked.plus(event.clause))

    @on(wishes.Open)
    def _open(self, event: wishes.Open) -> None:
        self.flow.find_page(event.address.article_id, event.address, focus=event.focus)

    @on(wishes.OpenArticle)
    def _open_article(self, event: wishes.OpenArticle) -> None:
        self.flow.find_page(event.article_id, None, focus=event.focus)

    @on(wishes.Why)
    def _why(self, event: wishes.Why) -> None:
        self.flow.explain(event.article_id)

    @on(wishes.OpenActor)
    def _open_actor(self, event: wishes.OpenActor) -> None:
        self.flow.find_actor(event.actor_id)

    @on(wishes.Zoom)
    def _zoom(self, event: wishes.Zoom) -> None:
        now = self.timeline.zoom if isinstance(self.timeline, TimelineContent) else "year"
        at = ZOOMS.index(now) + event.step
        if 0 <= at < len(ZOOMS):
            self.show_otherwise(zoom=ZOOMS[at])
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
        self.ask(event.asked)
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
            self.ask(asked)
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

    # -------------------------------------------------------------- actions
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, keys are letters."""
        return not (action in EVERYWHERE and self.is_mounted and self.query_one(Prompt).typing)

    def action_drop_facet(self) -> None:
        """Drop the query's last clause."""
        if self.asked.clauses:
            self.query_one(Prompt).remember(str(self.asked))
            self.ask(self.asked.minus_last())

    def action_only_matching(self) -> None:
        """Only facts of sentences that match themselves, or all facts of the articles that do."""
        only = not self.flow.options.only_matching
        self.show_otherwise(only_matching=only)
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
        self.show_otherwise(sorts={**sorts, self.desk.pane: now})
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
            self.ask(Query())
            self.tell(f"the query is cleared ({left}): / and ↑ bring it back")
        else:
            self.tell("q quits")

    def action_leave(self) -> None:
        """One step back; at the top leave the program."""
        if not self._go_back():
            self.app.call_later(partial(self.app.run_action, "quit"))
