"""The timeline pane: a histogram over the dated sentences, and what cannot be dated at the end."""

from typing import ClassVar, Final

import polars as pl
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var

from wiredesk.query import Address, facet
from wiredesk_tui.bindings import bindings
from wiredesk_tui.cells import Column, Line, Span, fit, table_line
from wiredesk_tui.columns import source_column
from wiredesk_tui.contents import TimelineContent, emptied
from wiredesk_tui.drawing import columns as draw_columns
from wiredesk_tui.heads import MARGIN, captions, head_line
from wiredesk_tui.lines import sides
from wiredesk_tui.row_list import RowList
from wiredesk_tui.rows import NO_ROWS, FrameRows, Row
from wiredesk_tui.snippet import fact_in, snippet
from wiredesk_tui.wishes import Narrow, Open, Say, Zoom
from wiredesk_tui.wording import ANCHORS, dated

DATE: Final = Column("date", 10, 13)
KNOWN: Final = Column("known by", 8, 8, drop=3)
SENTENCE: Final = Column("sentence", 26, wish=42)
DATE_PARTS: Final = ("value", "precision", "date_from", "date_to", "expression")
CAPTIONED_FROM: Final = 16
"""Lines of the pane from which one of them can be spared for the columns' names."""
APART_FROM: Final = 3
"""Cells of a bucket from which one of them can be spared to set its bar apart."""
TALLEST: Final = 5
"""Lines of the histogram at most."""
SHARE: Final = 5
"""One line of histogram for so many lines of the pane."""
LABEL_ROOM: Final = 2
"""Blank cells between the labels under the histogram."""


class TimelinePane(RowList):
    """The date expressions of what is selected."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("timeline")

    content: var[TimelineContent | None] = var[TimelineContent | None](None, always_update=True)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._buckets: list[Row] = []
        self._columns: tuple[Column, ...] = (DATE, KNOWN, SENTENCE)

    def watch_content(self, content: TimelineContent | None) -> None:
        """Show other dates."""
        self._buckets = content.buckets.to_dicts() if content else []
        self.empty = emptied(content, "no dates in what is selected")
        if content:
            self._columns = (
                self._date_column(content.sample),
                KNOWN,
                source_column(content.sample, wish=10, drop=2),
                SENTENCE,
            )
            if self.untouched:
                self.cursor = self.top = content.begin
        keys = ["article_id", "start"]
        self.rows = FrameRows(content.listing, keys) if content else NO_ROWS

    def _date_column(self, frame: pl.DataFrame) -> Column:
        """As wide as the dates; phrases that cannot be dated may be cut: they stand in the sentence too."""
        known = frame.filter(pl.col("value").is_not_null()).select(DATE_PARTS).unique("value")
        shown = (dated(row, DATE.most or 0, self.look.glyphs) for row in known.iter_rows(named=True))
        return DATE.for_texts(shown if known.height else ["not known"])

    # -------------------------------------------------------------- painting
    def head_lines(self, width: int) -> list[Line]:
        """The pane's name, the histogram and its labels."""
        content = self.content
        if content is None:
            return [head_line(self.place, "Timeline", [], width)]
        only = "only matching" if content.only_matching else ""
        head = head_line(self.place, "Timeline", [f"by {content.zoom}", only, content.sort], width)
        names = [captions(self._columns, width)] if self.size.height >= CAPTIONED_FROM else []
        return [head, *self._histogram(width - MARGIN), *names]

    def _histogram(self, width: int) -> list[Line]:
        height = min(TALLEST, self.size.height // SHARE)
        if height < 1 or width < 8 or not self._buckets:
            return []
        here = self._bucket_of(self.row) if self.row else None
        first, cell, shown = self._window(here, width)
        heights = [bucket["exact"] + bucket["spread"] for bucket in shown]
        glyphs = self.look.glyphs
        gap = 1 if cell >= APART_FROM else 0
        lines: list[Line] = [
            [Span("  "), Span("".join(mark * (cell - gap) + " " * gap for mark in text), "bar")]
            for text in draw_columns(heights, height, glyphs)
        ]
        return [*lines, self._labels(first, cell, shown, here, width)]

    def _window(self, here: int | None, width: int) -> tuple[int, int, list[Row]]:
        """The buckets that fit: number of the first, cells for each, and they themselves."""
        count = len(self._buckets)
        cell = max(1, min(6, width // count))
        room = width // cell
        if count <= room or here is None:
            first = 0
        else:
            # The window moves by whole halves, so that most steps of the cursor leave it alone.
            half = max(1, room // 2)
            first = min(max(0, (here - room // 4) // half * half), count - room)
        return first, cell, self._buckets[first : first + room]

    def _labels(self, first: int, cell: int, shown: list[Row], here: int | None, width: int) -> Line:
        """The first and the last label, and the one of the cursor's row between them."""
        glyphs = self.look.glyphs
        last = len(self._buckets) - 1
        more_left, more_right = first > 0, first + len(shown) <= last
        left = (glyphs.ellipsis if more_left else "") + shown[0]["bucket"]
        right = shown[-1]["bucket"] + (glyphs.ellipsis if more_right else "")
        axis = min(width, cell * len(shown))
        line: Line = [Span("  ")]
        if here is None or not first <= here < first + len(shown):
            return line + sides(
                [Span(left, "muted")], [Span(right, "muted")], max(axis, len(left) + len(right) + 1)
            )
        bucket = self._buckets[here]
        label = bucket["bucket"]
        at = max(0, min((here - first) * cell, width - len(label)))
        before = left if at >= len(left) + LABEL_ROOM else ""
        line += [Span(before.ljust(at), "muted"), Span(label, "facet")]
        end = at + len(label)
        if axis - len(right) >= end + LABEL_ROOM:
            line.append(Span(right.rjust(axis - end), "muted"))
        return line

    def row_line(self, row: Row, width: int) -> Line:
        """The date as known, how it is known, the outlet, the sentence."""
        widths = fit(self._columns, width)
        glyphs = self.look.glyphs
        date = Span(dated(row, widths[0], glyphs), "text" if row["value"] else "muted")
        known = Span(ANCHORS.get(row["anchor"] or "", "unknown"), "muted")
        outlet = Span(row["source"] or "?", "muted")
        line = table_line(self._columns[:3], widths[:3], (date, known, outlet), glyphs.ellipsis)
        start, end = fact_in(row["text"], row["expression"])
        return [*line, Span("  "), *snippet(row["text"], start, end, "date", widths[3], glyphs.ellipsis)]

    # -------------------------------------------------------------- wishes and moving
    def opened(self, row: Row) -> Message:
        """The sentence."""
        return Open(Address(row["article_id"], row["sentence"], row["start"], row["end"]))

    def added(self, row: Row) -> Message:
        """The span of time the row lies in, at the zoom that is shown; wider dates as wide as they are."""
        first, last = row["date_from"], row["date_to"]
        if first is None or last is None:
            return Say("this date is not known: it cannot narrow the query")
        at = self._bucket_of(row)
        if at is not None and self._buckets[at]["date_to"] >= last:
            bucket = self._buckets[at]
            first, last = bucket["date_from"], bucket["date_to"]
        return Narrow(facet("date", str(first) if first == last else f"{first}..{last}"))

    def _bucket_of(self, row: Row) -> int | None:
        first = row["date_from"]
        if first is None or not self._buckets:
            return None
        low, high = 0, len(self._buckets) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._buckets[middle]["date_from"] <= first else (low, middle - 1)
        return low

    def move_to(self, at: int, step: int = 1) -> None:
        """Move, and show where in time the cursor is."""
        before = self._bucket_of(self.row) if self.row else None
        super().move_to(at, step)
        after = self._bucket_of(self.row) if self.row else None
        if before != after and len(self._head()) > 1:
            self.refresh_lines(1, len(self._head()) - 1)

    def action_zoom(self, step: int) -> None:
        """Look closer or wider."""
        self.post_message(Zoom(step))

    def action_span(self, step: int) -> None:
        """Go to the first row of the next span of time that has one, or of the one before."""
        if self.content is None or self.row is None:
            return
        here = self._bucket_of(self.row)
        if here is None:
            if step < 0:
                self.move_to(self._undated() - 1, -1)
            return
        bucket = self._buckets[here]
        days = self.content.listing.values("date_from")
        if step > 0:
            later = (days > bucket["date_to"]).arg_true()
            self.move_to(int(later[0]) if len(later) else self._undated())
            return
        earlier = days.filter(days < bucket["date_from"])
        if len(earlier):
            goal = self._bucket_of({"date_from": earlier.max()})
            first = self._buckets[goal or 0]["date_from"]
            self.move_to(int((days >= first).arg_true()[0]), -1)

    def _undated(self) -> int:
        """Number of the first row that cannot be dated."""
        return self.content.listing.values("date_from").count() if self.content else 0
