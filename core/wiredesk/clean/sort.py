"""The lines of one article, each told what it is: title, summary, caption, body, or no part of it."""

from collections import Counter
from collections.abc import Sequence

from wiredesk.clean.body import sort_body
from wiredesk.clean.foot import foot_start
from wiredesk.clean.furniture_marks import Kind
from wiredesk.clean.head import body_start, sort_head
from wiredesk.clean.headline import choose_headline
from wiredesk.clean.lines import Line
from wiredesk.clean.sorting import SortedLines, Sorting


def sort_lines(
    lines: Sequence[Line], kinds: Sequence[Kind | None], *, stated_title: str | None, blocks: bool
) -> SortedLines:
    """Tell what each line of an article is.

    Args:
        lines: The article's lines.
        kinds: What furniture each is, as far as its words alone tell.
        stated_title: The title that the container states.
        blocks: Whether the lines are paragraphs that were told from furniture already.
    """
    found = SortedLines(title=stated_title)
    if not lines:
        return found
    times = Counter(line.key for line in lines if line.words >= 3 and line.key)
    sorting = Sorting(lines, kinds, times, found)
    title = choose_headline(lines, kinds, times, stated_title, blocks=blocks)
    if title is not None:
        found.title = lines[title].text
    sorting.body = body_start(sorting, title)
    sorting.foot = foot_start(sorting)
    sort_head(sorting, title, blocks=blocks)
    sort_body(sorting)
    return found
