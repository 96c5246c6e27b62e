"""Lines that their form alone shows to be no part of an article, whatever the language."""

import re
from typing import Final, Literal

Kind = Literal[
    "stamp", "share", "more", "tail", "signoff", "translated", "note", "subscribe", "advert", "copyright",
    "cookies", "tags", "contact", "nav", "menu", "reading", "byline", "kicker", "end",
]  # fmt: skip

_MARKS_OF_DESKS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    # what wire desks write for one another
    (
        "note",
        re.compile(r"[A-Z]{2,3}-{1,2}[A-Z][\w’'. -]{1,60},\s?.*\b(?:\d?(?:st|nd|rd|th) Ld\b|Writethru).*"),
    ),
    ("note", re.compile(r"[A-Z]{2,3}(?:-[A-Z]{2,3})?--[A-Z][\w’'. -]{1,60}(?:,\s?\d{2,4})?")),
    (
        "note",
        re.compile(
            r"\((?:adds?|recasts?|updates?|corrects?|writes through|refiles?|repeats?|removes?|releads?|"
            r"clarifies|changes|fixes|drops|inserts?|with|refile)\b[^()]{3,160}\)",
            re.IGNORECASE,
        ),
    ),
    ("note", re.compile(r"eds\s?:\s.*", re.IGNORECASE)),
    ("signoff", re.compile(r"[a-z]{2,5}(?:[/-][a-z]{2,5}){1,5}/?")),
    ("signoff", re.compile(r"dpa(?: [a-z]{1,4}\d?){1,6}")),
    ("signoff", re.compile(r"\(\(.{3,120}\)\)")),
    (
        "stamp",
        re.compile(
            r"(?:il y a |hace |vor |há )?\d{1,2} ?(?:min(?:ute|uto)?s?|hours?|hrs?|days?|weeks?|months?|"
            r"heures?|jours?|horas?|días?|stunden?|tage?n?)(?: ago| atrás)?",
            re.IGNORECASE,
        ),
    ),
    ("share", re.compile(r"\d{1,2}:\d\d(?::\d\d)?\s?/\s?\d{1,2}:\d\d(?::\d\d)?")),
    ("share", re.compile(r"[\u2600-\u27bf\ufe0f\U0001f300-\U0001faff ]+[\d.,]*[KkM]?")),
    ("share", re.compile(r"(?:\d(?:\.\d{1,2})?x\s?){2,}")),
    ("share", re.compile(r"A\s?[+-]|[\w-]+(?:\.[\w-]+)+/\S*")),
    (
        "stamp",
        re.compile(
            r"(?:first |originally )?(?:published|posted|updated)\b.*\d{4}\b.*\b(?:published|updated)\b.*",
            re.IGNORECASE,
        ),
    ),
    (
        "share",
        re.compile(
            r"(?:download|get|install) (?:the|our) (?:[\w’'&.+-]+ ){0,5}app (?:for (?:breaking|"
            r"the latest|more|news|latest|free)|to (?:follow|get|read|stay)|now|today|here)\b.*",
            re.IGNORECASE,
        ),
    ),
    (
        "subscribe",
        re.compile(
            r"(?:Get|Try) (?:the|our) (?:[A-Z][\w’']*\s){0,4}(?:Report|Brief(?:ing)?|Newsletters?|"
            r"Digest|Round-?up|Alerts?|Edition|Dispatch|Bulletin|Memo|App)"
        ),
    ),
    ("tail", re.compile(r"More [Ii]n (?:[A-Z][\w’'&]*\s?){1,3}")),
    (
        "tail",
        re.compile(r"\d+ (?:responses?|comments?|thoughts?|repl(?:y|ies)) (?:to|on) .{3,120}", re.IGNORECASE),
    ),
    ("end", re.compile(r"(?:# ?){3,}|-? ?30 ?-?|x{3,}", re.IGNORECASE)),
)
"""Slugs with their numbers, notes on what is new in a version, the initials of editors, players' clocks,
counts beside signs, addresses of the page itself, two stamps in one line."""
_LONGEST_MARK = 160


def marked_kind(text: str) -> Kind | None:
    """What kind of furniture the form of a line shows it to be; None where it shows nothing."""
    if len(text) > _LONGEST_MARK:
        return None
    return next((kind for kind, mark in _MARKS_OF_DESKS if mark.fullmatch(text)), None)
