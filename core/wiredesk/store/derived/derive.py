"""Which function computes which derived frame."""

from collections.abc import Callable
from typing import Final, Protocol

import polars as pl

from wiredesk.derived import DERIVED
from wiredesk.store.derived.keywords import make_keys, make_spellings, make_topics
from wiredesk.store.derived.openings import make_seals, openings_of
from wiredesk.store.derived.rows import (
    make_amounts,
    make_appeared,
    make_cast,
    make_moments,
    make_named,
    make_outlets,
    make_pairs,
    make_places,
    make_spans,
)


class Frames(Protocol):
    """An index, as far as its frames go."""

    def table(self, name: str, /) -> pl.DataFrame:
        """A frame of `wiredesk.schema.TABLES`."""
        ...

    def derived(self, name: str, /) -> pl.DataFrame:
        """A frame of `wiredesk.derived.DERIVED`."""
        ...


def derive(index: Frames, name: str) -> pl.DataFrame:
    """Compute a derived frame from the tables of an index.

    Args:
        index: The index; asked only for what the frame needs.
        name: Of the frame.

    Returns:
        The frame, with the schema of its name in `wiredesk.derived.DERIVED`.

    Raises:
        KeyError: there is no such frame.
    """
    return _MAKERS[name](index)


def _openings(index: Frames, name: str) -> pl.Series:
    return openings_of(
        index.table("articles"), index.table("texts"), index.table("sentences"), index.table(name)
    )


_MAKERS: Final[dict[str, Callable[[Frames], pl.DataFrame]]] = {
    "places": lambda index: make_places(
        index.table("articles"),
        index.derived("outlets"),
        {name: index.table(name) for name in ("sentences", "mentions", "events", "figures", "keywords")},
        index.derived("pairs"),
    ),
    "outlets": lambda index: make_outlets(index.table("articles")),
    "named": lambda index: make_named(
        index.table("articles"), index.table("actors"), index.table("sentences"), index.table("mentions")
    ),
    "pairs": lambda index: make_pairs(
        index.table("articles"), index.table("mentions"), index.derived("named")
    ),
    "appeared": lambda index: make_appeared(index.table("articles"), index.derived("pairs")),
    "cast": lambda index: make_cast(index.table("articles"), index.table("actors"), index.derived("pairs")),
    "moments": lambda index: make_moments(
        index.table("articles"), index.table("events"), _openings(index, "events")
    ),
    "amounts": lambda index: make_amounts(
        index.table("articles"), index.table("figures"), _openings(index, "figures")
    ),
    "spellings": lambda index: make_spellings(index.table("keywords")),
    "topics": lambda index: make_topics(
        index.table("articles"),
        index.table("keywords"),
        index.derived("spellings"),
    ),
    "keys": lambda index: make_keys(
        index.table("articles"), index.derived("spellings"), index.derived("topics")
    ),
    "spans": lambda index: make_spans(index.table("sentences")),
    "seals": lambda index: make_seals(index.table("texts")),
}
if _MAKERS.keys() != DERIVED.keys():
    raise AssertionError(f"derived frames and their makers differ: {_MAKERS.keys() ^ DERIVED.keys()}")
