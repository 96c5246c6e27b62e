"""The widget that every part of the screen is made of: it paints lines of spans, and nothing else."""

from collections.abc import Sequence

from textual.geometry import Region
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from wiredesk_tui.cells import Span, width_of
from wiredesk_tui.lines import segments_of
from wiredesk_tui.look import PLAIN_LOOK, Look


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
        segments = segments_of(spans, width, self.look, over)
        taken = sum(width_of(segment.text) for segment in segments)
        strip = Strip(segments)
        return strip.crop(0, width) if taken > width else strip

    def refresh_lines(self, first: int, last: int | None = None) -> None:
        """Repaint the lines from `first` to `last`, both included."""
        count = (first if last is None else last) - first + 1
        self.refresh(Region(0, first, self.size.width, count))
