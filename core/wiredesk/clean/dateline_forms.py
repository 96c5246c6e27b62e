"""The forms that datelines have, as regular expressions; what they find is judged in `dateline`.

The groups: `place`, `caps` where the place is in capitals, `region`, `date`, `outlet` (what stands in
brackets or where a wire service names itself), `mark` (what parts the dateline from the text).
"""

import re

from wiredesk.days import months

_MONTHS = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
_MONTH = rf"(?i:{_MONTHS})\b\.?[ ][0-9]"
_UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĜĞĠĢĤĦĨĪĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚƏА-ЯЁІЇЄҐ"
_CAPS_WORD = rf"[{_UPPER}’'ʻ][{_UPPER}’'ʻ.-]*[{_UPPER}]"
_CAPS = rf"(?:{_CAPS_WORD}|ST\.)(?:[ /–-](?:{_CAPS_WORD}|AND|DE|D[EU]L?|LA|&))*"
_TITLE_WORD = rf"[{_UPPER}][\w’'.-]*"
_TITLE = rf"{_TITLE_WORD}(?:[ /–-](?:{_TITLE_WORD}|de|del|la|el|al|of|the|and|sur|am|an der|y|e)){{0,3}}"
_LEAD = r"(?:(?:(?:north|south|east|west|central)[a-z-]*|near|outside|off|in|the|le|el|den)[ ]){0,2}"
_REGION = rf"(?:,[ ]?{_LEAD}(?!{_MONTH}){_TITLE}){{0,3}}"
_SEPARATOR = r"(?:[-–—―]{1,3}|\.\s?[-–—]{1,2}|::?|\|)"
_DATE_START = r"[,.]?\s+"
_DATE = (
    rf"(?:{_DATE_START}"
    r"(?:\w+\.?\s+|le\s+|el\s+|den\s+|on\s+)?(?:[^\W\d_]{3,}\.?\s+[0-9]{1,2}|"
    r"[0-9]{1,2}(?:er|\.|st|nd|rd|th)?\s+(?:de\s+)?[^\W\d_]{3,}\.?)(?:,?\s+(?:de\s+)?[0-9]{4})?)"
)

FORM = re.compile(
    rf"""\s*
    (?P<place>(?P<caps>{_CAPS})(?![\w])|{_TITLE})
    (?P<region>{_REGION})
    (?P<date>{_DATE}?)
    (?:(?:\s*[,.|]?\s*|[-–—]{{2}})[(\[](?P<outlet>[^()\[\]]{{2,60}})[)\]])?
    \s*(?P<mark>{_SEPARATOR}|\.)(?=\s|$|["“«‘']|(?<=--)\w|(?<=[^\W\d_]—)[A-Z"“])
    \s*
    """,
    re.VERBOSE,
)
"""Most wire services and outlets: "LUMERA, Tarn, May 3 (Agency) - Text", "Lumera: Text"."""
SLASHED = re.compile(
    rf"\s*(?P<place>(?P<caps>{_CAPS})|{_TITLE})(?P<region>{_REGION})\.?(?P<date>{_DATE}?)\.?\s*"
    r"/(?P<outlet>[^\W\d_a-z][\w .&-]{1,30})/\.?\s+(?:[-–—]{1,2}\s+)?"
)
"""TASS's manner: "LUMERA, May 3. /TASS/. Text"; and that of press releases, with the year:
"LUMERA, May 3, 2024 /Service/ -- Text"."""
UNBRACKETED = re.compile(
    rf"\s*(?P<place>(?P<caps>{_CAPS})|{_TITLE})(?P<region>{_REGION})(?P<date>{_DATE}?)\s*"
    r"(?:,|[-–—/])\s*(?P<outlet>[A-Z][\w.& ]{1,30}?)\s*(?:[-–—]{1,2}|:)\s+"
)
"""A wire service without brackets: "Lumera, May 3, SPA -- Text", "LUMERA – Agency – Text"."""
BRACKETED = re.compile(
    rf"\s*(?P<place>(?P<caps>{_CAPS})|{_TITLE})(?P<region>{_REGION})(?P<date>{_DATE})\s*"
    r"[(](?P<outlet>[^\W\d_a-z][\w .&-]{1,30})[)]\s+"
)
"""The manner of Indian wire services, without a dash: "Lumera, May 3 (PTI) Text"."""
DAY_BEHIND = re.compile(rf"(?P<date>{_DATE.replace(_DATE_START, '', 1)})\s*(?:[-–—]{{1,2}})\s+")
"""The day between two dashes, behind the place: "LUMERA, Tarn – May 3, 2024 – Text"."""
ARABIC = re.compile(
    r"\s*(?P<place>[\u0621-\u064a]+(?:[ -][\u0621-\u064a]+){0,3}?)\s*"
    r"(?:،?\s*\d{1,2}\s+[\u0621-\u064a]+(?:[ /]+[\u0621-\u064a]+){0,2}(?:\s+\d{4})?\s*)?"
    r"(?:[(（](?P<outlet>[^()]{1,30})[)）]\s*[-–—:]{0,2}|(?P<mark>[-–—])\s*(?P<bare>[^()\d،.:–—-]{2,24}?)\s*[-–—:])\s*"
)
"""Arabic wire services: "place (agency) - text", "place - agency: text", with or without a day."""
DATE_FIRST = re.compile(
    rf"(?P<date>(?i:{_MONTHS})\.?\s[0-9]{{1,2}}"
    r"(?:,\s[0-9]{4})?)\s[(](?P<outlet>[A-Z][\w .&/-]{1,30})[)]\s[-–—]{1,2}\s+"
)
"""UPI's manner: "May 3 (UPI) -- Text"."""
OUTLET_FIRST = re.compile(r"\(?(?P<outlet>[A-Z][\w .&/’'-]{1,40}?)\)?\s*(?:[-–—]{1,2})\s+")
"""A wire service without a place, or before it: "(Agency) - Text"."""
ALONE = re.compile(
    rf"(?P<place>(?P<caps>{_CAPS})(?:, ?(?:{_TITLE}|{_CAPS})){{0,2}})(?:\s*[,|/–—(-]\s*(?P<rest>.{{3,40}}))?$"
)
"""A dateline on a line of its own: "LUMERA, Tarn", "LUMERA | Sunday 8 November"."""
NAMED_ALONE = re.compile(
    rf"(?P<place>(?P<caps>{_CAPS}))(?P<region>{_REGION})(?P<date>{_DATE}?)\.?"
    r"(?:\s*[(\[](?P<outlet>[^()\[\]]{2,40})[)\]])?\s*\.?[-–—]{1,2}"
)
"""A dateline whose text stands in the next line: "LUMERA, 3 May (Agency) -", "LUMERA —"."""
