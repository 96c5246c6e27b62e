"""What the desk does with what is typed: queries, and actions by their names."""

from dataclasses import replace

from textual import on
from textual.dom import DOMNode
from textual.widget import Widget

from wiredesk.query import Query
from wiredesk_tui.actions import action_named, place_of, told_of
from wiredesk_tui.bars import Told
from wiredesk_tui.contents import PaneName
from wiredesk_tui.job import Job
from wiredesk_tui.layout import Desk
from wiredesk_tui.look import Look
from wiredesk_tui.prompt import Prompt
from wiredesk_tui.saving import SavingScreen


class AskingScreen(SavingScreen):
    """Hears what comes from the prompt."""

    _before_typing: tuple[Query, Desk] | None = None
    """What was shown before the reader began to type."""

    def __init__(self, job: Job, look: Look, keymap: dict[str, str], pane: PaneName) -> None:
        super().__init__(job, look, pane)
        self.keymap = keymap
        """Action -> its keys, where they are not the usual ones."""

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
        self.ask(event.asked, event.begun)
        self.told = Told()
        if event.kept:
            self._before_typing = None

    @on(Prompt.Broken)
    def _was_broken(self, event: Prompt.Broken) -> None:
        self.told = Told(event.text, error=True, whole=True)

    @on(Prompt.Offered)
    def _were_offered(self, event: Prompt.Offered) -> None:
        self.told = Told(told_of(event.names, self.keymap, ascii=self.look.ascii))

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

    def action_drop_facet(self) -> None:
        """Drop the query's last clause."""
        if self.asked.clauses:
            self.query_one(Prompt).remember(str(self.asked))
            self.ask(self.asked.minus_last())
