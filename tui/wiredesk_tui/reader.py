"""The reader: an article with the sentence that was opened, and the marks in it."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.reactive import var

from wiredesk.query import Address, Highlight
from wiredesk_tui.bindings import bindings
from wiredesk_tui.cells import Line, Span, clean, cut, line_width, width_of
from wiredesk_tui.line_widget import LineWidget
from wiredesk_tui.lines import sides
from wiredesk_tui.marks import MARK_KINDS, styled
from wiredesk_tui.page import Page, TextLine
from wiredesk_tui.row_list import SCROLL_LINES
from wiredesk_tui.sheet import Sheet
from wiredesk_tui.wishes import Say
from wiredesk_tui.wording import about, published, source

MARGIN: Final = 2
ROOM_FOR_ORIGIN: Final = 60
"""Cells of the head from which outlet and day are shown even if the title is cut for them."""
NOTHING_YET: Final = (
    "Enter in a list opens what its row stands for here.",
    "",
    "Space in a list narrows all panes to what its row",
    "stands for, and / to what you type; Backspace takes",
    "the last part of the query back.",
    "",
    "Each line of the brief, each date, figure and mention",
    "leads to the sentence behind it.",
)
"""What the reader says before anything is opened."""
BASE: Final = {"title": "headline", "caption": "muted"}
"""Kind of a paragraph -> its token, where it is not plain text."""


class Reader(LineWidget, can_focus=True):
    """Shows a page; `place` says which sentence was opened."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")

    page: var[Page | None] = var[Page | None](None, always_update=True)
    place: var[Address | None] = var[Address | None](None, always_update=True)
    shown: var[frozenset[str]] = var(MARK_KINDS)
    """The kinds of marks that are painted."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sheet = Sheet()
        self._remarks: list[str] = []
        self._before: Page | None = None

    # -------------------------------------------------------------- state
    def watch_page(self, page: Page | None) -> None:
        """Show another article, or the same one with other marks."""
        before, self._before = self._before, page
        if page is None or before is None or page.article_id != before.article_id:
            self._sheet.begin()
        else:
            self._sheet.carry(before, page)
        self._fit()
        self.refresh()

    def watch_place(self) -> None:
        """Bring the sentence that was opened on the screen."""
        page, here = self.page, self._here
        if page is not None and here is not None:
            self._sheet.reveal(*(self._opened or (here.start, here.end)), here.start, here.end)
        self.refresh()

    def watch_shown(self) -> None:
        """Repaint with other marks."""
        self.refresh()

    @property
    def _here(self) -> Address | None:
        """The place that was opened, if it is in the article that is shown."""
        same = (
            self.page is not None and self.place is not None and self.place.article_id == self.page.article_id
        )
        return self.place if same else None

    @property
    def _opened(self) -> tuple[int, int] | None:
        """Where the sentence that was opened begins and ends in the text."""
        here = self._here
        sentence = self.page.sentence_at(here.start) if self.page and here else None
        return (sentence.start, sentence.end) if sentence else None

    def _fit(self) -> None:
        """Break the article into lines for the size there is."""
        width, height = self.size.width - MARGIN - 1, self.size.height - 1
        if width < 1:  # not on the screen
            return
        self._remarks = about(self.page.article, width, height, self.look.glyphs) if self.page else []
        self._sheet.fit(self.page, width, height, len(self._remarks))

    def on_resize(self) -> None:
        """Break the lines anew, and stay at the same words."""
        self._fit()
        self.refresh()

    # -------------------------------------------------------------- painting
    def line(self, y: int, width: int) -> tuple[Sequence[Span], str | None]:
        """The head, or a line of the page."""
        if y == 0:
            return self._head(width), "head-focus" if self.has_focus else "head"
        if self.page is None:
            text = NOTHING_YET[y - 1] if y <= len(NOTHING_YET) else ""
            return [
                Span(" " * MARGIN),
                Span(cut(text, max(0, width - MARGIN), self.look.glyphs.ellipsis), "muted"),
            ], None
        at = self._sheet.top + y - 1
        if at < len(self._remarks):
            return [Span(" " * MARGIN), Span(self._remarks[at], "muted")], None
        if at >= self._sheet.end:
            return [], None
        return self._text_line(self.page, self._sheet.lines[at - len(self._remarks)]), None

    def _head(self, width: int) -> Line:
        if self.page is None:
            return [Span(" Reader")]
        article = self.page.article
        sheet = self._sheet
        seen = min(sheet.end, sheet.top + sheet.height)
        right = [Span(f" {seen * 100 // max(1, sheet.end)}% ")]
        ellipsis = self.look.glyphs.ellipsis
        origin = clean(f"  {source(article)}, {published(article, self.look.glyphs)}")
        room = max(0, width - 2 - line_width(right))
        title = clean(article["title"] or "untitled")
        origin = origin if width_of(title) + width_of(origin) <= room or room > ROOM_FOR_ORIGIN else ""
        title = cut(title, max(0, room - width_of(origin)), ellipsis)
        return sides([Span(f" {title}"), Span(origin)], right, width)

    def _text_line(self, page: Page, line: TextLine) -> Line:
        base = BASE.get(line.kind, "text")
        spans: Line = [Span(self._margin(page, line), "mark")]
        if line.label:
            spans.append(Span(line.label, "muted"))
        at = line.start
        for start, end, token in styled(page, line, self.shown, self._fact(page)):
            if start > at:
                spans.append(Span(page.text[at:start], base))
            spans.append(Span(page.text[start:end], token))
            at = end
        spans.append(Span(page.text[at : line.end], base))
        return spans

    def _margin(self, page: Page, line: TextLine) -> str:
        blank = " " * MARGIN
        here = self._here
        sentence = page.sentence_at(here.start) if here else None
        if sentence is None or line.end <= line.start:
            return blank
        touches = line.start < sentence.end and sentence.start < line.end
        return self.look.glyphs.margin + " " if touches else blank

    def _fact(self, page: Page) -> tuple[int, int] | None:
        """The opened fact itself, where it is less than its sentence."""
        here = self._here
        sentence = page.sentence_at(here.start) if here else None
        if here is None or sentence is None or (here.start, here.end) == (sentence.start, sentence.end):
            return None
        return here.start, here.end

    # -------------------------------------------------------------- moving
    def _scroll(self, top: int) -> None:
        if self._sheet.scroll(top, self._opened):
            self.refresh()

    def action_line(self, step: int) -> None:
        """Lines down or up."""
        self._scroll(self._sheet.top + step)

    def action_turn(self, step: int) -> None:
        """Pages down or up, one line of the last page kept."""
        self._scroll(self._sheet.top + step * max(1, self._sheet.height - 1))

    def action_edge(self, side: int) -> None:
        """The beginning or the end."""
        self._scroll(0 if side < 0 else self._sheet.end)

    def action_mark(self, kind: str) -> None:
        """Paint a kind of marks, or no longer."""
        self.shown = self.shown ^ {kind}
        state = "marked" if kind in self.shown else "not marked"
        self.post_message(Say(f"{kind}s are {state}"))

    def next_mark(self, step: int, kinds: frozenset[str]) -> None:
        """Go to the next mark of these kinds from where the reader is, or the one before."""
        if self.page is None:
            self.post_message(Say("nothing is open: Enter opens what a row stands for"))
            return
        marks = [mark for mark in self.page.marks if mark.kind in kinds & self.shown]
        mark = self._after(marks, step)
        if mark is not None:
            self.place = self.page.address_of(mark.start, mark.end)
        else:
            name = "hit" if "hit" in kinds else "fact"
            where = "further on" if step > 0 else "before this"
            self.post_message(Say(f"no {name} {where} in this article"))

    def _after(self, marks: list[Highlight], step: int) -> Highlight | None:
        here = self._here
        if here is None:
            return marks[0] if marks and step > 0 else None
        if step > 0:
            return next((mark for mark in marks if mark.start > here.start), None)
        return next((mark for mark in reversed(marks) if mark.start < here.start), None)

    def on_focus(self) -> None:
        """Show who has the keys."""
        self.refresh_lines(0)

    def on_blur(self) -> None:
        """Show who has the keys no longer."""
        self.refresh_lines(0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll, where a mouse is in use at all."""
        event.stop()
        self.action_line(SCROLL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.action_line(-SCROLL_LINES)
