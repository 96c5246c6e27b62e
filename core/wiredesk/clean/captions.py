"""Captions of pictures and the credits of their owners."""

import re
from functools import cache

from wiredesk.clean.lines import Line, ends_sentence, key
from wiredesk.clean.outlets import is_outlet_like, is_wire, lexicon
from wiredesk.clean.proper import are_names

LONGEST = 80
"""Words; a longer line is body even with a credit at its end."""
SHORTEST = 3
"""Words before a credit in brackets; fewer are a place with an outlet."""
LONGEST_LABELLED = 60
LONGEST_CREDIT = 16
"""Words of a credit that stands on a line of its own."""

SHORTEST_SCENE = 2
LONGEST_SCENE = 30
"""Words of a caption that is known by nothing but the mark of a picture above it."""

_TERMINAL_STOP = re.compile(r"[^.?!…]\.$")
_TAIL = 120
"""Characters at a line's end in which its credit stands."""
_MARKS = frozenset("()[]/©:")
"""Below an article's head, a line that ends as a sentence and has none of these is no caption."""

_PHOTO = (
    r"(?:file |stock |screen ?)?(?:photo(?:graph)?s?|pictures?|images?|pics?|credits?|courtesy|"
    r"handout|screengrab|grab|illustration|"
    r"graphics?|supplied|foto(?:graf[íi]a)?s?|cr[ée]dits?|cr[ée]dito|imagen|bild|fotografie|"
    r"fotograf|fotoğraf|imagem|صورة)"
)
_LABEL = re.compile(
    r"(?:caption|photo|picture|image|pictured|pictured above|above|left|right|top|below|"
    r"file photo|file picture|file image|"
    r"file|in this (?:file )?(?:photo|image|picture)[^,:]{0,40}|illustration|légende|photo "
    r"d'archives|foto|pie de foto|imagen|bildunterschrift|bild|archivo)"
    r"(?:\s?\([^)]*\))?\s*[:–—]\s+|(?:FILE(?: PHOTO)?|ARCHIVO)\s*[-–—:]+\s+",
    re.IGNORECASE,
)
_CREDIT_LABEL = re.compile(
    rf"[(\[]?\s*(?:{_PHOTO}|©|via)(?:\s+(?:credit|by|courtesy|de|d'archives|von|par))?\s*(?:[:/|–—-]|"
    r"\bby\b|\bcourtesy of\b|\bof\b|©|\bde\b|\bpar\b|\bvon\b|(?<=©))\s*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]\.?$")
_PHOTO_WORD = re.compile(rf"\b{_PHOTO}\b|©", re.IGNORECASE)
_TRAILING_LABEL = re.compile(
    rf"(?:[.!?…\"”’)]|\s[|–—/-])\s*(?:{_PHOTO}(?:\s+(?:credit|by|courtesy of))?\s*(?::|/|"
    rf"\||–|-|\bby\b|\bcourtesy of\b|©)|©)\s*(?P<owner>[^.]{{2,70}})\.?$",
    re.IGNORECASE,
)
_PICTURE_MARK = re.compile(
    r"(?:[\[(<]\s*)?(?:image|photo(?:graph)?|picture|pic|foto|imagen|bild|illustration|\U0001f4f7|\U0001f4f8)s?"
    r"(?:\s?[0-9]{1,2})?(?:\s*[\])>]|:)?",
    re.IGNORECASE,
)
"""What stands in a picture's place in a text: "[Image]", "Photo 2", "Picture:"."""
_LONGEST_MARK = 16
_POSITION = re.compile(
    r"\((?:left|right|cent(?:er|re)|top|bottom|[LRC]|[lrc]|pictured|above|below|far (?:left|"
    r"right)|(?:second|third|fourth) from (?:left|right|the left|the right)|"
    r"(?:from )?(?:l|left)[ -]+(?:to )?-?(?:r|right)|in (?:white|black|red|blue|green|yellow|"
    r"grey|uniform)|foreground|background|file|à gauche|à droite|au centre|izquierda|derecha|"
    r"centro|links|rechts|front|back|2nd [LR]|3rd [LR])\)",
    re.IGNORECASE,
)
_PICTURED = re.compile(
    r"\b(?:is|are) (?:seen|pictured|shown)\b|\bpictured\b|\bin this (?:undated |file )?(?:photo|"
    r"image|picture|handout)|\bposes? (?:for|with|during)\b|\b(?:from|second from|third "
    r"from) (?:the )?(?:left|right)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:gather|attend|speak|meet|face|walk|stand|look|hold|arrive|shake|listen|wave|"
    r"sit|wait|carr(?:y|ie)|watch|take|pass(?:e)?|ride|inspect|check|march|work|queue|pray|"
    r"play|cut|celebrate|address(?:e)?|deliver|talk|greet|show|line|clear|load|unload|repair|"
    r"dr(?:y|ie)|clean|climb|protest|rest|sleep|sort|tend|patrol|prepare|search(?:e)?|pull|"
    r"push(?:e)?|lie|lean|raise|sign|smile|light|lay|visit|react|chat|cross(?:e)?|leave|"
    r"enter|feed|fish(?:e)?|harvest|plant|sell|buy|cook|dance|sing|train|board|rise)s?\b"
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|added|tells|according to|a dit|a déclaré|dijo|afirmó|sagte)\b|[“”\"«»]",
    re.IGNORECASE,
)
_SPEECH_WORDS = (
    "said", "says", "told", "added", "tells", "according to", "a dit", "a déclaré", "dijo", "afirmó", "sagte",
    "“", "”", '"', "«", "»",
)  # fmt: skip
_PICTURE_WORDS = ("seen", "shown", "pictured", "in this", "pose", "from")
"""What `_SPEECH` and `_PICTURED` cannot do without: to look for these first takes a tenth of the time."""
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z“\"])")
_SLASH_CREDIT = re.compile(
    r"[.!?…\"”]\s+((?:[A-Z][\w’'.-]*\s){0,4}[A-Z][\w’'.-]*\s?/\s?[A-Z][\w ’'&./-]{1,50})\.?$"
)


@cache
def _owners() -> frozenset[str]:
    return frozenset(map(key, lexicon().wires | lexicon().pictures))


@cache
def _owner_tail() -> re.Pattern[str]:
    """A known owner of pictures behind the full stop: "... in the old town. AFP"."""
    names = "|".join(sorted(map(re.escape, lexicon().wires | lexicon().pictures), key=len, reverse=True))
    person = r"(?:[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}\s*[/|,]\s*)?"
    return re.compile(
        rf"[.!?…\"”’)]\s+{person}(?P<owner>{names})(?:[ /](?:{names}|via [A-Z][\w .&-]+|Photo|"
        r"Images?|File))*$"
    )


def is_owner(text: str) -> bool:
    """Whether a text names the owner of a picture: a wire service, an agency, somebody and an agency."""
    parts = [part.strip() for part in re.split(r"[/|,–—]| via | for ", text) if part.strip()]
    return any(key(part) in _owners() or is_wire(part) for part in parts) and len(parts) <= 5


def credit_in_brackets(text: str) -> str | None:
    """The brackets at a line's end that credit a picture, without the brackets; None where there are none."""
    found = _BRACKET.search(text)
    if not found or text.count(" ", 0, found.start()) < SHORTEST:
        return None
    inner = found[1]
    if _PHOTO_WORD.match(inner) or _PHOTO_WORD.search(inner[-12:]):
        return inner
    owner = inner.count(" ") < LONGEST_CREDIT and is_owner(inner)
    named = ("/" in inner and are_names(inner)) or is_outlet_like(inner)
    return inner if owner or named else None


def is_credit(line: Line) -> bool:
    """Whether a line is only the credit of a picture: "(Photo: N. Name/Agency)", "AFP via Getty Images"."""
    if line.words > LONGEST_CREDIT:
        return False
    text = line.text
    label = _CREDIT_LABEL.match(text)
    if label:
        rest = text[label.end() :].strip(" .()[]")
        return not rest or are_names(rest) or is_owner(rest)
    bare = text.strip("()[]")
    if (bare != text or line.gap == 0) and key(bare) in _owners():
        return True
    return "/" in text and are_names(bare) and is_owner(bare)


def is_photo_credit(line: Line) -> bool:
    """Whether a line is nothing but a credit, and says that a picture is credited: no sign-off does."""
    return is_credit(line) and _PHOTO_WORD.search(line.text) is not None


def is_picture_mark(text: str) -> bool:
    """Whether a line only marks where a picture stood: "[Image]", "Photo:"."""
    return len(text) <= _LONGEST_MARK and _PICTURE_MARK.fullmatch(text) is not None


def is_scene(line: Line) -> bool:
    """Whether a line could say who or what a picture shows: a name, an office, a place, and no sentence."""
    return (
        SHORTEST_SCENE <= line.words <= LONGEST_SCENE
        and (not line.sentence or _TERMINAL_STOP.search(line.text) is not None)
        and line.text[0].isupper()
        and _SPEECH.search(line.text) is None
        and len(_SENTENCE_END.findall(line.text)) == 0
    )


def is_credited(text: str) -> bool:
    """Whether a line ends with the credit of a picture, or places people in one: no headline does."""
    marked = _placed(text) or _TRAILING_LABEL.search(text[-_TAIL:]) or _LABEL.match(text)
    return (
        marked is not None
        or credit_in_brackets(text) is not None
        or _owner_tail().search(text[-_TAIL:]) is not None
    )


def without_credit(text: str) -> str:
    """A caption's words without its credit, by which two captions are compared."""
    bracket = _BRACKET.search(text)
    if bracket and credit_in_brackets(text):
        text = text[: bracket.start()]
    for pattern in (_TRAILING_LABEL, _owner_tail(), _SLASH_CREDIT):
        if found := pattern.search(text, max(0, len(text) - _TAIL)):
            text = text[: found.start() + 1]
    return key(text)


def without_label(text: str) -> str:
    """A caption without the "Caption:" or "PHOTO:" that may stand before it."""
    found = _LABEL.match(text)
    return text[found.end() :] if found and found.end() < len(text) else text


def is_caption(line: Line, *, head: bool, last: bool, repeated: bool, credited: bool) -> bool:
    """Whether a line describes a picture.

    Args:
        line: The line.
        head: Whether it stands before the article's body.
        last: Whether nothing but furniture follows: there, brackets may be a sign-off.
        repeated: Whether it comes twice.
        credited: Whether the next line is nothing but a credit.
    """
    if line.words > LONGEST:
        return False
    text = line.text
    if _LABEL.match(text) and line.words <= LONGEST_LABELLED:
        return True
    if not (head or repeated or credited) and line.sentence:
        tail = text[-_TAIL:]
        if "(" not in text and _MARKS.isdisjoint(tail):
            return False
    sentences = len(_SENTENCE_END.findall(text)) + 1
    if credited and line.words >= SHORTEST and sentences <= 2 and not _tells(text):
        return True
    if sentences <= 4 and (_TRAILING_LABEL.search(text[-_TAIL:]) or ("/" in text and _slash_credit(text))):
        return True
    if not last and sentences <= 3 and (repeated or not _tells(text)):
        credit = credit_in_brackets(text)
        if credit and (head or repeated or _PHOTO_WORD.search(credit) or _is_picture(text)):
            return True
        if _owner_tail().search(text[-_TAIL:]) or (head and _is_picture(text) and _named_in_brackets(text)):
            return True
    elif (credit := credit_in_brackets(text)) and _PHOTO_WORD.search(credit):
        return True
    if _placed(text) and (head or repeated) and sentences <= 2:
        return True
    return (repeated and line.words >= 6 and _is_picture(text) and not _tells(text)) or (
        head and line.words <= 45 and sentences == 1 and _shows(text)
    )


def _named_in_brackets(text: str) -> bool:
    """Whether a whole sentence is followed by a short name in brackets: "... on Saturday. (TNP)"."""
    found = _BRACKET.search(text)
    if found is None or found[1].count(" ") >= 4 or not are_names(found[1]):
        return False
    return ends_sentence(text[: found.start()].rstrip())


def _tells(text: str) -> bool:
    """Whether somebody is quoted or cited; the words are looked for before their borders are."""
    small = text.casefold()
    return any(word in small for word in _SPEECH_WORDS) and _SPEECH.search(text) is not None


def _shows(text: str) -> bool:
    """Whether a text says that it describes a picture."""
    small = text.casefold()
    return any(word in small for word in _PICTURE_WORDS) and _PICTURED.search(text) is not None


def _placed(text: str) -> bool:
    """Whether a text says where in a picture somebody is: "(right)"."""
    return "(" in text and _POSITION.search(text) is not None


def _is_picture(text: str) -> bool:
    return bool(_PRESENT.search(text) or _shows(text) or _placed(text))


def _slash_credit(text: str) -> bool:
    found = _SLASH_CREDIT.search(text[-_TAIL:])
    return found is not None and are_names(found[1])
