"""What is said of a person behind the name: appositions, and verbs of having an office or losing it."""

import re
from collections.abc import Iterator

from wiredesk.link.offices import DETERMINERS, classify, is_past, tokens_in
from wiredesk.link.vocabulary import vocabulary
from wiredesk.text import fold

_BEHIND = re.compile(r"\s*(?:\([^()\n]{1,40}\))?\s?,\s+(?:(?:aged\s+)?\d{2},\s+)?")
_CLAUSE = re.compile(r"(?:[^,;:()“”\"\n—–.!?]|(?<=\b[A-Z])\.(?=[\w.’' ])|(?<=\d)[.,](?=\d)|\.(?=\w))+")
# A clause between the name and its verb: "A B, who leads C, was elected judge".
_PASSED = re.compile(r"\s*,[^,;:“”\"\n]{1,80},\s+|\s*,\s+|\s+")
_PRAISE = frozenset(("best", "worst", "most", "least", "favourite", "favorite", "man", "woman", "player"))
_LEADS_AT_MOST = 90
_BEHIND_AT_MOST = 110
_MODIFIERS_AT_MOST = 7
# "Was appointed" and "resigned as" leave no doubt that an office follows: its modifiers need not be known.
_UNKNOWN_AT_MOST = 2

_HAVE = r"(?:has|had|have)\s(?:since\s|also\s|just\s)?"
_BE = r"(?:was|were|is|being|be|got|will\sbe|(?:has|had|have)\sbeen)\s(?:later\s|then\s|also\s|since\s|re-?)?"
_GAINS = re.compile(
    rf"(?:who\s)?{_BE}(?:appointed|elected|named|made|crowned|promoted(?:\sto)?|sworn\sin|chosen|confirmed|"
    r"installed|hired|picked|selected|designated|ordained)\s(?:as\s)?(?:to\s(?:serve\s)?(?:as|be)\s)?"
)
_HOLDS = re.compile(
    rf"(?:who\s)?(?:{_HAVE})?(?:(?:became|become|becomes|remains)\s|(?:took\sover|takes\sover|serves|served|worked|"
    r"works|acts|acted|stays\son)\sas\s)"
)
_LOSES = re.compile(
    rf"(?:who\s)?(?:{_HAVE})?(?:resigned|quit|retired|stepped\sdown|stood\sdown|stepped\saside|"
    rf"(?:{_BE})(?:sacked|dismissed|fired|removed|ousted|deposed|suspended|replaced))\s(?:as|from\sthe\spost\sof)\s"
)
_IS = re.compile(r"(?:who\s)?(?P<be>is|was)\s(?:also\s|now\s|currently\s|once\s)?")
_RAN = re.compile(
    r"(?:who\s)?(?P<past>previously|formerly|once)\s(?P<verb>(?:led|ran|headed|chaired|commanded|directed|edited)\s)"
)
_TIME = re.compile(
    r"\s(?:(?:in|on|from|by|at|for)\s(?:early\s|late\s|mid-?)?(?:\d|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"the\s(?:age|end|time|same|\d|first|second|past)|two|three|four|five|six|seven|eight|nine|ten|several|many)"
    r"|last\s|this\s|next\s|until\b|till\b|since\b|after\b|before\b|when\b|while\b|amid\b|earlier\b|because\b|"
    r"but\b|who\b|which\b|that\b|as\b|by\b|over\s(?:the|a|an|his|her)\s|and\s(?!the\b)[a-z]|yesterday\b|today\b|again\b)"
)
_WHO = re.compile(r"\s*,\s+(?=who\s)")
_NEXT_WORD = re.compile(r"([A-Za-z]+)\s")
# Every pattern of `_said` begins with one of these words: nearly all names are followed by another one.
_OPENINGS = frozenset(
    (
        "who", "was", "were", "is", "being", "be", "got", "will", "has", "had", "have", "became", "become",
        "becomes", "remains", "took", "takes", "serves", "served", "worked", "works", "acts", "acted",
        "stays", "resigned", "quit", "retired", "stepped", "stood", "previously", "formerly", "once",
    )
)  # fmt: skip
_UNTIL = re.compile(r"\s(?:until|till|from\s\d{4}\sto|between\s\d{4})\b")


def stated_behind(text: str, end: int, ceiling: int, following: int) -> Iterator[tuple[int, int, bool]]:
    """Spans of the roles that are stated behind a name, and whether each is over.

    Args:
        text: The article's text.
        end: Where the name ends.
        ceiling: Where the sentence, or the words up to the next person, end.
        following: Where the next person's name begins.
    """
    opening = text[end : end + 1]
    if not (opening.isspace() or opening in ",("):
        return
    apposition = _apposition(text, end, ceiling, following)
    if apposition is not None:
        yield apposition
    verbal = _verbal(text, end, ceiling, following)
    if verbal is not None and (apposition is None or verbal[0] >= apposition[1]):
        yield verbal


def _verbal(text: str, end: int, ceiling: int, following: int) -> tuple[int, int, bool] | None:
    passed = _PASSED.match(text, end, ceiling)
    if passed is None or text[passed.end() : passed.end() + 1].isupper():
        return None
    for opened in (passed.end(), None):
        if opened is None:  # the clause behind the name itself states it: ", who was elected judge,"
            comma = _WHO.match(text, end, ceiling)
            if comma is None or comma.end() == passed.end():
                return None
            opened = comma.end()
        found = _said(text, opened, ceiling, following)
        if found is not None:
            return found
    return None


def _said(text: str, at: int, ceiling: int, following: int) -> tuple[int, int, bool] | None:
    word = _NEXT_WORD.match(text, at, ceiling)
    if word is None or word[1] not in _OPENINGS:
        return None
    gains = _GAINS.match(text, at, ceiling)
    if gains is not None:
        return _office(text, gains.end(), ceiling, following, unknown=_UNKNOWN_AT_MOST)
    for pattern, former in ((_HOLDS, False), (_LOSES, True)):
        verb = pattern.match(text, at, ceiling)
        if verb is not None:
            unknown = _UNKNOWN_AT_MOST if verb[0].endswith("as ") else 0
            return _office(text, verb.end(), ceiling, following, former=former, unknown=unknown)
    ran = _RAN.match(text, at, ceiling)
    if ran is not None:
        stop = _stop(text, ran.end(), ceiling)
        return _cut(text, ran.start("verb"), stop, following, former=True)
    copula = _IS.match(text, at, ceiling)
    if copula is not None:
        return _office(text, copula.end(), ceiling, following, former=copula["be"] == "was")
    return None


def _stop(text: str, at: int, ceiling: int) -> int:
    """Where the words of an office end at the latest: with their clause, or before a time or another verb."""
    clause = _CLAUSE.match(text, at, min(ceiling, at + _BEHIND_AT_MOST))
    stop = clause.end() if clause is not None else at
    time = _TIME.search(text, at, stop)
    if time is not None:
        stop = time.start()
    words = vocabulary()
    return next((start for token, start, _ in tokens_in(text, at, stop) if fold(token) in words.ends), stop)


def _office(
    text: str, at: int, ceiling: int, following: int, *, former: bool = False, unknown: int = 0
) -> tuple[int, int, bool] | None:
    """The office that a verb is followed by; its words end with it, or with what a small word joins.

    Before it may stand words of offices, names, and up to `unknown` others ("harbour minister").
    """
    stop = _stop(text, at, ceiling)
    tokens = tokens_in(text, at, stop)
    while tokens and (
        fold(tokens[0][0]) in DETERMINERS or is_past(tokens[0][0]) or tokens[0][0].endswith(("'s", "’s"))
    ):
        former = former or is_past(tokens[0][0])
        tokens.pop(0)
    if tokens and fold(tokens[0][0]) in _PRAISE:
        return None  # "named best actress"
    for number, (token, _, end) in enumerate(tokens[: _MODIFIERS_AT_MOST + 1]):
        kind = classify(token)
        if kind == "office" and (number + 1 == len(tokens) or classify(tokens[number + 1][0]) != "office"):
            joined = number + 1 < len(tokens) and classify(tokens[number + 1][0]) == "link"
            return _cut(text, tokens[0][1], stop if joined else end, following, former=former)
        if kind not in ("word", "link", "office") and not token[:1].isupper():
            unknown -= 1
            if unknown < 0 or kind == "break":
                return None
    return None


def _apposition(text: str, end: int, ceiling: int, following: int) -> tuple[int, int, bool] | None:
    """An apposition, or a clause with a verb of leading."""
    opened = _BEHIND.match(text, end, ceiling)
    if opened is None:
        return None
    clause = _CLAUSE.match(text, opened.end(), min(ceiling, opened.end() + _BEHIND_AT_MOST + 40))
    if clause is None:
        return None
    tokens = tokens_in(text, clause.start(), clause.end())
    words = vocabulary()
    if tokens and fold(tokens[0][0]) == "who":
        if len(tokens) > 2 and fold(tokens[1][0]) in words.leads:
            stop = next((s for token, s, _ in tokens[3:] if fold(token) in words.ends), clause.end())
            return _cut(text, tokens[1][1], min(stop, tokens[1][1] + _LEADS_AT_MOST), following)
        return None
    former = False
    while tokens and (
        fold(tokens[0][0]) in (*DETERMINERS, "now", "currently", "formerly", "previously")
        or is_past(tokens[0][0])
        or tokens[0][0].endswith(("'s", "’s"))
    ):
        former = former or is_past(tokens[0][0]) or fold(tokens[0][0]) in ("formerly", "previously")
        if tokens[0][0].endswith(("'s", "’s")) and tokens[0][1] > clause.start():
            break
        tokens = tokens[1:]
    office = -1
    for at, (token, _, _) in enumerate(tokens[: _MODIFIERS_AT_MOST + 1]):
        kind = classify(token)
        if kind == "office":
            office = at
            break
        if kind not in ("word", "link") and not token[:1].isupper():
            return None
    if office < 0:
        return None
    past = [at for at in range(office) if is_past(tokens[at][0])]
    if past:
        former, tokens, office = True, tokens[past[-1] + 1 :], office - past[-1] - 1
    stop = next((s for token, s, _ in tokens[office + 1 :] if fold(token) in words.ends), clause.end())
    until = _UNTIL.search(text, tokens[office][2], clause.end())
    if until is not None:
        former, stop = True, min(stop, until.start())
    return _cut(text, tokens[0][1], min(stop, tokens[0][1] + _BEHIND_AT_MOST), following, former=former)


def _cut(
    text: str, start: int, stop: int, following: int, *, former: bool = False
) -> tuple[int, int, bool] | None:
    """A span without white space at its end, on a word's edge; None where it would take in another person."""
    if following < stop:
        return None
    while stop > start and (
        text[stop - 1].isspace() or (stop < len(text) and text[stop - 1].isalnum() and text[stop].isalnum())
    ):
        stop -= 1
    return (start, stop, former) if stop > start else None
