"""The lists of the line mode, narrowed by one query."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from wiredesk.brief.wording import plural
from wiredesk.query import Query, Selection, ambiguous_view, select
from wiredesk.store import Index
from wiredesk_tui.contents import (
    PANES,
    SORTS,
    BriefContent,
    Options,
    PaneName,
    SearchContent,
)
from wiredesk_tui.making import content
from wiredesk_tui.plain import stories
from wiredesk_tui.plain.answer import Answer, note
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


class Lists:
    """What one reader narrowed an index to, the list that is open, and what was told since it was.

    Args:
        index: What is asked.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._options = Options()
        self._selection: Selection = select(index, Query())
        self._list = "brief"
        self._trail = [Told(self._listing())]

    @property
    def answer(self) -> Answer:
        """What was told last."""
        return self._trail[-1].answer

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
