"""One row's worth of a sentence, so cut that what it is shown for can be seen."""

from typing import Final

from wiredesk.query import Selection, marks
from wiredesk_tui.cells import Line, Span, clean, cut, width_of

BEFORE: Final = 0.4
"""Share of the row that may stand before the fact: what follows tells more than what leads up to it."""


def snippet(text: str, start: int, end: int, token: str, width: int, ellipsis: str) -> Line:
    """The part of a sentence around `text[start:end]`, that part in its own style.

    Args:
        text: The sentence.
        start: Where the fact begins in it; equal to `end` where there is nothing to mark.
        end: Behind the fact.
        token: The style of the fact.
        width: Cells of the row.
        ellipsis: What shows a cut.
    """
    if start >= end:
        return [Span(cut(clean(text), width, ellipsis))]
    before, fact, after = clean(text[:start]), clean(text[start:end]), clean(text[end:])
    rest = width - width_of(fact)
    room = min(rest, max(int(width * BEFORE), rest - width_of(after)))
    if width_of(before) > room:
        before = ellipsis + _tail(before, max(0, room - len(ellipsis)))
    line: Line = []
    left = width
    for part, style in ((before, "text"), (fact, token), (after, "text")):
        kept = cut(part, left, ellipsis)
        line.append(Span(kept, style))
        left -= width_of(kept)
        if kept != part:
            break
    return line


def _tail(text: str, width: int) -> str:
    """The last words of a text in at most that many cells."""
    kept = text[max(0, len(text) - width) :]
    while width_of(kept) > width:
        kept = kept[1:]
    space = kept.find(" ")
    return kept[space + 1 :] if 0 <= space < len(kept) // 2 else kept


def fact_in(text: str, fact: str) -> tuple[int, int]:
    """Where a fact stands in its sentence; (0, 0) where it does not."""
    at = text.find(fact)
    return (at, at + len(fact)) if at >= 0 and fact else (0, 0)


def hit_in(text: str, selection: Selection) -> tuple[int, int]:
    """Where the first of the words looked for stands in a sentence; (0, 0) where none does."""
    return next(iter(marks(text, selection.words)), (0, 0))
