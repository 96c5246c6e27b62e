"""Whether an expression that fits the past as well as the future ("in March") looks forward or back.

News tells what has happened: the past is the rule, and it takes a cue to read an expression as the
future. The cues were chosen on dated news with annotated time expressions (MEANTIME, EventStoryLine).
"""

import re
from typing import Final

_REACH_BEFORE: Final = 70
_REACH_BEHIND: Final = 45
"""How far, in characters, a verb may stand from its date; further ones belong to other clauses."""

_FUTURE: Final = re.compile(
    r"""\b(?:
      will | shall | won['’]t | (?<=['’])ll | would | due | going\ to | about\ to | expected | expects?
    | scheduled?s? | slated | set\ (?:to|for) | plan(?:s|ned|ning)?\ (?:to|for|an?|on) | supposed\ to
    | hop(?:es?|ed|ing)\ to | could | (?-i:may) | might | likely | to\ be | (?:is|are|was|were)\ to | upcoming
    | ahead\ of | aim(?:s|ed|ing)?\ to | intend(?:s|ed)?\ to | prepar(?:es?|ed|ing)\ (?:to|for) | ready\ to
    | takes?\ effect | begins? | starts? | opens? | meets? | expires? | (?:is|are)\ \w+ing
    | pencill?ed\ in | face[sd]?\ a | ha(?:s|ve|d)\ until | plays? | resumes? | reopens? | travels?
    | no\ later\ than
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"""\b(?<!\bbe\ )(?<!\bis\ )(?<!\bare\ )(?<!['’]s\ )(?:
      was | were | had | has | have | did | said | says | told | \w+ed | began | met | took | came |
      went | left | held | since | ago | after | fell | rose | made | won | lost | found | gave | got
      | saw | sent | shot | kept | led | ran | put | spoke | wrote | hit | struck | became | killed |
      died | brought | bought | sold | built | broke | drew | flew | grew | knew | paid | read | rang
      | sat | stood | swore | thought | threw | wore | cut | beat | fought | hurt | earlier | last |
      past
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_FUTURE_ED: Final = frozenset(
    {"expected", "scheduled", "slated", "planned", "supposed", "intended", "prepared"}
)
_LIMIT: Final = re.compile(
    r"\b(?:by|until|till|through|thru|before|starting|beginning|from)\s+(?:(?:\w+\s+){1,3}or\s+)?"
    r"(?:early|late|mid|the\s+end\s+of)?\s*\Z",
    re.IGNORECASE,
)
_LOOKS_BACK: Final = re.compile(
    r"\b(?:since|after|said|says|told|announced|reported|ended|following)(?:\s+on)?\W*\Z", re.I
)
_REPORTING: Final = frozenset(
    """said says told announced reported hoped asked agreed promised warned urged vowed pledged predicted
    decided voted ordered gave given extended delayed postponed adjourned suspended banned put set wanted
    granted allowed""".split()  # noqa: SIM905
)
"""Verbs of a past in which somebody spoke of the future: "he gave them until Friday"."""
_PUT_OFF: Final = re.compile(
    r"\b(?:postpon|delay|adjourn|extend|suspend|defer|reschedul|remand)\w*\b|\bput\s+(?:off|over)\b",
    re.IGNORECASE,
)
_DEADLINE: Final = re.compile(r"\s+deadline\b", re.IGNORECASE)
_DEADLINE_IS: Final = re.compile(r"\bdeadline\s+(?:is|was)\b[^,;]*\Z", re.IGNORECASE)
_COMPARED: Final = re.compile(
    r"\b(?:(?:up|down|higher|lower|more|less|fewer|rose|fell|gr[eo]wn?|gained|lost|dropped|climbed|slipped|declined"
    r"|increased|decreased|improved|unchanged)\b[^;:]*\b(?:from|than(?:\s+in)?)"
    r"|compared\s+(?:with|to))\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""A change is measured against what has been: "down two points from August"."""
_DELIVERED: Final = re.compile(r"\s+(?:delivery|settlement|shipment|expiry)\b", re.IGNORECASE)
_FOR: Final = re.compile(r"\bfor\s+\Z", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[;:“”\"]|,\s+(?:and|but|while|which|who)\b")


def reaches_back(sentence: str, start: int) -> bool:
    """Whether the words before `start` tell that what follows has been: "since", "was opened on"."""
    left = sentence[max(0, start - _REACH_BEFORE) : start]
    return _LOOKS_BACK.search(left) is not None or any(
        match.group().lower() not in _REPORTING | _FUTURE_ED for match in _PAST.finditer(_clause(left))
    )


def direction(sentence: str, start: int, end: int) -> int:
    """Where the words around the expression `sentence[start:end]` look.

    Returns:
        1 to what is to come, -1 back, 0 where they do not tell.
    """
    left = sentence[max(0, start - _REACH_BEFORE) : start]
    right = sentence[end : end + _REACH_BEHIND]
    if _DEADLINE.match(right) or _DEADLINE_IS.search(left):
        return 1
    if _LOOKS_BACK.search(left):
        return -1
    if _FOR.search(left) and _DELIVERED.match(right):
        return 1
    left = _clause(left)
    if _COMPARED.search(left) and not _FUTURE.search(left):
        return -1
    if _LIMIT.search(left) and _PUT_OFF.search(left):
        return 1
    right = _CLAUSE.split(right)[0]
    future = [match.start() for match in _FUTURE.finditer(left)]
    verbs = [match for match in _PAST.finditer(left) if match.group().lower() not in _FUTURE_ED]
    past = [match.start() for match in verbs]
    if _LIMIT.search(left) and all(match.group().lower() in _REPORTING for match in verbs):
        return -1 if not verbs and not future and _has_been(right) else 1
    if not future and not past:
        future = [-match.start() for match in _FUTURE.finditer(right)][:1]
        past = [-match.start() for match in _PAST.finditer(right)][:1]
    if not future and not past:
        return 0
    return 1 if future and (not past or future[-1] >= past[-1]) else -1


def _has_been(right: str) -> bool:
    """Whether what stands behind an expression tells of the past first: "By Friday, nobody had come"."""
    been, ahead = _PAST.search(right), _FUTURE.search(right)
    return been is not None and (ahead is None or been.start() < ahead.start())


def _clause(left: str) -> str:
    """What stands before an expression in its own clause."""
    return _CLAUSE.split(left)[-1] or left
