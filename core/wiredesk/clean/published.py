"""When an article was published, and before which day it cannot have been written.

Both come from the text and its container alone: never from the clock, a file's times or a caption.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from wiredesk.clean.article import Paragraph
from wiredesk.clean.dateline import Dateline
from wiredesk.clean.furniture import furniture_kind
from wiredesk.clean.header import HeaderDate, header_date
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
_LONGEST_SENTENCE = 350
"""Characters on either side of a date in which its sentence begins and ends, or is taken to."""
_NUMBER_REACH = 14
"""Characters before a year in which "case no. " or another year stands."""
_RANGE = re.compile(r"(?<![\d/.,-])([0-9]{1,2})\s?[-–]\s?[0-9]{1,2}\s(?:de\s)?$")
_STAMP_PARTS = re.compile(r"\s[•|·]\s")
_YEARS_BEFORE = re.compile(
    r"\b(?:(?:19|20)[0-9]{2}(?:,\s(?:and\s)?|\s?[–-]\s?|\s(?:and|to|y|et|und|a|à|bis)\s))+$"
)
_ATTRIBUTE = re.compile(r"\b(?:[Tt]he|of)\s$")
_COUNTED = re.compile(r"[0-9]\s(?:in|by|for)\s$")
"""What a table or a plan says of a year: "150 in 2027"; only a verb of its clause proves it past."""
_BEFORE_NUMBER = re.compile(r"(?:\w[/-]|\b(?:no|nos|nr|ref|case|file|docket|n°|nº)[.:]?\s?)$", re.IGNORECASE)
_BEHIND_NUMBER = re.compile(r"[/-](?:\d{3,}|[A-Za-z])")


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
    days = [day for row in header if (day := header_date(row.text) or _day_of_stamp(row))]
    days += [day for row in footer if furniture_kind(row) == "stamp" and (day := header_date(row.text))]
    for told in (True, None):
        for day in days:
            if day.published is told:
                return day.day, "header"
    if line is not None and line.day is not None:
        return line.day, "dateline"
    return (days[0].day, "header") if days and not page else (None, None)


def _day_of_stamp(row: Line) -> HeaderDate | None:
    """The day in one of the parts of a stamp: "Published Oct 2, 2024 • 3 minute read"."""
    if furniture_kind(row) != "stamp":
        return None
    days = (header_date(part.strip()) for part in _STAMP_PARTS.split(row.text))
    return next((day for day in days if day is not None), None)


def not_before(paragraphs: Sequence[Paragraph], header: Sequence[Line] = ()) -> date | None:
    """The first day of the latest past date that a text states in full; None where it states none.

    A date that its sentence tells as something to come does not count: "by September 2026",
    "will open in 2030", "the 2027 election". A bare year counts only where its own clause tells what has
    happened: "150 in 2027" proves nothing, nor does a number: "case no. 2023/4471". The day of a change does
    count: the text as it is here is not older.

    Args:
        paragraphs: The text.
        header: Dropped lines, of which "Updated 4 March 2024" tells such a day.
    """
    changed = [day.day for row in header if (day := header_date(row.text)) and day.published is False]
    latest: date | None = max(changed, default=None)
    told = [
        (_first_day(paragraph.text, stated), paragraph.text, stated)
        for paragraph in paragraphs
        for stated in stated_dates(paragraph.text)
    ]
    for day, text, stated in sorted(told, key=lambda found: found[0], reverse=True):
        if latest is not None and day <= latest:
            break
        if not _to_come(text, stated):
            return day
    return latest


def _first_day(text: str, stated: StatedDate) -> date:
    """The first day of a date; of "9-10 November 2023" the ninth."""
    if stated.grain != "month":
        return stated.first
    found = _RANGE.search(text[max(0, stated.start - _REACH) : stated.start])
    try:
        return stated.first.replace(day=int(found[1])) if found else stated.first
    except ValueError:
        return stated.first


def _to_come(text: str, stated: StatedDate) -> bool:
    """Whether a date may be still to come, or is none: then it proves nothing."""
    words = tenses().future
    if stated.grain == "year":
        behind = _WORD.findall(text[stated.end : stated.end + _REACH].casefold())
        if words.events & set(behind[:_NEXT_WORDS]) or _is_name(text, stated) or _is_number(text, stated):
            return True
        near_years = text[max(0, stated.start - _NUMBER_REACH) : stated.start]
        if ("19" in near_years or "20" in near_years) and (
            years := _YEARS_BEFORE.search(text, max(0, stated.start - _REACH), stated.start)
        ):
            stated = replace(stated, start=years.start())  # "in 2014, 2016 and 2021": the first has the verb
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
        return stated.grain == "year" and not _has_passed(text, stated, clause)
    sentence = _around(text, stated, _SENTENCE_END)
    if stated.grain == "year" and not past:
        counted = _COUNTED.search(text[max(0, stated.start - _NUMBER_REACH) : stated.start])
        if counted and clause and clause[0] not in words.comparing:
            return True
        return bool(words.words & set(sentence)) or not (_is_past(sentence) or _is_attribute(text, stated))
    telling = words.words if stated.grain == "year" else words.words - (words.modest - set(clause))
    return bool(telling & set(sentence)) or _INTENDED.search(" ".join(sentence)) is not None


def _is_attribute(text: str, stated: StatedDate) -> bool:
    """Whether a bare year tells which of several things is meant: "the 2009 record", "a deal of 2024"."""
    return _ATTRIBUTE.search(text, max(0, stated.start - _NUMBER_REACH), stated.start) is not None


def _has_passed(text: str, stated: StatedDate, clause: Sequence[str]) -> bool:
    """Whether a bare year's clause proves it past: "was sold in 2004", no "followed by" in a forecast."""
    words = tenses().future
    verbs = [word for word in clause if word not in words.promises]
    if any(word in words.past or (_PAST_FORM.search(word) and not word.endswith("ed")) for word in verbs):
        return True
    return _is_past(verbs) and words.words.isdisjoint(_around(text, stated, _SENTENCE_END))


def _is_name(text: str, stated: StatedDate) -> bool:
    """Whether a bare year belongs to a name: "Local 2075", "Finance Act 2025"."""
    found = _LAST_WORD.search(text[max(0, stated.start - _REACH) : stated.start])
    return found is not None and found[1][0].isupper() and found[1].casefold() not in tenses().future.leads


def _is_number(text: str, stated: StatedDate) -> bool:
    """Whether a bare year is part of the number of a case, a law or a file: "no. 2023/4471"."""
    before = text[max(0, stated.start - _NUMBER_REACH) : stated.start]
    return bool(_BEFORE_NUMBER.search(before) or _BEHIND_NUMBER.match(text, stated.end))


def _is_past(words: Sequence[str]) -> bool:
    told = tenses().future
    return any(word in told.past or (_PAST_FORM.search(word) and word not in told.words) for word in words)


def _around(text: str, stated: StatedDate, end: re.Pattern[str]) -> list[str]:
    """The words of the sentence or clause in which a date stands, without the date's own."""
    start, stop = max(0, stated.start - _LONGEST_SENTENCE), min(len(text), stated.end + _LONGEST_SENTENCE)
    for found in end.finditer(text, start, stop):
        if found.start() >= stated.end:
            stop = found.start()
            break
        if found.end() <= stated.start:
            start = found.end()
    return _WORD.findall(f"{text[start : stated.start]} {text[stated.end : stop]}".casefold())


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(f"{_SENTENCE_END.pattern}|{_CLAUSE_END.pattern}")
