"""The reader: an article with the sentence that was opened, and the marks in it."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.reactive import var

from wiredesk.brief.wording import plural, untried
from wiredesk.coverage import language_name
from wiredesk.query import Address, Highlight
from wiredesk_tui.bindings import bindings
from wiredesk_tui.cells import Line, Span, clean, cut, line_width, width_of
from wiredesk_tui.lines import LineWidget, sides
from wiredesk_tui.marks import MARK_KINDS, styled
from wiredesk_tui.page import Page, TextLine, wrap
from wiredesk_tui.row_list import SCROLL_LINES
from wiredesk_tui.wishes import Say
from wiredesk_tui.wording import published, published_in_words, source

MARGIN: Final = 2
LEAD: Final = 3
"""Lines kept above a sentence that is jumped to, so that it is read in its context."""
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
        self.top = 0
        self._lines: list[TextLine] = []
        self._wrapped: tuple[int, int] = (0, 0)
        self._before: Page | None = None

    # -------------------------------------------------------------- state
    def watch_page(self, page: Page | None) -> None:
        """Show another article, or the same one with other marks."""
        same = page is not None and self._before is not None and page.article_id == self._before.article_id
        self._before = page
        self._wrapped = (0, 0)
        if not same:
            self.top = 0
        self._wrap()
        self.refresh()

    def watch_place(self) -> None:
        """Bring the sentence that was opened on the screen."""
        if self.page is not None and self._here is not None:
            self._reveal(self.page, self._here)
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

    def _wrap(self) -> None:
        if self.page is None or self.size.width <= MARGIN:
            return
        key = (id(self.page), self.size.width)
        if key != self._wrapped:
            anchor = self._lines[self.top - 2].start if 2 <= self.top < len(self._lines) + 2 else None
            same = self._wrapped[0] == key[0]
            self._lines = wrap(self.page, self.size.width - MARGIN - 1)
            self._wrapped = key
            if same and anchor is not None:
                self.top = self._line_of(anchor)
            self.top = self._within(self.top)

    def on_resize(self) -> None:
        """Break the lines anew, and stay at the same words."""
        self._wrap()
        self.refresh()
        if self.page is not None and self._here is not None:
            self._reveal(self.page, self._here)

    def _about(self) -> list[Line]:
        """The lines above the text."""
        if self.page is None:
            return []
        article = self.page.article
        parts = [source(article), published_in_words(article), plural(article["words"] or 0, "word")]
        if article["byline"]:
            parts.append(article["byline"])
        if article["duplicate_of"] is not None:
            parts.append("near-copy of another article")
        parts.append(article["path"])
        dot = f" {self.look.glyphs.dot} "
        language = article["language"]
        missing = untried(language)
        known = language_name(language) if language else "language unknown"
        return [self._remark(dot.join(parts)), self._remark(f"{known}: {missing}") if missing else []]

    def _remark(self, text: str) -> Line:
        """A line of what is known of the article, as wide as there is room."""
        room = max(0, self.size.width - MARGIN - 1)
        return [Span(cut(clean(text), room, self.look.glyphs.ellipsis), "muted")]

    def _line_of(self, offset: int) -> int:
        """The line of the whole page (with the lines above the text) that shows an offset."""
        found = 0
        for at, line in enumerate(self._lines):
            if line.start <= offset and (line.end > line.start or line.start < offset):
                found = at
            elif line.start > offset:
                break
        return found + 2

    @property
    def height(self) -> int:
        """Lines of text on the screen."""
        return max(1, self.size.height - 1)

    def _within(self, top: int) -> int:
        return max(0, min(top, len(self._lines) + 2 - self.height))

    def _reveal(self, page: Page, place: Address) -> None:
        self._wrap()
        sentence = page.sentence_at(place.start)
        first = self._line_of(sentence.start if sentence else place.start)
        last = self._line_of(max(place.start, place.end - 1))
        if first < self.top or last >= self.top + self.height:
            self.top = self._within(first - min(LEAD, self.height // 3))
        if last >= self.top + self.height:
            self.top = self._within(self._line_of(place.start) - self.height // 2)

    # -------------------------------------------------------------- painting
    def line(self, y: int, width: int) -> tuple[Sequence[Span], str | None]:
        """The head, or a line of the page."""
        if y == 0:
            return self._head(width), "head-focus" if self.has_focus else "head"
        if self.page is None:
            text = "Enter in a list opens what its row stands for here." if y == 1 else ""
            return [Span(" " * MARGIN), Span(cut(text, max(0, width - MARGIN)), "muted")], None
        at = self.top + y - 1
        about = self._about()
        if at < len(about):
            return [Span(" " * MARGIN), *about[at]], None
        at -= len(about)
        if at >= len(self._lines):
            return [], None
        return self._text_line(self.page, self._lines[at]), None

    def _head(self, width: int) -> Line:
        if self.page is None:
            return [Span(" Reader")]
        article = self.page.article
        end = len(self._lines) + 2
        seen = min(end, self.top + self.height)
        right = [Span(f" {seen * 100 // max(1, end)}% ")]
        ellipsis = self.look.glyphs.ellipsis
        about = f"  {source(article)}, {published(article, self.look.glyphs)}"
        room = max(0, width - 2 - line_width(right))
        title = clean(article["title"] or "untitled")
        about = clean(about) if width_of(title) + width_of(clean(about)) <= room or room > 60 else ""
        title = cut(title, max(0, room - width_of(about)), ellipsis)
        return sides([Span(f" {title}"), Span(about)], right, width)

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
        top = self._within(top)
        if top != self.top:
            self.top = top
            self.refresh()

    def action_line(self, step: int) -> None:
        """Lines down or up."""
        self._scroll(self.top + step)

    def action_turn(self, step: int) -> None:
        """Pages down or up, one line of the last page kept."""
        self._scroll(self.top + step * max(1, self.height - 1))

    def action_edge(self, side: int) -> None:
        """The beginning or the end."""
        self._scroll(0 if side < 0 else len(self._lines))

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
