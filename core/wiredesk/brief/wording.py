"""How dates, figures and outlets are put into words, the same in every brief, citation and pane."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from wiredesk.coverage import not_attempted

BOUND_SIGNS: Final[dict[str, str]] = {
    "more than": ">",
    "less than": "<",
    "at least": "≥",
    "at most": "≤",
    "up to": "≤",
    "about": "~",
    "nearly": "~<",
}
"""How a figure's qualifier is shown before its value."""

UNKNOWN_SOURCE: Final = "source unknown"


def publication(published: date | None, not_before: date | None) -> str:
    """A day of publication as far as it is known."""
    if published is not None:
        return published.isoformat()
    if not_before is not None:
        return f"date unknown, not before {not_before.isoformat()}"
    return "date unknown"


def number(value: float) -> str:
    """A value with grouped thousands and no digits that were not claimed: 2,500, 4.5, 1,600."""
    if value.is_integer():
        return f"{value:,.0f}"
    return f"{value:,.6f}".rstrip("0").rstrip(".") if abs(value) >= 1e-6 else f"{value:g}"


def measure(unit: str | None, per: str | None) -> str | None:
    """A figure's unit with what it is for each of: "USD/bbl"."""
    return f"{unit or ''}/{per}" if per else unit


def amount(value: float, value_to: float | None, unit: str | None, qualifier: str | None) -> str:
    """A figure's value with its bound, range and unit: '> 300', '10–15 %', '≤ 4,000,000 EUR'."""
    text = number(value) if value_to is None else f"{number(value)}–{number(value_to)}"
    sign = BOUND_SIGNS.get(qualifier or "", "")
    return " ".join(part for part in (sign, text, unit) if part)


def plural(count: int, noun: str) -> str:
    """A count and its noun: '1 article', '2,225 articles'."""
    many = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
    return f"{count:,} {noun if count == 1 else many}"


def methods_in_words(methods: Mapping[str, str]) -> str:
    """What found the facts of an index where there is a choice: 'keywords yake 0.7.3, names careful'."""
    return ", ".join(f"{what} {method}" for what, method in sorted(methods.items()))


def untried(language: str | None) -> str:
    """What nobody tried in articles of a language: 'names and roles not attempted'; '' in English."""
    missing = not_attempted(language)
    *first, last = missing or ("",)
    return (
        f"{', '.join(first)} and {last} not attempted" if first else f"{last} not attempted" if last else ""
    )
