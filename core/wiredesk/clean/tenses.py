"""The words that tell what a date beside them is: a day of publication, something past or still to come."""

import tomllib
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict


class _Stamp(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    published: tuple[str, ...]


class _Future(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    before: frozenset[str]
    words: frozenset[str]
    verbs: frozenset[str]
    past: frozenset[str]
    promises: frozenset[str]
    modest: frozenset[str]
    comparing: frozenset[str]
    events: frozenset[str]
    links: frozenset[str]
    leads: frozenset[str]


class Tenses(BaseModel):
    """The words that `tenses.toml` gives."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    stamp: _Stamp
    future: _Future


@cache
def tenses() -> Tenses:
    """The shipped words."""
    file = resources.files("wiredesk.clean").joinpath("tenses.toml")
    return Tenses.model_validate(tomllib.loads(file.read_text("utf-8")))
