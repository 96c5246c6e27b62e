"""How each language writes numbers and hedges them: words.toml, compiled once."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final, Literal, NotRequired, TypedDict, cast

from wiredesk.schema import Qualifier

NounOrder = Literal["last", "first", "next", "capital"]


class _Entry(TypedDict):
    comma: bool
    noun: NounOrder
    join: str
    stops: list[str]
    cardinals: dict[str, int]
    scales: dict[str, float]
    vague: dict[str, float]
    rounds: NotRequired[dict[str, float]]
    parts: NotRequired[dict[str, float]]
    ones: list[str]
    half: list[str]
    clitics: NotRequired[list[str]]
    before: dict[str, Qualifier]
    after: dict[str, Qualifier]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One language's words.

    Attributes:
        code: ISO 639-1.
        decimal_comma: Whether the comma is the decimal sign, and the point groups thousands.
        noun: Where the head of a counted noun phrase stands.
        cardinals: Words for 0 to 90.
        scales: Words that multiply what stands before them.
        vague: Words for an order of size, with the least that each can mean.
        rounds: Words for about so many.
        parts: Words for a part of a whole (English keeps its own in spelled.py).
        part: Matches a part behind a cardinal or an article.
        one: Matches, at its end, the article before a multiplier.
        half: Matches "half a" before a multiplier.
        clitics: Letters that may be glued to the front of digits as words of their own.
        before: Hedges before a number, by their last word; longest first.
        after: Matches a hedge behind a number, with the space before it.
        after_words: What each hedge behind a number means.
        stops: Words at which a noun phrase ends (English keeps its own in nouns.toml).
        scan: Finds the start of a number in words, together with the character before it; where the language
            has clitics, its first group is the one glued to the word, or empty.
        more: Matches the next number word, its first group telling whether it is joined by "and".
        goes_on: Matches behind a number word with which a longer number may go on; most do not.
    """

    code: str
    decimal_comma: bool
    noun: NounOrder
    cardinals: Mapping[str, int]
    scales: Mapping[str, float]
    vague: Mapping[str, float]
    rounds: Mapping[str, float]
    parts: Mapping[str, float]
    part: re.Pattern[str]
    one: re.Pattern[str]
    half: re.Pattern[str]
    clitics: frozenset[str]
    before: Mapping[str, tuple[tuple[str, Qualifier], ...]]
    after: re.Pattern[str]
    after_words: Mapping[str, Qualifier]
    stops: frozenset[str]
    scan: re.Pattern[str]
    more: re.Pattern[str]
    goes_on: re.Pattern[str]


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches exactly these words, the longest first, sharing their beginnings.

    A plain `a|b|c` is tried word by word at every place of a text: sharing is several times as fast.
    """
    tree: dict[str, object] = {}
    for word in sorted(words):
        node = tree
        for char in word:
            node = cast("dict[str, object]", node.setdefault(char, {}))
        node[""] = None
    return _pattern(tree)


def _pattern(node: dict[str, object]) -> str:
    branches = [
        re.escape(char) + _pattern(cast("dict[str, object]", child)) for char, child in node.items() if char
    ]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}"


FRACTIONS: Final = (
    "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "hundredth",
    "thousandth",
)  # fmt: skip
"""English words that begin a fraction or follow "a"."""


UNITS_OF_ONE: Final = (
    "second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century", "mile",
    "metre", "meter", "kilometre", "kilometer", "yard", "inch", "foot", "acre", "hectare", "tonne", "ton",
    "kilo", "kilogram", "pound", "ounce", "gram", "gallon", "litre", "liter", "pint", "barrel", "dollar",
    "euro", "cent", "penny", "percentage point", "per cent", "percent", "basis point", "kilowatt",
    "megawatt", "gigawatt", "gigabyte",
)  # fmt: skip
"""English units that may be counted by "a": "nearly a year", "a gallon of water"."""

_PARTS = (*FRACTIONS, "halves")


def _load(code: str, entry: _Entry) -> Wording:
    by_last: dict[str, list[tuple[str, Qualifier]]] = {}
    for phrase, qualifier in sorted(entry["before"].items(), key=lambda item: -len(item[0])):
        by_last.setdefault(phrase.rsplit(" ", 1)[-1], []).append((phrase, qualifier))
    one = rf"|an?(?= (?:{any_of(UNITS_OF_ONE)})(?!\w))" if code == "en" else ""
    cardinals = {**entry["cardinals"], **(_german() if code == "de" else {})}
    rounds, parts = entry.get("rounds", {}), entry.get("parts", {})
    starts = {*cardinals, *entry["scales"], *entry["vague"], *rounds, *parts, *entry["half"]}
    starts |= {*FRACTIONS} if code == "en" else set()
    glued = rf"([{''.join(entry['clitics'])}]?)" if "clitics" in entry else ""
    halves = any_of(entry["half"])
    numbers = {*cardinals, *entry["scales"]}
    further = {*numbers, *_PARTS, *entry["join"].split("|"), "point"}
    spaced = [phrase if phrase[0] in "-+" else f" {phrase}" for phrase in entry["after"]]
    return Wording(
        code=code,
        decimal_comma=entry["comma"],
        noun=entry["noun"],
        cardinals=cardinals,
        scales=entry["scales"],
        vague=entry["vague"],
        rounds=rounds,
        parts=parts,
        part=re.compile(rf"[ -]?({any_of(parts)})(?!\w)" if parts else "(?!)"),
        one=re.compile(rf"(?<![\w-])(?:{any_of(entry['ones'])}) $" if entry["ones"] else "(?!)"),
        half=re.compile(rf"(?:{halves})[ -]({any_of(entry['scales'])})(?!\w)" if halves else "(?!)"),
        clitics=frozenset(entry.get("clitics", ())),
        before={last: tuple(phrases) for last, phrases in by_last.items()},
        after=re.compile(rf"(?:{any_of(spaced)})(?!\w)"),
        after_words=entry["after"],
        stops=frozenset(entry["stops"]),
        scan=re.compile(rf" {glued}(?:{any_of(starts)}{one})(?![\w'])"),
        more=re.compile(rf"[ -]?(?:(?<=[ -])({entry['join']})[ -])?({any_of(numbers)})(?![\w'])"),
        goes_on=re.compile(rf"[ -](?:{any_of(further)})"),
    )


def _german() -> dict[str, int]:
    """The cardinals that German writes in one word, beside those of words.toml: "zweiundzwanzig"."""
    ones = {
        "ein": 1,
        "zwei": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "neun": 9,
    }
    tens = {
        "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
        "achtzig": 80, "neunzig": 90,
    }  # fmt: skip
    round_ones = {**ones, **tens, "zehn": 10, "elf": 11, "zwölf": 12, "fünfzehn": 15, "hundert": 100}
    below = {f"{one}und{ten}": n + m for one, n in ones.items() for ten, m in tens.items()}
    hundreds = {f"{one}hundert": 100 * n for one, n in ones.items()}
    thousands = {f"{word}tausend": 1000 * n for word, n in {**round_ones, **hundreds}.items()}
    return {**below, **hundreds, **thousands, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19}


def _languages() -> dict[str, Wording]:
    text = files("wiredesk.extract.figures").joinpath("words.toml").read_text(encoding="utf-8")
    entries = cast("dict[str, _Entry]", tomllib.loads(text))
    return {code: _load(code, entry) for code, entry in entries.items()}


LANGUAGES: Final = _languages()
"""Every language that words.toml knows, by its code."""

_ENGLISH: Final = LANGUAGES["en"]


def wording_of(language: str | None) -> Wording:
    """The wording of a language; English where it is not known."""
    return LANGUAGES.get(language or "", _ENGLISH)
