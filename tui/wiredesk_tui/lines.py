"""Lines of spans: how they are joined, and what the terminal gets of them. The toolkit is not imported."""

from collections.abc import Sequence

from rich.segment import Segment

from wiredesk_tui.cells import Line, Span, clean, line_width, width_of
from wiredesk_tui.look import Look
from wiredesk_tui.terminal.letters import to_ascii


def segments_of(spans: Sequence[Span], width: int, look: Look, over: str | None = None) -> list[Segment]:
    """A line as it is painted, filled up with blanks; what is too wide is not cut off.

    All text passes through `clean` on its way out, whoever made the line.

    Args:
        spans: The line.
        width: Cells to fill.
        look: What to paint with.
        over: Token that the whole line is painted with.
    """
    palette = look.palette
    segments = [
        Segment(text, palette.over(token, over) if over else palette[token])
        for text, token in ready(spans, ascii=look.ascii)
        if text
    ]
    taken = sum(width_of(segment.text) for segment in segments)
    if taken < width:
        segments.append(Segment(" " * (width - taken), palette[over or "text"]))
    return segments


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
