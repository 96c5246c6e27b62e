"""Articles whose lines are marked by what they are, as tests/quality/gold/texts and pages hold them.

A line is a letter, a space and the text: `T` title, `S` summary, `C` caption, `B` body, `F` furniture; an
empty line is a line of the text. Above stand `#name: value` lines with what the text proves of the article:
"-" where it proves nothing, "?" where that is not judged, "a|b" where either is right.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from scorers import Counts
from wiredesk.clean import CleanArticle

SHINGLE: Final = 4
"""Words that are compared at a time, as Scrapinghub's article-extraction-benchmark does."""
_FACT = re.compile(r"#(\w+): (.+)")
_WORD = re.compile(r"\w+")


class Marked(NamedTuple):
    """A marked article."""

    facts: Mapping[str, str]
    lines: Sequence[tuple[str, str]]
    """Mark and text; both empty for an empty line."""

    @property
    def text(self) -> str:
        """The article as it was before it was marked."""
        return "\n".join(text for _, text in self.lines)

    def of(self, marks: str) -> list[str]:
        """The lines with one of some marks."""
        return [text for mark, text in self.lines if mark and mark in marks]


def read_marked(written: str) -> Marked:
    """Part the marks from the text.

    Raises:
        ValueError: a line has no mark.
    """
    facts: dict[str, str] = {}
    lines: list[tuple[str, str]] = []
    for line in written.split("\n"):
        if fact := _FACT.fullmatch(line):
            facts[fact[1]] = fact[2]
        elif not line.strip():
            lines.append(("", ""))
        elif line[0] in "TSCBF" and line[1:2] == " ":
            lines.append((line[0], line[2:].strip()))
        else:
            raise ValueError(f"no mark: {line}")
    return Marked(facts, lines)


def words_of(text: str) -> str:
    """The words of a text, by which lines are compared."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def shingles(lines: Iterable[str]) -> Counter[tuple[str, ...]]:
    """The runs of `SHINGLE` words of a text, or all its words where it has fewer."""
    words = _WORD.findall("\n".join(lines).casefold())
    runs = range(max(1, len(words) - SHINGLE + 1)) if words else ()
    return Counter(tuple(words[at : at + SHINGLE]) for at in runs)


def overlap(found: Iterable[str], wanted: Iterable[str]) -> Counts:
    """How many runs of words two texts share."""
    ours, theirs = shingles(found), shingles(wanted)
    return Counts((ours & theirs).total(), ours.total(), theirs.total())


def wrong_facts(wanted: Marked, article: CleanArticle, names: Iterable[str]) -> Iterator[str]:
    """What an article's columns say otherwise than the marks, a line each."""
    for name in names:
        allowed = wanted.facts.get(name, "?")
        found = str(getattr(article, name) or "-")
        if allowed != "?" and found not in allowed.split("|"):
            yield f"{name}: {allowed} -> {found}"
