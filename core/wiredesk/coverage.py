"""What is attempted in which language: one table (coverage.toml) that both wings go by."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from wiredesk.coverage_file import CoverageFile

ATTEMPTS: Final = ("names", "roles", "dates", "relative dates", "figures", "keywords")
"""All that is attempted in English, in the words and the order in which it is told."""

_UNKNOWN: Final = "unknown"


@cache
def _file() -> "CoverageFile":
    # Imported here: only who asks of a language should wait for what checks the table.
    from wiredesk.coverage_file import CoverageFile

    text = files("wiredesk").joinpath("coverage.toml").read_text(encoding="utf-8")
    return CoverageFile.model_validate(tomllib.loads(text))


@cache
def not_attempted(language: str | None) -> tuple[str, ...]:
    """Which of `ATTEMPTS` nobody tried in the articles of a language: nothing found there means nothing.

    Args:
        language: ISO 639-1 as in `ARTICLES`, or None where it is not known.

    Returns:
        In the order of `ATTEMPTS`; without dates there is no word of relative ones.
    """
    attempted = _file().attempted.get(language or _UNKNOWN, frozenset[str]())
    missing = [attempt for attempt in ATTEMPTS if attempt not in attempted]
    return tuple(attempt for attempt in missing if attempt != "relative dates" or "dates" in attempted)


def language_name(language: str | None) -> str:
    """A language in English: "Arabic"; its code where it has no name here."""
    return "a language that is not known" if language is None else _file().labels.get(language, language)
