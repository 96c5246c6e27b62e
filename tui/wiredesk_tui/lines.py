"""The widget that every part of the screen is made of: it paints lines of spans, and nothing else."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from wiredesk_tui.cells import Line, Span, clean, line_width, width_of
from wiredesk_tui.look import PLAIN_LOOK, Look
from wiredesk_tui.terminal.letters import to_ascii


class LineWidget(Widget):
    """Paints lines. All text passes through `clean` on its way out, whoever made the line."""

    look: var[Look] = var(PLAIN_LOOK)

    def watch_look(self) -> None:
        """Repaint in other colours or characters."""
        self.refresh()

    def line(self, y: int, width: int) -> tuple[Sequence[Span], str | None]:
        """The line at a height of the widget, and the token to paint the whole of it with, if any."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width = self.size.width
        spans, over = self.line(y, width)
        return self.paint(spans, width, over)

    def paint(self, spans: Sequence[Span], width: int, over: str | None = None) -> Strip:
        """Turn a line into what the terminal gets; `over` is a token that the whole line is painted with."""
        palette = self.look.palette
        ground = palette[over or "text"]
        segments = [
            Segment(text, palette.over(token, over) if over else palette[token])
            for text, token in ready(spans, ascii=self.look.ascii)
            if text
        ]
        taken = sum(width_of(segment.text) for segment in segments)
        if taken < width:
            segments.append(Segment(" " * (width - taken), ground))
        strip = Strip(segments)
        return strip.crop(0, width) if taken > width else strip

    def refresh_lines(self, first: int, last: int | None = None) -> None:
        """Repaint the lines from `first` to `last`, both included."""
        count = (first if last is None else last) - first + 1
        self.refresh(Region(0, first, self.size.width, count))


def ready(spans: Sequence[Span], *, ascii: bool) -> Line:
    """The spans as they go out: cleaned and, where that is wanted, in ASCII.

    What grows by being spelt out ("≥" is ">=") takes its cells from the blanks behind it, so that the columns
    behind those stay where they are.
    """
    line = [Span(clean(text), token) for text, token in spans]
    if not ascii:
        return line
    owed = 0
    for at, (text, token) in enumerate(line):
        spelt = to_ascii(text)
        owed += len(spelt) - width_of(text)
        spare = len(spelt) - max(1, len(spelt.lstrip(" ")))
        if owed > 0 and spare > 0:
            taken = min(owed, spare)
            spelt, owed = spelt[taken:], owed - taken
        line[at] = Span(spelt, token)
    return line


def join(parts: Sequence[Line], between: Span) -> Line:
    """One line of several, with a span between them."""
    joined: Line = []
    for part in parts:
        joined += [between, *part] if joined else part
    return joined


def sides(left: Line, right: Line, width: int) -> Line:
    """One line with a left and a right end; the right end goes when there is no room for both."""
    room = width - line_width(left) - line_width(right)
    return [*left, Span(" " * room), *right] if room >= 1 else left
