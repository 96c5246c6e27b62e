"""The word knowledge behind the tagger's features: gazetteer, demonyms, word lists."""

import gzip
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wiredesk.extract.names.tokens import tokenize

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words before any text is read."""

    single: dict[str, tuple[str, ...]]
    """One-word names, as written: the lists they stand in (`city`, `country`, `first`, ...)."""
    longer: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First word of longer names: each name's words and its list, longest first."""
    classes: dict[str, tuple[str, ...]]
    """Lower-case words: the word lists they stand in (`body`, `title`, ...)."""
    clusters: dict[str, tuple[str, str]]
    """Lower-case words without accents: a coarse and a fine group of words of like meaning."""

    def lists(self, word: str) -> tuple[str, ...]:
        """The lists that a word stands in; accents and the capitals of a dateline are seen through."""
        found = self.single.get(word, ())
        if not found and len(word) > 3 and word.isupper():
            word = word.title()
            found = self.single.get(word, ())
        if not word.isascii():
            found += tuple(kind for kind in self.single.get(folded(word), ()) if kind not in found)
        return found


@cache
def load_lexicon() -> Lexicon:
    """The lexicon shipped with the package, read once in a process."""
    single: dict[str, list[str]] = {}
    longer: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, name in _gazetteer():
        words = (name,) if name.isalpha() else tuple(tokenize(name).words)
        if len(words) == 1:
            single.setdefault(name, []).append(kind)
        else:
            longer.setdefault(words[0], []).append((words, kind))
    for line in (DATA / "demonyms.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for word in line.split():
                single.setdefault(word, []).append("people")
                single.setdefault(word + "s", []).append("people")
    return Lexicon(
        single={word: tuple(sorted(set(kinds))) for word, kinds in single.items()},
        longer={word: tuple(sorted(names, key=_by_length)) for word, names in longer.items()},
        classes=_classes(),
        clusters=dict(_clusters()),
    )


def _gazetteer() -> Iterator[tuple[str, str]]:
    kind = ""
    for file in ("gazetteer.txt", "known.txt"):
        for line in (DATA / file).read_text(encoding="utf-8").splitlines():
            if line.startswith("@"):
                kind = line[1:]
            elif not line.startswith("#"):
                for name in line.split("|"):
                    yield kind, name


_UNFOLDED = str.maketrans("ıłøđŁØĐßæœÆŒðþ", "ilodLODsaoAOdt")


def folded(word: str) -> str:
    """A word without accents, as agencies that write plain letters spell it; not always ASCII."""
    plain = unicodedata.normalize("NFKD", word.translate(_UNFOLDED))
    return "".join([letter for letter in plain if not unicodedata.combining(letter)])


def _clusters() -> Iterator[tuple[str, tuple[str, str]]]:
    coarse = fine = 0
    packed = (DATA / "clusters.txt.gz").read_bytes()
    for line in gzip.decompress(packed).decode().splitlines():
        if line == "@":
            coarse += 1
        elif not line.startswith("#"):
            fine += 1
            groups = str(coarse), str(fine)
            yield from ((word, groups) for word in line.split())


def _by_length(name: tuple[tuple[str, ...], str]) -> tuple[int, tuple[str, ...], str]:
    return -len(name[0]), *name


def _classes() -> dict[str, tuple[str, ...]]:
    lists: dict[str, str] = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    classes: dict[str, list[str]] = {}
    for name, words in lists.items():
        for word in dict.fromkeys(words.split()):
            classes.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in classes.items()}
