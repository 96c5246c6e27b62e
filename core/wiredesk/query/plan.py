"""Which engine answers which clause: decided here and nowhere else.

A clause of words alone (`Words`, `Near`, and what `-`, `OR` and brackets make of them) is asked of the
full-text index, all such clauses together in one query. A clause with a field is matched in the frames of
facts, and so is one in which both are mixed; the words in it are asked of the full-text index one by one.
Without a full-text index, or once it has failed, everything is matched in the frames. The results are the
same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import polars as pl

from wiredesk.query.clauses import AllOf, AnyOf, Clause, Near, Node, Not, Words
from wiredesk.store import Index
from wiredesk.store.fulltext import FullText, FullTextError, asking

if TYPE_CHECKING:
    from tantivy import Query as Wanted

TITLE_WEIGHT: Final = 1.0
"""What a word weighs in the title, on top of its weight in the text (where the title stands as well). A
title holds a dozen words, so BM25 by itself gives its words three times the weight of the text's."""

SAME_FOR_ALL: Final = 1.0
"""What a beginning, a fuzzy word and words near each other weigh: that of a word in a third of all texts."""


@dataclass(frozen=True, eq=False, slots=True)
class Asked:
    """A node as a query of the full-text index.

    Attributes:
        query: Weighs what it finds.
        exact: It finds what the node means; otherwise that and more.
        same: Finds the same, weighing all of it `SAME_FOR_ALL`; None where the words weigh by themselves.
    """

    query: "Wanted"
    exact: bool
    same: "Wanted | None" = None

    def articles(self, index: FullText) -> pl.DataFrame:
        """What it finds: one column, article_id, in no order.

        Raises:
            FullTextError: the index failed.
        """
        return found(index, self.query).select("article_id")


@dataclass(frozen=True, eq=False, slots=True)
class Even:
    """Articles that weigh the same, but for some: a beginning is the same wherever it stands.

    Attributes:
        all: Finds them all, each with the weight `SAME_FOR_ALL`.
        more: Finds those that weigh more, with what they weigh besides; None: there are none.
    """

    all: "Wanted"
    more: "Wanted | None"


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """How a query is answered.

    Attributes:
        asked: What the full-text index is asked for all the clauses it answers; None: nothing.
        framed: The clauses that are matched in the frames.
        even: The same as `asked`, where all that is asked is a single clause that weighs evenly.
    """

    asked: "Wanted | None"
    framed: tuple[Clause, ...]
    even: Even | None = None


_KNOWN: WeakKeyDictionary[FullText, dict[Node, Asked | None]] = WeakKeyDictionary()
"""What nodes are asked as: whoever types asks for the words before the last one again with every key."""

_MOST_KNOWN: Final = 256


def plan(index: Index, clauses: Sequence[Clause]) -> Plan:
    """Decide which engine answers which clause."""
    fulltext = usable(index)
    if fulltext is None:
        return Plan(None, tuple(clauses))
    try:
        asked = [(clause, ask(fulltext, clause.node)) for clause in clauses]
        exact = [part for _, part in asked if part is not None and part.exact]
        framed = tuple(clause for clause, part in asked if part is None or not part.exact)
        if not exact:
            return Plan(None, framed)
        even = _even(fulltext, clauses[0].node, exact[0]) if len(clauses) == 1 else None
        more = [(query, 1.0) for clause in framed for query in _weights(fulltext, clause.node)]
        more += [
            (query, TITLE_WEIGHT)
            for leaf in leaves(clause.node for clause in clauses)
            if (query := in_title(fulltext, leaf)) is not None
        ]
        told = asking.all_of([part.query for part in exact])
        return Plan(asking.weighed(told, more), framed, even)
    except FullTextError:
        return Plan(None, tuple(clauses))


def usable(index: Index) -> FullText | None:
    """The full-text index of an index, if there is one and it has not failed."""
    return index.fulltext if index.fulltext is not None and index.fulltext.trouble is None else None


def ask(fulltext: FullText, node: Node) -> Asked | None:
    """A node as a query of the full-text index; None where the index knows nothing of it.

    Raises:
        FullTextError: the index failed.
    """
    known = _KNOWN.setdefault(fulltext, {})
    if node not in known:
        if len(known) >= _MOST_KNOWN:
            known = _KNOWN[fulltext] = {}
        known[node] = _ask(fulltext, node)
    return known[node]


def _ask(fulltext: FullText, node: Node) -> Asked | None:
    match node:
        case Words():
            return _ask_words(fulltext, node)
        case Near():
            return _ask_near(fulltext, node)
        case Not(inner):
            asked = ask(fulltext, inner)
            if asked is None or not asked.exact:
                return None
            return Asked(asking.without(asked.query), exact=True)
        case AllOf(nodes) | AnyOf(nodes):
            parts = [ask(fulltext, part) for part in nodes]
            known = [part for part in parts if part is not None]
            if len(known) < len(parts):
                return None
            join = asking.all_of if isinstance(node, AllOf) else asking.any_of
            return Asked(join([part.query for part in known]), all(part.exact for part in known))
        case _:
            return None


def leaves(nodes: Iterable[Node]) -> Iterator[Words | Near]:
    """The words that nodes ask for; negated ones are not among them."""
    for node in nodes:
        match node:
            case Words() | Near():
                yield node
            case AllOf(inner) | AnyOf(inner):
                yield from leaves(inner)
            case _:
                pass


def in_title(fulltext: FullText, leaf: Words | Near) -> "Wanted | None":
    """What weighs more where it stands in the title: words and phrases."""
    if isinstance(leaf, Near) or leaf.fuzzy or (leaf.prefix and len(leaf.words) > 1):
        return None
    return asking.phrase(fulltext, leaf.words, asking.TITLE)


def found(fulltext: FullText, query: "Wanted") -> pl.DataFrame:
    """Everything a query finds: columns article_id and score, in no order.

    Raises:
        FullTextError: the index failed.
    """
    ranked = fulltext.best(query, fulltext.count(query))
    return pl.DataFrame(
        {"article_id": ranked.articles, "score": ranked.scores},
        schema={"article_id": pl.Int64, "score": pl.Float64},
    )


def _even(fulltext: FullText, node: Node, asked: Asked) -> Even | None:
    if asked.same is None:
        return None
    if not isinstance(node, Words) or not node.prefix:
        return Even(asked.same, None)
    whole = asking.phrase(fulltext, node.words)
    weighing = [whole]
    title = in_title(fulltext, node)
    if title is not None and fulltext.count(title):
        if fulltext.count(asking.but_not(title, whole)):  # a title that stands in no sentence
            return None
        weighing.append(asking.boosted(title, TITLE_WEIGHT))
    return Even(asked.same, asking.any_of(weighing))


def _weights(fulltext: FullText, node: Node) -> "Iterator[Wanted]":
    for leaf in leaves([node]):
        asked = ask(fulltext, leaf)
        if asked is not None and asked.exact:
            yield asked.query


def _ask_words(fulltext: FullText, node: Words) -> Asked:
    words = node.words
    if node.fuzzy:
        like = asking.weighing(asking.like(fulltext, words[0], node.fuzzy), SAME_FOR_ALL)
        return Asked(like, exact=True, same=like)
    if not node.prefix:
        return Asked(asking.phrase(fulltext, words), exact=True)
    query, exact = asking.phrase_beginning(fulltext, words)
    query = asking.weighing(query, SAME_FOR_ALL)
    return Asked(asking.weighed(query, [(asking.phrase(fulltext, words), 1.0)]), exact, same=query)


def _ask_near(fulltext: FullText, node: Near) -> Asked:
    if len(node.words) == 2 and all(_is_word(operand) for operand in node.words):
        one, other = (operand.folded for operand in node.words)
        near = asking.weighing(asking.near(fulltext, one, other, node.within[0]), SAME_FOR_ALL)
        return Asked(near, exact=True, same=near)
    parts = [_ask_words(fulltext, operand).query for operand in node.words]
    parts += [
        asking.near(
            fulltext, one.words[0], other.words[0], within + max(len(one.words), len(other.words)) - 1
        )
        for one, other, within in zip(node.words, node.words[1:], node.within, strict=False)
        if _begins_with_word(one) and _begins_with_word(other)
    ]
    return Asked(asking.weighing(asking.all_of(parts), SAME_FOR_ALL), exact=False)


def _begins_with_word(node: Words) -> bool:
    return not node.fuzzy and (len(node.words) > 1 or not node.prefix)


def _is_word(node: Words) -> bool:
    return len(node.words) == 1 and not node.prefix and not node.fuzzy
