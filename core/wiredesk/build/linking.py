"""Bring the facts of all files together: copies, actors, and what became of each file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

import polars as pl

from wiredesk.build.facts import Facts
from wiredesk.link import Before, CopiesBefore, Lexicon
from wiredesk.link.ticking import Tick, stretch, unheard
from wiredesk.schema import ARTICLES, FILES
from wiredesk.store import Index

if TYPE_CHECKING:
    from wiredesk.link import Linked

_COPIES: Final = 0.05
"""Share of the time that finding copies takes; it only moves a bar."""


class LinkActors(Protocol):
    """`wiredesk.link.link_actors`."""

    def __call__(
        self,
        articles: pl.DataFrame,
        texts: pl.DataFrame,
        sentences: pl.DataFrame,
        names: pl.DataFrame,
        *,
        lexicon: Lexicon | None = None,
        before: Before | None = None,
        tick: Tick = unheard,
    ) -> "Linked":
        """Turn names into actors, their mentions and roles."""
        ...


@dataclass(frozen=True, slots=True)
class Linking:
    """The steps over all articles; each is documented in its room."""

    copies: Callable[[pl.DataFrame, pl.DataFrame, pl.DataFrame, CopiesBefore | None], pl.DataFrame]
    actors: LinkActors


@dataclass(frozen=True, slots=True, eq=False)
class Earlier:
    """What an index by the same rules saves the linking after it: time alone."""

    copies: CopiesBefore
    names: Before


def link_facts(
    facts: Facts,
    steps: Linking,
    lexicon: Lexicon | None,
    tick: Tick = unheard,
    earlier: Earlier | None = None,
) -> Index:
    """Make an index of facts.

    Args:
        facts: In the order of `wiredesk.schema`, as `Facts.together` gives them.
        tick: Told how far this is, from 0 to 1; may raise to stop it.
        earlier: What an index of the same rules saves; it changes nothing.

    Returns:
        An index that was never written. Of its files, `grouped` are those in which every article is a
        copy of another one, `refused` those without an article, `indexed` the rest.
    """
    frames: dict[str, Any] = dict(facts.frames)
    copies = steps.copies(frames["articles"], frames["texts"], frames["sketches"], earlier and earlier.copies)
    frames["articles"] = (
        frames["articles"]
        .drop("duplicate_of")
        .join(copies, on="article_id", how="left", maintain_order="left")
        .select(ARTICLES.names())
    )
    frames["files"] = with_status(frames["files"], frames["articles"])
    tick(_COPIES)
    linked = steps.actors(
        frames["articles"],
        frames["texts"],
        frames["sentences"],
        frames["names"],
        lexicon=lexicon,
        before=earlier and earlier.names,
        tick=stretch(tick, _COPIES, 1.0),
    )
    return Index(
        **frames, actors=linked.actors, mentions=linked.mentions, roles=linked.roles, left=linked.left
    )


def earlier_of(old: Index, left: Mapping[str, pl.DataFrame], facts: Facts) -> Earlier:
    """What an index saves.

    Args:
        old: The index; its facts, its linking and its lexicon are of today's signatures.
        left: What its linking left.
        facts: The facts of today.
    """
    files = facts.frames["files"].select("path", "digest").drop_nulls()
    same = old.files.join(files, on=("path", "digest"), how="semi").select("path")
    names = Before(
        left=left,
        articles=old.articles["article_id"],
        roles=old.roles,
        same=old.articles.join(same, on="path", how="semi")["article_id"],
    )
    return Earlier(CopiesBefore(old.articles, old.sketches), names)


def with_status(files: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Files with what became of them: `grouped` where every article is a copy of another one."""
    own = articles.filter(pl.col("duplicate_of").is_null()).select("path").unique()
    status = (
        pl.when(pl.col("articles") == 0)
        .then(pl.lit("refused"))
        .when(pl.col("path").is_in(own["path"].implode()))
        .then(pl.lit("indexed"))
        .otherwise(pl.lit("grouped"))
    )
    return files.with_columns(status=status).select(FILES.names())
