"""Which page of a list is seen."""

from typing import Final

PARTS: Final = 4
"""A step over the edge of the page moves it by one part of so many: the terminal moves the other rows itself,
and the cursor is in the page for a while."""


def turned(top: int, first: int, last: int, page: int, count: int) -> int:
    """The first row of the page once the cursor has moved: by a part of a page for a step, else by a page.

    Args:
        top: The first row of the page so far.
        first: The row under the cursor.
        last: The last row that belongs to it, less than a page behind it.
        page: Rows of a page, at least 1.
        count: Rows of the list.
    """
    part = max(1, page // PARTS)
    if top + page <= last < top + page + part:
        top += part
    elif top - part <= first < top:
        top -= part
    elif last >= top + page:
        top = first if first < top + 2 * page else first - page // 2
    elif first < top:
        top = first - page + 1 if first > top - page else first - page // 2
    top = min(first, max(top, last - page + 1))  # all of what is under the cursor is seen
    return max(0, min(top, count - page))
