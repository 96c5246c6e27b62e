"""Which actors a name means, and where they are named."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Self
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.query.clauses import Actor
from wiredesk.query.rows import days_of, stretches
from wiredesk.store import Index
from wiredesk.text import fold


@dataclass(frozen=True, eq=False, slots=True)
class _Called:
    """The actors of an index by what they are called, folded; made once, as folding takes a microsecond each.

    Attributes:
        folded: Canonical names, in the order of `ACTORS`.
        names: Canonical name -> rows of `ACTORS`.
        aliases: Alias -> rows of `ACTORS`.
    """

    folded: pl.Series
    names: dict[str, list[int]]
    aliases: dict[str, list[int]]

    @classmethod
    def of(cls, actors: pl.DataFrame) -> Self:
        folded = [fold(name) for name in actors["name"]]
        names: defaultdict[str, list[int]] = defaultdict(list)
        aliases: defaultdict[str, list[int]] = defaultdict(list)
        for row, name in enumerate(folded):
            names[name].append(row)
        for row, called in enumerate(actors["aliases"].to_list()):
            for alias in dict.fromkeys(map(fold, called or ())):
                aliases[alias].append(row)
        return cls(pl.Series("folded", folded, pl.String), dict(names), dict(aliases))


_KNOWN: WeakKeyDictionary[Index, _Called] = WeakKeyDictionary()


def word_pattern(folded: str) -> str:
    r"""A regular expression for words in folded text, with the match itself as group 1.

    Words match whole: no letter or digit may touch them. No look-around, which Polars' engine lacks.
    """
    body = r" +".join(re.escape(word) for word in folded.split(" "))
    before = r"(?:^|[^\w])" if re.match(r"\w", folded) else ""
    edge = r"(?:$|[^\w])" if re.search(r"\w$", folded) else ""
    return f"{before}({body}){edge}"


def actors_named(index: Index, node: Actor) -> pl.Series:
    """The actors a name means: by canonical name, else by alias, else by all its words in the name.

    Returns:
        Their rows in `ACTORS`, ascending, as UInt32.
    """
    known = _KNOWN.get(index)
    if known is None:
        known = _KNOWN[index] = _Called.of(index.actors)
    wanted = fold(node.name)
    kinds = index.actors["kind"]
    for rows in (known.names.get(wanted), known.aliases.get(wanted)):
        meant = [row for row in rows or () if node.kind is None or kinds[row] == node.kind]
        if meant:
            return pl.Series("actor", meant, pl.UInt32)
    words = [pl.col("folded").str.contains(word_pattern(word)) for word in wanted.split()]
    if not words:
        return pl.Series("actor", [], pl.UInt32)
    kind = pl.lit(value=True) if node.kind is None else pl.col("kind") == node.kind
    names = pl.DataFrame([known.folded, kinds])
    return names.select(pl.all_horizontal(kind, *words).arg_true().alias("actor"))["actor"]


def articles_naming(index: Index, actors: pl.Series) -> pl.DataFrame:
    """The articles that name some actors, and how often each.

    Args:
        index: The index.
        actors: Their rows in `ACTORS`.

    Returns:
        The columns article, a row of `ARTICLES`, and mentions, of one actor after the other.
    """
    many = index.derived("cast")["articles"].cast(pl.UInt32)
    behind = many.cum_sum().gather(actors)
    first = behind - many.gather(actors)
    every = index.derived("appeared").select("place", "mentions")
    # Of one actor no copy is made: it may be named in half of all articles.
    some = every.slice(first[0], many[actors[0]]) if actors.len() == 1 else every[stretches(first, behind)]
    return some.select(days_of(index).rows.gather(some["place"]).alias("article"), "mentions")
