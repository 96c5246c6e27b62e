"""Units of measure and currencies: units.toml, compiled once."""

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Final, NamedTuple, TypedDict, cast

from wiredesk.extract.figures.passage import Passage
from wiredesk.extract.figures.wording import any_of


class Unit(NamedTuple):
    """A unit of measure or a currency.

    Attributes:
        symbol: As the frame shows it.
        kind: Of the figures that have it: length, money, ...
        factor: To the base unit of its kind; 0 where there is none (money, temperature).
    """

    symbol: str
    kind: str
    factor: float


class _UnitEntry(TypedDict):
    symbol: str
    kind: str
    factor: float
    names: list[str]
    signs: list[str]


class _CurrencyEntry(TypedDict):
    code: str
    names: list[str]
    signs: list[str]
    prefixes: list[str]


class _Table(TypedDict):
    unit: list[_UnitEntry]
    currency: list[_CurrencyEntry]


METRE: Final = Unit("m", "length", 1)
TONNE: Final = Unit("t", "mass", 1000)
POUND: Final = Unit("lb", "mass", 0.45359237)
YEAR_OF_AGE: Final = Unit("a", "age", 365.25)


def _load() -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    text = files("wiredesk.extract.figures").joinpath("units.toml").read_text(encoding="utf-8")
    table = cast("_Table", tomllib.loads(text))
    names: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    prefixes: dict[str, Unit] = {}
    for entry in table["unit"]:
        unit = Unit(entry["symbol"], entry["kind"], entry["factor"])
        names.update(dict.fromkeys(entry["names"], unit))
        signs.update(dict.fromkeys(entry["signs"], unit))
    for currency in table["currency"]:
        unit = Unit(currency["code"], "money", 0)
        names.update(dict.fromkeys(currency["names"], unit))
        signs.update(dict.fromkeys(currency["signs"], unit))
        prefixes.update(dict.fromkeys(currency["prefixes"], unit))
    return names, signs, prefixes


_NAMES, _SIGNS, _PREFIXES = _load()
_NAME: Final = re.compile(rf"[ -]?({any_of(_NAMES)})(?![\w])")
_SIGN: Final = re.compile(rf"[ -]?({any_of(_SIGNS)})(?!\w)")
_SPACED_SIGN: Final = re.compile(
    r"[A-Z°º€$£¥₹₪₽₴₫%]|mm|cm|km|kg|ha|ml|mg|ft|mi|lb|oz|kn|pc|bp|nmi|kW|dB|min|g "
)
_PREFIX_ENDS: Final = frozenset(prefix[-1] for prefix in _PREFIXES)
_PREFIX: Final[Mapping[str, tuple[str, ...]]] = {
    end: tuple(sorted((p for p in _PREFIXES if p[-1] == end), key=lambda p: (-len(p), p)))
    for end in _PREFIX_ENDS
}
_FIRST: Final = frozenset(name[0] for name in _NAMES) | frozenset(sign[0].lower() for sign in _SIGNS)


class Found(NamedTuple):
    """A unit in the text: what it is and where it ends."""

    unit: Unit
    end: int


def unit_behind(passage: Passage, at: int, limit: int) -> Found | None:
    """The unit that begins at `at`, a space or a hyphen before it left aside."""
    low = passage.low
    first = low[at + 1 : at + 2] if low[at : at + 1] in " -" else low[at : at + 1]
    if first not in _FIRST or at >= limit:
        return None
    name = _NAME.match(low, at, limit)
    if name is not None:
        return Found(_NAMES[name[1]], name.end())
    sign = _SIGN.match(passage.text, at, limit)
    if sign is None or (len(sign[1]) < len(sign[0]) and not _SPACED_SIGN.match(sign[1] + " ")):
        return None
    return Found(_SIGNS[sign[1]], sign.end())


def currency_before(text: str, start: int, floor: int) -> Found | None:
    """The currency sign or code in front of an amount; `Found.end` is where it begins."""
    at = start - 1 if text[start - 1 : start] in (" ", "\u00a0") else start
    last = text[at - 1 : at] if at > floor else ""
    for prefix in _PREFIX.get(last, ()):
        begin = at - len(prefix)
        if begin >= floor and text.startswith(prefix, begin) and not text[begin - 1 : begin].isalpha():
            return Found(_PREFIXES[prefix], begin)
    return None


def is_prefix(word: str) -> bool:
    """Whether a word glued to the front of digits is a currency's."""
    return word in _PREFIXES
