"""The reader's saved searches in the line mode, and what is marked as seen."""

import polars as pl

from wiredesk.brief.wording import plural
from wiredesk.desk import Desk
from wiredesk.errors import DeskError
from wiredesk.query import Query, searches_view
from wiredesk.store import Index
from wiredesk_tui.plain.answer import Answer, Item, SavedSearch, answer_of, note
from wiredesk_tui.rows import Row

TITLE = "Saved searches"


class SavedSearches:
    """What can be done with the searches that are saved for a pile.

    All methods that reach for the reader's own work raise `DeskError` where it cannot be read or written, or
    where nothing is kept of the pile.

    Args:
        desk: The reader's own work; None: nothing is kept of the pile.
    """

    def __init__(self, desk: Desk | None) -> None:
        self._desk = desk

    @property
    def _kept(self) -> Desk:
        if self._desk is None:
            raise DeskError("nothing is kept of this pile, so no search can be saved for it")
        return self._desk

    def listed(self, index: Index) -> Answer:
        """All of them, each with what it finds; opening one goes to that."""
        view = searches_view(index, self._kept.searches())
        if not view.height:
            return note("no search is saved: save-search NAME saves the query")
        return answer_of(f"{TITLE}: {view.height:,}", [_item(row) for row in view.iter_rows(named=True)])

    def save(self, name: str, query: Query) -> Answer:
        """Save a query under a name."""
        if not query.clauses:
            return note("nothing to save: narrow the query first, for instance: search strike")
        if not name:
            return note("under which name? For instance: save-search strikes in ports")
        self._kept.save(name, str(query))
        return note(f"saved as '{name}': {query}")

    def rename(self, item: Item, to: str) -> Answer:
        """Give a row of the list another name."""
        if not isinstance(item.target, SavedSearch):
            return _elsewhere()
        if not to:
            return note("which name? For instance: search-rename 1 strikes in ports")
        self._kept.rename(item.target.name, to)
        return note(f"'{item.target.name}' is '{to}' now")

    def remove(self, item: Item) -> Answer:
        """Remove a row of the list, and say what it was, so that it can be saved again."""
        if not isinstance(item.target, SavedSearch):
            return _elsewhere()
        self._kept.remove(item.target.name)
        return note(f"'{item.target.name}' is removed; it was: {item.target.query}")

    def mark_seen(self, index: Index, selected: pl.DataFrame) -> tuple[Index, Answer]:
        """Mark articles as seen.

        Args:
            index: The articles.
            selected: Has the column article_id.

        Returns:
            The index for a reader who has seen them, and what to tell.
        """
        articles = index.articles.join(selected, on="article_id", how="semi")
        self._kept.mark_seen(articles)
        told = f"{plural(articles.height, 'article')} marked as seen; is:new finds the others"
        return index.with_seen(self._kept.seen()), note(told)


def _item(row: Row) -> Item:
    counted = () if row["error"] else (f"new: {row['new']:,}", f"articles: {row['articles']:,}")
    wrong = (f"cannot be read: {row['error']}",) if row["error"] else ()
    target = SavedSearch(row["name"], row["query"])
    return Item(
        row["name"], (*counted, f"query: {row['query']}", *wrong), target, "open goes to what it finds"
    )


def _elsewhere() -> Answer:
    return note("this row is no saved search: type searches, then the number of one")
