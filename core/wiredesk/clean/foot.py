"""The foot of an article: where its body ends, and sign-offs, notes and menus begin."""

import re
from itertools import takewhile

from wiredesk.clean.captions import is_credit
from wiredesk.clean.furniture_marks import Kind
from wiredesk.clean.header import LONGEST_BYLINE, is_signature, outlet_in
from wiredesk.clean.lines import LIST_MARKS, Line, is_body_like, key
from wiredesk.clean.outlets import is_outlet_like, is_wire
from wiredesk.clean.proper import are_names
from wiredesk.clean.sorting import Sorting, is_lone_name
from wiredesk.days import stated_dates

TAIL_FROM = 0.5
"""A heading such as "Most read" opens the foot only behind this share of an article's words."""
LONGEST_SIGNATURE = 8
LONGEST_NOTE = 60
LONGEST_LINK = 24
LONGEST_HEADING = 5
SHORTEST_TEXT = 4
"""Words of the shortest sentence that ends a body."""
_OPENS: frozenset[Kind] = frozenset(
    {"more", "tail", "tags", "share", "subscribe", "copyright", "cookies", "signoff"}
)
"""Below the last sentence, nothing but furniture follows one of these."""
LONGEST_ABOUT = 160
"""Characters of the paragraph below "About ..." in which the name comes again."""
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


_COVERS = re.compile(
    r"(?P<name>(?:[^\W\d_][\w’'.-]* ){1,4}?)(?:(?:covers|reports on|writes (?:about|for)|is based in|"
    r"joined the|has (?:covered|reported|written)|lives in|teaches|is the author of|is working on)\b|"
    r"(?:is|was) (?:an?|the) (?:former |retired |visiting |senior |associate |freelance )*[\w-]+"
    r"(?: [\w-]+){0,3} (?:based in|and the author|and author|at|of|in|from|with)\b)"
)
"""How notes on authors go on behind the name; it counts only for somebody whom the body does not name."""
_ADDRESS_OF = re.compile(
    r"\b(?:(?:reach|contact|email|e-mail|follow|write to) (?:him|her|them)|can be reached|"
    r"(?:his|her|their) (?:last|latest|new|next|most recent) (?:book|piece|novel|film))\b|"
    r"\bon (?:Twitter|X):? @|\S+@\S+\.\w{2,}",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,4}")
"""Of who edited it, below the last sentence."""
_ABOUT = re.compile(r"(?:About|À propos de|Acerca de|Sobre|Über)\s(?P<name>[^\W\d_a-z][^.!?:]{1,80})")
_LINKED_DAY = re.compile(r"\s[-–—|•·]\s|\s\(|\s{2,}")


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
        if at > sorting.body and before >= TAIL_FROM * words and _opens_notes(sorting, at):
            end = at
            break
        before += line.words
    else:
        end = len(lines)
    end = min(end, _below_last_text(sorting, end))
    while (
        end - 1 > sorting.body and len(lines) - end < FOOT_LINES + len(lines) and _is_foot(sorting, end - 1)
    ):
        end -= 1
    return end


def _below_last_text(sorting: Sorting, end: int) -> int:
    """The first line of furniture below the body's last sentence: short lines behind it are furniture too."""
    lines, kinds = sorting.lines, sorting.kinds
    last = end - 1
    while last > sorting.body and (kinds[last] is not None or not _is_text(lines[last])):
        last -= 1
    for at in range(last + 1, end):
        if kinds[at] in _OPENS and at > sorting.body:
            return at
    return end


def _is_text(line: Line) -> bool:
    return is_body_like(line) or (line.sentence and line.words >= SHORTEST_TEXT) or line.bullet


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
    if _INITIALS.fullmatch(text):
        return True
    if is_signature(text) or _is_dated_link(line):
        return True
    if line.words <= LONGEST_SIGNATURE and not line.sentence:
        alone = at == len(sorting.lines) - 1 and is_lone_name(sorting, at)
        return (outlet_in(text) is not None and are_names(text)) or is_wire(text) or alone
    return line.words <= LONGEST_NOTE and _is_note_of_author(sorting, at)


def _is_dated_link(line: Line) -> bool:
    """Whether a line is the headline of another article with its day: "Trams are late - May 3, 2022"."""
    if line.sentence or not 4 <= line.words <= LONGEST_LINK:
        return False
    last = next(reversed(list(stated_dates(line.text))), None)
    return (
        last is not None
        and last.grain == "day"
        and last.end >= len(line.text.rstrip(" )"))
        and _LINKED_DAY.search(line.text[max(0, last.start - 4) : last.start]) is not None
    )


def _opens_notes(sorting: Sorting, at: int) -> bool:
    """Whether what follows is no part of the text: below "ENDS" notes or contacts, or "About ..."."""
    ended = (
        sorting.kinds[at] == "end"
        and at + 1 < len(sorting.lines)
        and sorting.kinds[at + 1] in ("note", "contact", "copyright")
    )
    return ended or _opens_about(sorting, at)


def _opens_about(sorting: Sorting, at: int) -> bool:
    """Whether a line heads what a press release says of who issued it: "About Harbour Works"."""
    line = sorting.lines[at]
    found = None if line.sentence or line.words > LONGEST_SIGNATURE else _ABOUT.fullmatch(line.text)
    if found is None or at + 1 == len(sorting.lines):
        return False
    name = takewhile(str.isalnum, found["name"].removeprefix("the ").removeprefix("The "))
    return "".join(name) in sorting.lines[at + 1].text[:LONGEST_ABOUT]


def _is_note_of_author(sorting: Sorting, at: int) -> bool:
    """Whether a line says who the author or the outlet is, of whom the body says nothing."""
    text = sorting.lines[at].text.lstrip(LIST_MARKS + "-–— ")
    note = _AUTHOR_NOTE.match(text)
    if note is None:
        note = _COVERS.match(text)
        if note is not None and not (_ADDRESS_OF.search(text) or _by(sorting, note["name"].strip())):
            note = None
    if note is None:
        return False
    if _by(sorting, note["name"].strip(" ,")):
        return True
    name = note["name"].strip(" ,")
    if name in ("The author", "The writer"):
        return True
    if not (are_names(name) or is_outlet_like(name)) or " " not in name:
        return False
    last = name.split()[-1]
    return not any(last in line.text for line in sorting.lines[sorting.body + 1 : at])


def _by(sorting: Sorting, name: str) -> bool:
    """Whether a name stands above the body: in the byline."""
    return " " in name and any(
        name.casefold() in line.text.casefold() and line.words <= LONGEST_BYLINE
        for line in sorting.lines[: sorting.body]
    )


def _under_heading(sorting: Sorting, at: int) -> bool:
    """Whether a short line belongs to the list below "Topics" or "Most read"."""
    for above in range(at, max(sorting.body, at - FOOT_LINES), -1):
        line, kind = sorting.lines[above], sorting.kinds[above]
        if above < at and kind in ("tags", "tail", "more") and line.words <= LONGEST_HEADING:
            return True
        if line.words > LONGEST_LINK or line.sentence:
            return False
    return False
