"""Units of measure and currencies: units.toml, compiled once."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple, NotRequired, TypedDict, cast

from wiredesk.extract.figures.passage import Passage
from wiredesk.extract.figures.wording import any_of


class Unit(NamedTuple):
    """A unit of measure or a currency.

    Attributes:
        symbol: As the frame shows it.
        kind: Of the figures that have it: length, money, ...
        factor: To the base unit of its kind; 0 where there is none (money, temperature).
        per: What an amount is for each of ("bbl", "d"), where it is a rate.
    """

    symbol: str
    kind: str
    factor: float
    per: str | None = None

    @property
    def is_rate(self) -> bool:
        """Whether it is for each of something; speeds and flows have a symbol that says so."""
        return self.per is not None or "/" in self.symbol


class _Entry(TypedDict):
    names: list[str]
    signs: list[str]
    fr: NotRequired[list[str]]
    es: NotRequired[list[str]]
    de: NotRequired[list[str]]
    ar: NotRequired[list[str]]


class _UnitEntry(_Entry):
    symbol: str
    kind: str
    factor: float
    per: NotRequired[str]


class _CurrencyEntry(_Entry):
    code: str
    prefixes: list[str]
    letters: NotRequired[list[str]]
    may_be: NotRequired[dict[str, str]]


class _Table(TypedDict):
    unit: list[_UnitEntry]
    currency: list[_CurrencyEntry]


TIMES: Final = Unit("x", "ratio", 1)
METRE: Final = Unit("m", "length", 1)
TONNE: Final = Unit("t", "mass", 1000)
POUND: Final = Unit("lb", "mass", 0.45359237)
PERCENTAGE_POINT: Final = Unit("pp", "points", 1)
YEAR_OF_AGE: Final = Unit("a", "age", 365.25)


_LANGUAGES: Final = ("fr", "es", "de", "ar")
"""Languages of which units.toml has names of its own, beside the English ones."""


class Units(NamedTuple):
    """The units that one language's texts have.

    Attributes:
        names: By their names in lower case: English, and that language's.
        pattern: Matches a name with the space or hyphen before it.
        first: Characters that a name or a sign begins with, in lower case.
    """

    names: Mapping[str, Unit]
    pattern: re.Pattern[str]
    first: frozenset[str]


_TABLE: Final = cast(
    "_Table",
    tomllib.loads(files("wiredesk.extract.figures").joinpath("units.toml").read_text(encoding="utf-8")),
)


def _read(table: _Table) -> tuple[dict[str, dict[str, Unit]], dict[str, Unit], dict[str, Unit]]:
    named: dict[str, dict[str, Unit]] = {language: {} for language in ("en", *_LANGUAGES)}
    signs: dict[str, Unit] = {}
    prefixes: dict[str, Unit] = {}
    entries = [
        (Unit(entry["symbol"], entry["kind"], entry["factor"], entry.get("per")), entry)
        for entry in table["unit"]
    ]
    moneys = [(Unit(entry["code"], "money", 0), entry) for entry in table["currency"]]
    for unit, entry in (*entries, *moneys):
        named["en"].update(dict.fromkeys(entry["names"], unit))
        signs.update(dict.fromkeys(entry["signs"], unit))
        for language in _LANGUAGES:
            named[language].update(dict.fromkeys(entry.get(language, ()), unit))
    for unit, entry in moneys:
        prefixes.update(dict.fromkeys(entry["prefixes"], unit))
    return named, signs, prefixes


_NAMED, SIGNS, _PREFIXES = _read(_TABLE)
"""Units by their names in lower case, language by language; by their signs; by the signs before an amount."""


def _places(table: _Table) -> dict[str, dict[str, re.Pattern[str]]]:
    found: dict[str, dict[str, re.Pattern[str]]] = {}
    for entry in table["currency"]:
        for word, places in entry.get("may_be", {}).items():
            said = re.compile(rf"(?<!\w)(?:{any_of(places.split())})(?!\w)")
            found.setdefault(word, {})[entry["code"]] = said
    return found


_PLACES: Final = _places(_TABLE)
"""Currencies that a bare word or letter may be, each with the places that make it so."""
_LETTERS: Final = {
    letter: entry["code"] for entry in _TABLE["currency"] for letter in entry.get("letters", ())
}
UNNAMED: Final = Unit("", "money", 0)
"""Money of a currency that nothing tells."""
SYMBOLS: Final = frozenset(entry["symbol"] for entry in _TABLE["unit"])

_SIGN: Final = re.compile(rf"[ -]?({any_of(SIGNS)})(?!\w)")
_SPACED: Final = re.compile(r"[A-Z°º€$£¥₹₪₽₴₫%٪]|..|[gt](?!\w)")
"""Signs that may stand behind a space; a single small letter there is mostly a word or a multiplier."""
_PREFIX_ENDS: Final = frozenset(prefix[-1] for prefix in _PREFIXES)
_PREFIX: Final[Mapping[str, tuple[str, ...]]] = {
    end: tuple(sorted((p for p in _PREFIXES if p[-1] == end), key=lambda p: (-len(p), p)))
    for end in _PREFIX_ENDS
}


@cache
def units_of(language: str) -> Units:
    """The units of a language; the English ones where it has none of its own."""
    names = {**_NAMED["en"], **_NAMED[language]} if language in _NAMED else _NAMED["en"]
    first = frozenset(name[0] for name in names) | frozenset(sign[0].lower() for sign in SIGNS)
    return Units(names, re.compile(rf"[ -]?({any_of(names)})(?![\w])"), first)


class Found(NamedTuple):
    """A unit in the text: what it is and where it ends."""

    unit: Unit
    end: int


def unit_behind(passage: Passage, at: int, limit: int) -> Found | None:
    """The unit that begins at `at`, a space or a hyphen before it left aside."""
    low, units = passage.low, units_of(passage.wording.code)
    first = low[at + 1 : at + 2] if low[at : at + 1] in " -" else low[at : at + 1]
    if first not in units.first or at >= limit:
        return None
    name = units.pattern.match(low, at, limit)
    if name is not None:
        return Found(units.names[name[1]], name.end())
    sign = _SIGN.match(passage.text, at, limit)
    if sign is None or (len(sign[1]) < len(sign[0]) and not _SPACED.match(sign[1])):
        return None
    return Found(SIGNS[sign[1]], sign.end())


def named_currency(unit: Unit, passage: Passage) -> Unit:
    """What an ambiguous currency is by the places that its article names: rupees of Delhi are INR."""
    countries = _PLACES.get(unit.symbol)
    if countries is None:
        return unit
    said = [code for code, places in countries.items() if places.search(passage.low)]
    return unit._replace(symbol=said[0]) if len(said) == 1 else unit


def letter_before(passage: Passage, start: int) -> Unit | None:
    """The currency of one capital glued to the front of digits, which millions show to be one: "N14.5bn"."""
    letter = passage.text[start - 1 : start]
    if not letter.isalpha() or not is_letter(letter) or passage.text[max(0, start - 2) : start - 1].isalnum():
        return None
    if letter in _LETTERS:
        return Unit(_LETTERS[letter], "money", 0)
    named = named_currency(Unit(letter, "money", 0), passage)
    return UNNAMED if named.symbol == letter else named


def is_letter(word: str) -> bool:
    """Whether a letter in front of digits may be a currency's."""
    return len(word) == 1 and (word in _LETTERS or word in _PLACES)


def currency_before(text: str, start: int, floor: int) -> Found | None:
    """The currency sign or code in front of an amount; `Found.end` is where it begins."""
    # A space, or the minus sign of "$-5", may stand between; `text[start - 1]` is no sign of a currency then.
    at = start - 1 if text[start - 1 : start] in (" ", "\u00a0", "-", "\u2212") else start
    last = text[at - 1 : at] if at > floor else ""
    for prefix in _PREFIX.get(last, ()):
        begin = at - len(prefix)
        if begin >= floor and text.startswith(prefix, begin) and not text[begin - 1 : begin].isalpha():
            return Found(_PREFIXES[prefix], begin)
    return None


def is_prefix(word: str) -> bool:
    """Whether a word glued to the front of digits is a currency's."""
    return word in _PREFIXES
