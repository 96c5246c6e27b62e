"""The head of an article: what stands above its body."""

import re

from wiredesk.clean.captions import is_credit
from wiredesk.clean.dateline import dateline, lone_dateline
from wiredesk.clean.furniture import WEAK
from wiredesk.clean.header import LONGEST_BYLINE, byline, header_date, outlet_in
from wiredesk.clean.lines import CLOCK, LIST_MARKS, Line, is_body_like, is_headline_like, key
from wiredesk.clean.outlets import is_outlet_like, is_role
from wiredesk.clean.proper import is_name_line
from wiredesk.clean.sorting import (
    Sorting,
    describes_picture,
    is_lone_name,
    keep,
    keep_caption,
    marks_picture,
    says_title,
)

LONGEST_SUMMARY = 50
"""Words; a longer paragraph under a headline is body."""
LONGEST_ROLE = 8
"""Words of a line that says what the author is."""
SHORTEST_SUMMARY = 4
RETOLD = 0.6
"""Share of a summary's longer words that the paragraph below takes up again."""
MIN_RETOLD = 6
"""Longer words that a summary must have to be compared."""
LONGEST_LABEL = 60
"""Characters in which the name of who speaks ends."""

MIN_ROWS = 2
"""So many more lines that end as no sentence does make the first of them a row of a list."""

_LABELLED = re.compile(
    r"(?:Q|A|Question|Answer|QUESTION|ANSWER)\s?[.:]|[A-Z][A-Z .’'-]{2,40}:\s|\d{1,2}[.)]\s"
)
_ASKED = re.compile(r"(?:Q|A|QUESTION|ANSWER|REPORTER|INTERVIEWER|MODERATOR|Question|Answer)\s?[:.]\s")


def body_start(sorting: Sorting, title: int | None) -> int:
    """The first line of the body: with a dateline, or a sentence that is neither caption nor summary."""
    lines, kinds = sorting.lines, sorting.kinds
    first = 0 if title is None else title + 1
    for at in range(first, len(lines)):
        line = lines[at]
        if (kinds[at] is not None and kinds[at] not in WEAK) or says_title(sorting, line) or line.bullet:
            continue
        begins = dateline(line.text, first=True)
        if begins and not _is_speaker(sorting, at):
            sorting.found.dateline = begins
            return at
        if not is_body_like(line) or is_credit(line) or describes_picture(sorting, at, head=True):
            continue
        if header_date(line.text) or (at == first and _is_summary_sentence(sorting, at)):
            continue
        return at
    for at in range(first, len(lines)):  # nothing but short lines
        if (
            kinds[at] is None
            and lines[at].sentence
            and not says_title(sorting, lines[at])
            and not describes_picture(sorting, at, head=True)
        ):
            return at
    return len(lines)


def _is_speaker(sorting: Sorting, at: int) -> bool:
    """Whether a name before a colon is who speaks: other lines start with it too, or with a question."""
    label, colon, _ = sorting.lines[at].text[:LONGEST_LABEL].partition(":")
    if not colon or "(" in label:
        return False
    return any(
        line.text.startswith(f"{label}:") or _ASKED.match(line.text)
        for other, line in enumerate(sorting.lines)
        if other != at
    )


def _is_summary_sentence(sorting: Sorting, at: int) -> bool:
    """Whether the first sentence under a headline is a summary: header lines or its own words follow."""
    lines, kinds = sorting.lines, sorting.kinds
    line = lines[at]
    if line.words > LONGEST_SUMMARY:
        return False
    marks = 0
    for below in range(at + 1, min(at + 9, len(lines))):
        other = lines[below]
        kind = kinds[below]
        if (
            kind in ("stamp", "byline", "share", "reading")
            or byline(other.text)
            or header_date(other.text)
            or lone_dateline(other.text)
        ):
            marks += 1
        elif kind is None and is_body_like(other) and not describes_picture(sorting, below, head=True):
            return marks > 0 or dateline(other.text, first=False) is not None or _retells(line, other)
    return False


def _retells(summary: Line, below: Line) -> bool:
    long = {word for word in summary.key.split() if len(word) > 3}
    if len(long) < MIN_RETOLD:
        return False
    words = key(below.text[: 2 * len(summary.text)])
    return sum(word in words for word in long) >= RETOLD * len(long)


def sort_head(sorting: Sorting, title: int | None, *, blocks: bool) -> None:
    """Sort the lines above the body; `title` is the headline's, and `blocks` tells paragraphs from lines."""
    found, lines = sorting.found, sorting.lines
    for at in range(sorting.body):
        line, kind = lines[at], sorting.kinds[at]
        if at == title or says_title(sorting, line):
            continue
        if kind is not None or is_credit(line) or _names_author(line) or marks_picture(sorting, at):
            found.header.append(line)
        elif describes_picture(sorting, at, head=True):
            keep_caption(sorting, line)
        elif CLOCK.match(line.text):
            if _is_clock_alone(sorting, line.text):
                found.header.append(line)
            else:
                keep(sorting, "body", line.text)
        elif line.text[0] in LIST_MARKS:
            keep(sorting, "body", line.text.lstrip(LIST_MARKS + " "))
        elif header_date(line.text) and not (lone_dateline(line.text) and line.text.split()[0].isupper()):
            found.header.append(line)
        elif alone := lone_dateline(line.text):
            found.dateline = found.dateline or alone
            keep(sorting, "body", line.text)
        elif title is not None and at < title and not blocks:
            _sort_above_title(sorting, at)
        elif (
            line.words <= 8 and (is_outlet_like(line.text) or outlet_in(line.text) == line.text)
        ) or is_lone_name(sorting, at):
            found.header.append(line)
        else:
            first = not blocks or at == 0 or at - 1 == title
            summary = first and found.title is not None and _is_standfirst(sorting, at)
            keep(sorting, "summary" if summary else "body", line.text)


def _is_clock_alone(sorting: Sorting, text: str) -> bool:
    """Whether a line is a day and its hour, or the one time of day in the text: a player's."""
    stamp = header_date(text)
    if stamp:
        return not stamp.rest
    one = not any(map(str.isalpha, text)) and not any(map(str.isspace, text))
    return one and sum(CLOCK.match(line.text) is not None for line in sorting.lines) == 1


def _is_standfirst(sorting: Sorting, at: int) -> bool:
    """Whether a line is the one short text right below the title, no row of a list, table or interview."""
    line = sorting.lines[at]
    if not SHORTEST_SUMMARY <= line.words <= LONGEST_SUMMARY:
        return False
    if any(paragraph.kind in ("body", "summary") for paragraph in sorting.found.paragraphs):
        return False
    if line.text[-1] == ":" or "|" in line.text or _LABELLED.match(line.text) or _is_row(line.text):
        return False
    below = [
        sorting.lines[other]
        for other in range(at + 1, sorting.body)
        if sorting.kinds[other] is None and _is_plain(sorting, other)
    ]
    alike = sum(other.sentence == line.sentence for other in below)
    return alike == 0 if line.sentence else alike < MIN_ROWS


def _is_plain(sorting: Sorting, at: int) -> bool:
    """Whether a line of the head is text of its own: no byline, day, caption or place."""
    line = sorting.lines[at]
    return not (
        is_credit(line)
        or _names_author(line)
        or is_lone_name(sorting, at)
        or header_date(line.text)
        or lone_dateline(line.text)
        or says_title(sorting, line)
        or describes_picture(sorting, at, head=True)
    )


def _is_row(text: str) -> bool:
    """Whether a third of a line's words are numbers, as in the rows of a table."""
    words = text.split()
    return 3 * sum(any(map(str.isdigit, word)) for word in words) >= len(words)


def _names_author(line: Line) -> bool:
    """Whether a line is a byline, or says what the author is: "Staff Reporter", "ANALYSIS — Jane Doe"."""
    if line.sentence or line.words > LONGEST_BYLINE:
        return False
    if byline(line.text) or (line.words <= LONGEST_ROLE and is_role(line.text)):
        return True
    label, mark, name = line.text.partition(" — ")
    return bool(mark) and label.isupper() and label.count(" ") < SHORTEST_SUMMARY and is_name_line(name)


def _sort_above_title(sorting: Sorting, at: int) -> None:
    """Mastheads, labels and menus above a headline go; a line as long as a headline stays.

    A standfirst may stand there too: below the first of two lines that say the headline.
    """
    line = sorting.lines[at]
    if line.words <= 6 or outlet_in(line.text) or not is_headline_like(line):
        sorting.found.header.append(line)
    else:
        below_title = any(says_title(sorting, other) for other in sorting.lines[:at])
        keep(sorting, "summary" if below_title and _is_standfirst(sorting, at) else "body", line.text)
