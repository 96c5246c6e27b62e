"""The first and the last line of the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Final

from textual.reactive import var

from wiredesk.store import EMPTY_INDEX, Index
from wiredesk_tui.bar_lines import file_lines, opening_line, top_line
from wiredesk_tui.cells import Line, Span, clean, cut, line_width
from wiredesk_tui.contents import PaneName
from wiredesk_tui.counts import Counts
from wiredesk_tui.drawing import duration, progress
from wiredesk_tui.front import file_states
from wiredesk_tui.job import Progress
from wiredesk_tui.line_widget import LineWidget
from wiredesk_tui.lines import sides
from wiredesk_tui.page import breaks

SLOWEST: Final = 2.0
"""Seconds before a rate says anything."""
BAR_WIDTH: Final = 20
FIRST_HINTS: Final = 3
"""Hints that are worth more than long words about the files."""
SIGN: Final = "! "
"""Stands before what went wrong, which is told by more than its colour."""
WORDS: Final = {
    "find": "looking for files",
    "check": "comparing files",
    "extract": "reading",
    "link": "linking",
    "write": "storing",
}
"""Phase of a build -> what the reader is told."""


class TopBar(LineWidget):
    """What is open, and the panes with their keys."""

    title: var[str] = var("")
    pane: var[PaneName] = var[PaneName]("brief")

    def watch_title(self) -> None:
        """Repaint."""
        self.refresh()

    def watch_pane(self) -> None:
        """Repaint."""
        self.refresh()

    def line(self, y: int, width: int) -> tuple[Sequence[Span], str | None]:
        """The panes on the left; the pile's name on the right where there is room."""
        return top_line(self.pane, self.title, width, self.look.glyphs.ellipsis), None


@dataclass(frozen=True)
class Told:
    """What the reader is told.

    Attributes:
        text: In words.
        error: Something went wrong.
        whole: It takes as many lines as it needs, instead of being cut.
    """

    text: str = ""
    error: bool = False
    whole: bool = False


class StatusBar(LineWidget):
    """What goes on: a message, else how far indexing is, else hints; and what became of the files."""

    index: var[Index] = var(EMPTY_INDEX)
    told: var[Told] = var(Told())
    progress: var[Progress | None] = var[Progress | None](None)
    hints: var[tuple[str, ...]] = var(())

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._counts = Counts()
        self._started: tuple[str, float, int] = ("", 0.0, 0)
        self._wrapped: list[str] = []
        """The message where it takes several lines, else nothing."""

    def watch_index(self, index: Index) -> None:
        """Count again."""
        self._counts = Counts.of(file_states(index))
        self.refresh()

    def watch_told(self) -> None:
        """Take as many lines as the message needs."""
        self._wrap()
        self.refresh()

    def on_resize(self) -> None:
        """Take as many lines as it needs now."""
        self._wrap()

    def _wrap(self) -> None:
        """Wrap a message that may take several lines; of a small screen it takes half at most."""
        width, most = self.size.width, self.screen.size.height // 2
        self._wrapped = []
        if self.told.whole and width > 0 and line_width(_warned(self.told)) > width and most > 1:
            text = SIGN + clean(self.told.text)
            lines = [
                text[start:end] for start, end in breaks(text, max(1, width - 1 - len(SIGN)), -len(SIGN))
            ]
            if len(lines) > most:
                lines[most - 1] = cut(" ".join(lines[most - 1 :]), width - 3, self.look.glyphs.ellipsis)
            self._wrapped = lines[:most]
        self.styles.height = max(1, len(self._wrapped))

    def watch_hints(self) -> None:
        """Repaint."""
        self.refresh()

    def watch_progress(self, now: Progress | None) -> None:
        """Repaint; a stage's rate counts from when it was first heard of."""
        if now is not None and now.phase != self._started[0]:
            self._started = (now.phase, monotonic(), now.done)
        elif now is None:
            self._started = ("", 0.0, 0)
        self.refresh()

    def line(self, y: int, width: int) -> tuple[Sequence[Span], str | None]:
        """Message, progress or hints on the left; the counts on the right, as soon as there is an index."""
        if self._wrapped:
            indent = " " if y == 0 else " " + " " * len(SIGN)
            return [Span(indent), Span(self._wrapped[y], "error")] if y < len(self._wrapped) else [], None
        forms = self._files()
        if self.told.text or self.progress:
            left = self._left(width)
            wanted = line_width(left)
        else:
            left, wanted = [], line_width(self._hints(width, FIRST_HINTS))
        right = next((form for form in forms if wanted + 1 + line_width(form) <= width), forms[-1])
        if self.told.error and wanted + 1 + line_width(right) > width:
            right = []  # what went wrong is worth more than what is always there
        room = max(0, width - line_width(right) - 1)
        left = _cut_line(left, room, self.look.glyphs.ellipsis) if left else self._hints(room)
        return sides(left, right, width), None

    def opening_line(self, width: int) -> Line:
        """The line for a first frame that is shown before the program can act on keys."""
        return opening_line(self._counts, width, self.look.glyphs.ellipsis)

    def room_for(self, text: str) -> bool:
        """Whether a message of what went wrong can be read as a whole."""
        return line_width(_warned(Told(text, error=True))) <= self.size.width

    def _left(self, width: int) -> Line:
        if self.told.text:
            return _warned(self.told)
        return self._progress(self.progress, width) if self.progress else []

    def _hints(self, width: int, most: int | None = None) -> Line:
        """As many hints as there is room for, whole ones."""
        text = ""
        for hint in self.hints[:most]:
            more = f"{text}  {hint}" if text else f" {hint}"
            if len(more) > width:
                break
            text = more
        return [Span(text, "muted")]

    def _progress(self, now: Progress, width: int) -> Line:
        glyphs = self.look.glyphs
        doing = WORDS.get(now.phase, now.phase)
        if not now.total:
            return [Span(f" {doing} {glyphs.ellipsis}")]
        bar = progress(now.done, now.total, min(BAR_WIDTH, max(4, width // 8)), glyphs)
        text = f" {now.done:,}/{now.total:,}"
        _, since, before = self._started
        elapsed = monotonic() - since
        if elapsed >= SLOWEST and now.done > before:
            rate = (now.done - before) / elapsed
            text += f"  {rate:,.0f}/s  {duration((now.total - now.done) / rate)} left"
        return [Span(f" {doing} "), Span(bar, "bar"), Span(text)]

    def _files(self) -> list[Line]:
        if self.index is EMPTY_INDEX or (self.progress and not self._counts.found):
            return [[]]  # none is through yet, as far as is known
        return file_lines(self._counts)


def _warned(told: Told) -> Line:
    sign, token = (SIGN, "error") if told.error else ("", "warning")
    return [Span(" "), Span(sign + clean(told.text), token)]


def _cut_line(line: Line, width: int, ellipsis: str) -> Line:
    kept: Line = []
    for text, token in line:
        kept.append(Span(cut(text, width, ellipsis), token))
        width -= line_width(kept[-1:])
        if kept[-1].text != text:
            break
    return kept
