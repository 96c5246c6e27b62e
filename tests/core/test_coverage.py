"""What is said to be attempted in a language is what the rooms have words for."""

import tomllib
from importlib.resources import files

import pytest

from wiredesk.coverage import ATTEMPTS, language_name, not_attempted
from wiredesk.extract.keywords.engine import LANGUAGES


def attempted(attempt: str) -> set[str]:
    table = tomllib.loads(files("wiredesk").joinpath("coverage.toml").read_text(encoding="utf-8"))
    return {language for language, attempts in table["attempted"].items() if attempt in attempts}


def test_everything_is_attempted_in_english() -> None:
    assert not_attempted("en") == ()


@pytest.mark.parametrize(
    ("language", "missing"),
    [
        ("fr", ("roles", "relative dates")),
        ("ar", ("names", "roles", "relative dates")),
        ("sv", ("names", "roles", "dates", "figures")),
        ("zh", ("names", "roles", "dates", "figures", "keywords")),
        (None, ("keywords",)),
    ],
)
def test_what_is_not_attempted_is_told_in_order(language: str | None, missing: tuple[str, ...]) -> None:
    assert not_attempted(language) == missing


def test_the_table_holds_no_attempt_that_does_not_exist() -> None:
    table = tomllib.loads(files("wiredesk").joinpath("coverage.toml").read_text(encoding="utf-8"))
    assert {attempt for attempts in table["attempted"].values() for attempt in attempts} == set(ATTEMPTS)


def test_keywords_are_attempted_where_there_are_stop_words() -> None:
    assert attempted("keywords") == LANGUAGES


@pytest.mark.parametrize(("attempt", "file"), [("dates", "extract/dates/lexicon.toml")])
def test_dates_are_attempted_where_there_are_words_for_them(attempt: str, file: str) -> None:
    words = tomllib.loads(files("wiredesk").joinpath(file).read_text(encoding="utf-8"))
    assert attempted(attempt) - {"unknown"} == set(words)


def test_languages_are_told_in_english() -> None:
    assert language_name("ar") == "Arabic"
    assert language_name("xx") == "xx"
    assert "not known" in language_name(None)
