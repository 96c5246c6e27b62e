"""Make sentences about office holders from patterns: titles as long as sentences, with names around them.

The annotated sets have few of them, and without them a run of capitals such as an office's full title is
taken for the name of a body. The persons are put together from lists of names and from syllables.
"""

import re
from pathlib import Path
from random import Random

from training.corpora import DATA, Document, read_marked
from wiredesk.extract.names.lexicon import DATA as LEXICON

SENTENCES = (
    400  # about one in forty of the training sentences: more would teach the patterns, not the language
)
SEED = 11
LISTED = 0.5  # of the parts of names are taken from the lists
MIDDLE_NAMED = 0.35
_SLOT = re.compile(r"\{(\w+)\}")


def office_holders() -> list[Document]:
    """The made-up sentences, each a document; the same in every run."""
    random = Random(SEED)
    lists = {**_lists(DATA / "titles.txt"), **_lists(LEXICON / "known.txt")}
    patterns = lists["patterns"]

    def fill(match: re.Match[str]) -> str:
        slot = match[1]
        if slot == "person":
            return _person(random, lists)
        word = random.choice(lists[slot.lower()])
        return word.upper() if slot.isupper() else word

    return [read_marked(_SLOT.sub(fill, patterns[n % len(patterns)])) for n in range(SENTENCES)]


def _person(random: Random, lists: dict[str, list[str]]) -> str:
    """A name of two or three parts, half of them in no list: else only listed names would count as names."""
    first = random.choice(lists["given"]) if random.random() < LISTED else _unheard_of(random, lists)
    last = random.choice(lists["surname"]) if random.random() < LISTED else _unheard_of(random, lists)
    middle = ""
    if random.random() < MIDDLE_NAMED:
        initial = random.choice("ABDHJLMRST") + "."
        middle = random.choice([random.choice(lists["given"]), _unheard_of(random, lists), initial])
    return " ".join(part for part in (first, middle, last) if part)


def _unheard_of(random: Random, lists: dict[str, list[str]]) -> str:
    syllables = [
        random.choice(lists["onset"]) + random.choice(lists["vowel"])
        for _ in range(random.choice((1, 2, 2, 3)))
    ]
    return ("".join(syllables) + random.choice(lists["coda"])).capitalize()


def _lists(file: Path) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    name = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            name = line[1:]
        elif not line.startswith("#"):
            lists.setdefault(name, []).extend([line] if name == "patterns" else line.split("|"))
    return lists
