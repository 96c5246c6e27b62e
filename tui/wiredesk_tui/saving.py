"""What the desk does with saved searches: it keeps them, shows them, and marks what was seen."""

from collections.abc import Callable
from functools import partial

from textual import on

from wiredesk.errors import QueryError
from wiredesk.query import Query
from wiredesk_tui import saved
from wiredesk_tui.prompt import Prompt
from wiredesk_tui.showing import ShowingScreen


class SavingScreen(ShowingScreen):
    """Hears what the reader wishes for with saved searches."""

    _renamed: str | None = None
    """The saved search that is to get the name that is typed."""

    def _with_desk(self, do: Callable[..., None], *arguments: object) -> None:
        """Have something done with the reader's own work, in a thread."""
        if self.job.desk is None:
            self.tell("nothing is kept of this pile, so no search can be saved for it")
        else:
            self.in_thread(partial(do, self.job.desk, *arguments, self.post_message))

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
                    self.ask(Query.parse(query))
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
        self.show_panes()
