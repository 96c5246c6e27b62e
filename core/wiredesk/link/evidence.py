"""What the words around a name tell of it: an outlet that is told something, an award that is won, a sex."""

import re

from wiredesk.link.forms import Form
from wiredesk.link.vocabulary import vocabulary
from wiredesk.text import fold

_TOLD = re.compile(
    r"\b(?:told|tells|telling|spoke\s(?:to|with)|speaking\s(?:to|with)|interview\s(?:with|for|to)|interviewed\sby|"
    r"reported\sby|published\sby|quoted\sby|writing\sfor|(?:statement|letter|e-?mail|message|comments?|remarks)\s"
    r"(?:\w+\s)?to)\s(?:the\s)?$"
)
_SENT = re.compile(
    r"\b(?:statement|letter|e-?mail|message|comments?|remarks|reply|release)\b[^.\n]{0,90}"
    r"\b(?:sent|given|issued|provided|made|e-?mailed|released|addressed)\sto\s(?:the\s)?$"
)
_TELLS = re.compile(
    r"(?:['’]s)?\s(?:reported|reports|has\slearn(?:t|ed)|understands|quoted|correspondents?|reporters?|newspaper|"
    r"news\sagency|news\ssite|website|television|TV)\b"
)
_THERE = re.compile(
    r"\b(?:in|at|from|near|outside|inside|around|across|through|towards?|into|of|to|via|reach|reached|visit|visited|"
    r"left|leaving|retake|retook|capture|captured)\s(?:\w+ern\s|central\s|the\s)?$"
)
_REACH = 34
_FAR = 140

_COUNTED = re.compile(r"\b(an?|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|many)\s$", re.I)
_AWARD = re.compile(
    r"(?:s|es)?(?:\s(?:awards?|prizes?|nominations?|nominees?|winners?|hopefuls?|contenders?|race|season|glory|voters?|success|troph(?:y|ies)|medals?|statuettes?|ceremon(?:y|ies))"
    r"\b|[-‑–](?:winning|nominated|winner)\b)",
    re.I,
)
_NO_NOUN_BEHIND = re.compile(
    r"(?:[.,;:!?)”\"’]|\s(?:for|in|on|at|as|and|or|with|from|to|when|last|this|but)\b|$)"
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?,?\s*$")


def is_told(text: str, start: int, end: int) -> bool:
    """Whether what a name stands for is told something, or tells it, as an outlet does."""
    before = text[max(0, start - _REACH) : start]
    sent = before.endswith(("to ", "to the ")) and _SENT.search(text, max(0, start - _FAR), start)
    return bool(sent or _TOLD.search(before) or _TELLS.match(text, end))


def is_place_at(text: str, start: int) -> bool:
    """Whether something happens in what a name stands for."""
    return _THERE.search(text[max(0, start - _REACH) : start]) is not None


def is_award(text: str, start: int, end: int) -> bool:
    """Whether a single word that is tagged as a person is counted or awarded: "won an Oscar", "two Emmys"."""
    if _AWARD.match(text, end):
        return True
    counted = _COUNTED.search(text, max(0, start - 10), start)
    if counted is None:
        return False
    several = text[start:end].endswith("s") and counted[1].casefold() not in ("a", "an")
    return several or _NO_NOUN_BEHIND.match(text, end) is not None


def is_surname_at(text: str, start: int, form: Form) -> bool:
    """Whether a title at a single word tells that it is a surname: "Mr Howard", but not "Sir Howard"."""
    return any(word in vocabulary().surname_titles for word in _titles_at(text, start, form))


def sex_at(text: str, start: int, form: Form) -> str:
    """The sex that a title or a word of kin at a person's name tells: "m", "f", or "" for none."""
    words = vocabulary()
    for word in _titles_at(text, start, form):
        if word in words.male:
            return "m"
        if word in words.female:
            return "f"
    return ""


def _titles_at(text: str, start: int, form: Form) -> list[str]:
    """The titles inside a person's surface, and the word before it; folded."""
    titles = form.surface[: form.person.start].split() if form.person is not None else []
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    return [fold(word).strip(".,") for word in (*titles, *([before[1]] if before is not None else []))]
