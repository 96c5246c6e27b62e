"""The line mode's state: the query, what was told last, and what each command makes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from wiredesk.brief import cite, describe
from wiredesk.brief.wording import plural
from wiredesk.query import Address, Query, Selection, ambiguous_view, select
from wiredesk.store import Index
from wiredesk_tui.contents import (
    PANES,
    SORTS,
    BriefContent,
    Options,
    PaneName,
    SearchContent,
)
from wiredesk_tui.keys import BY_ID
from wiredesk_tui.making import actor_content, content
from wiredesk_tui.plain import stories
from wiredesk_tui.plain.answer import Actor, Answer, Item, WholeArticle, note
from wiredesk_tui.plain.commands import helped
from wiredesk_tui.plain.rows import rows

TITLES: Final[dict[str, str]] = {name: title for name, (_, title) in PANES.items()} | {
    "search": "Sentences",
    "keywords": "Keywords",
    "ambiguous": "Names that fit several actors",
    "refused": "Files that could not be read",
}
PANE_OF: Final[Mapping[str, PaneName]] = {**{name: name for name in PANES}, "keywords": "search"}
"""List -> the pane of the screen that holds it."""


@dataclass
class Told:
    """An answer that was told, and which of its items was opened last; -1 for none."""

    answer: Answer
    opened: int = -1


class Session:
    """One reader at the prompt, over one index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._options = Options()
        self._selection: Selection = select(index, Query())
        self._list = "brief"
        self._trail = [Told(self._listing())]
        self.handlers: Final[dict[str, Callable[[str], Answer]]] = {
            **{name: self._to_list(name) for name in TITLES if name != "search"},
            "agreement": lambda _: note(BY_ID["agreement"].text),
            "search": self._search,
            "query": lambda _: self._about_query(),
            "drop-facet": lambda _: self._drop(),
            "only-matching": lambda _: self._only(),
            "sort": lambda _: self._sort(),
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

    @property
    def answer(self) -> Answer:
        """What was told last."""
        return self._trail[-1].answer

    # -------------------------------------------------------------- lists and the query
    def _to_list(self, name: str) -> Callable[[str], Answer]:
        def show(argument: str) -> Answer:
            query = Query.parse(argument) if argument else self._selection.query
            self._list = name
            return self._narrow(query)

        return show

    def _search(self, argument: str) -> Answer:
        if not argument:
            return note("search what? For instance: search strike place:Kirkuk")
        query = Query.parse(argument)
        self._list = "search"
        return self._narrow(query)

    def _narrow(self, query: Query) -> Answer:
        """Show the list that is open under a query."""
        if query != self._selection.query:
            self._selection = select(self._index, query)
        self._trail = [Told(self._listing())]
        return self.answer

    def _listing(self) -> Answer:
        selection, title = self._selection, TITLES[self._list]
        if self._list == "ambiguous":
            return self._headed(title, rows("ambiguous", title, ambiguous_view(self._index, selection)))
        made = content(PANE_OF[self._list], self._index, selection, self._options)
        if isinstance(made, BriefContent) and made.brief is not None:
            return self._headed(title, stories.brief_lines(made.brief))
        words = self._list == "keywords"
        view = made.keywords if words and isinstance(made, SearchContent) else made.listing
        return self._headed(title, rows(self._list, title, view), "" if words else made.sort)

    def _headed(self, title: str, found: Answer, sort: str = "") -> Answer:
        """An answer with a heading that says how many rows there are, of what, and in which order."""
        count = "" if self._list == "brief" else f": {found.count:,}"
        heading = f"{title}{count}" + (f", {sort}" if sort and found.count else "")
        facts: list[str] = []
        if self._selection.query.clauses and self._list != "refused":
            facts.append(f"query: {self._selection.query}")
            if self._selection.emptied_by is not None:
                facts.append(f"nothing is left after {self._selection.emptied_by.text}")
        elif self._list == "search":
            facts.append("there is no query: type search and what to look for")
        if self._options.only_matching:
            facts.append("only sentences that match the query")
        return replace(found, heading=heading, facts=tuple(facts))

    def _about_query(self) -> Answer:
        query, left = self._selection.query, self._selection.articles.height
        words = f"query: {query}" if query.clauses else "there is no query: everything is told"
        return note(f"{words}; {plural(left, 'article')} of {self._index.articles.height:,}")

    def _drop(self) -> Answer:
        query = self._selection.query
        return self._narrow(query.minus_last()) if query.clauses else note("there is no query to drop from")

    def _only(self) -> Answer:
        self._options = replace(self._options, only_matching=not self._options.only_matching)
        return self._narrow(self._selection.query)

    def _sort(self) -> Answer:
        pane = PANE_OF.get(self._list)
        if pane not in SORTS or self._list == "keywords":
            return note("this list has one order")
        sorts = self._options.sorts
        self._options = replace(self._options, sorts={**sorts, pane: sorts.get(pane, 0) + 1})
        return self._narrow(self._selection.query)

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
            case None:
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
        elif len(self._trail) > 1:
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
