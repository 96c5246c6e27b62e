"""The lines around the panes. The toolkit is not imported: the first screen may show them before."""

from collections.abc import Sequence
from typing import Final

from wiredesk_tui.cells import Line, Span, clean, cut, line_width
from wiredesk_tui.contents import PANES, PaneName
from wiredesk_tui.counts import Counts
from wiredesk_tui.lines import sides

LOADING: Final = "loading "
"""Stands where articles are counted, until there is an index that says how many there are."""


def top_line(pane: PaneName, title: str, width: int, ellipsis: str) -> Line:
    """The panes with their keys on the left; the pile's name on the right where there is room."""
    tabs = _tabs(pane, names=True)
    if line_width(tabs) > width:
        tabs = _tabs(pane, names=False)
    room = width - line_width(tabs) - 2
    name = cut(clean(title), room - 1, ellipsis) if room > len("wiredesk") else ""
    return sides(tabs, [Span(name + " ", "muted")], width)


def _tabs(current: PaneName, *, names: bool) -> Line:
    tabs: Line = []
    for pane, (key, name) in PANES.items():
        if pane == "refused" and current != "refused":
            continue
        if pane == current:
            tabs.append(Span(f" {key} {name} ", "head-focus"))
        else:
            tabs += [Span(f" {key}", "key"), Span(f" {name} " if names else "", "muted")]
    return tabs


def everything_line(hints: Sequence[tuple[str, str]], articles: int | None, width: int) -> Line:
    """What stands where the query is shown while there is none: keys with their words, and all articles.

    Args:
        hints: Keys and their words.
        articles: How many there are; None as long as that is not known.
        width: Cells of the line.
    """
    left: Line = []
    for key, word in hints:
        left += [Span(f" {key} ", "key"), Span(f"{word}  ", "muted")]
    count = LOADING if articles is None else f"{articles:,} articles "
    return sides(left, [Span(count, "muted")], width)


def file_lines(counts: Counts) -> list[Line]:
    """What became of the files, the longest form first."""
    token = "warning" if counts.refused else "muted"
    return [[Span(well, "muted"), Span(refused, token)] for well, refused in counts.forms()]


def opening_line(counts: Counts, width: int, ellipsis: str) -> Line:
    """The last line of a first frame that is shown before the program can act on keys."""
    left = [Span(f" opening {ellipsis}", "muted")]
    room, forms = width - line_width(left) - 1, file_lines(counts)
    return sides(left, next((form for form in forms if line_width(form) <= room), forms[-1]), width)
