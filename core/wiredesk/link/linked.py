"""What the names of all articles were linked to, as numbers of few distinct links."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from wiredesk.link.before import Kept
from wiredesk.link.canonical import Actor
from wiredesk.link.corpus import Corpus
from wiredesk.link.forms import Form
from wiredesk.link.learning import Explained, name_of
from wiredesk.link.reading import Reading
from wiredesk.link.resolve import Link, across, gather_called, resolve
from wiredesk.link.states import only_states, state_of, states_of
from wiredesk.link.ticking import Tick, heard

Actors = Mapping[tuple[Form, str | None, str | None], Actor]
"""Actors by form, family and node of the names they were made of; ambiguous names have none."""


@dataclass(frozen=True, slots=True, eq=False)
class Resolved:
    """What each name was linked to by its article alone.

    Attributes:
        names: Of all articles in order: `row`, `place`, `sentence`, `start`, `end`, `form`, `link`.
        links: What the numbers in `link` mean, in the order in which they first stand; None: the article
            does not tell.
    """

    names: pl.DataFrame
    links: Sequence[Link | None]


@dataclass(frozen=True, slots=True, eq=False)
class LinkedNames:
    """The names of all articles and what they were linked to; no dropped ones.

    Attributes:
        names: In order: `row`, `place` (row of the article), `sentence`, `start`, `end`, `pair`.
        pairs: What the numbers in `pair` mean: a form and what it was linked to.
    """

    names: pl.DataFrame
    pairs: Sequence[tuple[Form, Link]]

    def counts(self) -> dict[tuple[Form, str | None, str | None], int]:
        """Form, family and node with their number of names, in the order in which they first stand."""
        counts: dict[tuple[Form, str | None, str | None], int] = {}
        pair: int
        count: int
        for pair, count in self.names.group_by("pair", maintain_order=True).len().iter_rows():
            form, link = self.pairs[pair]
            key = form, link.family, link.node
            counts[key] = counts.get(key, 0) + count
        return counts

    def actors(self, actors: Actors) -> list[Actor | None]:
        """The actor of each pair."""
        return [actors.get((form, link.family, link.node)) for form, link in self.pairs]


def resolve_all(
    found: Reading, corpus: Corpus, explained: Explained, kept: Kept, clean: pl.Series, tick: Tick
) -> Resolved:
    """Link the names of each article, by what is kept of it or anew.

    Args:
        found: All articles.
        corpus: What they tell together.
        explained: What each of them explains.
        kept: What is left of an earlier linking.
        clean: Whether each article is linked as it was then.
        tick: Told how far this is.
    """
    numbers = {link: number for number, link in enumerate(kept.links)}
    anew = found.of_places(~clean)
    fresh = [
        numbers.setdefault(link, len(numbers))
        for article in heard(anew, tick)
        for link in resolve(article.text, article.names, explained.get(article.place, {}), corpus)
    ]
    rows = pl.concat(
        [
            kept.rows.filter(clean.gather(kept.rows["place"])).select("row", "link").drop_nulls(),
            anew.names.select("row", pl.Series("link", fresh, dtype=pl.UInt32)),
        ]
    ).sort("row")
    if not rows["row"].equals(found.names["row"]):
        raise AssertionError("the names that are linked are not those that were read")
    first = rows["link"].unique(maintain_order=True)
    order = pl.repeat(None, len(numbers), dtype=pl.UInt32, eager=True).scatter(
        first, pl.arange(len(first), dtype=pl.UInt32, eager=True)
    )
    links = list(numbers)
    names = found.names.with_columns(order.gather(rows["link"]).alias("link"))
    stand: list[int] = first.to_list()
    return Resolved(names, [links[number] for number in stand])


def link_across(resolved: Resolved, found: Reading, corpus: Corpus) -> LinkedNames:
    """Link what articles alone do not tell by all of them, and leave out what is dropped."""
    distinct = resolved.names.select("form", "link").unique(maintain_order=True).with_row_index("pair")
    forms: list[int] = distinct["form"].to_list()
    links: list[int] = distinct["link"].to_list()
    told = [(found.forms[form], resolved.links[link]) for form, link in zip(forms, links, strict=True)]
    called = gather_called(told, corpus.people)
    pairs = [
        (form, across(name_of(form), corpus.people, called) if link is None else link) for form, link in told
    ]
    kept = pl.Series([link.family is not None for _, link in pairs], dtype=pl.Boolean)
    names = resolved.names.join(
        distinct.filter(kept), on=("form", "link"), how="inner", maintain_order="left"
    )
    return _told_states(
        LinkedNames(names.select("row", "place", "sentence", "start", "end", "pair"), pairs), found
    )


def _told_states(linked: LinkedNames, found: Reading) -> LinkedNames:
    """A body whose state its name does not tell is that of the state its article names most, or none."""
    told = only_states({link.node for _, link in linked.pairs if link.node is not None})
    asked = pl.Series([link.node in told for _, link in linked.pairs], dtype=pl.Boolean)
    open_names = linked.names.filter(asked.gather(linked.names["pair"]))
    if open_names.is_empty():
        return linked
    there = found.of_places(found.have(open_names))
    placed = there.of_forms(lambda form: form.entry is not None and state_of(form.entry) is not None)
    states = {article.place: states_of(form for *_, form in article.names) for article in placed}
    pairs = list(linked.pairs)
    numbers: dict[tuple[int, str | None], int] = {}
    mended: list[int] = []
    place: int
    pair: int
    for place, pair in open_names.select("place", "pair").iter_rows():
        form, link = pairs[pair]
        node = _of_state(told[link.node or ""], states.get(place, Counter()))
        number = numbers.setdefault((pair, node), len(pairs))
        if number == len(pairs):
            pairs.append((form, link._replace(node=node)))
        mended.append(number)
    other = open_names.select("row", pl.Series("other", mended, dtype=pl.UInt32))
    names = linked.names.join(other, on="row", how="left", maintain_order="left")
    return LinkedNames(names.with_columns(pl.coalesce("other", "pair").alias("pair")).drop("other"), pairs)


def _of_state(of_state: Mapping[str, str], states: Counter[str]) -> str | None:
    """The node of a body in the state that its article names most, if it can only be that state's."""
    only = next(iter(of_state)) if len(of_state) == 1 else None
    most = only is not None and all(states[only] > n for state, n in states.items() if state != only)
    return of_state[only] if only is not None and most and states[only] else None
