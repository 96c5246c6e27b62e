"""What each command of the line mode is answered with."""

from collections.abc import Callable
from typing import Final

from wiredesk.brief import cite, describe
from wiredesk.desk import Desk
from wiredesk.query import Address, Query, select
from wiredesk.store import Index
from wiredesk_tui.keys import BY_ID
from wiredesk_tui.making import actor_content
from wiredesk_tui.plain import stories
from wiredesk_tui.plain.answer import Actor, Answer, Item, SavedSearch, WholeArticle, note
from wiredesk_tui.plain.commands import helped
from wiredesk_tui.plain.lists import TITLES, Lists, Told
from wiredesk_tui.plain.searches import SavedSearches


class Session(Lists):
    """One reader at the prompt, over one index.

    Args:
        index: What is asked, with what the reader has seen.
        desk: The reader's own work on the pile; None: nothing is kept.
    """

    def __init__(self, index: Index, desk: Desk | None = None) -> None:
        super().__init__(index)
        self._saved = SavedSearches(desk)
        self.handlers: Final[dict[str, Callable[[str], Answer]]] = {
            **{name: self._to_list(name) for name in TITLES if name != "search"},
            "agreement": lambda _: note(BY_ID["agreement"].text),
            "search": self._search,
            "query": lambda _: self._about_query(),
            "drop-facet": lambda _: self._drop(),
            "only-matching": lambda _: self._only(),
            "sort": lambda _: self._sort(),
            "save-search": lambda name: self._saved.save(name, self._selection.query),
            "searches": lambda _: self._searches(),
            "search-rename": self._rename_search,
            "search-remove": self._remove_search,
            "mark-seen": lambda _: self._mark_seen(),
            "open": self._open,
            "next": lambda _: self._step(1),
            "previous": lambda _: self._step(-1),
            "text-start": lambda _: self._from_start(),
            "add": self._add,
            "cite": self._cite,
            "back": lambda _: self._back(),
            "help": helped,
        }
        """Command -> what it does with its argument."""

    # -------------------------------------------------------------- saved searches
    def _searches(self) -> Answer:
        listed = self._saved.listed(self._index)
        if listed.count:
            self._trail.append(Told(listed))
        return listed

    def _rename_search(self, argument: str) -> Answer:
        number, _, name = argument.partition(" ")
        found = self._row(number)
        return note(found) if isinstance(found, str) else self._changed(self._saved.rename(found[1], name))

    def _remove_search(self, argument: str) -> Answer:
        found = self._row(argument)
        return note(found) if isinstance(found, str) else self._changed(self._saved.remove(found[1]))

    def _changed(self, told: Answer) -> Answer:
        """Take a list of saved searches that is true no more from what numbers count in."""
        if isinstance(self.answer.item(0).target, SavedSearch):
            self._trail.pop()
        return told

    def _mark_seen(self) -> Answer:
        self._index, told = self._saved.mark_seen(self._index, self._selection.articles)
        self._selection = select(self._index, self._selection.query)
        return told

    # -------------------------------------------------------------- rows
    def _row(self, argument: str) -> tuple[int, Item] | str:
        """The row of a number and its place, or what is wrong with the number."""
        now = self.answer
        if not (argument.isascii() and argument.isdecimal()):
            return "the number of a row is wanted, for instance: open 1"
        at = now.place_of(int(argument[:9]))
        if at is None:
            return f"there is no row {argument[:9]} in {now.heading}"
        return at, now.item(at)

    def _open(self, argument: str) -> Answer:
        found = self._row(argument)
        if isinstance(found, str):
            return note(found)
        at, item = found
        if isinstance(item.target, SavedSearch):
            query = Query.parse(item.target.query)
            self._list = "articles"
            return self._narrow(query)
        if self.answer.article is not None:
            return note("this is the sentence itself; cite tells it with its source")
        opened = self._target(item)
        if opened is None:
            return note("no sentence stands behind this row")
        self._trail[-1].opened = at
        self._trail.append(Told(opened))
        return opened

    def _target(self, item: Item) -> Answer | None:
        match item.target:
            case Actor(actor_id):
                known = actor_content(self._index, self._selection, actor_id)
                return stories.actor(known) if known is not None else None
            case Address() | WholeArticle() as target:
                return stories.article(self._index, self._selection, target)
            case SavedSearch() | None:
                return None

    def _step(self, step: int) -> Answer:
        """Open the next row that opens something, of the list from which the last one was opened."""
        trail = self._trail[:-1] if len(self._trail) > 1 else self._trail
        base = trail[-1]
        at = base.opened + step
        while 0 <= at < base.answer.count:
            if base.answer.number_of(at) is not None:
                opened = self._target(base.answer.item(at))
                if opened is not None:
                    base.opened = at
                    self._trail = [*trail, Told(opened)]
                    return opened
            at += step
        return note(f"there is no row {'after' if step > 0 else 'before'} that in {base.answer.heading}")

    def _from_start(self) -> Answer:
        if self.answer.article is None:
            return note("no article is open")
        self._trail[-1].answer = self.answer.starting_at(0)
        return self.answer

    def _add(self, argument: str) -> Answer:
        found = self._row(argument)
        if isinstance(found, str):
            return note(found)
        clause = found[1].clause
        if isinstance(clause, str):
            return note(clause)
        if clause in self._selection.query.clauses:
            return note(f"{clause.text} is in the query already")
        return self._narrow(self._selection.query.plus(clause))

    def _cite(self, argument: str) -> Answer:
        if argument:
            found = self._row(argument)
            if isinstance(found, str):
                return note(found)
            target = found[1].target
        elif len(self._trail) > 1 and self._trail[-2].opened >= 0:
            before = self._trail[-2]
            target = before.answer.item(before.opened).target
        else:
            return note("the number of a row is wanted, for instance: cite 1")
        match target:
            case Address() as address:
                return note(cite(self._index, address))
            case WholeArticle(article_id):
                return note(describe(self._index, article_id))
            case _:
                return note("no single sentence stands behind this row")

    def _back(self) -> Answer:
        if len(self._trail) > 1:
            self._trail.pop()
            now = self._trail[-1]
            return now.answer.starting_at(max(0, now.opened))
        if self._selection.query.clauses:
            return self._narrow(Query())
        return note("this is the top; quit leaves")
