"""Which stretches of a line stand out in the reader, and as what."""

from itertools import pairwise
from typing import Final

from wiredesk_tui.page import Page, TextLine

PRIORITY: Final = {"actor": 0, "date": 1, "figure": 2, "hit": 3, "fact": 4}
"""Where marks overlap the highest one shows; "fact" is the one that was opened."""
MARK_KINDS: Final = frozenset(PRIORITY) - {"fact"}
"""The kinds of marks that the reader of an article may have painted or not."""


def styled(
    page: Page, line: TextLine, shown: frozenset[str], fact: tuple[int, int] | None
) -> list[tuple[int, int, str]]:
    """The marked stretches of a line, in order and without overlaps.

    Args:
        page: The article.
        line: One of its lines.
        shown: The kinds of marks to paint.
        fact: Where the opened fact stands in the text, if it is to stand out.

    Returns:
        Start and end in the article's text, and the token to paint with.
    """
    marks = [(mark.start, mark.end, mark.kind) for mark in page.marks if mark.kind in shown]
    if fact is not None:
        marks.append((*fact, "fact"))
    here = [
        (max(start, line.start), min(end, line.end), kind)
        for start, end, kind in marks
        if start < line.end and end > line.start
    ]
    edges = sorted({edge for start, end, _ in here for edge in (start, end)})
    found: list[tuple[int, int, str]] = []
    for start, end in pairwise(edges):
        over = [kind for low, high, kind in here if low <= start and high >= end]
        if over:
            found.append((start, end, max(over, key=PRIORITY.__getitem__)))
    return found
