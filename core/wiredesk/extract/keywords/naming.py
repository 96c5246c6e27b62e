"""The names of an article, each with the shorter names and acronyms that stand for the same."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from wiredesk.text import fold

_SMALL: Final = frozenset(("of", "the", "and", "for", "de", "du", "des", "del", "la", "al", "in", "on"))
_LONGEST_ACRONYM: Final = 8

_Words = tuple[str, ...]


class Mention(NamedTuple):
    """A name in the text: start and end there, as written, its kind and sentence."""

    start: int
    end: int
    surface: str
    kind: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an article.

    Attributes:
        shown: Its fullest form where it is a person's, else its most frequent one.
        mentions: Where it stands, in any form, in the order of the text.
    """

    shown: str
    mentions: tuple[Mention, ...]


def group_names(mentions: Iterable[Mention], text: str, same: Mapping[str, str]) -> list[Name]:
    """Put mentions of one name together: same words, part of one longer name only, or its acronym.

    A surname that fits two persons stays a name of its own. Grouping serves the count alone; who is who
    over all articles is told elsewhere, with more care.

    Args:
        mentions: They do not overlap.
        text: The article's.
        same: Names of one place, each with the one that stands for all of them; folded, without dots.

    Returns:
        The names in the order of their first mention.
    """
    listed = sorted(mentions)
    by_words: dict[_Words, list[Mention]] = {}
    for mention in listed:
        by_words.setdefault(_words(mention, same), []).append(mention)
    whole = {words: _whole(words, by_words) for words in by_words}
    for name, other in pairwise(listed):
        if text[name.end : other.start] == " (" and text[other.end : other.end + 1] == ")":
            _define(_words(name, same), _words(other, same), whole, by_words)
    groups: dict[_Words, list[Mention]] = {}
    for words, found in by_words.items():
        groups.setdefault(_last(words, whole), []).extend(found)
    names = [Name(_shown(found), tuple(sorted(found))) for found in groups.values()]
    return sorted(names, key=lambda name: name.mentions[0])


def _words(mention: Mention, same: Mapping[str, str]) -> _Words:
    plain = fold(mention.surface).replace(".", "").removesuffix("'s").removesuffix("'")
    return tuple(same.get(plain, plain).split())


def _define(
    name: _Words, other: _Words, whole: dict[_Words, _Words], names: Mapping[_Words, list[Mention]]
) -> None:
    """Note that a name in brackets stands for the one before: "Islamic State (ISIS)"."""
    name, other = _last(name, whole), _last(other, whole)
    if name != other and "place" not in (_sort(names[name]), _sort(names[other])):
        whole[other] = name


def _whole(words: _Words, names: Mapping[_Words, list[Mention]]) -> _Words:
    """The longer name that a name is short for; itself, where there is none or more than one."""
    kind = _sort(names[words])
    if kind == "place":
        return words
    longer = [o for o, found in names.items() if _sort(found) == kind and _shortens(words, o, kind)]
    # Of "Ann Lund" and "Ann Marie Lund" the longer one holds the shorter one as well.
    longest = max(longer, key=len, default=words)
    return longest if all(set(other) <= set(longest) for other in longer) else words


def _sort(mentions: Sequence[Mention]) -> str:
    """The kind; what is an organisation to one sentence may be a group to the next."""
    kind = mentions[0].kind
    return "organisation" if kind == "group" else kind


def _last(words: _Words, whole: Mapping[_Words, _Words]) -> _Words:
    while whole[words] != words:
        words = whole[words]
    return words


def _shortens(short: _Words, name: _Words, kind: str) -> bool:
    if len(short) >= len(name):
        return False
    if kind == "person":
        return _is_inside(short, name)
    return name[: len(short)] == short or (len(short) == 1 and short[0] == _initials(name))


def _is_inside(short: _Words, name: _Words) -> bool:
    """Whether the words stand in the name in the same order, others perhaps between them."""
    rest = iter(name)
    return all(word in rest for word in short)


def _initials(words: _Words) -> str:
    initials = "".join(word[0] for word in words if word not in _SMALL)
    return initials if 2 <= len(initials) <= _LONGEST_ACRONYM else ""


def _shown(mentions: Sequence[Mention]) -> str:
    """The form to show: in capitals throughout only if it is never written otherwise."""
    counts = Counter(" ".join(mention.surface.split()) for mention in mentions)
    person = mentions[0].kind == "person"

    def merit(form: str) -> tuple[bool, int, int, str]:
        shouted = form.isupper() and len(form) > _LONGEST_ACRONYM
        often, full = -counts[form], -len(form.split())
        return (shouted, full, often, form) if person else (shouted, often, full, form)

    return min(counts, key=merit)
