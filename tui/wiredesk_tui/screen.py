"""The desk: it lays out what is shown, and hears what the reader and the panes wish for."""

from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from wiredesk.brief.wording import plural
from wiredesk.query import ZOOMS, Query
from wiredesk_tui import loading, wishes
from wiredesk_tui.actions import NAMED, citation, context_of, hint_place
from wiredesk_tui.asking import AskingScreen
from wiredesk_tui.bars import StatusBar, Told, TopBar
from wiredesk_tui.bindings import bindings
from wiredesk_tui.body import Body
from wiredesk_tui.contents import SORTS, PaneName, TimelineContent
from wiredesk_tui.hints import hints_everywhere, hints_for
from wiredesk_tui.job import Job
from wiredesk_tui.keys import KEYS
from wiredesk_tui.layout import Desk
from wiredesk_tui.look import Look
from wiredesk_tui.prompt import Prompt
from wiredesk_tui.row_list import RowList

EVERYWHERE: Final = {key.action.partition("(")[0] for key in KEYS if key.context == "everywhere"}


class DeskScreen(AskingScreen):
    """All panes over one index, narrowed by one query."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("everywhere")

    def __init__(self, job: Job, look: Look, keymap: dict[str, str], pane: PaneName, *, pause: float) -> None:
        super().__init__(job, look, keymap, pane)
        self._pause = pause
        self.between = 0.0
        self.aside = ""
        """What to tell as soon as another pane is turned to: it can wait till the reader does something."""
        self._first = Desk(80, 24).turned_to(pane)

    # -------------------------------------------------------------- parts
    def compose(self) -> ComposeResult:
        """Names on top, the query, the panes and the reader, the status line."""
        me, look = DeskScreen, DeskScreen.look
        top = TopBar(id="top").data_bind(me.look, me.pane)
        top.title = self.job.title
        yield top
        hints = hints_everywhere(self.keymap, ascii=self.look.ascii)
        yield Prompt(NAMED, hints, pause=self._pause, id="prompt").data_bind(me.look, me.counts, me.asked)
        yield (
            Body(self._first, pause=self._pause, id="body")
            .data_bind(look, me.follows, me.brief, me.articles, me.actors, me.timeline, me.figures, me.search)
            .data_bind(me.refused, me.actor)
        )
        yield StatusBar(id="status").data_bind(look, me.index, me.told, me.progress, me.hints)

    def on_mount(self) -> None:
        """Begin."""
        self.on_resize()
        self.set_focus(self.current)
        self.in_thread(
            partial(loading.load, self.job, self.post_message, self._cancel, self._seen, lambda: self.between)
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
        self.hints = hints_for(place, self.keymap, ascii=self.look.ascii)

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

    # -------------------------------------------------------------- actions
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, keys are letters."""
        return not (action in EVERYWHERE and self.is_mounted and self.query_one(Prompt).typing)

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
        from wiredesk_tui.pages import HelpPage, help_rows  # only who asks for it waits for it

        context = context_of(self.focused, self.desk.pane)
        rows = help_rows(context, self.keymap, ascii=self.look.ascii)
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
