"""Given names and surnames of the whole world, from the lists of Faker and Mimesis (both MIT).

They make up test data in many languages, so that each language has a list of its own. A name counts if two
lists have it, or one of a language whose names no other list repeats. All are in Latin letters without
accents, Cyrillic and Chinese spelt about as newspapers do.

Copies of annotated articles get other names from them (names.py); as lists to look names up in they were
found to be of no use.

    pip install faker mimesis pypinyin
    python core/training/people.py
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.gazetteer import data_of, lower_case_words
from wiredesk.extract.names.lexicon import folded

TARGET = Path(__file__).parent / "data/people.txt"
HEADER = """\
# Given names and surnames of the whole world, without accents. Made by core/training/people.py from the lists
# of Faker (MIT, Daniele Faraglia) and Mimesis (MIT, Isaak Uchakaev).
"""
SINGLE = (
    "az_AZ|bg_BG|en_IN|en_KE|en_NG|en_PK|en_TH|es_AR|es_CL|es_CO|es_MX|fr_DZ|ha_NG|id_ID|ig_NG|ja_JP|pt_BR|ru_RU|"
    "sw|tr_TR|tw_GH|uk_UA|uz_UZ|vi_VN|yo_NG|zh_CN|zu_ZA|az|es-mx|kk|ru|tr|uk"
)
"""Lists whose names count by themselves."""

WORD = re.compile(r"[A-Z][a-z]+(?:['-][A-Z]?[a-z]+)*")
SHORTEST = 3
CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфыэіґәғқңөұүһјќѓёжцчшщюяїєхљњџъь",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "y",
            "e",
            "i",
            "g",
            "a",
            "g",
            "k",
            "n",
            "o",
            "u",
            "u",
            "h",
            "j",
            "kj",
            "gj",
            "yo",
            "zh",
            "ts",
            "ch",
            "sh",
            "shch",
            "yu",
            "ya",
            "yi",
            "ye",
            "kh",
            "lj",
            "nj",
            "dz",
            "",
            "",
        ],
        strict=True,
    )
)


def people(common: set[str]) -> tuple[set[str], set[str]]:
    """Given names and surnames, without accents; none is a common word."""
    given, family = _lists()
    return _kept(given, common), _kept(family, common)


def _kept(lists: dict[str, set[str]], common: set[str]) -> set[str]:
    singly = SINGLE.split("|")
    times = Counter(name for names in lists.values() for name in names)
    own = {name for language, names in lists.items() if language in singly for name in names}
    return {
        name
        for name in times
        if (times[name] > 1 or name in own) and name.lower() not in common and len(name) >= SHORTEST
    }


def _lists() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    given: dict[str, set[str]] = {}
    family: dict[str, set[str]] = {}
    for language, attribute, names in (*_faker(), *_mimesis()):
        lists = family if attribute.startswith(("last", "surname")) else given
        lists.setdefault(language, set()).update(_spelt(names, language))
    return given, family


def _faker() -> Iterator[tuple[str, str, list[str]]]:
    home = data_of("faker", "providers/person")
    for folder in sorted(path for path in home.iterdir() if (path / "__init__.py").is_file()):
        module: Any = import_module(f"faker.providers.person.{folder.name}")
        provider = cast("dict[str, object]", vars(module.Provider))
        for attribute, value in provider.items():
            if attribute.startswith(("first_", "last_")) and isinstance(value, list | tuple | dict):
                names = cast("Iterable[object]", value)
                yield folder.name, attribute, [name for name in names if isinstance(name, str)]


def _mimesis() -> Iterator[tuple[str, str, list[str]]]:
    home = data_of("mimesis", "datasets")
    for file in sorted(home.glob("*/person.json")):
        lists: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        for attribute in ("names", "surnames"):
            found = cast("dict[str, list[str]] | list[str]", lists.get(attribute, []))
            parts = found.values() if isinstance(found, dict) else [found]
            yield file.parent.name, attribute, [name for part in parts for name in part]


def pinyin(chinese: str) -> list[str]:
    """The syllables of Chinese characters in Latin letters."""
    spell = cast("Callable[[str], list[str]]", import_module("pypinyin").lazy_pinyin)
    return spell(chinese)


def _spelt(names: Iterable[str], language: str) -> Iterator[str]:
    """In Latin letters without accents."""
    for name in names:
        lower = name.strip().lower()
        if language == "zh_CN":
            lower = "".join(pinyin(lower))
        elif any(letter in CYRILLIC for letter in lower):
            lower = "".join(CYRILLIC.get(letter, letter) for letter in lower)
            lower = re.sub("iy$", "y", lower)
        elif language != "ja_JP" and not name[:1].isupper():
            continue
        latin = folded("-".join(part[:1].upper() + part[1:] for part in lower.split("-")))
        if WORD.fullmatch(latin):
            yield latin


def main() -> None:
    """Write the lists."""
    argparse.ArgumentParser(description="Distil lists of the names of persons.").parse_args()
    given, family = people(lower_case_words())
    with TARGET.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        for kind, names in (("forename", given), ("family", family)):
            out.write(f"@{kind}\n{'|'.join(sorted(names))}\n")
    print(len(given), "given names,", len(family), "surnames,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
