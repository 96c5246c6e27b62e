"""The bound that the wording puts on a number: about, more than, at least, ..."""

import re
from typing import NamedTuple

from wiredesk.extract.figures import lexicon
from wiredesk.extract.figures.passage import Passage
from wiredesk.schema import Qualifier

_LONGEST = 36
"""Characters before a number in which its hedge begins."""
_FILLERS = (
    " a total of ", " another ", " an additional ", " an extra ", " a further ", " a record ",
    " an estimated ",
)  # fmt: skip
"""Words between a hedge and its number; the last is a hedge itself, where no other stands before it."""
_SIGNS: dict[str, Qualifier] = {
    "~": "about",
    ">": "more than",
    "<": "less than",
    "≥": "at least",
    "≤": "at most",
}
_SPENT = re.compile(
    r"(?:^|\W)(?:for|of|after|by|in|takes?|took|last(?:s|ed|ing)?|since|just|well|little|slightly|now|is|was|been)\W+$"
)
"""Words before "over" that make "over two years" a bound; by itself it mostly means "during"."""


_MOST_PLACES = 12
"""So few provinces, islands or matters are mostly what something goes over, not a bound that it exceeds."""


class Hedge(NamedTuple):
    """A qualifier and the outer end of its wording."""

    qualifier: Qualifier
    at: int


def hedge_before(passage: Passage, start: int, floor: int, kind: str, value: float) -> Hedge | None:
    """The hedge in front of an amount that begins at `start`.

    Args:
        floor: Where the sentence begins.
        kind: Of the figure: "over two years" is no bound of its own, "over 200 vehicles" is.
        value: Of the figure: "over six provinces" mostly tells where.
    """
    low = passage.low
    sign = _SIGNS.get(low[start - 1 : start]) if start > floor else None
    if sign is not None:
        return Hedge(sign, start - 1)
    begin = max(floor, start - _LONGEST)
    before = low[begin:start]
    if not before.endswith(" "):
        return None
    filler = ""
    if before.endswith(_FILLERS):
        filler = next(words for words in _FILLERS if before.endswith(words))
        before = before[: 1 - len(filler)]
    stripped = before.rstrip(" ")
    last = stripped[stripped.rfind(" ") + 1 :].lstrip("(\"'“‘—–")
    for phrase, qualifier in passage.wording.before.get(last, ()):
        if stripped.endswith(phrase):
            at = len(stripped) - len(phrase)
            if at and stripped[at - 1].isalnum():
                continue
            earlier = stripped[:at].rstrip(" ")
            if phrase == "over" and not _is_bound_by_over(earlier, kind, value):
                return None
            if phrase == "up to" and earlier[earlier.rfind(" ") + 1 :] in lexicon.PARTICLE_VERBS:
                return None  # "picking up to 1.2%" reaches that
            return Hedge(qualifier, begin + at)
    return Hedge("about", begin + len(before)) if filler == _FILLERS[-1] else None


def _is_bound_by_over(earlier: str, kind: str, value: float) -> bool:
    """Whether "over" means "more than", by what stands before it: "spread over six provinces" does not."""
    if kind == "duration":
        return _SPENT.search(f"{earlier} ") is not None
    if kind not in ("count", "area"):
        return True
    word = earlier[earlier.rfind(" ") + 1 :].lstrip("(\"'“‘—–")
    if word in lexicon.SPREADING:
        return kind == "count" and value > _MOST_PLACES and word not in ("spread", "scattered", "dotted")
    return value > _MOST_PLACES or not word.isalpha() or word in lexicon.BOUNDING


def hedge_behind(passage: Passage, at: int, limit: int) -> Hedge | None:
    """The hedge behind a number or behind its counted thing: "2,500 or so", "50 people or more"."""
    match = passage.wording.after.match(passage.low, at, limit)
    if match is None:
        return None
    return Hedge(passage.wording.after_words[match[0].lstrip(" ")], match.end())
