"""When an article was published, and before which day it cannot have been written.

Both come from the text and its container alone: never from the clock, a file's times or a caption.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from wiredesk.clean.article import Paragraph
from wiredesk.clean.dateline import Dateline
from wiredesk.clean.furniture import furniture_kind
from wiredesk.clean.header import header_date
from wiredesk.clean.lines import Line
from wiredesk.clean.tenses import tenses
from wiredesk.days import StatedDate, stated_dates
from wiredesk.read.document import Stated
from wiredesk.schema import PublishedFrom

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s+(?=[^\W\d_a-z\"“«‘¿¡(]|[\"“«‘¿¡(])|\n")
_CLAUSE_END = re.compile(r"[,;:—–]\s|\s(?:and|but|y|pero|et|mais|und|aber)\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PAST_FORM = re.compile(r"ed$|\wó$|aron$|ieron$")
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s–—-]*$")
_INTENDED = re.compile(r"\b(?:is|are) to (?!the\b)\w")
_EITHER = frozenset({"for", "through", "before", "pour", "para", "für", "vor", "avant"})
"""Words that stand before years past and to come alike: the verb decides."""
_NEXT_WORDS = 2
_NEAR = 3
_REACH = 40


def publication(
    stated: Stated, header: Sequence[Line], footer: Sequence[Line], line: Dateline | None, *, page: bool
) -> tuple[date | None, PublishedFrom | None]:
    """The day of publication and what shows it.

    Args:
        stated: What the container states; it wins.
        header: Dropped lines above the body: "Published 24 March 2024", a masthead's date line.
        footer: Dropped lines below: only those that say "published" or "updated" count.
        line: The dateline; only with its year.
        page: Whether the article stands on a page of the web. Its "Updated 4 March 2024" is the day of a
            change; in a clipping, where it is the only day shown, it is the day of the text at hand.
    """
    if stated.published is not None:
        return stated.published, "user" if "published" in stated.by_user else "metadata"
    days = [day for row in header if (day := header_date(row.text))]
    days += [day for row in footer if furniture_kind(row) == "stamp" and (day := header_date(row.text))]
    for told in (True, None):
        for day in days:
            if day.published is told:
                return day.day, "header"
    if line is not None and line.day is not None:
        return line.day, "dateline"
    return (days[0].day, "header") if days and not page else (None, None)


def not_before(paragraphs: Sequence[Paragraph], header: Sequence[Line] = ()) -> date | None:
    """The first day of the latest past date that a text states in full; None where it states none.

    A date that its sentence tells as something to come does not count: "by September 2026",
    "will open in 2030", "the 2027 election". The day of a change does: the text as it is here is not older.

    Args:
        paragraphs: The text.
        header: Dropped lines, of which "Updated 4 March 2024" tells such a day.
    """
    changed = [day.day for row in header if (day := header_date(row.text)) and day.published is False]
    latest: date | None = max(changed, default=None)
    for paragraph in paragraphs:
        text = paragraph.text
        for stated in stated_dates(text):
            if (latest is None or stated.first > latest) and not _to_come(text, stated):
                latest = stated.first
    return latest


def _to_come(text: str, stated: StatedDate) -> bool:
    """Whether a date may be still to come, or is none: then it proves nothing."""
    words = tenses().future
    if stated.grain == "year":
        behind = _WORD.findall(text[stated.end : stated.end + _REACH].casefold())
        if words.events & set(behind[:_NEXT_WORDS]) or _is_name(text, stated):
            return True
    clause = _around(text, stated, _clause_end())
    past = _is_past(clause)
    near = _WORD.findall(text[max(0, stated.start - _REACH) : stated.start].casefold())
    if words.verbs & set(near[-_NEAR:]):
        return True
    while near and near[-1] in words.links:
        near.pop()
    if near and near[-1] in words.before and not (near[-1] in _EITHER and past):
        return True
    if past and not words.words & set(clause):
        return False
    sentence = _around(text, stated, _SENTENCE_END)
    return bool(words.words & set(sentence)) or _INTENDED.search(" ".join(sentence)) is not None


def _is_name(text: str, stated: StatedDate) -> bool:
    """Whether a bare year belongs to a name: "Local 2075", "Finance Act 2025"."""
    found = _LAST_WORD.search(text[max(0, stated.start - _REACH) : stated.start])
    return found is not None and found[1][0].isupper() and found[1].casefold() not in tenses().future.leads


def _is_past(words: Sequence[str]) -> bool:
    told = tenses().future
    return any(word in told.past or (_PAST_FORM.search(word) and word not in told.words) for word in words)


def _around(text: str, stated: StatedDate, end: re.Pattern[str]) -> list[str]:
    """The words of the sentence or clause in which a date stands, without the date's own."""
    start, stop = 0, len(text)
    for found in end.finditer(text):
        if found.start() >= stated.end:
            stop = found.start()
            break
        if found.end() <= stated.start:
            start = found.end()
    return _WORD.findall(f"{text[start : stated.start]} {text[stated.end : stop]}".casefold())


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(f"{_SENTENCE_END.pattern}|{_CLAUSE_END.pattern}")
