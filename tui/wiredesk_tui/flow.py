"""From index, query and options to what the panes show; in threads, and only the latest counts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import polars as pl
from textual.message import Message

from wiredesk.query import Address, Query, Selection, select
from wiredesk.store import EMPTY_INDEX, Index
from wiredesk_tui import work
from wiredesk_tui.contents import Options, PaneName

InThread = Callable[[Callable[[], None]], object]
NOTHING: Final = select(EMPTY_INDEX, Query())


class Flow:
    """Knows what is asked and what has been made of it; all methods are called by the screen alone.

    Args:
        in_thread: Runs a function in a thread.
        post: Takes the messages of `wiredesk_tui.work` from any thread.
    """

    def __init__(self, in_thread: InThread, post: Callable[[Message], object]) -> None:
        self.index = EMPTY_INDEX
        self.asked = Query()
        self._begun: Query | None = None
        self.options = Options()
        self.selection: Selection = NOTHING
        self._in_thread, self._post = in_thread, post
        self._serial = 0
        self._selected = -1
        self._request = 0
        self._fresh: set[PaneName] = set()
        self._page_request = 0
        self._due: set[PaneName] = set()
        self._page_due = False

    @property
    def busy(self) -> bool:
        """Something was asked for that is not there yet."""
        return bool(self._due) or self._page_due

    # -------------------------------------------------------------- what is asked
    def take_index(self, index: Index, *, last: bool) -> bool:
        """Go on with another index; False where the one at hand is as good or better."""
        known = self.index
        if last and index.generation and index.generation == known.generation:
            return False
        if not last and index.height("articles") < known.height("articles"):
            return False  # the stored index is better than the beginning of a new one
        self.index = index
        self._start_over()
        return True

    def see(self, seen: pl.Series | None) -> None:
        """Go on for a reader who has seen these articles."""
        self.index = self.index.with_seen(seen)
        self._start_over()

    def ask(self, query: Query, begun: Query | None = None) -> None:
        """Go on with another query; with `begun` where it selects nothing and that one does."""
        self.asked, self._begun = query, begun
        self._start_over()

    def look(self, **options: object) -> None:
        """Go on with other options."""
        self.options = replace(self.options, **options)
        self._fresh = set()

    def _start_over(self) -> None:
        self._serial += 1
        self._fresh = set()

    # -------------------------------------------------------------- panes
    def want(self, panes: Sequence[PaneName]) -> None:
        """Have made what these panes show, as far as it is not there yet; earlier orders are dropped."""
        missing: tuple[PaneName, ...] = tuple(pane for pane in panes if pane not in self._fresh)
        known = self.selection if self._selected == self._serial else None
        if not missing and known is not None:
            return
        self._request += 1
        request = self._request
        self._due = set(missing)
        self._in_thread(
            partial(
                work.compute,
                request,
                self.index,
                self.asked,
                self._begun,
                known,
                self.options,
                missing,
                self._post,
                lambda: request != self._request,
            )
        )

    def give_up(self) -> None:
        """Wait for nothing any more: something could not be made."""
        self._due.clear()
        self._page_due = False

    def selected(self, event: work.Selected) -> bool:
        """Keep a selection; False where it is stale."""
        if event.request != self._request:
            return False
        self.selection, self._selected = event.selection, self._serial
        self.asked = event.selection.query
        return True

    def computed(self, event: work.Computed) -> bool:
        """Note that a pane is up to date; False where what came is stale."""
        if event.request != self._request:
            return False
        self._fresh.add(event.pane)
        self._due.discard(event.pane)
        return True

    # -------------------------------------------------------------- articles and actors
    def find_page(self, article_id: int, place: Address | None, *, focus: bool) -> None:
        """Have an article looked up for the reader."""
        self._page_request += 1
        self._page_due = True
        self._in_thread(
            partial(
                work.find_page,
                self._page_request,
                self.index,
                self.selection,
                article_id,
                place,
                focus,
                self._post,
            )
        )

    def page_found(self, event: work.PageFound) -> bool:
        """Whether this is the article that was asked for last."""
        if event.request != self._page_request:
            return False
        self._page_due = False
        return True

    def find_actor(self, actor_id: int) -> None:
        """Have gathered what is known of an actor."""
        self._in_thread(
            partial(work.find_actor, self._serial, self.index, self.selection, actor_id, self._post)
        )

    def explain(self, article_id: int) -> None:
        """Have told why an article stands where it does."""
        self._in_thread(
            partial(work.explain, self._serial, self.index, self.selection, article_id, self._post)
        )

    def actor_found(self, event: work.ActorFound | work.Explained) -> bool:
        """Whether this is still about what is shown."""
        return event.serial == self._serial
