"""An article in a window: which of its lines are seen, and what stays in view when the size changes."""

from dataclasses import dataclass, field
from typing import Final

from wiredesk_tui.page import Page, TextLine, carried, wrap

LEAD: Final = 3
"""Lines kept above a sentence that is jumped to, so that it is read in its context."""
LEAD_SHARE: Final = 3
"""In a low window no more than one line of so many is kept above it."""
TELLING: Final = 20
"""Characters from which a stretch tells where it stands in a text that has changed."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the reader looks at: a stretch of the text, and the line of the window in which it begins."""

    start: int
    end: int
    row: int


@dataclass
class Sheet:
    """An article broken into lines, and the window's place in it.

    A change of size never changes what is held: after any number of them, also when they come faster than the
    lines are broken, the window shows the same words in the same place as far as its size allows.

    Attributes:
        lines: Of the text.
        above: How many lines of remarks stand above the text and are scrolled with it.
        height: Lines of the window.
        top: The first line that is seen; the remarks count.
        held: What stays in view; None is the beginning of the article.
    """

    lines: list[TextLine] = field(default_factory=list[TextLine])
    above: int = 0
    height: int = 1
    top: int = 0
    held: Held | None = None

    def begin(self) -> None:
        """Let another article be shown from its beginning."""
        self.top, self.held = 0, None

    def carry(self, before: Page, after: Page) -> None:
        """Go on with the same words in a later make of the article: those held, else a line that is seen."""
        if self.held is None or before.text == after.text:
            return
        seen = [Held(line.start, line.end, row) for row, line in enumerate(self._seen())]
        for held in (self.held, *seen):
            by = carried(before, after, held.start, held.end) if held.end - held.start >= TELLING else None
            if by is not None:
                self.held = Held(held.start + by, held.end + by, held.row)
                return

    def _seen(self) -> list[TextLine]:
        """The lines of text in the window; the remarks, where they are seen, count as empty ones."""
        first = self.top - self.above
        return [*[TextLine(0, 0, "")] * -first, *self.lines[max(0, first) : first + self.height]]

    def fit(self, page: Page | None, width: int, height: int, above: int) -> None:
        """Break an article into lines of at most `width` cells and show what is held."""
        self.lines = wrap(page, width) if page else []
        self.above, self.height = above, max(1, height)
        held = self.held
        if held is None:
            self.top = 0
            return
        top = self.line_of(held.start) - held.row
        self.top = self._within(self._with_end(top, held.start, held.end))

    @property
    def end(self) -> int:
        """Lines of remarks and text."""
        return self.above + len(self.lines)

    def line_of(self, offset: int) -> int:
        """The line that shows an offset of the text; the remarks count."""
        found = 0
        for at, line in enumerate(self.lines):
            if line.start <= offset and (line.end > line.start or line.start < offset):
                found = at
            elif line.start > offset:
                break
        return found + self.above

    def sees(self, start: int) -> bool:
        """Whether the line of an offset is in the window."""
        return self.top <= self.line_of(start) < self.top + self.height

    def scroll(self, top: int, opened: tuple[int, int] | None = None) -> bool:
        """Move the window; False where it stays.

        Args:
            top: The line to begin with.
            opened: The sentence that was opened: while it is seen, it is what is held.
        """
        before, self.top = self.top, self._within(top)
        if opened is not None and self.sees(opened[0]):
            self._hold(*opened)
        elif self.top < self.above or not self.lines:
            self.held = None
        else:
            start = self.lines[self.top - self.above].start
            self._hold(start, start + 1)
        return self.top != before

    def reveal(self, start: int, end: int, first: int, last: int) -> None:
        """Bring a stretch of the text into the window, with its sentence where both have room.

        Args:
            start: Where the sentence begins.
            end: Behind its last character.
            first: Where the stretch begins.
            last: Behind its last character.
        """
        low, high = self.line_of(start), self.line_of(max(start, last - 1))
        if low < self.top or high >= self.top + self.height:
            self.top = self._within(low - min(LEAD, self.height // LEAD_SHARE))
        if high >= self.top + self.height:
            self.top = self._within(self.line_of(first) - self.height // 2)
        shown = (start, end) if self.sees(start) else (first, last)
        self._hold(*shown)

    def _hold(self, start: int, end: int) -> None:
        self.held = Held(start, end, self.line_of(start) - self.top)

    def _with_end(self, top: int, start: int, end: int) -> int:
        """Move so far down that the end is seen too, as long as the beginning stays in the window."""
        first, last = self.line_of(start), self.line_of(max(start, end - 1))
        return max(top, min(first, last - self.height + 1))

    def _within(self, top: int) -> int:
        return max(0, min(top, self.end - self.height))
