"""Words for a vague past, present or future, to TIMEX3 expressions without a place in the calendar."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from wiredesk.extract.dates.lexicon import DEFAULT_LANGUAGE
from wiredesk.extract.dates.timex import Timex

_VALUES: Final = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    text = files("wiredesk.extract.dates").joinpath("vague.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    if language not in tables:
        return None
    kinds = (
        f"(?P<{kind}>{'|'.join(phrases)})".replace(" ", r"\s+") for kind, phrases in tables[language].items()
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(kinds)})(?![\w-])", re.IGNORECASE)


def vague(sentence: str, language: str | None) -> list[Timex]:
    """The vague expressions of a sentence, in order; none in a language without a table of them."""
    pattern = _pattern(language or DEFAULT_LANGUAGE)
    if pattern is None:
        return []
    return [
        Timex(match.start(match.lastgroup), match.end(match.lastgroup), "DATE", _VALUES[match.lastgroup])
        for match in pattern.finditer(sentence)
        if match.lastgroup is not None
    ]
