"""What the counted thing did or suffered: "22 soldiers were killed", "arrested 16 people"."""

import re
from typing import Final

from wiredesk.extract.figures import lexicon
from wiredesk.extract.figures.passage import Passage

_HELPS = (
    r" (?:who |that |which )?(?:were|was|are|is|have been|has been|had been|being|have|has|had|will be"
    r"|would be|could be|may be)(?: [a-z]+ly| also| since| already| still| now| then)?(?= )"
)
_BEHIND: Final = re.compile(rf"(?:{_HELPS})? ([a-z]+)(?!\w)")
_AUXILIARY: Final = re.compile(_HELPS)
_BEFORE: Final = re.compile(r"(?<!\w)([a-z]+) (?:(?:a|an|the|its|his|her|their) )?$")


def verb_of(passage: Passage, start: int, end: int, floor: int, limit: int) -> str | None:
    """The verb of a count whose figure is `start:end`, as written; None where none stands beside it.

    Behind the counted thing a verb needs the form of a past or an auxiliary; before it, that of a verb that
    news counts by ("killing 22").
    """
    if passage.wording.code != "en":
        return None
    low = passage.low
    behind = _BEHIND.match(low, end, limit)
    if behind is not None:
        word = behind[1]
        if word in lexicon.SUFFERED or (_is_past(word) and word not in lexicon.SAYINGS):
            return passage.text[behind.start(1) : behind.end(1)]
        if _AUXILIARY.match(low, end, limit) and word.endswith("ing") and len(word) > len("being"):
            return passage.text[behind.start(1) : behind.end(1)]
    begin = max(floor, start - 24)
    before = _BEFORE.search(low[begin:start])
    if before is not None and before[1] in lexicon.DOINGS:
        at = begin + before.start(1)
        return passage.text[at : at + len(before[1])]
    return None


def _is_past(word: str) -> bool:
    return word in lexicon.PASTS or (word.endswith("ed") and len(word) > 4 and word not in lexicon.NOT_PAST)
