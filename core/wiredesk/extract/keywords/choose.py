"""Which phrases become the keywords of an article: near-identical ones once, names and others in turn.

The numbers were tuned on twelve articles of tests/quality/gold/keywords/development.toml and six reports that
are no part of the project, by trying some hundred combinations; between neighbouring values the share of
wanted keywords that is found differs by one to three points.
"""

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from wiredesk.extract.keywords.phrases import Phrase

NAMES: Final = 0.6
"""Share of names among an article's keywords, where it has as many. People who choose keywords take about
half of each; without a share, a report full of names would be told by its names alone."""

SINGLE: Final = 0.3
"""Share of single words that are no names: "forces" says less than "security forces"."""

AGAIN: Final = 2
"""How many times worse a phrase gets with each keyword that has one of its words already."""

ALIKE: Final = 0.5
"""Phrases that share so many of their words are one keyword."""


def choose(phrases: Iterable[Phrase], most: int) -> list[Phrase]:
    """At most so many phrases, best first; what one sort leaves free the other fills."""
    listed = list(phrases)
    names = _apart(sorted((p for p in listed if p.is_name), key=lambda p: (p.worth, p.start)), most)
    room = min(len(names), math.ceil(most * NAMES))
    others = [p for p in listed if not p.is_name]
    plain = _varied(others, names[:room], most - room, math.ceil(most * SINGLE))
    return _in_turn(names[: most - len(plain)], plain)


def _apart(phrases: Iterable[Phrase], most: int) -> list[Phrase]:
    """The first that are not alike."""
    kept: list[Phrase] = []
    for phrase in phrases:
        if len(kept) == most:
            break
        if not any(alike(phrase.stems, other.stems) for other in kept):
            kept.append(phrase)
    return kept


def _varied(phrases: Sequence[Phrase], names: Sequence[Phrase], most: int, singles: int) -> list[Phrase]:
    """The best that are not alike, words that the chosen ones have already being worth less and less."""
    used = Counter(stem for name in names for stem in name.stems)
    heap = [(phrase.worth, phrase.shown, 0, at) for at, phrase in enumerate(phrases)]
    heapq.heapify(heap)
    kept: list[Phrase] = []
    spare: list[Phrase] = []
    while heap and len(kept) < most:
        _, shown, times, at = heapq.heappop(heap)
        phrase = phrases[at]
        now = max((used[stem] for stem in phrase.stems), default=0)
        if now > times:
            heapq.heappush(heap, (phrase.worth * AGAIN**now, shown, now, at))
            continue
        if any(_is_part(phrase.stems, name.stems) for name in names):
            continue
        if any(alike(phrase.stems, other.stems) for other in kept):
            continue
        if len(phrase.stems) == 1:
            if singles == 0:
                spare.append(phrase)
                continue
            singles -= 1
        kept.append(phrase)
        used.update(phrase.stems)
    for phrase in spare:
        if len(kept) < most and not any(alike(phrase.stems, other.stems) for other in kept):
            kept.append(phrase)
    return kept


def alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a reader would call two phrases the same: "sleeper cell" and "ISIS sleeper cells", "air strike"
    and "airstrikes".

    Args:
        one: Stems of a phrase's words.
        other: Those of another.
    """
    mine, its = set(one), set(other)
    shared = len(mine & its)
    if shared in (len(mine), len(its)) or shared >= ALIKE * len(mine | its):
        return True
    return "".join(one) == "".join(other)


def _is_part(phrase: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a phrase says no more than a name does; "ISIS attacks" says more than "ISIS"."""
    return set(phrase) <= set(name)


def _in_turn(names: Sequence[Phrase], plain: Sequence[Phrase]) -> list[Phrase]:
    """Both as one list, mixed evenly."""
    places = [
        *(((at + 0.5) / len(names), 0, phrase) for at, phrase in enumerate(names)),
        *(((at + 0.5) / len(plain), 1, phrase) for at, phrase in enumerate(plain)),
    ]
    return [phrase for _, _, phrase in sorted(places, key=lambda place: place[:2])]
