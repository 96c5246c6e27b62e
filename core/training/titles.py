"""Make sentences from patterns: titles as long as sentences with names around them, surnames alone.

The annotated sets have few of them. Without them a run of capitals such as an office's full title is taken
for the name of a body, and a surname that no list knows for a town. The persons are put together from lists
of names and from syllables.
"""

import re
from pathlib import Path
from random import Random

from training.corpora import DATA, Document, read_marked

PEOPLE = DATA / "people.txt"
SENTENCES = (
    800  # about one in twenty of the training sentences: more would teach the patterns, not the language
)
SEED = 11
LISTED = 0.5  # of the parts of names are taken from the lists
MIDDLE_NAMED = 0.35
_SLOT = re.compile(r"\{(\w+)\}")


def office_holders() -> list[Document]:
    """The made-up sentences, each a document; the same in every run."""
    random = Random(SEED)
    lists = {**lists_of(DATA / "titles.txt"), **lists_of(PEOPLE)}
    patterns = lists["patterns"]

    def fill(match: re.Match[str]) -> str:
        slot = match[1]
        if slot == "person":
            return _person(random, lists)
        if slot == "family":
            return _part(random, lists, "family")
        word = random.choice(lists[slot.lower()])
        return word.upper() if slot.isupper() else word

    return [read_marked(_SLOT.sub(fill, patterns[n % len(patterns)])) for n in range(SENTENCES)]


def _person(random: Random, lists: dict[str, list[str]]) -> str:
    """A name of two or three parts, half of them in no list: else only listed names would count as names."""
    first, last = _part(random, lists, "forename"), _part(random, lists, "family")
    middle = ""
    if random.random() < MIDDLE_NAMED:
        initial = random.choice("ABDHJLMRST") + "."
        middle = random.choice([_part(random, lists, "forename"), initial])
    return " ".join(part for part in (first, middle, last) if part)


def _part(random: Random, lists: dict[str, list[str]], kind: str) -> str:
    if random.random() < LISTED:
        return random.choice(lists[kind])
    return _unheard_of(random, lists)


def _unheard_of(random: Random, lists: dict[str, list[str]]) -> str:
    syllables = [
        random.choice(lists["onset"]) + random.choice(lists["vowel"])
        for _ in range(random.choice((1, 2, 2, 3)))
    ]
    return ("".join(syllables) + random.choice(lists["coda"])).capitalize()


def lists_of(file: Path) -> dict[str, list[str]]:
    """The lists of a file by their names; patterns hold bars of their own and are a line each."""
    lists: dict[str, list[str]] = {}
    name = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            name = line[1:]
        elif not line.startswith("#"):
            lists.setdefault(name, []).extend([line] if name == "patterns" else line.split("|"))
    return lists
