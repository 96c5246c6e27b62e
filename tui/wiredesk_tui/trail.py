"""The line on top: the query as a trail of facets, and how many articles they leave."""

from collections.abc import Sequence

from textual import events
from textual.reactive import var

from wiredesk.query import Query
from wiredesk_tui.bar_lines import LOADING, everything_line
from wiredesk_tui.cells import Span, clean, cut
from wiredesk_tui.line_widget import LineWidget
from wiredesk_tui.lines import sides


class Trail(LineWidget):
    """The query's facets, and how many articles they leave."""

    asked: var[Query] = var(Query())
    counts: var[tuple[int, int] | None] = var[tuple[int, int] | None](None)
    """Articles that are selected, and all; None as long as that is not known."""
    hints: Sequence[tuple[str, str]] = ()
    """Keys and their words, shown while there is no query."""

    def watch_asked(self) -> None:
        """Show other facets."""
        self.refresh()

    def watch_counts(self) -> None:
        """Show other counts."""
        self.refresh()

    def line(self, y: int, width: int) -> tuple[Sequence[Span], str | None]:
        """The facets from left to right; the first ones go where there is no room."""
        glyphs = self.look.glyphs
        facets = [clean(clause.text) for clause in self.asked.clauses]
        if not facets:
            return everything_line(self.hints, self.counts and self.counts[1], width), None
        count = LOADING
        if self.counts is not None:
            selected, total = self.counts
            count = f"{selected:,} of {total:,} articles "
        arrow = f" {glyphs.arrow} "
        room = width - 3 - len(count)
        text = arrow.join(facets)
        while len(facets) > 1 and len(text) > room:
            facets.pop(0)
            text = glyphs.ellipsis + arrow + arrow.join(facets)
        spans = [Span(" / ", "key"), Span(cut(text, max(room, 8), glyphs.ellipsis), "facet")]
        return sides(spans, [Span(count, "muted")], width), None


class Sign(LineWidget):
    """The sign before the input that says what is typed."""

    text: var[str] = var("/")

    def watch_text(self) -> None:
        """Repaint."""
        self.refresh()

    def line(self, y: int, width: int) -> tuple[Sequence[Span], str | None]:
        """The sign."""
        return [Span(f" {self.text} ", "key")], None

    def on_click(self, event: events.Click) -> None:
        """A click is no wish."""
        event.stop()
