"""The foot of an article: where its body ends, and sign-offs, notes and menus begin."""

import re

from wiredesk.clean.captions import is_credit
from wiredesk.clean.header import is_signature, outlet_in
from wiredesk.clean.lines import is_body_like, key
from wiredesk.clean.outlets import is_outlet_like, is_wire
from wiredesk.clean.proper import are_names
from wiredesk.clean.sorting import Sorting, is_lone_name

TAIL_FROM = 0.5
"""A heading such as "Most read" opens the foot only behind this share of an article's words."""
LONGEST_SIGNATURE = 8
LONGEST_NOTE = 60
FOOT_LINES = 14

_AUTHOR_NOTE = re.compile(
    r"(?P<name>(?:[^\W\d_][\w’'.-]*,? ){1,7}?)(?:is|was|are|est|es|ist)\s+(?:(?:an?|the|"
    r"our|une?|una?|eine?|la|le|l[’'])\s*)?(?:[\w’',-]+\s){0,6}?"
    r"(?:reporter|correspondent|journalist|editor|columnist|writer|contributor|author|staff "
    r"writer|news agency|news outlet|news site|news website|newspaper|"
    r"news service|press agency|media outlet|broadcaster|weekly|journaliste|correspondant|"
    r"correspondante|agence de presse|agence d’information|média|periodista|corresponsal|"
    r"agencia de noticias|medio digital|journalist|nachrichtenagentur|newsletter|nonprofit "
    r"newsroom|newsroom)\b[^.!?]*[.!]?(?:\s.{0,200})?$",
    re.IGNORECASE,
)


def foot_start(sorting: Sorting) -> int:
    """The line behind the body's last: what follows is sign-offs, notes, menus."""
    lines, kinds = sorting.lines, sorting.kinds
    words = sum(line.words for line in lines)
    before = 0
    for at, line in enumerate(lines):
        if (
            at > sorting.body
            and kinds[at] == "tail"
            and before >= TAIL_FROM * words
            and not _article_goes_on(sorting, at)
        ):
            end = at
            break
        before += line.words
    else:
        end = len(lines)
    while (
        end - 1 > sorting.body and len(lines) - end < FOOT_LINES + len(lines) and _is_foot(sorting, end - 1)
    ):
        end -= 1
    return end


def _article_goes_on(sorting: Sorting, at: int) -> bool:
    """Whether sentences follow, as they would below a section heading or a stray button."""
    lines = sorting.lines
    label = key(lines[at].text)
    if any(word in label for word in ("comment", "repl", "kommentar", "coment")) and any(
        map(str.isdigit, label)
    ):
        return False
    below = zip(lines[at + 1 :], sorting.kinds[at + 1 :], strict=True)
    return any(kind is None and is_body_like(line) for line, kind in below)


def _is_foot(sorting: Sorting, at: int) -> bool:
    """Whether a line is none of the body, if only such lines follow it."""
    line = sorting.lines[at]
    if sorting.kinds[at] is not None or _under_heading(sorting, at) or is_credit(line):
        return True
    text = line.text
    if is_signature(text):
        return True
    if line.words <= LONGEST_SIGNATURE and not line.sentence:
        alone = at == len(sorting.lines) - 1 and is_lone_name(sorting, at)
        return (outlet_in(text) is not None and are_names(text)) or is_wire(text) or alone
    return line.words <= LONGEST_NOTE and _is_note_of_author(sorting, at)


def _is_note_of_author(sorting: Sorting, at: int) -> bool:
    """Whether a line says who the author or the outlet is, of whom the body says nothing."""
    note = _AUTHOR_NOTE.match(sorting.lines[at].text)
    if note is None:
        return False
    name = note["name"].strip(" ,")
    if name in ("The author", "The writer"):
        return True
    if not (are_names(name) or is_outlet_like(name)) or " " not in name:
        return False
    last = name.split()[-1]
    return not any(last in line.text for line in sorting.lines[sorting.body + 1 : at])


def _under_heading(sorting: Sorting, at: int) -> bool:
    """Whether a short line belongs to the list below "Topics" or "Most read"."""
    for above in range(at, max(sorting.body, at - FOOT_LINES), -1):
        line, kind = sorting.lines[above], sorting.kinds[above]
        if above < at and kind in ("tags", "tail", "more") and line.words <= 3:
            return True
        if line.words > 12 or line.sentence or (kind is None and above < at and line.words > 4):
            return False
    return False
