"""YAKE's phrases that are whole, begin and end like a noun with its modifiers, and stand in the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from wiredesk.extract.keywords.engine import LONGEST, Scorer
from wiredesk.extract.keywords.naming import Name
from wiredesk.extract.keywords.prose import NAME, Prose, number_of
from wiredesk.extract.keywords.words import Words
from wiredesk.text import fold

DEPTH: Final = 150
"""Phrases of one article that are looked at, best first: what comes behind is noise."""

COMPOUND: Final = 0.5
"""What a phrase of several words is worth more than YAKE says: a low score is a good one."""
ONCE: Final = 2.5
"""What a single word that stands only once is worth less."""
DOWN: Final = 200
"""Characters of body text in which the worth of a name sinks by half: two or three lines."""
PLACE: Final = 2.0
"""What a place is worth less than a person or an organisation."""
_SHORT = 3
"""Letters up to which a final -s is taken for part of the word (gas, bus)."""
_BEHIND = re.compile(r" ([(\[]?)([^\W_][\w'’-]*)")
_BEFORE = re.compile(r"([\w'’-]+) $")
_REACH = 24
"""Characters before a phrase that are looked at for the word before it."""


class Phrase(NamedTuple):
    """A phrase of the prose, or a name.

    Attributes:
        score: YAKE's.
        worth: By which it is chosen, the lower the better; names among names, others among others.
        shown: As the article writes it most often.
        stems: The stems of its words, small words left out.
        is_name: It is a name and nothing else.
        sentence: In which it stands first.
        start: Where it stands first, in the article.
        end: Behind its last character there.
    """

    score: float
    worth: float
    shown: str
    stems: tuple[str, ...]
    is_name: bool
    sentence: int
    start: int
    end: int


def find_phrases(prose: Prose, scorer: Scorer, words: Words) -> Iterator[Phrase]:
    """The phrases, by YAKE's score."""
    inner = scorer.small - words.links
    taken = 0
    for score, phrase in scorer.scores(prose.text):
        if alone := NAME.fullmatch(phrase):
            yield _named(prose, prose.names[number_of(alone)], score)
            continue
        if taken == DEPTH:
            continue
        parts = phrase.split(" ")
        if not inner.isdisjoint(parts) or not words.days.isdisjoint(parts):
            continue
        if phrase in words.empty or parts[-1] in words.hollow:
            continue
        # "crossed the Alps", "judge Ann Lund"; a full stop that no sentence was found to end with.
        if any(NAME.search(part) for part in parts[1:]) or any(part.endswith(".") for part in parts):
            continue
        places = [place for place in _places(prose.low, phrase) if prose.span(place, len(phrase)) is not None]
        if not any(_is_whole(prose, place, phrase, scorer, words) for place in places):
            continue
        written = _commonest([prose.written(place, phrase) for place in places])
        if any(word.lower() in words.months and word[0].isupper() for word in written.split(" ")):
            continue
        taken += 1
        yield _found(prose, score, written, places, words)


def _found(prose: Prose, score: float, written: str, places: Sequence[int], words: Words) -> Phrase:
    shown = prose.spelt(written)
    stems = tuple(stem(word) for word in shown.split(" ") if word.lower() not in words.links)
    span = prose.span(places[0], len(written))
    if span is None:
        raise AssertionError(f"{written!r} runs across sentences")
    worth = score / len(places)
    if len(stems) > 1:
        worth *= COMPOUND
    elif len(places) == 1:
        worth *= ONCE
    return Phrase(score, worth, shown, stems, False, span.sentence, span.start, span.end)


def _named(prose: Prose, name: Name, score: float) -> Phrase:
    """A name: the more often it stands and the higher up in the body, the better."""
    first, times = name.mentions[0], len(name.mentions)
    depth = min((prose.depth(m.start) for m in name.mentions if not prose.is_heading(m.start)), default=0)
    worth = (1 + depth / DOWN) / times
    if first.kind == "place":
        worth *= PLACE
    stems = tuple(stem(word) for word in name.shown.split(" "))
    return Phrase(score, worth, name.shown, stems, True, first.sentence, first.start, first.end)


def _places(low: str, phrase: str) -> Iterator[int]:
    """Where a phrase stands as words of its own; by hand, for a pattern each would have to be compiled."""
    at = low.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not low[at - 1 : at].isalnum() and not low[end : end + 1].isalnum():
            yield at
        at = low.find(phrase, end)


def _is_whole(prose: Prose, start: int, phrase: str, scorer: Scorer, words: Words) -> bool:
    """Whether a phrase begins and ends where it seems to: "security guard" does not in "security guard post".

    What ends in a capital goes on with the next word that has one, anything else with the next that is no
    stop word. A verb in front of its object ends no phrase, and none begins one.
    """
    parts = prose.written(start, phrase).split(" ")
    first, last = parts[0], parts[-1]
    if last.islower() and last.endswith(("ed", "ly")) and last not in words.nouns_in_ly:
        return False  # "areas disputed by", "visitors annually"
    before = _BEFORE.search(prose.low, max(0, start - _REACH), start)
    if before and not first[0].isupper() and _is_verb(first, before[1], words):
        return False
    acts = len(parts) > 1 and NAME.match(first) and parts[1].removesuffix("s") in words.verbs
    if acts and (len(parts) == LONGEST or (before and before[1] == "and")):
        return False  # "Nehir claims bombing", "Halden and Lund claim"; but "Nehir attacks on barges"
    behind = _BEHIND.match(prose.text, start + len(phrase))
    if behind is None or behind[1]:
        return True
    following = behind[2]
    if following.lower() in words.behind_verb:
        return False
    if len(parts) > 1 and last[0].isupper():
        return not following[0].isupper()
    return following.lower() in scorer.small


def _is_verb(first: str, before: str, words: Words) -> bool:
    """Whether a word is used as a verb, as far as the word before it tells."""
    if before in words.before_verb:
        return True
    if before in words.before_noun or not words.before_noun:
        return False
    if before == "to":
        return first in words.verbs
    return first.endswith("ed") or (first.endswith("ing") and before in words.before_either)


def _commonest(forms: Sequence[str]) -> str:
    """The form that the text has most often; of equals the one with fewer capitals."""
    counts = Counter(forms)
    return min(counts, key=lambda form: (-counts[form], sum(map(str.isupper, form)), form))


def stem(word: str) -> str:
    """A word without its plural ending, so that "talk" and "talks" are one keyword."""
    plain = fold(word).removesuffix("'s")
    if len(plain) <= _SHORT or plain[-1] != "s" or plain[-2] in "su":
        return plain
    return f"{plain[:-3]}y" if plain.endswith("ies") else plain[:-1]
